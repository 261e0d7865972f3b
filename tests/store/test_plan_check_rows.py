"""What was before the weeks looked at: the first contact, and the latest meetings in a year."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.planned_life import LOOKED_BACK, PlannedLife
from bostoette.models.timespan import TimeSpan
from bostoette.services import citizens, contacts
from bostoette.services.desk import Desk
from bostoette.store.plan_check_rows import planned_lives
from tests.clock import MONDAY

DAYS = (MONDAY, MONDAY + timedelta(days=27))


def _planned(desk: Desk, citizen: Key, worker: Key, day: date, form: ContactForm) -> Key:
    span = TimeSpan(day, 9 * 60, 30)
    purpose = "support_conversation"
    return desk.do(contacts.create, ContactFields(span, form, purpose, (worker,), (citizen,)))


def _life(desk: Desk, citizen: Key) -> PlannedLife:
    (life,) = desk.read(planned_lives, [citizen], (), DAYS)
    return life


def test_the_latest_meeting_is_found_behind_what_was_no_meeting_and_what_was_called_off(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    def before(days: int, form: ContactForm) -> Key:
        return _planned(desk, citizen_id, worker_id, MONDAY - timedelta(days=days), form)

    before(30, ContactForm.PHYSICAL)
    before(20, ContactForm.WALK_TALK)
    off = before(10, ContactForm.PHYSICAL)
    desk.do(contacts.cancel, off, ContactStatus.CANCELLED_BY_CITIZEN, "")
    before(5, ContactForm.PHONE)
    _planned(desk, citizen_id, worker_id, MONDAY, ContactForm.PHYSICAL)
    life = _life(desk, citizen_id)
    assert life.first_day == MONDAY - timedelta(days=30)
    assert life.met == MONDAY - timedelta(days=20)
    assert life.home_seen == MONDAY - timedelta(days=30)


def test_a_meeting_is_looked_for_a_year_back_and_the_first_contact_as_far_as_there_is_one(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    longest = MONDAY - LOOKED_BACK
    _planned(desk, citizen_id, worker_id, longest - timedelta(days=1), ContactForm.PHYSICAL)
    life = _life(desk, citizen_id)
    assert (life.first_day, life.met) == (longest - timedelta(days=1), None)
    _planned(desk, citizen_id, worker_id, longest, ContactForm.PHYSICAL)
    assert _life(desk, citizen_id).met == longest


@pytest.mark.parametrize(
    ("known", "has_home"),
    [
        (("", "", ""), True),
        (("Bænken", "", ""), False),
        (("Bænken", "Ågade 3", ""), True),
        (("Bænken", "", "8850"), True),
    ],
    ids=["nothing known", "a place to meet alone", "an address too", "a postal code too"],
)
def test_who_has_a_place_to_meet_and_no_address_has_no_home_to_be_seen(
    desk: Desk, citizen_id: Key, known: tuple[str, str, str], *, has_home: bool
) -> None:
    found = desk.read(citizens.details, citizen_id)
    meeting_point, address, code = known
    fields = replace(found.fields, meeting_point=meeting_point, address=address, postal_code=code)
    desk.do(citizens.change, citizen_id, found.version, fields)
    assert _life(desk, citizen_id).has_home is has_home
