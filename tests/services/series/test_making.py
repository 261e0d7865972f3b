"""New series: every date is looked at first, and all of it is one step."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series import Series
from bostoette.models.series_change import Scope, SeriesChange
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker import Absence
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.services import contacts, series, series_changes
from bostoette.services.chores import look_after
from bostoette.services.desk import Desk
from bostoette.store.database import Database, open_database
from bostoette.store.faults import ChangedMeanwhile
from bostoette.store.journal import describe
from tests.clock import MONDAY, Clock
from tests.services.series_hands import (
    FRI,
    MON,
    NINE,
    THU,
    TUE,
    WED,
    contact_on,
    day,
    days,
    everything,
    rules,
    spans,
    visit_with,
    weekly,
    well_formed,
)

EIGHT_TIMES = weekly(TUE, THU, every=3, first=date(2027, 2, 23), count=8)
"""Over 28 March 2027, when summer time begins."""


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key) -> ContactFields:
    return visit_with(worker_id, citizen_id)


def _keep(session: Session, row: Absence | Appointment) -> None:
    session.add(row)
    describe(session, "Noget andet")


# looking first


def test_the_preview_names_holidays_leave_and_clashes_by_initials_and_offers_free_days(
    desk: Desk, fields: ContactFields, worker_id: Key, colleague_id: Key, citizen_id: Key
) -> None:
    desk.do(
        _keep,
        Absence(
            worker_id=worker_id,
            first_day=day(1, TUE),
            last_day=day(1, TUE),
            kind=AbsenceKind.HOLIDAY,
        ),
    )
    desk.do(
        _keep,
        Appointment(
            worker_id=worker_id,
            kind=AppointmentKind.MEETING,
            title="Teammøde",
            day=day(2, TUE),
            start=NINE + 30,
            minutes=60,
        ),
    )
    theirs = visit_with(colleague_id, citizen_id)
    desk.do(contacts.create, replace(theirs, span=TimeSpan(day(3, TUE), NINE + 45, 30)))
    rule = weekly(TUE, first=day(0, TUE), count=5)
    dates = desk.read(series.preview, fields, rule, MONDAY)
    assert [each.day for each in dates] == [day(week, TUE) for week in range(5)]
    assert dates[0].free
    assert dates[1].absence == "M.J. har ferie"
    assert (dates[1].before, dates[1].after) == (day(1, MON), day(1, WED))
    assert dates[2].clash == "M.J. har »Teammøde« 09.30–10.30"
    assert dates[3].clash == "A.M. har fysisk besøg 09.45–10.15"
    assert days(desk) == [day(3, TUE)]


def test_the_preview_names_a_clash_with_another_citizens_visit(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(contacts.create, fields)
    (only,) = desk.read(series.preview, fields, weekly(MON, count=1), MONDAY)
    assert only.clash == "M.J. har fysisk besøg med A.M. 09.00–10.00"


def test_days_that_the_week_names_are_named_as_well(desk: Desk, fields: ContactFields) -> None:
    rule = weekly(THU, first=date(2026, 12, 17), count=4)
    dates = desk.read(series.preview, fields, rule, MONDAY)
    names = [None, "Juleaftensdag", "Nytårsaftensdag", None]
    assert [each.holiday for each in dates] == names
    assert (dates[1].before, dates[2].before) == (date(2026, 12, 23), date(2026, 12, 30))


def test_holidays_of_easter_are_named(desk: Desk, fields: ContactFields) -> None:
    rule = weekly(THU, first=date(2027, 3, 18), count=3)
    dates = desk.read(series.preview, fields, rule, MONDAY)
    assert [each.holiday for each in dates] == [None, "Skærtorsdag", None]
    assert dates[1].before == date(2027, 3, 24)


def test_a_cancelled_contact_is_no_clash(desk: Desk, fields: ContactFields) -> None:
    key = desk.do(contacts.create, fields)
    desk.do(contacts.cancel, key, ContactStatus.CANCELLED_BY_CITIZEN, "syg")
    (only,) = desk.read(series.preview, fields, weekly(MON, count=1), MONDAY)
    assert only.free


def test_a_series_without_end_shows_its_first_26_weeks(desk: Desk, fields: ContactFields) -> None:
    dates = desk.read(series.preview, fields, weekly(MON), MONDAY)
    assert (dates[0].day, dates[-1].day) == (MONDAY, day(26, MON))


# making it


def test_every_third_week_tuesday_and_thursday_eight_times_keeps_its_local_time(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, EIGHT_TIMES, today=MONDAY)
    assert days(desk) == [
        date(2027, 2, 23),
        date(2027, 2, 25),
        date(2027, 3, 16),
        date(2027, 3, 18),
        date(2027, 4, 6),
        date(2027, 4, 8),
        date(2027, 4, 27),
        date(2027, 4, 29),
    ]
    assert {(span.start, span.minutes) for span in spans(desk)} == {(NINE, 60)}
    well_formed(desk)


def test_a_whole_series_is_one_step_and_comes_and_goes_with_one_key(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, EIGHT_TIMES, today=MONDAY)
    made = everything(desk)
    assert desk.undo() == "Ny serie med A.M."
    assert everything(desk) == {}
    desk.redo()
    assert everything(desk) == made


def test_a_series_can_be_undone_after_a_restart(
    desk: Desk,
    database: Database,
    database_path: Path,
    data_key: bytes,
    worker_id: Key,
    fields: ContactFields,
) -> None:
    desk.do(series.create, fields, weekly(MON), today=MONDAY)
    database.close()
    reopened = open_database(database_path, data_key)
    again = Desk(reopened, worker_id, Clock())
    again.upkeep(series.top_up, MONDAY)
    assert again.undo() == "Ny serie med A.M."
    assert everything(again) == {}
    reopened.close()


def test_dates_can_be_skipped_or_held_on_another_day(desk: Desk, fields: ContactFields) -> None:
    choices = {day(1, TUE): None, day(2, TUE): day(2, FRI)}
    rule = weekly(TUE, first=day(0, TUE), count=4)
    key = desk.do(series.create, fields, rule, choices, today=MONDAY)
    assert days(desk) == [day(0, TUE), day(2, FRI), day(3, TUE)]

    def stored(session: Session) -> tuple[frozenset[date], date | None]:
        moved = session.get_one(Contact, contact_on(desk, day(2, FRI)))
        return session.get_one(Series, key).skipped_days, moved.series_day

    assert desk.read(stored) == (frozenset({day(1, TUE)}), day(2, TUE))
    well_formed(desk)


def test_a_series_without_a_date_left_is_refused(desk: Desk, fields: ContactFields) -> None:
    with pytest.raises(PlanError, match="ingen datoer tilbage"):
        desk.do(series.create, fields, weekly(MON, count=1), {MONDAY: None}, today=MONDAY)
    assert everything(desk) == {}


def test_every_contact_has_what_was_filled_in(desk: Desk, fields: ContactFields) -> None:
    full = replace(fields, plan_b="Ring i stedet", agenda=("Ugens skema",), place_text="2. th.")
    desk.do(series.create, full, weekly(MON, count=2), today=MONDAY)
    second = desk.read(contacts.details, contact_on(desk, day(1, MON)))
    assert second.fields == replace(full, span=TimeSpan(day(1, MON), NINE, 60))


def test_an_existing_contact_takes_its_own_place_in_its_series(
    desk: Desk, fields: ContactFields
) -> None:
    key = desk.do(contacts.create, fields)
    version = desk.read(contacts.details, key).version
    dates = desk.read(series.preview, fields, weekly(MON, count=3), MONDAY, left_out={key})
    assert all(each.free for each in dates)
    desk.do(series.repeat, key, version, fields, weekly(MON, count=3), today=MONDAY)
    assert days(desk) == [day(0, MON), day(1, MON), day(2, MON)]
    assert contact_on(desk, MONDAY) == key
    well_formed(desk)
    desk.undo()
    assert days(desk) == [MONDAY]


def test_a_contact_that_cannot_begin_the_series_is_refused(
    desk: Desk, fields: ContactFields
) -> None:
    key = desk.do(contacts.create, fields)
    version = desk.read(contacts.details, key).version
    with pytest.raises(PlanError, match="egen dag"):
        desk.do(series.repeat, key, version, fields, weekly(TUE, count=3), today=MONDAY)
    with pytest.raises(ChangedMeanwhile):
        desk.do(series.repeat, key, version - 1, fields, weekly(MON, count=3), today=MONDAY)
    desk.do(series.repeat, key, version, fields, weekly(MON, count=3), today=MONDAY)
    version = desk.read(contacts.details, key).version
    with pytest.raises(PlanError, match="allerede en del"):
        desk.do(series.repeat, key, version, fields, weekly(MON, count=3), today=MONDAY)


# indtil videre


def _steps(session: Session, kind: StepKind) -> int:
    from sqlalchemy import func, select

    question = select(func.count()).select_from(JournalStep).where(JournalStep.kind == kind)
    return session.scalar(question) or 0


def test_a_series_without_end_is_topped_up_by_the_program_and_not_undone(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(MON), today=MONDAY)
    assert days(desk)[-1] == day(26, MON)
    upkeep = desk.read(_steps, StepKind.UPKEEP)
    assert desk.upkeep(series.top_up, day(2, WED)) == 2
    assert days(desk)[-1] == day(28, MON)
    assert desk.read(_steps, StepKind.UPKEEP) == upkeep + 1
    assert desk.undo_state().undo == "Ny serie med A.M."
    well_formed(desk)


def test_undoing_a_new_series_takes_along_what_the_program_made_of_it_and_nothing_else(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(MON), today=MONDAY)
    later = replace(fields, span=replace(fields.span, day=day(0, THU)))
    desk.do(series.create, later, weekly(THU), today=MONDAY)
    for week in (2, 5):
        assert desk.upkeep(series.top_up, day(week, WED)) > 0
    both = days(desk)
    assert desk.undo() == "Ny serie med A.M."
    assert days(desk) == [one for one in both if one.weekday() == MON]
    assert len(everything(desk)) == 3 * len(days(desk)) + 1  # with worker and citizen; the series
    assert desk.redo() == "Ny serie med A.M."
    desk.upkeep(series.top_up, day(5, WED))
    assert days(desk) == both
    assert desk.undo() == "Ny serie med A.M."
    assert days(desk) == [one for one in both if one.weekday() == MON]
    well_formed(desk)


def test_what_a_colleague_did_with_a_contact_the_program_made_stands_in_the_way(
    desk: Desk, colleagues_desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(MON), today=MONDAY)
    desk.upkeep(series.top_up, day(2, WED))
    last = contact_on(desk, day(28, MON))
    colleagues_desk.do(contacts.cancel, last, ContactStatus.CANCELLED_BY_CITIZEN, "")
    there = everything(desk)
    with pytest.raises(PlanError, match="En anden har siden"):
        desk.undo()
    assert everything(desk) == there


def test_a_changed_series_that_was_topped_up_goes_back_and_on_by_its_old_rule(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(MON), today=MONDAY)
    to = replace(fields.span, day=day(3, TUE))
    desk.do(
        series_changes.change,
        contact_on(desk, day(3, MON)),
        Scope.ALL,
        SeriesChange(to=to),
        today=MONDAY,
    )
    desk.upkeep(series.top_up, day(2, WED))
    assert desk.undo() is not None
    assert {one.weekday() for one in days(desk)} == {MON}
    assert desk.upkeep(series.top_up, day(2, WED)) > 0
    with pytest.raises(PlanError, match="ført serien videre"):
        desk.redo()
    well_formed(desk)


def test_nothing_is_written_when_nothing_is_due(desk: Desk, fields: ContactFields) -> None:
    desk.do(series.create, fields, weekly(MON), today=MONDAY)
    upkeep = desk.read(_steps, StepKind.UPKEEP)
    for later in range(7):
        assert desk.upkeep(series.top_up, MONDAY + timedelta(days=later)) == 0
    assert desk.read(_steps, StepKind.UPKEEP) == upkeep


def test_topping_up_never_brings_a_deleted_date_back(desk: Desk, fields: ContactFields) -> None:
    desk.do(series.create, fields, weekly(MON), today=MONDAY)
    desk.do(series_changes.delete, contact_on(desk, day(3, MON)), Scope.THIS, today=MONDAY)
    desk.do(contacts.delete, contact_on(desk, day(26, MON)))
    desk.upkeep(series.top_up, day(5, MON))
    assert day(3, MON) not in days(desk)
    assert day(26, MON) not in days(desk)
    assert days(desk)[-1] == day(31, MON)


def test_a_day_skipped_ahead_of_time_is_not_made(desk: Desk, fields: ContactFields) -> None:
    key = desk.do(series.create, fields, weekly(MON), today=MONDAY)

    def skip(session: Session) -> None:
        session.get_one(Series, key).skip({day(27, MON)})
        describe(session, "Spring over")

    desk.do(skip)
    assert desk.upkeep(series.top_up, day(1, MON)) == 0
    assert desk.upkeep(series.top_up, day(2, MON)) == 1
    assert days(desk)[-2:] == [day(26, MON), day(28, MON)]


def test_a_long_absence_of_the_program_is_made_up_for(desk: Desk, fields: ContactFields) -> None:
    desk.do(series.create, fields, weekly(TUE, FRI, every=5), today=MONDAY)
    at_once = everything(desk)
    for week in range(1, 80):
        desk.upkeep(series.top_up, day(week, FRI))
    step_by_step = days(desk)
    assert set(at_once) < set(everything(desk))
    assert step_by_step == [
        day(week, weekday) for week in range(0, 106, 5) for weekday in (TUE, FRI)
    ]
    well_formed(desk)


def test_the_program_carries_all_series_on_while_it_is_wanted(
    desk: Desk, fields: ContactFields
) -> None:
    for weekday in (MON, TUE):
        desk.do(series.create, fields, weekly(weekday), today=MONDAY)
    look_after(desk, day(3, FRI), lambda: False)
    assert days(desk)[-1] < day(29, MON)
    told: list[bool] = []
    desk.listen(lambda changes: told.append(changes.undoable))
    look_after(desk, day(30, FRI), lambda: True)
    assert days(desk)[-2:] == [day(56, MON), day(56, TUE)]
    assert told == [False], "whoever shows the week reads it anew once, however many steps"


def test_topping_up_in_small_steps_gives_the_same(desk: Desk, fields: ContactFields) -> None:
    for weekday in (MON, TUE, WED):
        desk.do(series.create, fields, weekly(weekday), today=MONDAY)
    steps = [desk.upkeep(series.top_up, day(3, FRI), most=4) for _ in range(4)]
    assert steps == [7, 4, 0, 0]
    assert days(desk)[-3:] == [day(29, MON), day(29, TUE), day(29, WED)]


def test_ended_series_are_not_topped_up(
    desk: Desk, fields: ContactFields, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.do(series.create, fields, weekly(MON, count=3), today=MONDAY)
    desk.do(series.create, fields, weekly(TUE, until=day(3, TUE)), today=MONDAY)
    assert desk.upkeep(series.top_up, day(60, MON)) == 0
    assert rules(desk) == [
        "hver uge mandag kl. 9.00, 3 gange",
        "hver uge tirsdag kl. 9.00, til og med tirsdag 15. december 2026",
    ]
