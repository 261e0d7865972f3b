"""A series that is changed: this, this and the following, all."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series import Series
from bostoette.models.series_change import DateFate, Scope, SeriesChange, SeriesEnd
from bostoette.models.series_rule import SeriesRule
from bostoette.models.task import Task, TaskKind
from bostoette.models.timespan import TimeSpan
from bostoette.planning.recurrence import occurrences
from bostoette.services import contacts, series, series_changes
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

FOLLOWING, ALL, THIS = Scope.FOLLOWING, Scope.ALL, Scope.THIS


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key) -> ContactFields:
    return visit_with(worker_id, citizen_id)


@pytest.fixture
def six_tuesdays(desk: Desk, fields: ContactFields) -> Key:
    return desk.do(series.create, fields, weekly(TUE, first=day(0, TUE), count=6), today=MONDAY)


def at(when: date, clock: int = NINE, minutes: int = 60) -> TimeSpan:
    return TimeSpan(when, clock, minutes)


def move(desk: Desk, scope: Scope, from_day: date, to: TimeSpan, today: date = MONDAY) -> None:
    key = contact_on(desk, from_day)
    desk.do(series_changes.change, key, scope, SeriesChange(to=to), today=today)
    well_formed(desk)


def ask(desk: Desk, scope: Scope, from_day: date, asked: SeriesChange) -> None:
    desk.do(series_changes.change, contact_on(desk, from_day), scope, asked, today=MONDAY)
    well_formed(desk)


def tuesdays(*weeks: int) -> list[date]:
    return [day(week, TUE) for week in weeks]


# the weekday follows


def test_this_and_following_moved_to_another_weekday_take_the_weekday_along(
    desk: Desk, six_tuesdays: Key
) -> None:
    move(desk, FOLLOWING, day(2, TUE), at(day(2, THU), NINE + 60))
    assert days(desk) == [*tuesdays(0, 1), *(day(week, THU) for week in range(2, 6))]
    assert [span.start for span in spans(desk)] == [NINE] * 2 + [NINE + 60] * 4
    assert rules(desk) == [
        "hver uge tirsdag kl. 9.00, 2 gange",
        "hver uge torsdag kl. 10.00, 4 gange",
    ]

    def carried_on_from(session: Session) -> list[Key | None]:
        return list(session.scalars(select(Series.split_from).order_by(Series.id)))

    assert desk.read(carried_on_from) == [None, six_tuesdays]


def test_all_moved_stay_one_series_on_the_new_weekday(desk: Desk, six_tuesdays: Key) -> None:
    move(desk, ALL, day(3, TUE), at(day(3, FRI)))
    assert days(desk) == [day(week, FRI) for week in range(6)]
    assert rules(desk) == ["hver uge fredag kl. 9.00, 6 gange"]


def test_an_endless_series_is_topped_up_on_its_new_weekday(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(TUE), today=MONDAY)
    move(desk, FOLLOWING, day(4, TUE), at(day(5, WED)))
    desk.upkeep(series.top_up, day(10, MON))
    well_formed(desk)
    assert days(desk) == [*tuesdays(0, 1, 2, 3), *(day(week, WED) for week in range(5, 36))]


def test_the_other_weekdays_of_an_endless_series_go_on(desk: Desk, fields: ContactFields) -> None:
    desk.do(series.create, fields, weekly(TUE, THU), today=MONDAY)
    move(desk, FOLLOWING, day(1, TUE), at(day(1, FRI)))
    desk.upkeep(series.top_up, day(3, MON))
    well_formed(desk)
    moved = [day(week, weekday) for week in range(1, 29) for weekday in (THU, FRI)]
    assert days(desk) == [day(0, TUE), day(0, THU), *moved]


def test_an_endless_series_moved_weeks_ahead_is_topped_up_without_twins(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(TUE, every=4), today=MONDAY)
    move(desk, FOLLOWING, day(4, TUE), at(day(7, WED)))
    for week in range(1, 10):
        desk.upkeep(series.top_up, day(week, MON))
    well_formed(desk)
    assert days(desk) == [day(0, TUE), *(day(week, WED) for week in range(7, 35, 4))]


# ten times stay ten times


def test_ten_times_stay_ten_times_in_all_and_the_split_date_comes_once(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(TUE, count=10), today=MONDAY)
    move(desk, FOLLOWING, day(4, TUE), at(day(4, WED)))
    move(desk, FOLLOWING, day(7, WED), at(day(7, MON)))
    assert len(days(desk)) == len(set(days(desk))) == 10
    assert rules(desk) == [
        "hver uge tirsdag kl. 9.00, 4 gange",
        "hver uge onsdag kl. 9.00, 3 gange",
        "hver uge mandag kl. 9.00, 3 gange",
    ]


def test_eight_times_over_the_summer_time_moved_this_and_following_then_undone(
    desk: Desk, fields: ContactFields
) -> None:
    rule = weekly(TUE, THU, every=3, first=date(2027, 2, 23), count=8)
    desk.do(series.create, fields, rule, today=MONDAY)
    made = everything(desk)
    move(desk, FOLLOWING, date(2027, 3, 16), at(date(2027, 3, 17), NINE + 15))
    moved = everything(desk)
    assert [(span.day, span.start) for span in spans(desk)] == [
        (date(2027, 2, 23), NINE),
        (date(2027, 2, 25), NINE),
        (date(2027, 3, 17), NINE + 15),
        (date(2027, 3, 18), NINE + 15),
        (date(2027, 4, 7), NINE + 15),
        (date(2027, 4, 8), NINE + 15),
        (date(2027, 4, 28), NINE + 15),
        (date(2027, 4, 29), NINE + 15),
    ]
    assert desk.undo() == "Flyt A.M. fra ons. 17. mar. og frem"
    assert everything(desk) == made
    desk.redo()
    assert everything(desk) == moved
    desk.undo()
    desk.undo()
    assert everything(desk) == {}


def test_a_change_can_be_undone_after_a_restart(
    desk: Desk,
    six_tuesdays: Key,
    database: Database,
    database_path: Path,
    data_key: bytes,
    worker_id: Key,
) -> None:
    made = everything(desk)
    move(desk, FOLLOWING, day(2, TUE), at(day(2, THU)))
    database.close()
    reopened = open_database(database_path, data_key)
    again = Desk(reopened, worker_id, Clock())
    again.undo()
    assert everything(again) == made
    reopened.close()


# what was moved or edited by itself keeps its own


def test_an_occurrence_moved_alone_keeps_the_day_that_the_series_gave_it(
    desk: Desk, six_tuesdays: Key
) -> None:
    key = contact_on(desk, day(2, TUE))
    move(desk, THIS, day(2, TUE), at(day(2, FRI)))

    def series_day(session: Session) -> date | None:
        return session.get_one(Contact, key).series_day

    assert desk.read(series_day) == day(2, TUE)
    assert days(desk) == [*tuesdays(0, 1), day(2, FRI), *tuesdays(3, 4, 5)]


def test_an_occurrence_moved_alone_neither_jumps_back_nor_gets_a_twin(
    desk: Desk, six_tuesdays: Key
) -> None:
    move(desk, THIS, day(3, TUE), at(day(3, FRI), 13 * 60))
    move(desk, FOLLOWING, day(1, TUE), at(day(1, THU)))
    assert spans(desk) == [
        at(day(0, TUE)),
        at(day(1, THU)),
        at(day(2, THU)),
        at(day(3, FRI), 13 * 60),
        at(day(4, THU)),
        at(day(5, THU)),
    ]


def test_an_occurrence_moved_alone_does_not_take_the_series_along_to_its_own_time(
    desk: Desk, six_tuesdays: Key
) -> None:
    move(desk, THIS, day(3, TUE), at(day(3, FRI), 13 * 60))
    opened = desk.read(contacts.details, contact_on(desk, day(3, FRI))).fields
    shorter = replace(opened, span=opened.span.lengthened(-30))
    ask(desk, FOLLOWING, day(3, FRI), SeriesChange(fields=shorter))
    assert spans(desk)[3:] == [
        at(day(3, FRI), 13 * 60, 30),
        at(day(4, TUE), minutes=30),
        at(day(5, TUE), minutes=30),
    ]


def test_what_was_edited_alone_stays_and_the_rest_follows(desk: Desk, six_tuesdays: Key) -> None:
    desk.do(contacts.change_form, contact_on(desk, day(3, TUE)), ContactForm.PHONE)
    opened = desk.read(contacts.details, contact_on(desk, day(1, TUE))).fields
    asked = replace(opened, form=ContactForm.VIDEO, plan_b="Ring i stedet")
    ask(desk, FOLLOWING, day(1, TUE), SeriesChange(fields=asked))

    def told(session: Session) -> list[tuple[str, str]]:
        found = session.scalars(select(Contact).order_by(Contact.day))
        return [(one.form.value, one.plan_b) for one in found]

    assert desk.read(told) == [
        ("physical", ""),
        ("video", "Ring i stedet"),
        ("video", "Ring i stedet"),
        ("phone", "Ring i stedet"),
        ("video", "Ring i stedet"),
        ("video", "Ring i stedet"),
    ]


def test_other_people_take_over_this_and_the_following(
    desk: Desk, six_tuesdays: Key, colleague_id: Key
) -> None:
    opened = desk.read(contacts.details, contact_on(desk, day(4, TUE))).fields
    asked = SeriesChange(fields=replace(opened, workers=(colleague_id,)))
    ask(desk, FOLLOWING, day(4, TUE), asked)

    def who(session: Session) -> list[Key]:
        found = session.scalars(select(Contact).order_by(Contact.day))
        return [one.workers[0].worker_id for one in found]

    assert desk.read(who)[4:] == [colleague_id, colleague_id]
    assert colleague_id not in desk.read(who)[:4]


def test_contents_changed_for_all_of_an_endless_series_reach_those_made_later(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(TUE), today=MONDAY)
    opened = desk.read(contacts.details, contact_on(desk, day(4, TUE))).fields
    ask(desk, ALL, day(4, TUE), SeriesChange(fields=replace(opened, form=ContactForm.PHONE)))
    desk.upkeep(series.top_up, day(1, MON))
    last = desk.read(contacts.details, contact_on(desk, day(26, TUE)))
    assert last.fields.form is ContactForm.PHONE
    assert rules(desk) == ["hver uge tirsdag kl. 9.00, indtil videre"]


def test_a_date_deleted_alone_stays_away_when_the_series_moves(
    desk: Desk, six_tuesdays: Key
) -> None:
    desk.do(contacts.delete, contact_on(desk, day(3, TUE)))
    move(desk, FOLLOWING, day(2, TUE), at(day(2, WED)))
    assert days(desk) == [*tuesdays(0, 1), day(2, WED), day(4, WED), day(5, WED)]
    move(desk, ALL, day(2, WED), at(day(2, FRI)))
    assert days(desk) == [*tuesdays(0, 1), day(2, FRI), day(4, FRI), day(5, FRI)]


# held contacts never change; deleting asks


def _hold_and_call_off(desk: Desk) -> dict[Key, TimeSpan]:
    """Hold the second, and call the fourth off."""
    held, off = contact_on(desk, day(1, TUE)), contact_on(desk, day(3, TUE))
    desk.do(contacts.hold, held)
    desk.do(contacts.cancel, off, ContactStatus.CANCELLED_BY_CITIZEN, "syg")
    return {held: at(day(1, TUE)), off: at(day(3, TUE))}


def test_held_and_cancelled_contacts_stand_when_all_the_others_move(
    desk: Desk, six_tuesdays: Key
) -> None:
    standing = _hold_and_call_off(desk)
    stood = {row: values for row, values in everything(desk).items() if _about(row, standing)}
    move(desk, ALL, day(4, TUE), at(day(4, WED)))
    assert {row: v for row, v in everything(desk).items() if _about(row, standing)} == stood
    assert days(desk) == [day(0, WED), day(1, TUE), *(day(week, WED) for week in (2, 4, 5))]


def test_held_and_cancelled_contacts_keep_their_contents_when_all_change(
    desk: Desk, six_tuesdays: Key
) -> None:
    standing = _hold_and_call_off(desk)
    opened = desk.read(contacts.details, contact_on(desk, day(4, TUE))).fields
    ask(desk, ALL, day(4, TUE), SeriesChange(fields=replace(opened, form=ContactForm.PHONE)))
    for key in standing:
        assert desk.read(contacts.details, key).fields.form is ContactForm.PHYSICAL
    assert desk.read(contacts.details, contact_on(desk, day(0, TUE))).fields.form == "phone"


def _about(row: tuple[str, str], keys: Iterable[Key]) -> bool:
    return any(row[1].startswith(key.hex()) for key in keys)


def test_a_series_that_is_all_held_but_one_still_counts_right(
    desk: Desk, six_tuesdays: Key
) -> None:
    for week in (0, 1, 2, 4, 5):
        desk.do(contacts.hold, contact_on(desk, day(week, TUE)))
    move(desk, ALL, day(3, TUE), at(day(3, THU)))
    assert days(desk) == [*tuesdays(0, 1, 2), day(3, THU), *tuesdays(4, 5)]


def test_all_begins_today_so_that_what_has_been_stays(desk: Desk, six_tuesdays: Key) -> None:
    move(desk, ALL, day(4, TUE), at(day(4, WED)), today=day(2, MON))
    assert days(desk) == [*tuesdays(0, 1), *(day(week, WED) for week in range(2, 6))]


def test_deleting_one_shows_that_it_takes_one(desk: Desk, six_tuesdays: Key) -> None:
    key = contact_on(desk, day(2, TUE))
    seen = desk.read(series_changes.preview_delete, key, THIS, MONDAY)
    assert [(each.fate, each.was) for each in seen.dates] == [(DateFate.DELETED, at(day(2, TUE)))]
    assert len(days(desk)) == 6
    desk.do(series_changes.delete, key, THIS, today=MONDAY)
    assert days(desk) == tuesdays(0, 1, 3, 4, 5)
    well_formed(desk)


def test_deleting_this_and_following_shows_what_goes_and_what_stands(
    desk: Desk, six_tuesdays: Key
) -> None:
    _hold_and_call_off(desk)
    key = contact_on(desk, day(2, TUE))
    seen = desk.read(series_changes.preview_delete, key, FOLLOWING, MONDAY)
    assert [each.fate for each in seen.dates] == [
        DateFate.DELETED,
        DateFate.FIXED,
        DateFate.DELETED,
        DateFate.DELETED,
    ]
    assert seen.after == "hver uge tirsdag kl. 9.00, 2 gange"
    desk.do(series_changes.delete, key, FOLLOWING, today=MONDAY)
    assert days(desk) == tuesdays(0, 1)
    well_formed(desk)
    assert desk.undo() == "Slet A.M. fra tir. 8. dec. og frem"
    assert len(days(desk)) == 5


def test_deleting_all_leaves_neither_contacts_nor_series(desk: Desk, six_tuesdays: Key) -> None:
    made = everything(desk)
    key = contact_on(desk, day(3, TUE))
    seen = desk.read(series_changes.preview_delete, key, ALL, MONDAY)
    assert (len(seen.dates), seen.after) == (6, "")
    desk.do(series_changes.delete, key, ALL, today=MONDAY)
    assert everything(desk) == {}
    assert desk.undo() == "Slet serien med A.M."
    assert everything(desk) == made
    desk.redo()
    assert everything(desk) == {}


def test_what_somebody_counts_on_is_called_off_instead_of_vanishing(
    desk: Desk, fields: ContactFields, worker_id: Key
) -> None:
    desk.do(
        series.create,
        replace(fields, agreed_with_citizen=True),
        weekly(TUE, first=day(0, TUE), count=2),
        today=MONDAY,
    )
    desk.do(series_changes.delete, contact_on(desk, day(0, TUE)), ALL, today=MONDAY)

    def told(session: Session) -> list[tuple[ContactStatus, str]]:
        found = session.scalars(select(Contact).order_by(Contact.day))
        return [(one.status, one.status_reason) for one in found]

    assert desk.read(told) == [(ContactStatus.CANCELLED_BY_US, "Serien er slettet")] * 2
    well_formed(desk)


def test_a_contact_that_a_task_is_about_is_called_off_too(
    desk: Desk, six_tuesdays: Key, worker_id: Key
) -> None:
    key = contact_on(desk, day(1, TUE))

    def remind(session: Session) -> None:
        task = Task(kind=TaskKind.FOLLOW_UP, worker_id=worker_id, contact_id=key, text="Ring")
        session.add(task)
        describe(session, "Ny opgave")

    desk.do(remind)
    seen = desk.read(series_changes.preview_delete, key, FOLLOWING, MONDAY)
    assert [each.fate for each in seen.dates][:2] == [DateFate.CANCELLED, DateFate.DELETED]
    desk.do(series_changes.delete, key, FOLLOWING, today=MONDAY)
    well_formed(desk)


def test_a_held_contact_of_a_series_cannot_be_deleted(desk: Desk, six_tuesdays: Key) -> None:
    _hold_and_call_off(desk)
    with pytest.raises(PlanError, match="afholdt og hører til det, der er sket"):
        desk.do(series_changes.delete, contact_on(desk, day(1, TUE)), THIS, today=MONDAY)


# the repetition itself


def test_every_week_becomes_every_second_and_the_number_stays(
    desk: Desk, six_tuesdays: Key
) -> None:
    ask(desk, FOLLOWING, day(2, TUE), SeriesChange(every_weeks=2))
    assert days(desk) == tuesdays(0, 1, 2, 4, 6, 8)


def test_another_weekday_is_added_for_all_and_known_contacts_stay_the_same(
    desk: Desk, fields: ContactFields
) -> None:
    rule = weekly(TUE, first=day(0, TUE), until=day(2, FRI))
    desk.do(series.create, fields, rule, today=MONDAY)
    first = contact_on(desk, day(0, TUE))
    ask(desk, ALL, day(1, TUE), SeriesChange(weekdays=(TUE, THU)))
    assert days(desk) == [day(week, weekday) for week in range(3) for weekday in (TUE, THU)]
    assert contact_on(desk, day(0, TUE)) == first


def test_other_weekdays_take_the_contacts_of_the_week_along(desk: Desk, six_tuesdays: Key) -> None:
    third = contact_on(desk, day(2, TUE))
    asked = SeriesChange(weekdays=(MON,), to=at(day(2, TUE), NINE + 30))
    ask(desk, FOLLOWING, day(2, TUE), asked)
    assert spans(desk)[2:] == [at(day(week, MON), NINE + 30) for week in range(2, 6)]
    assert contact_on(desk, day(2, MON)) == third


def test_a_held_contact_counts_when_the_interval_changes(desk: Desk, six_tuesdays: Key) -> None:
    desk.do(contacts.hold, contact_on(desk, day(3, TUE)))
    ask(desk, FOLLOWING, day(2, TUE), SeriesChange(every_weeks=2))
    assert days(desk) == tuesdays(0, 1, 2, 3, 4, 6)


def test_a_series_gets_another_end(desk: Desk, six_tuesdays: Key) -> None:
    ask(desk, ALL, day(2, TUE), SeriesChange(end=SeriesEnd(count=4)))
    assert days(desk) == tuesdays(0, 1, 2, 3)
    ask(desk, ALL, day(2, TUE), SeriesChange(end=SeriesEnd(until=day(6, TUE))))
    assert days(desk) == tuesdays(*range(7))
    ask(desk, FOLLOWING, day(5, TUE), SeriesChange(end=SeriesEnd(count=4)))
    assert days(desk) == tuesdays(*range(9))
    ask(desk, ALL, day(8, TUE), SeriesChange(end=SeriesEnd()))
    assert days(desk) == tuesdays(*range(5 + 27))


def test_fewer_times_than_there_have_been_are_refused(desk: Desk, six_tuesdays: Key) -> None:
    asked = SeriesChange(end=SeriesEnd(count=2))
    key = contact_on(desk, day(4, TUE))
    with pytest.raises(PlanError, match="allerede 2 gange bag sig"):
        desk.do(series_changes.change, key, ALL, asked, today=day(2, MON))


def test_one_contact_alone_has_no_repetition(desk: Desk, six_tuesdays: Key) -> None:
    with pytest.raises(PlanError, match="ingen gentagelse"):
        ask(desk, THIS, day(2, TUE), SeriesChange(every_weeks=2))


# looking first, and choosing


def test_the_preview_of_a_move_lists_every_contact_and_stores_nothing(
    desk: Desk, six_tuesdays: Key
) -> None:
    _hold_and_call_off(desk)
    move(desk, THIS, day(4, TUE), at(day(4, MON), 13 * 60))
    before = everything(desk)
    key = contact_on(desk, day(2, TUE))
    asked = SeriesChange(to=at(day(2, FRI)))
    seen = desk.read(series_changes.preview_change, key, ALL, asked, MONDAY)
    assert [(each.fate, each.to) for each in seen.dates] == [
        (DateFate.MOVED, at(day(0, FRI))),
        (DateFate.FIXED, at(day(1, TUE))),
        (DateFate.MOVED, at(day(2, FRI))),
        (DateFate.FIXED, at(day(3, TUE))),
        (DateFate.KEPT, at(day(4, MON), 13 * 60)),
        (DateFate.MOVED, at(day(5, FRI))),
    ]
    assert everything(desk) == before


def test_a_move_onto_christmas_offers_skip_before_and_after_and_does_as_chosen(
    desk: Desk, six_tuesdays: Key
) -> None:
    key = contact_on(desk, day(1, TUE))
    asked = SeriesChange(to=at(day(1, FRI)))
    seen = desk.read(series_changes.preview_change, key, FOLLOWING, asked, MONDAY)
    (christmas, new_year) = [each for each in seen.dates if each.hit]
    assert christmas.hit is not None
    assert new_year.hit is not None
    assert (christmas.series_day, christmas.hit.holiday) == (day(4, FRI), "Juledag")
    assert new_year.hit.before == day(5, WED)  # Nytårsaftensdag is no better
    choices = {day(4, FRI): None, day(5, FRI): day(5, WED)}
    desk.do(series_changes.change, key, FOLLOWING, asked, choices, today=MONDAY)
    well_formed(desk)
    assert days(desk)[1:] == [day(1, FRI), day(2, FRI), day(3, FRI), day(5, WED)]


def test_the_series_own_contacts_are_no_clash_but_others_are(
    desk: Desk, six_tuesdays: Key, fields: ContactFields
) -> None:
    other = replace(fields, span=at(day(3, TUE), NINE + 45))
    desk.do(contacts.create, other)
    key = contact_on(desk, day(1, TUE))
    asked = SeriesChange(to=at(day(1, TUE), NINE + 15))
    seen = desk.read(series_changes.preview_change, key, FOLLOWING, asked, MONDAY)
    assert [each.hit.clash for each in seen.dates if each.hit] == [
        "M.J. har fysisk besøg med A.M. 09.45–10.45"
    ]


def test_a_stale_form_changes_no_series(
    desk: Desk, colleagues_desk: Desk, six_tuesdays: Key
) -> None:
    key = contact_on(desk, day(1, TUE))
    version = desk.read(contacts.details, key).version
    colleagues_desk.do(contacts.move, key, at(day(1, WED)))
    asked = SeriesChange(to=at(day(1, FRI)))
    with pytest.raises(ChangedMeanwhile):
        desk.do(series_changes.change, key, ALL, asked, today=MONDAY, version=version)


# and for any rule, any split and anything that has happened


def _everything_gone(session: Session) -> None:
    for contact in session.scalars(select(Contact)):
        session.delete(contact)
    session.flush()
    for one in session.scalars(select(Series).order_by(Series.split_from.desc(), Series.id.desc())):
        session.delete(one)
        session.flush()
    describe(session, "Ryd op")


rules_of_any_kind = st.builds(
    SeriesRule,
    st.integers(1, 4),
    st.sets(st.integers(0, 6), min_size=1, max_size=3).map(tuple),
    st.dates(date(2027, 2, 1), date(2027, 3, 31)),
    st.just(NINE),
    st.just(60),
    st.none(),
    st.integers(1, 9),
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), rule=rules_of_any_kind, scope=st.sampled_from([FOLLOWING, ALL]))
def test_any_change_leaves_what_happened_alone_and_comes_back_with_one_key(
    desk: Desk, fields: ContactFields, data: st.DataObject, rule: SeriesRule, scope: Scope
) -> None:
    desk.do(_everything_gone)
    desk.do(series.create, fields, rule, today=MONDAY)
    dates = occurrences(rule, date.max)
    happened = data.draw(st.sets(st.sampled_from(dates), max_size=len(dates) - 1))
    for when in happened:
        desk.do(contacts.hold, contact_on(desk, when))
    opened = data.draw(st.sampled_from(sorted(set(dates) - happened)))
    shift = timedelta(days=data.draw(st.integers(-6, 13)))
    asked = SeriesChange(to=at(opened + shift, NINE + 30))
    made = everything(desk)
    try:
        move(desk, scope, opened, at(opened + shift, NINE + 30))
    except PlanError:
        return
    cut = dates[0] if scope is ALL else opened
    goes_along = opened.weekday()
    expected = sorted(
        when + shift
        if when >= cut and when not in happened and when.weekday() == goes_along
        else when
        for when in dates
    )
    assert days(desk) == expected
    assert asked.to in spans(desk)
    moved = everything(desk)
    desk.undo()
    assert everything(desk) == made
    desk.redo()
    assert everything(desk) == moved
