"""What waits of notes: contacts without one, drafts, news, summaries, and what is to be carried."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.models.waiting_note import WaitingKind, WaitingNote
from bostoette.services import contacts, drafts, notes, waiting_notes
from bostoette.services.desk import Desk
from bostoette.store.database import Database
from tests.clock import MONDAY
from tests.services.notes.writing import NOON, TODAY, noted, sign
from tests.services.remote_hands import meet, plan

AGREED = NoteFields("Talte om ugen", agreed=(NewAgreement("Ringe til lægen"),))


def waits(
    desk: Desk, kind: WaitingKind, now: datetime = NOON, worker: Key | None = None
) -> list[WaitingNote]:
    found = desk.read(waiting_notes.waiting, worker or desk.actor_id, now)
    return [one for one in found if one.kind is kind]


def test_a_held_contact_waits_for_its_note_and_is_late_after_a_day(
    desk: Desk, citizen_id: Key
) -> None:
    contact = meet(desk, citizen_id, MONDAY)
    ended = datetime(2026, 11, 23, 8, 45, tzinfo=UTC)
    (one,) = waits(desk, WaitingKind.MISSING, ended + timedelta(hours=24))
    assert (one.contact_id, one.late) == (contact, False)
    (one,) = waits(desk, WaitingKind.MISSING, ended + timedelta(hours=24, minutes=1))
    assert one.late
    sign(desk, contact, citizen_id, NoteFields("Ryddet op"))
    assert not waits(desk, WaitingKind.MISSING)


def test_neither_what_is_planned_nor_what_is_old_waits(desk: Desk, citizen_id: Key) -> None:
    plan(desk, citizen_id, ContactForm.PHONE, MONDAY)
    meet(desk, citizen_id, TODAY - timedelta(days=29))
    assert not waits(desk, WaitingKind.MISSING)
    meet(desk, citizen_id, TODAY - timedelta(days=28))
    assert len(waits(desk, WaitingKind.MISSING)) == 1


def test_nothing_to_note_closes_a_contact(desk: Desk, citizen_id: Key) -> None:
    noted(desk, citizen_id, NoteFields(nothing_to_note=True))
    assert desk.read(waiting_notes.waiting, desk.actor_id, NOON) == ()


def test_a_draft_waits_under_its_contact(desk: Desk, citizen_id: Key) -> None:
    held, planned = (
        meet(desk, citizen_id),
        plan(desk, citizen_id, ContactForm.PHONE, TODAY),
    )
    for contact in (held, planned):
        of = notes.draft_of(contact, citizen_id, desk.actor_id)
        desk.do(drafts.keep, of, {"text": "Lagde"}, NOON)
    (missing,), (draft,) = waits(desk, WaitingKind.MISSING), waits(desk, WaitingKind.DRAFT)
    assert (missing.contact_id, missing.drafted_at) == (held, NOON)
    assert (draft.contact_id, draft.citizen.id) == (planned, citizen_id)


@pytest.mark.parametrize(
    ("form", "due"),
    [(ContactForm.PHONE, True), (ContactForm.WALK_TALK, True), (ContactForm.PHYSICAL, False)],
)
def test_agreements_at_a_distance_wait_to_be_given(
    desk: Desk, citizen_id: Key, form: ContactForm, *, due: bool
) -> None:
    noted(desk, citizen_id, NoteFields("Talte om ugen"), form=form)
    assert not waits(desk, WaitingKind.SUMMARY)
    key = noted(desk, citizen_id, AGREED, form=form)
    assert [one.note_id for one in waits(desk, WaitingKind.SUMMARY)] == ([key] if due else [])


def test_a_signed_note_waits_until_it_is_carried_over(desk: Desk, citizen_id: Key) -> None:
    key = noted(desk, citizen_id)
    (one,) = waits(desk, WaitingKind.TRANSFER)
    assert one.note_id == key
    desk.do(notes.transferred, key, by=desk.actor_id, at=NOON)
    assert not waits(desk, WaitingKind.TRANSFER)
    desk.undo()
    assert len(waits(desk, WaitingKind.TRANSFER)) == 1


def test_what_is_added_to_a_carried_over_note_waits_to_be_carried_over_too(
    desk: Desk, citizen_id: Key
) -> None:
    key = noted(desk, citizen_id)
    desk.do(notes.transferred, key, by=desk.actor_id, at=NOON)
    desk.do(notes.add, key, "Det var onsdag", by=desk.actor_id, at=NOON)
    assert [one.note_id for one in waits(desk, WaitingKind.TRANSFER)] == [key]


def test_notes_by_others_are_news_on_ones_own_citizens(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    noted(desk, citizen_id)
    assert not waits(desk, WaitingKind.NEWS)
    noted(colleagues_desk, citizen_id, day=MONDAY)
    noted(colleagues_desk, citizen_id, day=TODAY)
    (one,) = waits(desk, WaitingKind.NEWS)
    assert (one.number, one.day, one.citizen.id) == (2, TODAY, citizen_id)
    assert not waits(desk, WaitingKind.NEWS, worker=colleagues_desk.actor_id)


def test_what_waits_is_found_in_the_same_few_statements_however_much_there_is(
    desk: Desk, database: Database, citizen_id: Key
) -> None:
    asked: list[str] = []

    def count() -> int:
        asked.clear()
        desk.read(waiting_notes.waiting, desk.actor_id, NOON)
        return len(asked)

    event.listen(database.reader, "before_cursor_execute", lambda *args: asked.append(str(args[2])))
    before = count()
    for day in range(5):
        meet(desk, citizen_id, date(2026, 11, 2 + day))
        noted(desk, citizen_id, AGREED, form=ContactForm.PHONE)
    assert count() == before <= 8


def test_a_held_contact_of_a_colleague_is_hers_to_note(
    desk: Desk, citizen_id: Key, colleague_id: Key
) -> None:
    contact = plan(
        desk, citizen_id, ContactForm.PHYSICAL, MONDAY, workers=(colleague_id, desk.actor_id)
    )
    desk.do(contacts.hold, contact)
    assert not waits(desk, WaitingKind.MISSING)
    assert len(waits(desk, WaitingKind.MISSING, worker=colleague_id)) == 1
