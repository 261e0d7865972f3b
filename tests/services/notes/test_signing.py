"""Signing closes a note and holds its contact; from then on it is only added to (P90)."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.note import Note, NoteAddition
from bostoette.models.note_fields import AnsweredAgreement, NewAgreement, NoteFields
from bostoette.models.note_kinds import AgreementOutcome, HomeImpression, SeenOrTold
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.services import agreed, contacts, drafts, note_sheet, notes
from bostoette.services.desk import Desk
from tests.clock import MONDAY
from tests.services.notes.writing import NOON, TODAY, noted, sign
from tests.services.remote_hands import plan

WRITTEN = NoteFields("Lagde ugens plan", home_impression=HomeImpression.OK, wellbeing_score=4)


def _contact(session: Session, key: Key) -> tuple[ContactStatus, int | None, int | None]:
    found = session.get_one(Contact, key)
    return found.status, found.actual_start, found.actual_minutes


def _note(session: Session, key: Key) -> Note:
    return session.get_one(Note, key)


def test_signing_holds_the_contact_in_the_same_act(desk: Desk, citizen_id: Key) -> None:
    contact = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY)
    key = sign(desk, contact, citizen_id, WRITTEN, held=TimeSpan(MONDAY, 550, 30))
    assert desk.read(_contact, contact) == (ContactStatus.HELD, 550, 30)
    note = desk.read(_note, key)
    assert (note.text, note.day, note.form) == (WRITTEN.text, MONDAY, ContactForm.PHYSICAL)
    assert (note.signed_at, note.signed_by) == (NOON, desk.actor_id)
    (step,) = desk.read(
        lambda session: session.scalars(
            select(JournalStep).where(JournalStep.label == "Underskriv notat: A.M.")
        ).all()
    )
    assert step.kind is StepKind.ACT


def test_a_signed_note_is_never_undone_nor_what_it_rests_upon(desk: Desk, citizen_id: Key) -> None:
    contact = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY)
    desk.do(contacts.hold, contact)
    key = sign(desk, contact, citizen_id, WRITTEN)
    with pytest.raises(PlanError, match="underskrevet"):
        desk.undo()
    assert desk.read(_contact, contact)[0] is ContactStatus.HELD
    assert desk.read(_note, key).text == WRITTEN.text


def test_a_contact_with_a_signed_note_is_neither_deleted_nor_planned_again(
    desk: Desk, citizen_id: Key
) -> None:
    contact = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY)
    sign(desk, contact, citizen_id, WRITTEN)
    for action in (contacts.plan_again, contacts.delete):
        with pytest.raises(PlanError, match="Intet er ændret"):
            desk.do(action, contact)
    known = desk.read(contacts.details, contact)
    elsewhere = TimeSpan(TODAY, 540, 45)
    moved = type(known.fields)(
        elsewhere, known.fields.form, known.fields.purpose_id, known.fields.workers, (citizen_id,)
    )
    with pytest.raises(PlanError, match="står fast"):
        desk.do(contacts.change, contact, known.version, moved)


def test_a_signed_note_is_corrected_by_an_addition_that_shows_both(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    key = noted(desk, citizen_id, WRITTEN)
    colleagues_desk.do(notes.add, key, "Det var tirsdag.", by=colleagues_desk.actor_id, at=NOON)
    (added,) = desk.read(lambda session: session.scalars(select(NoteAddition)).all())
    assert (added.text, added.author_id) == ("Det var tirsdag.", colleagues_desk.actor_id)
    assert desk.read(_note, key).text == WRITTEN.text
    assert colleagues_desk.undo() is None


def test_there_is_one_note_a_contact_and_citizen(desk: Desk, citizen_id: Key) -> None:
    contact = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY)
    sign(desk, contact, citizen_id, WRITTEN)
    with pytest.raises(PlanError, match="allerede underskrevet"):
        sign(desk, contact, citizen_id, WRITTEN)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (NoteFields(), "par ord"),
        (NoteFields("Snak", nothing_to_note=True), "Vælg det ene"),
        (NoteFields(agreed=(NewAgreement("  "),)), "hvad I har aftalt"),
    ],
)
def test_what_says_nothing_is_not_signed(
    desk: Desk, citizen_id: Key, wrong: NoteFields, sentence: str
) -> None:
    contact = plan(desk, citizen_id, ContactForm.PHONE, MONDAY)
    with pytest.raises(PlanError, match=sentence):
        sign(desk, contact, citizen_id, wrong)
    assert desk.read(_contact, contact)[0] is ContactStatus.PLANNED


def test_what_lies_ahead_or_was_called_off_is_not_noted(desk: Desk, citizen_id: Key) -> None:
    ahead = plan(desk, citizen_id, ContactForm.PHONE, TODAY + timedelta(days=1))
    with pytest.raises(PlanError, match="senere dag"):
        sign(desk, ahead, citizen_id, WRITTEN)
    off = plan(desk, citizen_id, ContactForm.PHONE, MONDAY)
    desk.do(contacts.cancel, off, ContactStatus.CANCELLED_BY_CITIZEN, "Syg")
    with pytest.raises(PlanError, match="aflyst af borger"):
        sign(desk, off, citizen_id, WRITTEN)


@pytest.mark.parametrize(
    ("start", "held"),
    [(721, None), (690, TimeSpan(TODAY, 780, 15))],
    ids=["begins in a minute", "is said to begin later"],
)
def test_a_contact_that_begins_later_today_is_not_signed_yet(
    desk: Desk, citizen_id: Key, start: int, held: TimeSpan | None
) -> None:
    contact = plan(desk, citizen_id, ContactForm.PHONE, TODAY, start)
    with pytest.raises(PlanError, match=r"begynder først kl\. 1[23]\.0"):
        sign(desk, contact, citizen_id, WRITTEN, held=held)
    assert desk.read(_contact, contact)[0] is ContactStatus.PLANNED


@pytest.mark.parametrize(
    ("start", "held"),
    [(720, None), (780, TimeSpan(TODAY, 690, 15))],
    ids=["begins now", "was held before its time"],
)
def test_a_contact_that_has_begun_is_signed(
    desk: Desk, citizen_id: Key, start: int, held: TimeSpan | None
) -> None:
    contact = plan(desk, citizen_id, ContactForm.PHONE, TODAY, start)
    sign(desk, contact, citizen_id, WRITTEN, held=held)
    assert desk.read(_contact, contact)[0] is ContactStatus.HELD


def test_a_late_note_asks_only_about_what_was_agreed_before_its_contact(
    desk: Desk, citizen_id: Key
) -> None:
    def agree(text: str, day: date, start: int) -> None:
        contact = plan(desk, citizen_id, ContactForm.PHYSICAL, day, start)
        sign(desk, contact, citizen_id, NoteFields(agreed=(NewAgreement(text),)))

    late = plan(desk, citizen_id, ContactForm.PHONE, MONDAY, 600)
    agree("Ugen før", MONDAY - timedelta(days=7), 900)
    agree("Samme morgen", MONDAY, 500)
    agree("Samme eftermiddag", MONDAY, 900)
    agree("Dagen efter", TODAY, 500)
    asked = desk.read(note_sheet.sheet_of, late, citizen_id).agreements
    assert [one.text for one in asked] == ["Ugen før", "Samme morgen"]
    everything = desk.read(agreed.listed_open, citizen_id)
    assert [one.text for one in everything][2:] == ["Samme eftermiddag", "Dagen efter"]


def test_signing_lets_the_draft_go_and_a_refusal_keeps_it(desk: Desk, citizen_id: Key) -> None:
    contact = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY)
    of = notes.draft_of(contact, citizen_id, desk.actor_id)
    desk.do(drafts.keep, of, {"text": "Lagde"}, NOON)
    with pytest.raises(PlanError):
        sign(desk, contact, citizen_id, NoteFields())
    assert desk.read(drafts.find, of) is not None
    sign(desk, contact, citizen_id, WRITTEN)
    assert desk.read(drafts.find, of) is None


def test_what_was_agreed_is_answered_at_the_next_contact(desk: Desk, citizen_id: Key) -> None:
    noted(desk, citizen_id, NoteFields(agreed=(NewAgreement("Ringe til lægen"),)))
    (open_one,) = desk.read(agreed.listed_open, citizen_id)
    answered = AnsweredAgreement(open_one.id, AgreementOutcome.PARTLY, SeenOrTold.TOLD)
    noted(desk, citizen_id, NoteFields(answered=(answered,)), day=TODAY)
    assert [one.text for one in desk.read(agreed.listed_open, citizen_id)] == ["Ringe til lægen"]
    answered = AnsweredAgreement(open_one.id, AgreementOutcome.DONE, SeenOrTold.SEEN)
    noted(desk, citizen_id, NoteFields(answered=(answered,)), day=TODAY)
    assert desk.read(agreed.listed_open, citizen_id) == ()
