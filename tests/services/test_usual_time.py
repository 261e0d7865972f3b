"""When a citizen is usually met."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.services.usual_time import usual_time
from tests.clock import MONDAY, At

NOW = datetime(2026, 11, 23, 8, 0)
TEN = 10 * 60


@pytest.fixture
def asked(worker_id: Key, citizen_id: Key, at: At) -> ContactFields:
    return ContactFields(
        at(0, "8.30", 45), ContactForm.PHONE, "support_conversation", (worker_id,), (citizen_id,)
    )


def call(desk: Desk, asked: ContactFields, weeks: int, weekday: int = 3, start: int = TEN) -> Key:
    day = MONDAY + timedelta(weeks=weeks, days=weekday)
    return desk.do(contacts.create, replace(asked, span=TimeSpan(day, start, 20)))


def test_the_time_that_most_contacts_had_is_the_usual_one(desk: Desk, asked: ContactFields) -> None:
    assert desk.read(usual_time, asked, NOW) is None
    call(desk, asked, -3)
    assert desk.read(usual_time, asked, NOW) is None, "once is not usual"
    call(desk, asked, -2)
    call(desk, asked, -1, weekday=1)
    thursday = MONDAY + timedelta(days=3)
    assert desk.read(usual_time, asked, NOW) == TimeSpan(thursday, TEN, 45)


def test_a_usual_time_that_is_taken_gone_or_a_day_off_waits_for_the_next(
    desk: Desk, asked: ContactFields
) -> None:
    for weeks in (-3, -2):
        call(desk, asked, weeks)
    late = datetime(2026, 11, 25, 11, 0)  # with less than a day's notice (P67)
    assert desk.read(usual_time, asked, late) == TimeSpan(
        MONDAY + timedelta(weeks=1, days=3), TEN, 45
    )
    call(desk, asked, 0, start=TEN + 30)
    found = desk.read(usual_time, asked, NOW)
    assert found is not None
    assert found.day == MONDAY + timedelta(weeks=1, days=3)
    christmas = datetime(2026, 12, 21, 8, 0)
    assert desk.read(usual_time, asked, christmas) is None, "24 and 31 December are days off"


def test_another_form_has_its_own_usual_time_and_what_was_called_off_does_not_count(
    desk: Desk, asked: ContactFields
) -> None:
    for weeks in (-3, -2):
        call(desk, asked, weeks)
    other = replace(asked, form=ContactForm.WALK_TALK)
    assert desk.read(usual_time, other, NOW) is None
    last = call(desk, other, -3, weekday=1)
    call(desk, other, -2, weekday=1)
    assert desk.read(usual_time, other, NOW) is not None
    desk.do(contacts.cancel, last, ContactStatus.CANCELLED_BY_US, "")
    assert desk.read(usual_time, other, NOW) is None
