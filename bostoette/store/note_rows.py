"""Questions about signed notes, as rows, past the mapper; each one index away."""

from typing import Any

from sqlalchemy import and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.journal import JournalChange, JournalStep
from bostoette.models.key import Key
from bostoette.models.note import CitizenRead, Note
from bostoette.models.worker import Worker

NOTE_TEXTS = (
    Note.since_last_text,
    Note.did_text,
    Note.text,
    Note.observed_text,
    Note.told_text,
)
_LINE = (
    select(
        Note.id,
        Note.contact_id,
        Note.day,
        Note.form,
        Worker.initials,
        Note.signed_at,
        Note.next_time_text,
        *NOTE_TEXTS,
    )
    .join(Worker, Worker.id == Note.author_id)
    .where(Note.citizen_id == bindparam("citizen"))
)
LAST_BEFORE = (
    _LINE.join(Contact, Contact.id == Note.contact_id)
    .where(
        Note.contact_id != bindparam("contact"),
        or_(
            Note.day < bindparam("day"),
            and_(Note.day == bindparam("day"), Contact.start < bindparam("start")),
        ),
    )
    .order_by(Note.day.desc(), Note.id.desc())
    .limit(1)
)
UNREAD = _LINE.where(
    Note.author_id != bindparam("worker"),
    Note.signed_at > bindparam("since"),
    Note.day >= bindparam("first"),
).order_by(Note.day.desc(), Note.id.desc())
NOTED = select(ContactCitizen.contact_id).where(
    ContactCitizen.citizen_id == bindparam("citizen"),
    exists().where(
        Note.contact_id == ContactCitizen.contact_id, Note.citizen_id == ContactCitizen.citizen_id
    ),
)
"""Told by the index alone: a note itself is long, and lies far from the next one."""
NUMBER = select(func.count()).select_from(Note).where(Note.citizen_id == bindparam("citizen"))
"""How many she has: a walk along one index."""

READ_AT = select(CitizenRead.read_at).where(
    CitizenRead.worker_id == bindparam("worker"), CitizenRead.citizen_id == bindparam("citizen")
)
CHANGED = (
    select(JournalStep.at, Worker.initials, JournalChange.table_name, JournalChange.after)
    .select_from(JournalChange)
    .join(JournalStep, JournalStep.id == JournalChange.step_id)
    .outerjoin(Worker, Worker.id == JournalStep.actor_id)
    .where(
        JournalChange.table_name == bindparam("table"),
        JournalChange.row_key.in_(bindparam("keys", expanding=True)),
        JournalStep.at > bindparam("since"),
        JournalStep.actor_id != bindparam("worker"),
    )
    .order_by(JournalStep.id.desc())
)


def rows(session: Session, statement: Any, **values: Any) -> list[Any]:
    """Answer one of these questions."""
    return list(session.connection().execute(statement, values).all())


def value(session: Session, statement: Any, **values: Any) -> Any:
    """Answer one of these questions that has one answer; None where there is none."""
    return session.connection().execute(statement, values).scalar()


def keys_text(*keys: Key) -> list[str]:
    """Write keys as the journal does."""
    return [key.hex() for key in keys]
