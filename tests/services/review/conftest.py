"""A worker's week with a visit, and the leader who reviews it."""

from collections.abc import Callable

import pytest

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.review import Review, ReviewLine
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.services.week_review import review_of
from bostoette.store.database import Database
from tests.clock import At
from tests.leader import desk_of_leader
from tests.services.review.reviewing import NOW, WEEK, Plan


@pytest.fixture
def leaders_desk(database: Database, worker_id: Key) -> Desk:
    """T.L.'s, the team leader's."""
    return desk_of_leader(database)


@pytest.fixture
def leader_id(leaders_desk: Desk) -> Key:
    return leaders_desk.actor_id


@pytest.fixture
def plan(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Plan:
    """Plan a contact of M.J.'s with A.M. in week 48."""

    def plan(weekday: int, start: str, form: ContactForm) -> Key:
        span = at(weekday, start, 30)
        fields = ContactFields(span, form, "short_follow_up", (worker_id,), (citizen_id,))
        return desk.do(contacts.create, fields)

    return plan


@pytest.fixture
def visit(plan: Plan) -> Key:
    return plan(1, "9.00", ContactForm.PHYSICAL)


@pytest.fixture
def seen(leaders_desk: Desk, leader_id: Key) -> Callable[[], Review]:
    return lambda: leaders_desk.read(review_of, leader_id, WEEK, NOW)


@pytest.fixture
def line(seen: Callable[[], Review], worker_id: Key) -> Callable[[], ReviewLine]:
    """Look at M.J.'s line."""
    return lambda: next(one for one in seen().lines if one.worker_id == worker_id)
