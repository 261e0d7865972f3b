"""A visit that cannot be held becomes a short call, and a new visit is proposed (P24)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.services import appointments, contacts
from bostoette.services.contact_panel import panel_of
from bostoette.services.conversion import ConversionOffer, conversion_offer
from bostoette.services.desk import Desk
from bostoette.services.week import week_of
from tests.clock import MONDAY, At

NOW = datetime(2026, 11, 23, 8, 5)


def never_off(_day: date) -> bool:
    return False


@pytest.fixture
def fields(fields: ContactFields) -> ContactFields:
    return replace(
        fields,
        phone_number="12 34 56 78",
        agreed_with_citizen=True,
        participants=(Participant("Søster", "pårørende", 540, 560),),
    )


def offer(desk: Desk, key: Key, now: datetime = NOW) -> ConversionOffer:
    return desk.read(conversion_offer, key, now, never_off)


def test_a_converted_visit_stays_and_the_call_says_where_it_comes_from(
    desk: Desk, visit: Key, at: At
) -> None:
    call = desk.do(
        contacts.convert, visit, form=ContactForm.PHONE, to=at(0, "8.15", 15), reason="syg"
    )
    before, after = desk.read(panel_of, visit), desk.read(panel_of, call)
    assert before is not None
    assert after is not None
    assert (before.status, before.status_reason) == (ContactStatus.CONVERTED, "syg")
    assert (before.span, before.form) == (at(0, "9.00", 60), ContactForm.PHYSICAL)
    assert before.replaced_by is not None
    assert before.replaced_by.id == call
    assert after.instead_of is not None
    assert after.instead_of.id == visit
    assert (after.form, after.span) == (ContactForm.PHONE, at(0, "8.15", 15))
    assert after.details.phone == "12 34 56 78"
    assert not after.agreed_with_citizen
    assert not after.participants
    assert desk.undo_state().undo == "Omlæg A.M. til telefonsamtale"


def test_one_undo_takes_call_and_new_visit_away_and_plans_the_visit_again(
    desk: Desk, visit: Key, fields: ContactFields, worker_id: Key, at: At
) -> None:
    desk.do(
        contacts.convert,
        visit,
        form=ContactForm.PHONE,
        to=at(0, "8.15", 15),
        reason="svær dag",
        new_visit=at(2, "9.00", 60),
    )
    week = IsoWeek.of(MONDAY)
    assert len(desk.read(week_of, (worker_id,), week).contacts) == 3
    desk.undo()
    (left,) = desk.read(week_of, (worker_id,), week).contacts
    assert (left.id, left.status) == (visit, ContactStatus.PLANNED)
    assert desk.read(contacts.details, visit).fields == fields
    desk.redo()
    assert len(desk.read(week_of, (worker_id,), week).contacts) == 3


@pytest.mark.parametrize(
    "status",
    [
        ContactStatus.CANCELLED_BY_CITIZEN,
        ContactStatus.CANCELLED_BY_US,
        ContactStatus.NO_SHOW,
        ContactStatus.CONVERTED,
    ],
)
def test_what_is_not_planned_any_more_is_not_converted(
    desk: Desk, visit: Key, status: ContactStatus, at: At
) -> None:
    desk.do(contacts.cancel, visit, status, "syg")
    with pytest.raises(PlanError, match="kun en planlagt kontakt kan omlægges"):
        desk.do(contacts.convert, visit, form=ContactForm.PHONE, to=at(0, "8.15", 15), reason="")


def test_a_held_contact_is_not_converted(desk: Desk, visit: Key, at: At) -> None:
    desk.do(contacts.hold, visit)
    with pytest.raises(PlanError, match="er afholdt"):
        desk.do(contacts.convert, visit, form=ContactForm.PHONE, to=at(0, "8.15", 15), reason="")


def test_a_call_is_moved_and_not_converted_into_a_call(desk: Desk, visit: Key, at: At) -> None:
    desk.do(contacts.change_form, visit, ContactForm.PHONE)
    with pytest.raises(PlanError, match="allerede en telefonsamtale"):
        desk.do(contacts.convert, visit, form=ContactForm.PHONE, to=at(0, "8.15", 15), reason="")


def test_a_reason_never_holds_a_cpr_number(desk: Desk, visit: Key, at: At) -> None:
    with pytest.raises(PlanError, match="CPR-nummer"):
        desk.do(
            contacts.convert,
            visit,
            form=ContactForm.PHONE,
            to=at(0, "8.15", 15),
            reason="010180-1234",
        )
    assert desk.read(contacts.details, visit).status is ContactStatus.PLANNED


def test_the_call_is_offered_at_the_next_quarter_that_everybody_has_free(
    desk: Desk, visit: Key, fields: ContactFields, worker_id: Key, colleague_id: Key, at: At
) -> None:
    assert offer(desk, visit).phone == at(0, "8.15", 15)
    desk.do(
        appointments.create,
        worker_id,
        AppointmentFields(at(0, "8.15", 15), AppointmentKind.MEETING),
    )
    with_another = replace(fields, workers=(colleague_id,), span=at(0, "8.30", 15))
    desk.do(contacts.create, with_another)
    assert offer(desk, visit).phone == at(0, "8.45", 15)
    assert offer(desk, visit).of(ContactForm.VIDEO) == at(0, "8.45", 25)


def test_late_at_night_no_call_is_offered_today(desk: Desk, visit: Key) -> None:
    assert offer(desk, visit, datetime(2026, 11, 23, 23, 50)).phone is None


def test_the_new_visit_is_proposed_at_the_usual_time_on_the_next_day_that_has_it_free(
    desk: Desk, visit: Key, fields: ContactFields, at: At
) -> None:
    assert offer(desk, visit).new_visit == at(1, "9.00", 60)
    desk.do(contacts.create, replace(fields, span=at(1, "9.30", 60)))
    assert offer(desk, visit).new_visit == at(2, "9.00", 60)


def test_the_new_visit_of_one_that_lies_ahead_is_on_another_day(
    desk: Desk, fields: ContactFields, at: At
) -> None:
    tomorrow = desk.do(contacts.create, replace(fields, span=at(1, "9.00", 60)))
    assert offer(desk, tomorrow).new_visit == at(2, "9.00", 60)


def test_a_new_visit_is_never_proposed_on_a_holiday_and_never_too_late(
    desk: Desk, visit: Key, at: At
) -> None:
    found = desk.read(conversion_offer, visit, NOW, lambda day: day.weekday() in {1, 2})
    assert found.new_visit == at(3, "9.00", 60)
    none = desk.read(conversion_offer, visit, NOW, lambda day: day <= MONDAY + timedelta(days=7))
    assert none.new_visit is None


def test_a_visit_far_ahead_is_not_saved_by_a_call_today_and_comes_again_after_it(
    desk: Desk, fields: ContactFields, at: At
) -> None:
    far = desk.do(contacts.create, replace(fields, span=at(70, "9.00", 60)))
    found = offer(desk, far)
    assert (found.phone, found.video) == (None, None)
    assert found.new_visit == at(71, "9.00", 60)


def test_a_call_needs_no_new_visit(desk: Desk, visit: Key) -> None:
    desk.do(contacts.change_form, visit, ContactForm.PHONE)
    assert offer(desk, visit).new_visit is None


def test_nobody_is_called_before_the_working_day_begins(desk: Desk, visit: Key, at: At) -> None:
    early = offer(desk, visit, datetime(2026, 11, 23, 6, 40))
    assert early.phone == at(0, "8.00", 15)
