"""What a person can do with notes (notater, P90): sign, add to, and mark as transferred.

A note is written as a draft and becomes a row when it is signed. Signing is an act: it is never
undone, and from then on the note is only added to.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.note import Note, NoteAddition
from bostoette.models.note_fields import STILL_THERE, NoteFields
from bostoette.models.note_kinds import RelationMark
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import clock
from bostoette.services import (
    agenda_carry,
    agreed,
    contacts,
    drafts,
    goals,
    note_follow_up,
    relation_question,
    satisfaction,
)
from bostoette.services.drafts import DraftOf
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import act, describe, seal

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_PLAIN = (
    "text",
    "since_last_text",
    "did_text",
    "next_time_text",
    "observed_text",
    "told_text",
    "certainty",
    "home_impression",
    "been_out",
    "wellbeing_score",
    "relation",
    "needs_visit",
    "nothing_to_note",
)


def draft_of(contact_id: Key, citizen_id: Key, worker_id: Key) -> DraftOf:
    """Name the draft of one worker's note on one citizen at one contact, and no other."""
    return DraftOf(f"{DRAFT_KIND}{citizen_id.hex()}", contact_id, worker_id)


def addition_draft_of(note_id: Key, citizen_id: Key, worker_id: Key) -> DraftOf:
    """Name the draft of what one worker would add to one signed note."""
    return DraftOf(f"addition:{citizen_id.hex()}", note_id, worker_id)


DRAFT_KIND = "note:"


def sign(
    session: Session,
    contact_id: Key,
    citizen_id: Key,
    fields: NoteFields,
    *,
    by: Key,
    at: datetime,
    today: date,
    held: TimeSpan | None = None,
) -> Key:
    """Sign a note: from now on it stands fast. Return its key.

    A contact that is still planned is marked as held in the same act, at ``held`` where it went
    otherwise than planned. The draft goes. Raises PlanError where the contact was not held or has
    not begun, the citizen takes no part in it, or a note is there already.
    """
    fields.check()
    contact = contacts.open_contact(session, contact_id)
    _refuse_to_write(session, contact, citizen_id, today)
    if contact.status is ContactStatus.PLANNED or held is not None:
        _refuse_before_it_began(held or contact.span, at)
        contacts.hold(session, contact_id, held)
    note = Note(
        contact_id=contact_id,
        citizen_id=citizen_id,
        author_id=by,
        day=contact.day,
        form=contact.form,
        signed_at=at,
        signed_by=by,
        **{name: getattr(fields, name) for name in _PLAIN},
    )
    session.add(note)
    session.flush()
    _note_agreements(session, note, fields, at)
    _note_answers(session, note, fields, today)
    agenda_carry.carry_over(session, note, fields)
    note_follow_up.follow_up(session, note)
    drafts.forget(session, draft_of(contact_id, citizen_id, by))
    session.flush()
    who = open_citizen(session, citizen_id).initials
    seal(session, contact, "status")
    act(session, f"Underskriv notat: {who}", note=note.id.hex())
    return note.id


def add(session: Session, note_id: Key, text: str, *, by: Key, at: datetime) -> None:
    """Add to a signed note; both stand from then on, with who and when. Raises PlanError.

    What stands in the case system is then no longer all of it: it waits to be transferred anew.
    """
    refuse_cpr(text)
    if not text.strip():
        raise PlanError(f"Skriv, hvad der skal føjes til notatet. {STILL_THERE}")
    note = open_note(session, note_id)
    session.add(NoteAddition(note_id=note.id, author_id=by, at=at, text=text.strip()))
    note.transferred_at = note.transferred_by = None
    who = open_citizen(session, note.citizen_id).initials
    act(session, f"Tilføj til notat: {who}", note=note.id.hex())


def transferred(
    session: Session, note_id: Key, *, by: Key, at: datetime, done: bool = True
) -> None:
    """Note that a signed note stands in the case system too, or that it does not after all."""
    note = open_note(session, note_id)
    if done == (note.transferred_at is not None):
        return
    note.transferred_at, note.transferred_by = (at, by) if done else (None, None)
    who = open_citizen(session, note.citizen_id).initials
    describe(session, f"Overført: {who}" if done else f"Ikke overført alligevel: {who}")


def open_note(session: Session, note_id: Key) -> Note:
    """Return a note; raises PlanError where it is not there any more."""
    note = session.get(Note, note_id)
    if note is None:
        raise PlanError("Notatet findes ikke længere. Andet er ikke ændret; se listen efter igen.")
    return note


def _refuse_to_write(session: Session, contact: Contact, citizen_id: Key, today: date) -> None:
    if citizen_id not in {part.citizen_id for part in contact.citizens}:
        raise PlanError(
            "Borgeren er ikke længere med i kontakten, så notatet kan ikke underskrives her. "
            f"{STILL_THERE}"
        )
    contacts.refuse_before_its_day(session, contact.id, today)
    if contact.status not in {ContactStatus.PLANNED, ContactStatus.HELD}:
        raise PlanError(
            f"Kontakten er {contact.status.danish}, og et notat hører til en kontakt, der blev "
            f"holdt. {STILL_THERE} Sæt først kontakten til afholdt."
        )
    there = select(Note.id).where(Note.contact_id == contact.id, Note.citizen_id == citizen_id)
    if session.scalar(there) is not None:
        raise PlanError(
            "Der er allerede underskrevet et notat for borgeren ved kontakten. "
            f"{STILL_THERE} Skriv i stedet en tilføjelse til det."
        )


def _refuse_before_it_began(span: TimeSpan, at: datetime) -> None:
    """Raise PlanError for a contact that begins later the same day; ``at`` in UTC."""
    now = at.astimezone(COPENHAGEN)
    if span.begins_later(now.date(), now.hour * 60 + now.minute):
        raise PlanError(
            f"Kontakten begynder først kl. {clock(span.start)}, så notatet kan ikke underskrives "
            "endnu. Det, du har skrevet, bliver husket: luk, og underskriv, når kontakten er "
            "holdt. Blev den holdt før, så vælg Ret tiden, og underskriv."
        )


def _note_agreements(session: Session, note: Note, fields: NoteFields, at: datetime) -> None:
    for answered in fields.answered:
        agreed.answer(
            session,
            answered,
            note_id=note.id,
            contact_id=note.contact_id,
            by=note.author_id,
            at=at,
        )
    for agreement in fields.agreed:
        agreed.make(
            session,
            agreement,
            citizen_id=note.citizen_id,
            note_id=note.id,
            contact_id=note.contact_id,
            by=note.author_id,
            on=note.day,
        )


def _note_answers(session: Session, note: Note, fields: NoteFields, today: date) -> None:
    """Note how far she came with her goals (P44), what she answered (P91), and the relation."""
    for goal, independence in fields.goals:
        goals.mark(session, note.id, goal, independence)
    if fields.satisfaction is not None:
        satisfaction.answer(
            session,
            note.contact_id,
            fields.satisfaction,
            by=note.author_id,
            today=today,
            citizen_id=note.citizen_id,
        )
    if fields.relation is RelationMark.THINNER:
        relation_question.ask_for_visit(session, note.contact_id, by=note.author_id, today=today)
