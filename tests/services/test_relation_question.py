"""After four contacts at a distance in a row the worker is asked about the relation (P16)."""

from datetime import UTC, datetime, timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.models.note_kinds import RelationMark
from bostoette.services import contacts, notes, relation_question, tasks
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from tests.clock import MONDAY
from tests.services.remote_hands import plan

PHONE, VIDEO, VISIT = ContactForm.PHONE, ContactForm.VIDEO, ContactForm.PHYSICAL
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


def held(desk: Desk, citizen: Key, form: ContactForm, days: int) -> Key:
    key = plan(desk, citizen, form, MONDAY + days * DAY)
    desk.do(contacts.hold, key)
    return key


def felt(desk: Desk, contact: Key, citizen: Key, mark: RelationMark) -> None:
    """Write in a note how the relation is."""
    fields = NoteFields(text="Vi talte om ugen.", relation=mark)
    at = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
    desk.do(notes.sign, contact, citizen, fields, by=desk.actor_id, at=at, today=at.date())


def due(desk: Desk, contact: Key) -> bool:
    return desk.read(relation_question.question_of, contact).due


def test_it_is_asked_after_the_fourth_and_a_visit_starts_the_count_anew(
    desk: Desk, citizen_id: Key
) -> None:
    calls = [held(desk, citizen_id, form, i) for i, form in enumerate((PHONE, VIDEO, PHONE, VIDEO))]
    assert [due(desk, one) for one in calls] == [False, False, False, True]
    visit = held(desk, citizen_id, VISIT, 4)
    assert not due(desk, visit)
    assert not due(desk, held(desk, citizen_id, PHONE, 5))


def test_thinner_makes_a_task_to_plan_a_visit(desk: Desk, citizen_id: Key) -> None:
    calls = [held(desk, citizen_id, PHONE, days) for days in range(4)]
    desk.do(relation_question.ask_for_visit, calls[3], by=desk.actor_id, today=MONDAY)
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    assert task.text == "Relationen til A.M. er blevet tyndere: planlæg et besøg"
    desk.undo()
    assert desk.read(tasks.tasks_of, desk.actor_id) == ()


def test_an_answer_in_the_note_starts_the_count_anew(desk: Desk, citizen_id: Key) -> None:
    calls = [held(desk, citizen_id, PHONE, days) for days in range(4)]
    felt(desk, calls[3], citizen_id, RelationMark.SAME)
    assert not due(desk, held(desk, citizen_id, PHONE, 5))


def test_a_colleagues_calls_do_not_count(desk: Desk, citizen_id: Key, colleague_id: Key) -> None:
    for days in range(3):
        held(desk, citizen_id, PHONE, days)
    other = plan(desk, citizen_id, PHONE, MONDAY + 3 * DAY, workers=(colleague_id,))
    desk.do(contacts.hold, other)
    assert not due(desk, other)
    assert due(desk, held(desk, citizen_id, PHONE, 4))
