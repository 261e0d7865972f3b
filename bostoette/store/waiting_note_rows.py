"""Questions about what waits of notes, as rows, past the mapper; each one index away."""

from typing import Any

from sqlalchemy import Select, String, and_, bindparam, exists, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from bostoette.models.agreement import Agreement
from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.draft import Draft
from bostoette.models.note import CitizenRead, CitizenSummary, Note
from bostoette.store.anybody import ANY_WORKER
from bostoette.store.attended import CAME_ALONG

_NAME = (Citizen.id, Citizen.name, Citizen.initials, Citizen.code)
_noted = exists().where(
    Note.contact_id == ContactCitizen.contact_id, Note.citizen_id == ContactCitizen.citizen_id
)

_HELD_UNTIL = (
    Contact.id,
    Contact.form,
    Contact.day,
    Contact.start,
    func.coalesce(Contact.actual_start, Contact.start)
    + func.coalesce(Contact.actual_minutes, Contact.minutes),
)
"""A contact and when it began, with the minute it ended."""


def _unnoted(*columns: Any) -> Select[Any]:
    """Ask for the held contacts without a note, each with those it was held with."""
    return (
        select(*columns)
        .select_from(ContactWorker)
        .join(Contact, Contact.id == ContactWorker.contact_id)
        .join(ContactCitizen, ContactCitizen.contact_id == Contact.id)
        .join(Citizen, Citizen.id == ContactCitizen.citizen_id)
        .where(
            ContactWorker.day.between(bindparam("first"), bindparam("today")),
            ContactWorker.position == 0,
            type_coerce(Contact.status, String) == ContactStatus.HELD.value,
            CAME_ALONG,
            ~_noted,
        )
        .order_by(Contact.day, Contact.start, Contact.id, ContactCitizen.position)
    )


MISSING = _unnoted(*_HELD_UNTIL, *_NAME).where(ContactWorker.worker_id == bindparam("worker"))
"""Held contacts that the worker leads and has not noted; with the minute they ended."""

MISSING_OF_ALL = _unnoted(ContactWorker.worker_id, *_HELD_UNTIL, *_NAME).where(ANY_WORKER)
"""The same of everybody, each with the worker who leads it."""

DRAFTS = (
    select(Draft.kind, Draft.saved_at, Contact.id, Contact.form, Contact.day, Contact.start)
    .join(Contact, Contact.id == Draft.subject_id)
    .where(Draft.worker_id == bindparam("worker"), Draft.kind.startswith(bindparam("kind")))
    .order_by(Contact.day, Contact.start, Draft.kind)
)

NAMES = select(*_NAME).where(Citizen.id.in_(bindparam("citizens", expanding=True)))

_SIGNED = (
    select(Note.contact_id, Note.form, Note.day, Contact.start, Note.id, Note.signed_at, *_NAME)
    .join(Contact, Contact.id == Note.contact_id)
    .join(Citizen, Citizen.id == Note.citizen_id)
    .where(Note.author_id == bindparam("worker"))
    .order_by(Note.day, Contact.start, Note.id)
)

SUMMARIES = _SIGNED.where(
    Note.form.in_(bindparam("forms", expanding=True)),
    exists().where(Agreement.note_id == Note.id),
    ~exists().where(CitizenSummary.note_id == Note.id),
)
"""Notes in the rule's forms with agreements, of which nothing was given yet (P70)."""

TRANSFERS = _SIGNED.where(Note.transferred_at.is_(None), Note.nothing_to_note.is_(False))

NEWS = (
    select(func.count(), func.max(Note.day), Note.contact_id, Note.form, Contact.start, *_NAME)
    .select_from(Citizen)
    .join(Note, Note.citizen_id == Citizen.id)
    .join(Contact, Contact.id == Note.contact_id)
    .outerjoin(
        CitizenRead,
        and_(CitizenRead.citizen_id == Citizen.id, CitizenRead.worker_id == bindparam("worker")),
    )
    .where(
        or_(
            Citizen.primary_worker_id == bindparam("worker"),
            Citizen.secondary_worker_id == bindparam("worker"),
        ),
        Note.author_id != bindparam("worker"),
        Note.day >= bindparam("first"),
        or_(CitizenRead.read_at.is_(None), Note.signed_at > CitizenRead.read_at),
    )
    .group_by(*_NAME)
    .order_by(func.max(Note.day).desc(), Citizen.id)
)
"""Per citizen of the worker's how many notes by others are new, and the latest of them.

SQLite takes the other columns from the row with the latest day.
"""


def rows(session: Session, statement: Any, **values: Any) -> list[Any]:
    """Answer one of these questions."""
    return list(session.connection().execute(statement, values))
