"""Converted against lost: what was kept by a call instead, and what was lost (P24, P85)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.fallen_contact import FallenContact
from bostoette.models.key import Key
from bostoette.planning.rescue_count import RescueCount, rescue_count

DAY = date(2026, 11, 23)
VISIT, PHONE = ContactForm.PHYSICAL, ContactForm.PHONE
S = ContactStatus


def one(
    key: int, status: ContactStatus, came_from: int | None = None, form: ContactForm = VISIT
) -> FallenContact:
    origin = None if came_from is None else bytes([came_from])
    return FallenContact(bytes([key]), DAY, form, status, origin)


def counted(*contacts: FallenContact) -> dict[ContactForm, RescueCount]:
    return rescue_count(contacts, DAY, DAY)


def test_a_visit_that_became_a_call_is_converted_and_the_call_is_not_counted_again() -> None:
    found = counted(one(1, S.CONVERTED), one(2, S.HELD, 1, PHONE))
    assert found == {VISIT: RescueCount(converted=(b"\x01",))}


def test_what_was_called_off_or_missed_is_lost_by_the_form_that_was_planned() -> None:
    found = counted(
        one(1, S.NO_SHOW), one(2, S.CANCELLED_BY_CITIZEN, form=PHONE), one(3, S.CANCELLED_BY_US)
    )
    assert found[VISIT].lost == (b"\x01", b"\x03")
    assert found[PHONE].lost == (b"\x02",)


def test_a_call_instead_that_nobody_answered_is_a_lost_visit() -> None:
    found = counted(one(1, S.CONVERTED), one(2, S.NO_SHOW, 1, PHONE))
    assert found == {VISIT: RescueCount(lost=(b"\x01",))}


def test_what_is_held_or_planned_is_neither_and_days_outside_are_left_out() -> None:
    assert counted(one(1, S.HELD), one(2, S.PLANNED)) == {}
    later = date(2026, 11, 24)
    assert rescue_count([one(1, S.NO_SHOW)], later, later) == {}


@given(st.lists(st.sampled_from(list(S)), max_size=8))
def test_every_fallen_contact_is_counted_exactly_once(statuses: list[ContactStatus]) -> None:
    contacts = [one(place, status) for place, status in enumerate(statuses)]
    keys: list[Key] = []
    for count in counted(*contacts).values():
        keys += [*count.converted, *count.lost]
    fallen = [each.id for each in contacts if each.status not in {S.HELD, S.PLANNED}]
    assert sorted(keys) == sorted(fallen)
