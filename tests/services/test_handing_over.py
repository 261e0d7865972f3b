"""Handing a contact over, and copying it to another time."""

import pytest

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.services import appointments, contacts, handing_over
from bostoette.services.desk import Desk
from bostoette.services.month import busy_days
from bostoette.services.week import week_of
from tests.clock import MONDAY, At


@pytest.fixture
def visit(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Key:
    fields = ContactFields(
        at(0, "9.00", 60), ContactForm.PHYSICAL, "practical_help", (worker_id,), (citizen_id,)
    )
    return desk.do(contacts.create, fields)


def test_a_colleague_takes_a_contact_over_and_undo_gives_it_back(
    desk: Desk, visit: Key, worker_id: Key, colleague_id: Key, at: At
) -> None:
    desk.do(handing_over.hand_over, visit, worker_id, colleague_id, at(0, "10.00", 60))
    fields = desk.read(contacts.details, visit).fields
    assert (fields.workers, fields.span) == ((colleague_id,), at(0, "10.00", 60))
    assert desk.undo_state().undo == "Giv A.M. til K.L."
    desk.undo()
    fields = desk.read(contacts.details, visit).fields
    assert (fields.workers, fields.span) == ((worker_id,), at(0, "9.00", 60))


def test_a_contact_is_not_handed_to_who_takes_part_nor_when_it_is_held(
    desk: Desk, visit: Key, worker_id: Key, colleague_id: Key, at: At
) -> None:
    to = at(0, "10.00", 60)
    with pytest.raises(PlanError, match="allerede med"):
        desk.do(handing_over.hand_over, visit, worker_id, worker_id, to)
    desk.do(contacts.hold, visit)
    with pytest.raises(PlanError, match="afholdt"):
        desk.do(handing_over.hand_over, visit, worker_id, colleague_id, to)


def test_a_copy_is_planned_at_its_time_and_agreed_with_nobody_in_one_step(
    desk: Desk, visit: Key, worker_id: Key, at: At
) -> None:
    copy = desk.do(handing_over.copy_to, visit, at(2, "13.00", 45))
    fields = desk.read(contacts.details, copy).fields
    assert fields.span == at(2, "13.00", 45)
    assert not fields.agreed_with_citizen
    week = IsoWeek.of(MONDAY)
    assert len(desk.read(week_of, (worker_id,), week).contacts) == 2
    desk.undo()
    assert [one.id for one in desk.read(week_of, (worker_id,), week).contacts] == [visit]


def test_own_time_is_copied_and_imported_time_is_not(desk: Desk, worker_id: Key, at: At) -> None:
    fields = AppointmentFields(at(0, "12.00", 30), AppointmentKind.BREAK, "Frokost")
    own = desk.do(appointments.create, worker_id, fields)
    copy = desk.do(handing_over.copy_own_time_to, own, at(1, "12.00", 30))
    assert desk.read(appointments.details, copy).fields.title == "Frokost"
    with pytest.raises(PlanError, match="kan ikke kopieres"):
        desk.do(handing_over.copy_own_time_to, b"nobody", at(1, "12.00", 30))


def test_the_days_with_contacts_are_known_for_the_workers_asked_about(
    desk: Desk, visit: Key, worker_id: Key, colleague_id: Key
) -> None:
    week = IsoWeek.of(MONDAY)
    days = (week.monday, week.sunday)
    assert desk.read(busy_days, (worker_id,), *days) == {MONDAY}
    assert desk.read(busy_days, (colleague_id,), *days) == frozenset()
