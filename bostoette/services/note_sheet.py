"""What is asked when a note is written: fields that follow the form, and what a rule makes due.

Never more than the rule's number at once (P92): the text, the form's own question (P36, P37), the
agreements (P33), the goals in play (P45), then what is due (P16, P91), then wellbeing (P39). What
has no room there can be said besides.
"""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.attendance import Attendance
from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact
from bostoette.models.contact_form import ContactForm
from bostoette.models.goal_fields import GoalInPlay
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.note_sheet import NoteInput, NoteSheet, OpenAgreement
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.team import Purpose
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName
from bostoette.planning.situation import REMOTE
from bostoette.services import agreed, goals, relation_question, satisfaction
from bostoette.services.conditions import conditions_in_force
from bostoette.services.contacts import open_contact
from bostoette.services.materials import sent_since_note

MOST_INPUTS = NumberName("P92", "inputs")
LETTERS = NumberName("P92", "letters")


def sheet_of(session: Session, contact_id: Key, citizen_id: Key) -> NoteSheet:
    """Return what is asked of a note; raises PlanError where the citizen takes no part."""
    contact = open_contact(session, contact_id)
    others = {one.id: one for one in _without_note(session, contact)}
    citizen = session.get(Citizen, citizen_id)
    if citizen is None or citizen_id not in {part.citizen_id for part in contact.citizens}:
        raise PlanError("Borgeren er ikke længere med i kontakten. Intet er ændret.")
    rules = conditions_in_force(session).rules
    open_ones = agreed.listed_open(session, citizen_id, contact)
    in_play = goals.in_play(session, citizen_id)
    asked = list(_inputs(session, contact, citizen_id, in_play))
    most = rules.number(MOST_INPUTS).value
    purpose = session.get(Purpose, contact.purpose_id)
    others.pop(citizen_id, None)
    return NoteSheet(
        contact_id=contact_id,
        citizen=CitizenName(citizen.id, citizen.name, citizen.initials, citizen.code),
        form=contact.form,
        purpose=purpose.title if purpose else "",
        status=contact.status,
        span=_held(contact),
        asks=_agreements_last(asked[:most]),
        asks_more=tuple(asked[most:]),
        agreements=open_ones,
        goals=in_play,
        others=tuple(others.values()),
        sent=sent_since_note(session, citizen_id, contact_id),
        longest=rules.number(LETTERS).value,
    )


def without_note(session: Session, contact_id: Key) -> tuple[CitizenName, ...]:
    """Return who takes part in a contact and has no note there yet, in order."""
    return tuple(_without_note(session, open_contact(session, contact_id)))


def answered_agreements(sheet: NoteSheet) -> tuple[OpenAgreement, ...]:
    """Return the agreements that the note asks about, those nobody has seen first on a visit."""
    if sheet.form is not ContactForm.PHYSICAL:
        return sheet.agreements
    return tuple(sorted(sheet.agreements, key=lambda one: one.ever_seen))


def _inputs(
    session: Session, contact: Contact, citizen_id: Key, in_play: tuple[GoalInPlay, ...]
) -> Iterable[NoteInput]:
    """Give what is asked, the most important first."""
    yield NoteInput.TEXT
    yield _own_question(contact.form)
    yield NoteInput.AGREEMENTS
    if in_play:
        yield NoteInput.GOALS
    questions = satisfaction.questions_of(session, contact.id)
    if any(one.due and one.citizen_id == citizen_id for one in questions):
        yield NoteInput.SATISFACTION
    if relation_question.question_of(session, contact.id).due:
        yield NoteInput.RELATION
    yield NoteInput.WELLBEING
    if _own_question(contact.form) is not NoteInput.BEEN_OUT:
        yield NoteInput.BEEN_OUT
    if contact.form not in REMOTE:
        yield NoteInput.NEEDS_VISIT


def _agreements_last(asked: Iterable[NoteInput]) -> tuple[NoteInput, ...]:
    """Put the agreements behind the taps: where they grow, nothing moves from under the hand."""
    return tuple(sorted(asked, key=lambda one: one is NoteInput.AGREEMENTS))


def _own_question(form: ContactForm) -> NoteInput:
    """Return what is asked of this form alone: the home, how sure, or other ways out."""
    if form is ContactForm.PHYSICAL:
        return NoteInput.HOME
    return NoteInput.BEEN_OUT if form.face_to_face else NoteInput.CERTAINTY


def _held(contact: Contact) -> TimeSpan:
    if contact.actual_start is None or contact.actual_minutes is None:
        return contact.span
    return TimeSpan(contact.day, contact.actual_start, contact.actual_minutes)


def _without_note(session: Session, contact: Contact) -> Iterable[CitizenName]:
    noted = set(session.scalars(select(Note.citizen_id).where(Note.contact_id == contact.id)))
    for part in contact.citizens:
        citizen = session.get(Citizen, part.citizen_id)
        came = part.attendance is not Attendance.DID_NOT_COME
        if citizen is not None and part.citizen_id not in noted and came:
            yield CitizenName(citizen.id, citizen.name, citizen.initials, citizen.code)
