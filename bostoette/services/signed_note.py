"""A signed note as it is read, with everything that belongs to it."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.agreement import Agreement, AgreementAnswer
from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact
from bostoette.models.contact_satisfaction import ContactSatisfaction
from bostoette.models.key import Key
from bostoette.models.note import CitizenSummary, Note, NoteAddition
from bostoette.models.note_fields import NewAgreement
from bostoette.models.satisfaction import Satisfaction
from bostoette.models.signed_note import Addition, GivenSummary, SignedNote
from bostoette.models.team import Purpose
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName
from bostoette.models.worker import Worker
from bostoette.services import goals
from bostoette.services.notes import open_note

_SECTIONS = (
    ("Siden sidst", "since_last_text"),
    ("Hvad gjorde vi", "did_text"),
    ("", "text"),
    ("Det så jeg", "observed_text"),
    ("Det fik jeg fortalt", "told_text"),
    ("Til næste gang", "next_time_text"),
)


def signed_note(session: Session, note_id: Key) -> SignedNote:
    """Return a note in words; raises PlanError where it is not there any more."""
    note = open_note(session, note_id)
    contact = session.get_one(Contact, note.contact_id)
    citizen = session.get_one(Citizen, note.citizen_id)
    author = session.get_one(Worker, note.author_id)
    purpose = session.get(Purpose, contact.purpose_id)
    start = contact.start if contact.actual_start is None else contact.actual_start
    minutes = contact.minutes if contact.actual_minutes is None else contact.actual_minutes
    return SignedNote(
        id=note.id,
        contact_id=contact.id,
        citizen=CitizenName(citizen.id, citizen.name, citizen.initials, citizen.code),
        form=note.form,
        span=TimeSpan(note.day, start, minutes),
        purpose=purpose.title if purpose else "",
        author=author.initials,
        author_name=author.name,
        signed_at=note.signed_at,
        sections=tuple(_sections(note)),
        answers=tuple(_answers(note, _satisfaction(session, note))),
        goals=tuple(
            f"{one.words}: {one.independence.danish}" if one.independence else one.words
            for one in goals.marked(session, note_id)
        ),
        agreed=_agreed(session, note_id),
        answered=_answered(session, note_id),
        additions=_additions(session, note_id),
        summary=_summary(session, note_id),
        transferred_at=note.transferred_at,
    )


def note_of(session: Session, contact_id: Key, citizen_id: Key | None = None) -> Key | None:
    """Return the key of a contact's note; of the first citizen's where none is named."""
    found = select(Note.id).where(Note.contact_id == contact_id).order_by(Note.id)
    if citizen_id is not None:
        found = found.where(Note.citizen_id == citizen_id)
    return session.scalar(found.limit(1))


def _sections(note: Note) -> Iterable[tuple[str, str]]:
    if note.nothing_to_note:
        yield "", "Intet at notere"
    for heading, name in _SECTIONS:
        text = str(getattr(note, name)).strip()
        if text:
            yield heading, text


def _answers(note: Note, answer: Satisfaction | None) -> Iterable[str]:
    if note.home_impression is not None:
        yield f"Hjemmet: {note.home_impression.danish.lower()}"
    if note.certainty is not None:
        yield f"Hvor sikker: {note.certainty.danish.lower()}"
    if note.been_out is not None:
        yield f"Ude siden sidst: {'ja' if note.been_out else 'nej'}"
    if note.wellbeing_score is not None:
        yield f"Trivsel: {note.wellbeing_score} af 5"
    if note.relation is not None:
        yield f"Relation: {note.relation.danish.lower()}"
    if note.needs_visit:
        yield "Noget kræver et besøg"
    if answer is not None:
        yield f"Borgeren om kontakten: {answer.danish.lower()}"


def _satisfaction(session: Session, note: Note) -> Satisfaction | None:
    """Return what the citizen said of the contact (P91); None where nobody noted it."""
    return session.scalar(
        select(ContactSatisfaction.answer).where(
            ContactSatisfaction.contact_id == note.contact_id,
            ContactSatisfaction.citizen_id == note.citizen_id,
        )
    )


def _agreed(session: Session, note_id: Key) -> tuple[NewAgreement, ...]:
    rows = session.execute(
        select(Agreement.text, Agreement.doer, Agreement.due)
        .where(Agreement.note_id == note_id)
        .order_by(Agreement.id)
    )
    return tuple(NewAgreement(*row) for row in rows)


def _answered(session: Session, note_id: Key) -> tuple[str, ...]:
    rows = session.execute(
        select(Agreement.text, AgreementAnswer.outcome, AgreementAnswer.how)
        .join(Agreement, Agreement.id == AgreementAnswer.agreement_id)
        .where(AgreementAnswer.note_id == note_id)
        .order_by(AgreementAnswer.id)
    )
    return tuple(f"{text}: {outcome.danish} ({how.danish})" for text, outcome, how in rows)


def _additions(session: Session, note_id: Key) -> tuple[Addition, ...]:
    rows = session.execute(
        select(Worker.initials, NoteAddition.at, NoteAddition.text)
        .join(Worker, Worker.id == NoteAddition.author_id)
        .where(NoteAddition.note_id == note_id)
        .order_by(NoteAddition.at, NoteAddition.id)
    )
    return tuple(Addition(*row) for row in rows)


def _summary(session: Session, note_id: Key) -> GivenSummary | None:
    row = session.execute(
        select(CitizenSummary.text, CitizenSummary.how, Worker.initials, CitizenSummary.given_at)
        .join(Worker, Worker.id == CitizenSummary.given_by)
        .where(CitizenSummary.note_id == note_id)
    ).first()
    return None if row is None else GivenSummary(*row)
