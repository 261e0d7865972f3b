"""Own time as a worker handles it: planned, opened, changed, moved, deleted."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.appointment_fields import OWN_KINDS, AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.services import appointments
from bostoette.services.desk import Desk
from bostoette.store.faults import ChangedMeanwhile
from bostoette.store.journal import describe
from bostoette.store.weeks import appointments_of_workers
from tests.clock import MONDAY, At

SUNDAY = MONDAY.replace(day=29)


@pytest.fixture
def meeting(at: At) -> AppointmentFields:
    return AppointmentFields(at(1, "8.00", 60), AppointmentKind.MEETING, "Teammøde")


@pytest.fixture
def key(desk: Desk, worker_id: Key, meeting: AppointmentFields) -> Key:
    return desk.do(appointments.create, worker_id, meeting)


@pytest.fixture
def imported(desk: Desk, worker_id: Key, at: At) -> Key:
    def read_in(session: Session) -> Key:
        span = at(2, "8.00", 60)
        row = Appointment(
            worker_id=worker_id,
            kind=AppointmentKind.IMPORTED,
            day=span.day,
            start=span.start,
            minutes=span.minutes,
        )
        session.add(row)
        session.flush()
        describe(session, "Importér kalender")
        return row.id

    return desk.do(read_in)


def test_own_time_stands_in_the_week_with_its_title(desk: Desk, key: Key, worker_id: Key) -> None:
    (shown,) = desk.read(appointments_of_workers, [worker_id], MONDAY, SUNDAY)
    assert (shown.id, shown.title, shown.kind) == (key, "Teammøde", AppointmentKind.MEETING)
    assert desk.undo() == "Ny egen tid: møde"
    assert desk.read(appointments_of_workers, [worker_id], MONDAY, SUNDAY) == ()


def test_own_time_is_found_again_as_it_was_filled_in(
    desk: Desk, key: Key, worker_id: Key, meeting: AppointmentFields
) -> None:
    found = desk.read(appointments.details, key)
    assert (found.fields, found.worker_id) == (meeting, worker_id)


def test_own_time_is_changed_by_its_form(desk: Desk, key: Key, at: At) -> None:
    other = AppointmentFields(at(3, "10.00", 15), AppointmentKind.BREAK)
    desk.do(appointments.change, key, desk.read(appointments.details, key).version, other)
    assert desk.read(appointments.details, key).fields == other
    assert desk.undo() == "Ret egen tid: pause"


def test_a_stale_form_overwrites_nothing(
    desk: Desk, colleagues_desk: Desk, key: Key, meeting: AppointmentFields, at: At
) -> None:
    version = desk.read(appointments.details, key).version
    colleagues_desk.do(appointments.move, key, at(1, "9.00", 60))
    with pytest.raises(ChangedMeanwhile):
        desk.do(appointments.change, key, version, meeting)
    assert desk.read(appointments.details, key).fields.span == at(1, "9.00", 60)


@pytest.mark.parametrize(
    ("weekday", "start", "minutes", "said"),
    [
        (3, "8.00", 60, "Flyt møde til torsdag"),
        (1, "8.30", 60, "Flyt møde til kl. 08.30"),
        (1, "8.00", 90, "Ret længden for møde"),
    ],
)
def test_a_move_names_its_step(
    desk: Desk, key: Key, at: At, weekday: int, start: str, minutes: int, said: str
) -> None:
    desk.do(appointments.move, key, at(weekday, start, minutes))
    assert desk.read(appointments.details, key).fields.span == at(weekday, start, minutes)
    assert desk.undo_state().undo == said


def test_moving_to_the_same_place_is_no_step(desk: Desk, key: Key, at: At) -> None:
    desk.do(appointments.move, key, at(1, "8.00", 60))
    assert desk.undo_state().undo == "Ny egen tid: møde"


def test_deleted_own_time_comes_back_by_undo(desk: Desk, key: Key) -> None:
    desk.do(appointments.delete, key)
    with pytest.raises(PlanError, match="findes ikke længere"):
        desk.read(appointments.details, key)
    assert desk.undo() == "Slet egen tid: møde"
    assert desk.read(appointments.details, key).fields.title == "Teammøde"


def test_time_read_from_a_calendar_is_changed_there(desk: Desk, imported: Key, at: At) -> None:
    with pytest.raises(PlanError, match="rettes dér"):
        desk.do(appointments.move, imported, at(3, "8.00", 60))
    with pytest.raises(PlanError, match="rettes dér"):
        desk.do(appointments.delete, imported)
    with pytest.raises(PlanError, match="rettes dér"):
        desk.read(appointments.details, imported)


def test_nobody_makes_imported_time_by_hand(at: At) -> None:
    assert AppointmentKind.IMPORTED not in OWN_KINDS
    with pytest.raises(PlanError, match="det skrevne står der stadig"):
        AppointmentFields(at(1, "8.00", 60), AppointmentKind.IMPORTED)


def test_what_looks_like_a_cpr_number_is_never_stored_as_a_title(
    desk: Desk, worker_id: Key, at: At
) -> None:
    fields = AppointmentFields(at(1, "8.00", 60), AppointmentKind.OTHER, "Journal 010180-1234")
    with pytest.raises(PlanError, match="CPR-nummer"):
        desk.do(appointments.create, worker_id, fields)


def never_off(_day: date) -> bool:
    return False


@pytest.fixture
def weekly_meeting(desk: Desk, worker_id: Key, meeting: AppointmentFields) -> tuple[Key, ...]:
    rule = SeriesRule(1, (1,), meeting.span.day, 480, 60, count=4)
    return desk.do(appointments.repeat, worker_id, meeting, rule, never_off)


def days_of(desk: Desk, worker: Key) -> list[date]:
    shown = desk.read(appointments_of_workers, [worker], MONDAY, MONDAY + timedelta(weeks=8))
    return [one.day for one in shown]


def test_repeated_own_time_is_one_step_and_stands_on_each_of_its_days(
    desk: Desk, worker_id: Key, weekly_meeting: tuple[Key, ...]
) -> None:
    tuesday = MONDAY + timedelta(days=1)
    assert days_of(desk, worker_id) == [tuesday + timedelta(weeks=week) for week in range(4)]
    assert desk.undo() == "Ny egen tid: møde, 4 gange"
    assert days_of(desk, worker_id) == []


def test_own_time_is_not_repeated_on_holidays(
    desk: Desk, worker_id: Key, meeting: AppointmentFields
) -> None:
    rule = SeriesRule(1, (1,), meeting.span.day, 480, 60, count=2)
    second = meeting.span.day + timedelta(weeks=1)
    desk.do(appointments.repeat, worker_id, meeting, rule, second.__eq__)
    assert days_of(desk, worker_id) == [meeting.span.day]
    with pytest.raises(PlanError, match="helligdage"):
        desk.do(appointments.repeat, worker_id, meeting, rule, lambda _day: True)


def test_own_time_without_an_end_is_refused_with_a_sentence(
    desk: Desk, worker_id: Key, meeting: AppointmentFields
) -> None:
    rule = SeriesRule(1, (1,), meeting.span.day, 480, 60)
    with pytest.raises(PlanError, match="til en dato eller et antal gange"):
        desk.do(appointments.repeat, worker_id, meeting, rule, never_off)


def test_this_and_the_following_move_to_another_weekday_and_time_together(
    desk: Desk, worker_id: Key, weekly_meeting: tuple[Key, ...], at: At
) -> None:
    found = desk.read(appointments.details, weekly_meeting[1])
    assert found.later == 2
    on_thursday = found.fields.span.moved(days=2, minutes=60)
    wanted = AppointmentFields(on_thursday, AppointmentKind.DOCUMENTATION)
    desk.do(appointments.change, found.id, found.version, wanted, following=True)
    weekdays = [day.weekday() for day in days_of(desk, worker_id)]
    assert weekdays == [1, 3, 3, 3]
    assert desk.undo() == "Ret egen tid: dokumentation, 3 gange"
    assert [day.weekday() for day in days_of(desk, worker_id)] == [1, 1, 1, 1]


def test_one_of_a_repetition_is_moved_and_deleted_alone(
    desk: Desk, worker_id: Key, weekly_meeting: tuple[Key, ...], at: At
) -> None:
    desk.do(appointments.move, weekly_meeting[0], at(0, "8.00", 60))
    desk.do(appointments.delete, weekly_meeting[2])
    assert [day.weekday() for day in days_of(desk, worker_id)] == [0, 1, 1]


def test_this_and_the_following_are_deleted_in_one_step(
    desk: Desk, worker_id: Key, weekly_meeting: tuple[Key, ...]
) -> None:
    desk.do(appointments.delete, weekly_meeting[1], following=True)
    assert len(days_of(desk, worker_id)) == 1
    assert desk.undo() == "Slet egen tid: møde, 3 gange"
    assert len(days_of(desk, worker_id)) == 4


def test_own_time_that_stands_alone_has_none_following(desk: Desk, key: Key) -> None:
    assert desk.read(appointments.details, key).later == 0
