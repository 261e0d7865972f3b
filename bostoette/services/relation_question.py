"""After contacts at a distance in a row: has the relation become thinner? Then a visit (P16)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.practice_rule import NumberName
from bostoette.models.task import Task, TaskKind
from bostoette.planning.situation import REMOTE
from bostoette.services.conditions import conditions_in_force
from bostoette.services.contacts import open_contact
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe

RULE = "P16"
IN_A_ROW = NumberName(RULE, "remote_in_a_row")


@dataclass(frozen=True, slots=True)
class RelationQuestion:
    """Whether to ask about the relation after a contact."""

    due: bool
    in_a_row: int
    """Contacts at a distance since the two last met, or were asked about; this one counted."""


def question_of(session: Session, contact_id: Key) -> RelationQuestion:
    """Tell whether the one who holds a contact is asked about the relation to its citizen.

    Asked after contacts at a distance in a row between the two; an answer stands in the note and
    starts the count anew. Groups are never asked about.
    """
    contact = open_contact(session, contact_id)
    rules = conditions_in_force(session).rules
    if contact.form not in REMOTE or len(contact.citizens) != 1 or not rules.rules[RULE].on:
        return RelationQuestion(due=False, in_a_row=0)
    count = _in_a_row(session, contact)
    return RelationQuestion(count >= rules.number(IN_A_ROW).value, count)


def ask_for_visit(session: Session, contact_id: Key, *, by: Key, today: date) -> Key:
    """Make the task to plan a visit, since the relation has become thinner (P16); return its key.

    For whoever saves the answer, in the same step.
    """
    contact = open_contact(session, contact_id)
    citizen = open_citizen(session, contact.citizens[0].citizen_id)
    task = Task(
        kind=TaskKind.FOLLOW_UP,
        worker_id=by,
        citizen_id=citizen.id,
        due=today,
        text=f"Relationen til {citizen.initials} er blevet tyndere: planlæg et besøg",
    )
    session.add(task)
    session.flush()
    describe(session, f"Planlæg et besøg hos {citizen.initials}")
    return task.id


def _in_a_row(session: Session, contact: Contact) -> int:
    """Count back from a contact to where the two met, or the question was answered."""
    rows: Iterable[Any] = session.execute(
        select(Contact.form, Note.relation)
        .select_from(ContactCitizen)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .join(ContactWorker, ContactWorker.contact_id == Contact.id)
        .outerjoin(Note, Note.contact_id == Contact.id)
        .where(
            ContactCitizen.citizen_id == contact.citizens[0].citizen_id,
            ContactWorker.worker_id == contact.workers[0].worker_id,
            Contact.status == ContactStatus.HELD,
            Contact.id != contact.id,
            or_(
                Contact.day < contact.day,
                and_(Contact.day == contact.day, Contact.start < contact.start),
            ),
        )
        .order_by(Contact.day.desc(), Contact.start.desc())
        .limit(50)
    )
    count = 1
    for form, answered in rows:
        if form.face_to_face or answered is not None:
            break
        count += form in REMOTE
    return count
