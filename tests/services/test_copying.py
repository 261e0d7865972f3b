"""A week or a day copied to another: seen first, merged, one step, and never a silent nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.worker_fields import AbsenceFields
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.planning.copying import CopyFate, CopyLine, CopyWish
from bostoette.services import appointments, citizens, contacts, copying, ending, series, workers
from bostoette.services.desk import Desk
from bostoette.store.weeks import appointments_of_workers, contacts_of_workers
from tests.clock import MONDAY, At

TODAY = MONDAY
NEXT = MONDAY + timedelta(weeks=1)
LAST = date(2027, 1, 31)


@pytest.fixture
def fields(fields: ContactFields) -> ContactFields:
    return replace(
        fields,
        agenda=("Ugens skema",),
        agreed_with_citizen=True,
    )


@pytest.fixture
def week(worker_id: Key) -> CopyWish:
    """Week 48 to week 49."""
    return CopyWish((worker_id,), MONDAY, (NEXT,))


@pytest.fixture
def seen(desk: Desk) -> Callable[[CopyWish], tuple[CopyLine, ...]]:
    return lambda wish: desk.read(copying.preview, wish, TODAY)


Seen = Callable[[CopyWish], tuple[CopyLine, ...]]


def copy_all(desk: Desk, wish: CopyWish) -> int:
    lines = desk.read(copying.preview, wish, TODAY)
    return desk.do(copying.copy, wish, [line.key for line in lines], TODAY)


def told(lines: tuple[CopyLine, ...]) -> list[tuple[CopyFate, str]]:
    return [(line.fate, line.why) for line in lines]


def test_a_copy_is_planned_anew_and_neither_agreed_nor_held(
    desk: Desk, visit: Key, week: CopyWish, worker_id: Key, fields: ContactFields
) -> None:
    desk.do(contacts.hold, visit)
    assert copy_all(desk, week) == 1
    (copied,) = desk.read(contacts_of_workers, [worker_id], NEXT, LAST)
    found = desk.read(contacts.details, copied.id)
    wanted = replace(fields, span=fields.span.moved(days=7), agreed_with_citizen=False)
    assert found.fields == wanted
    assert (found.status, found.actual_minutes) == (ContactStatus.PLANNED, None)
    assert found.series_id is None


def test_one_undo_takes_a_whole_copied_week_back(
    desk: Desk, visit: Key, week: CopyWish, worker_id: Key, fields: ContactFields, at: At
) -> None:
    desk.do(contacts.create, replace(fields, span=at(3, "13.00", 15), form=ContactForm.PHONE))
    three = replace(week, targets=(NEXT, NEXT + timedelta(weeks=2)))
    assert copy_all(desk, three) == 4
    assert desk.undo_state().undo == "Kopiér uge 48 til uge 49 og 51"
    desk.undo()
    assert desk.read(contacts_of_workers, [worker_id], NEXT, LAST) == ()


def test_what_stands_there_already_is_not_doubled(
    desk: Desk, visit: Key, week: CopyWish, seen: Seen
) -> None:
    copy_all(desk, week)
    assert told(seen(week)) == [(CopyFate.SKIPPED, "står der allerede")]


def test_a_copy_that_copies_nothing_says_so(desk: Desk, visit: Key, week: CopyWish) -> None:
    copy_all(desk, week)
    with pytest.raises(PlanError, match="ikke noget at kopiere"):
        copy_all(desk, week)
    with pytest.raises(PlanError, match="ikke noget at kopiere"):
        desk.do(copying.copy, week, [], TODAY)


@pytest.mark.parametrize(
    "status", [ContactStatus.CANCELLED_BY_CITIZEN, ContactStatus.NO_SHOW, ContactStatus.CONVERTED]
)
def test_what_came_to_nothing_is_left_out_and_says_why(
    desk: Desk, visit: Key, week: CopyWish, seen: Seen, status: ContactStatus
) -> None:
    desk.do(contacts.cancel, visit, status, "")
    assert told(seen(week)) == [(CopyFate.SKIPPED, f"var {status.danish}")]


def test_what_is_called_off_in_the_target_is_asked_about(
    desk: Desk, visit: Key, week: CopyWish, seen: Seen, worker_id: Key
) -> None:
    copy_all(desk, week)
    (copied,) = desk.read(contacts_of_workers, [worker_id], NEXT, LAST)
    desk.do(contacts.cancel, copied.id, ContactStatus.CANCELLED_BY_CITIZEN, "")
    assert told(seen(week)) == [(CopyFate.ASKED, "er aflyst dér")]


def test_a_series_that_has_its_own_contact_there_is_left_out(
    desk: Desk, fields: ContactFields, week: CopyWish, seen: Seen
) -> None:
    rule = SeriesRule(1, (0,), MONDAY, 540, 60)
    desk.do(series.create, fields, rule, today=TODAY)
    assert told(seen(week)) == [(CopyFate.SKIPPED, "står der allerede")]
    moved = desk.read(contacts_of_workers, week.workers, NEXT, NEXT)[0]
    desk.do(contacts.move, moved.id, moved.span.moved(days=1, minutes=60))
    assert told(seen(week)) == [(CopyFate.SKIPPED, "serien har sin egen kontakt der")]
    far = replace(week, targets=(MONDAY + timedelta(weeks=40),))
    assert told(seen(far)) == [
        (CopyFate.SKIPPED, "serien lægger selv kontakten ind, når ugen nærmer sig")
    ]


def test_a_series_that_does_not_fall_there_is_asked_about(
    desk: Desk, fields: ContactFields, week: CopyWish, seen: Seen
) -> None:
    desk.do(series.create, fields, SeriesRule(2, (0,), MONDAY, 540, 60), today=TODAY)
    assert told(seen(week)) == [(CopyFate.ASKED, "serien falder ikke i den uge")]
    assert copy_all(desk, week) == 1


def test_a_date_taken_out_of_its_series_is_asked_about(
    desk: Desk, fields: ContactFields, week: CopyWish, seen: Seen
) -> None:
    rule = SeriesRule(1, (0,), MONDAY, 540, 60)
    desk.do(series.create, fields, rule, {NEXT: None}, today=TODAY)
    assert told(seen(week)) == [(CopyFate.ASKED, "er taget ud af serien i den uge")]


def test_citizens_who_have_stopped_are_left_out(
    desk: Desk, visit: Key, week: CopyWish, seen: Seen, citizen_id: Key
) -> None:
    version = desk.read(citizens.details, citizen_id).version
    desk.do(ending.change_status, citizen_id, version, CitizenStatus.PAUSED, NEXT, stop=False)
    assert told(seen(week)) == [(CopyFate.SKIPPED, "A.M. er på pause")]


def test_a_pause_that_begins_later_stops_nothing_before(
    desk: Desk, visit: Key, week: CopyWish, seen: Seen, citizen_id: Key
) -> None:
    version = desk.read(citizens.details, citizen_id).version
    later = NEXT + timedelta(days=1)
    desk.do(ending.change_status, citizen_id, version, CitizenStatus.PAUSED, later, stop=False)
    assert told(seen(week)) == [(CopyFate.COPIED, "")]


def test_a_group_goes_on_without_the_one_who_has_stopped(
    desk: Desk, fields: ContactFields, week: CopyWish, seen: Seen, citizen_id: Key, worker_id: Key
) -> None:
    other = desk.do(citizens.create, CitizenFields("Bo Krag"))
    desk.do(contacts.create, replace(fields, citizens=(citizen_id, other)))
    version = desk.read(citizens.details, citizen_id).version
    desk.do(ending.change_status, citizen_id, version, CitizenStatus.ENDED, NEXT)
    assert told(seen(week)) == [(CopyFate.COPIED, "A.M. er afsluttet og kommer ikke med")]
    copy_all(desk, week)
    (copied,) = desk.read(contacts_of_workers, [worker_id], NEXT, LAST)
    assert [one.initials for one in copied.citizens] == ["B.K."]


def test_holidays_and_absences_are_asked_about_and_can_be_taken_along(
    desk: Desk, visit: Key, worker_id: Key, week: CopyWish, seen: Seen
) -> None:
    away = AbsenceFields(NEXT, NEXT, AbsenceKind.COURSE)
    desk.do(workers.add_absence, desk.actor_id, worker_id, away)
    assert told(seen(week)) == [(CopyFate.ASKED, "M.J. er på kursus")]
    christmas = CopyWish((worker_id,), MONDAY, (date(2026, 12, 25),), days=1)
    assert told(seen(christmas)) == [(CopyFate.ASKED, "Juledag")]
    day_before = CopyWish((worker_id,), MONDAY, (date(2026, 12, 24),), days=1)
    assert told(seen(day_before)) == [(CopyFate.ASKED, "Juleaftensdag")]
    assert copy_all(desk, week) == 1


def test_days_that_have_passed_are_asked_about(desk: Desk, visit: Key, week: CopyWish) -> None:
    lines = desk.read(copying.preview, week, NEXT + timedelta(days=1))
    assert told(lines) == [(CopyFate.ASKED, "dagen er gået")]


def test_a_copy_that_meets_something_else_says_what(
    desk: Desk, visit: Key, week: CopyWish, seen: Seen, fields: ContactFields
) -> None:
    other = desk.do(citizens.create, CitizenFields("Bo Krag"))
    there = replace(fields, span=fields.span.moved(days=7, minutes=30), citizens=(other,))
    desk.do(contacts.create, there)
    assert told(seen(week)) == [(CopyFate.COPIED, "samtidig med besøg B.K. 09.30–10.30")]


def test_own_time_comes_along_on_wish_only(
    desk: Desk, worker_id: Key, week: CopyWish, at: At
) -> None:
    own = AppointmentFields(at(1, "8.00", 45), AppointmentKind.MEETING, "Teammøde")
    desk.do(appointments.create, worker_id, own)
    with pytest.raises(PlanError, match="ikke noget at kopiere"):
        copy_all(desk, week)
    assert copy_all(desk, replace(week, own_time=True)) == 1
    (copied,) = desk.read(appointments_of_workers, [worker_id], NEXT, LAST)
    assert (copied.title, copied.day) == ("Teammøde", NEXT + timedelta(days=1))
    with pytest.raises(PlanError, match="ikke noget at kopiere"):
        copy_all(desk, replace(week, own_time=True))


def test_a_day_is_copied_to_several_days(
    desk: Desk, visit: Key, worker_id: Key, fields: ContactFields, at: At
) -> None:
    desk.do(contacts.create, replace(fields, span=at(1, "9.00", 60)))
    to = (MONDAY + timedelta(days=2), MONDAY + timedelta(days=4))
    assert copy_all(desk, CopyWish((worker_id,), MONDAY, to, days=1)) == 2
    assert desk.undo_state().undo == "Kopiér man. 23. nov. til ons. 25. nov. og fre. 27. nov."


def test_a_contact_of_two_chosen_workers_is_copied_once(
    desk: Desk, fields: ContactFields, worker_id: Key, colleague_id: Key
) -> None:
    desk.do(contacts.create, replace(fields, workers=(worker_id, colleague_id)))
    assert copy_all(desk, CopyWish((worker_id, colleague_id), MONDAY, (NEXT,))) == 1


def test_only_the_chosen_workers_week_is_copied(
    desk: Desk, fields: ContactFields, colleague_id: Key, week: CopyWish, seen: Seen
) -> None:
    desk.do(contacts.create, replace(fields, workers=(colleague_id,)))
    assert seen(week) == ()


def test_nowhere_nobody_or_onto_itself_is_told_in_a_sentence(worker_id: Key) -> None:
    for workers_, targets in (((worker_id,), ()), ((worker_id,), (MONDAY,)), ((), (NEXT,))):
        with pytest.raises(PlanError, match="Intet er ændret"):
            CopyWish(workers_, MONDAY, targets)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(7, 17), st.sampled_from(list(ContactForm))),
        max_size=6,
    ),
    st.sets(st.integers(1, 6), min_size=1, max_size=3),
)
def test_copying_twice_is_copying_once_and_undo_leaves_nothing(
    desk: Desk,
    fields: ContactFields,
    worker_id: Key,
    made: list[tuple[int, int, ContactForm]],
    ahead: set[int],
) -> None:
    for weekday, hour, form in made:
        span = replace(fields.span, day=MONDAY + timedelta(days=weekday), start=hour * 60)
        desk.do(contacts.create, replace(fields, span=span, form=form))
    targets = tuple(MONDAY + timedelta(weeks=weeks) for weeks in sorted(ahead))
    wish = CopyWish((worker_id,), MONDAY, targets)
    before = desk.read(contacts_of_workers, [worker_id], MONDAY, LAST)
    lines = desk.read(copying.preview, wish, TODAY)
    wanted = [line.key for line in lines if line.fate is CopyFate.COPIED]
    if wanted:
        assert desk.do(copying.copy, wish, wanted, TODAY) == len(wanted)
        again = desk.read(copying.preview, wish, TODAY)
        assert not {line.key for line in again if line.fate is CopyFate.COPIED} & set(wanted)
        desk.undo()
    assert desk.read(contacts_of_workers, [worker_id], MONDAY, LAST) == before
    for contact in before:
        desk.do(contacts.delete, contact.id)


def test_weeks_over_new_year_are_named_as_danes_number_them(worker_id: Key) -> None:
    wish = CopyWish((worker_id,), IsoWeek(2026, 52).monday, (IsoWeek(2027, 1).monday,))
    assert wish.label == "Kopiér uge 52 til uge 1"
