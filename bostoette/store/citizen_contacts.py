"""Questions about one citizen's contacts, past and to come, as rows and not as mapped objects."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import String, bindparam, func, select, type_coerce
from sqlalchemy.orm import Session, aliased

from bostoette.models.citizen_contact import CitizenContact, Exchanged
from bostoette.models.contact import AgendaItem, Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.team import Purpose
from bostoette.models.worker import Worker

_FACE_TO_FACE = tuple(form.value for form in ContactForm if form.face_to_face)
_FORMS = {form.value: form for form in ContactForm}
_STATUSES = {status.value: status for status in ContactStatus}

_CONTACTS = (
    select(
        Contact.id,
        Contact.day,
        Contact.start,
        Contact.minutes,
        type_coerce(Contact.form, String),
        type_coerce(Contact.status, String),
        Purpose.title,
        Contact.purpose_id,
        Contact.status_reason,
        Contact.actual_minutes,
        Contact.unplanned,
        Contact.converted_from,
    )
    .select_from(ContactCitizen)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .outerjoin(Purpose, Purpose.id == Contact.purpose_id)
    .where(ContactCitizen.citizen_id == bindparam("citizen"))
    .order_by(ContactCitizen.day, Contact.start, Contact.id)
)
_WORKERS = (
    select(ContactWorker.contact_id, ContactWorker.worker_id, Worker.initials)
    .join(ContactCitizen, ContactCitizen.contact_id == ContactWorker.contact_id)
    .join(Worker, Worker.id == ContactWorker.worker_id)
    .where(ContactCitizen.citizen_id == bindparam("citizen"))
    .order_by(ContactWorker.position)
)
_other = aliased(ContactCitizen)
_OTHERS = (
    select(_other.contact_id, func.count())
    .join(ContactCitizen, ContactCitizen.contact_id == _other.contact_id)
    .where(
        ContactCitizen.citizen_id == bindparam("citizen"),
        _other.citizen_id != bindparam("citizen"),
    )
    .group_by(_other.contact_id)
)
_AGENDA = (
    select(AgendaItem.contact_id, AgendaItem.text)
    .join(ContactCitizen, ContactCitizen.contact_id == AgendaItem.contact_id)
    .where(ContactCitizen.citizen_id == bindparam("citizen"))
    .order_by(AgendaItem.position)
)
_MET = (
    select(ContactCitizen.citizen_id)
    .distinct()
    .select_from(ContactWorker)
    .join(Contact, Contact.id == ContactWorker.contact_id)
    .join(ContactCitizen, ContactCitizen.contact_id == Contact.id)
    .where(
        ContactWorker.worker_id == bindparam("worker"),
        type_coerce(Contact.status, String) == ContactStatus.HELD.value,
        type_coerce(Contact.form, String).in_(_FACE_TO_FACE),
    )
)


def contacts_with(session: Session, citizen_id: Key) -> tuple[CitizenContact, ...]:
    """Return all contacts with a citizen in order of time."""
    asked = {"citizen": citizen_id}
    connection = session.connection()
    rows = connection.execute(_CONTACTS, asked).all()
    workers = _gathered(connection.execute(_WORKERS, asked).all())
    others = {key: count for key, count in connection.execute(_OTHERS, asked)}  # noqa: C416 - rows are no pairs to mypy
    agenda = _gathered(connection.execute(_AGENDA, asked).all())
    places = {row[0]: Exchanged(row[0], row[1], row[2], _FORMS[row[4]]) for row in rows}
    became = {row[11]: places[row[0]] for row in rows if row[11] is not None}
    return tuple(
        CitizenContact(
            key,
            day,
            start,
            minutes,
            _FORMS[form],
            _STATUSES[status],
            title or purpose,
            reason,
            actual,
            unplanned,
            tuple(worker for worker, _ in workers[key]),
            tuple(initials for _, initials in workers[key]),
            others.get(key, 0),
            tuple(text for (text,) in agenda[key]),
            places.get(origin),
            became.get(key),
        )
        for (
            key,
            day,
            start,
            minutes,
            form,
            status,
            title,
            purpose,
            reason,
            actual,
            unplanned,
            origin,
        ) in rows
    )


def citizens_met(session: Session, worker_id: Key) -> set[Key]:
    """Return the citizens a worker has met face to face (P11)."""
    return set(session.connection().scalars(_MET, {"worker": worker_id}))


def _gathered(rows: Iterable[Sequence[Any]]) -> dict[Key, list[tuple[Any, ...]]]:
    found: dict[Key, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(tuple(row[1:]))
    return found
