"""Questions about one citizen's contacts, past and to come, as rows and not as mapped objects."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, String, bindparam, exists, select, type_coerce
from sqlalchemy.orm import Session

from bostoette.models.attendance import Attendance
from bostoette.models.citizen_contact import CitizenContact, Exchanged
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker, TechLog
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.satisfaction import Satisfaction
from bostoette.models.team import Purpose
from bostoette.store.attended import COUNTS, IN_HER_HISTORY
from bostoette.store.plain_reader import PlainReader
from bostoette.store.weeks import for_each
from bostoette.store.went_over import WENT_OVER

_FACE_TO_FACE = tuple(form.value for form in ContactForm if form.face_to_face)
_FORMS = {form.value: form for form in ContactForm}
_VARIANTS = {variant.value: variant for variant in ContactVariant}
_ATTENDANCES = {attendance.value: attendance for attendance in Attendance}
_STATUSES = {status.value: status for status in ContactStatus}

_ALL = (
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
        type_coerce(Contact.variant, String),
        type_coerce(ContactCitizen.attendance, String),
        type_coerce(TechLog.form, String),
    )
    .select_from(ContactCitizen)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .outerjoin(Purpose, Purpose.id == Contact.purpose_id)
    .outerjoin(TechLog, WENT_OVER)
    .where(ContactCitizen.citizen_id == bindparam("citizen"))
    .order_by(ContactCitizen.day, Contact.start, Contact.id)
)
_CONTACTS = _ALL.where(IN_HER_HISTORY, ContactCitizen.day >= bindparam("since"))
_ANY_BEFORE = (
    select(ContactCitizen.contact_id)
    .where(
        ContactCitizen.citizen_id == bindparam("citizen"),
        ContactCitizen.day < bindparam("since"),
    )
    .limit(1)
)
_STAYED_AWAY = _ALL.where(
    ~IN_HER_HISTORY,
    exists().where(Note.contact_id == Contact.id, Note.citizen_id == ContactCitizen.citizen_id),
)
_WORKERS = """
    SELECT contact_worker.contact_id, worker.id, worker.initials
      FROM contact_worker JOIN worker ON worker.id = contact_worker.worker_id
     WHERE contact_worker.contact_id IN (:contacts)
     ORDER BY contact_worker.position
"""
_OTHERS = """
    SELECT contact_id, citizen_id FROM contact_citizen
     WHERE contact_id IN (:contacts) AND citizen_id <> ?
"""
_AGENDA = """
    SELECT contact_id, text FROM agenda_item WHERE contact_id IN (:contacts) ORDER BY position
"""
_NOTES = """
    SELECT note.contact_id,
           trim(since_last_text || ' ' || did_text || ' ' || note.text || ' ' || observed_text
                || ' ' || told_text),
           (SELECT group_concat(agreement.text, '; ') FROM agreement
             WHERE agreement.note_id = note.id),
           next_time_text,
           (SELECT answer FROM contact_satisfaction
             WHERE contact_satisfaction.contact_id = note.contact_id
               AND contact_satisfaction.citizen_id = note.citizen_id),
           (SELECT group_concat(goal.words, ', ') FROM note_goal
              JOIN goal ON goal.id = note_goal.goal_id WHERE note_goal.note_id = note.id)
      FROM note WHERE note.contact_id IN (:contacts) AND note.citizen_id = ?
"""
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
        COUNTS,
    )
)


def contacts_with(
    session: Session, citizen_id: Key, since: date = date.min
) -> tuple[CitizenContact, ...]:
    """Return the contacts with a citizen from a day on in order of time.

    `completed` adds who takes part.
    """
    return _contacts(session, _CONTACTS, citizen_id, since=since)


def any_before(session: Session, citizen_id: Key, day: date) -> bool:
    """Tell whether there were contacts with a citizen before a day."""
    asked = {"citizen": citizen_id, "since": day}
    return session.connection().scalar(_ANY_BEFORE, asked) is not None


def noted_without_her(session: Session, citizen_id: Key) -> tuple[CitizenContact, ...]:
    """Return the groups that she stayed away from and that somebody wrote a note about her in."""
    return _contacts(session, _STAYED_AWAY, citizen_id)


def _contacts(
    session: Session, question: Select[*tuple[Any, ...]], citizen_id: Key, **more: date
) -> tuple[CitizenContact, ...]:
    rows = session.connection().execute(question, {"citizen": citizen_id, **more}).all()
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
            came_from=places.get(origin),
            became=became.get(key),
            variant=_VARIANTS[variant],
            attendance=_ATTENDANCES[attendance],
            went_over=None if tried is None else _FORMS[tried],
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
            variant,
            attendance,
            tried,
        ) in rows
    )


def completed(
    session: Session | PlainReader, citizen_id: Key, contacts: Sequence[CitizenContact]
) -> tuple[CitizenContact, ...]:
    """Return these contacts of a citizen with who holds them, how many join in, and the agenda."""
    keys = tuple(contact.id for contact in contacts)
    connection = session.connection()

    def of_these(statement: str, *more: Key) -> dict[Key, list[tuple[Any, ...]]]:
        rows = connection.exec_driver_sql(for_each(statement, keys), (*keys, *more))
        return _gathered(rows.fetchall())

    workers, agenda = of_these(_WORKERS), of_these(_AGENDA)
    others, notes = of_these(_OTHERS, citizen_id), of_these(_NOTES, citizen_id)
    return tuple(
        contact._replace(
            workers=tuple(worker for worker, _ in workers[contact.id]),
            initials=tuple(initials for _, initials in workers[contact.id]),
            others=len(others[contact.id]),
            agenda=tuple(text for (text,) in agenda[contact.id]),
            note=next((_note(*row) for row in notes[contact.id]), ""),
            note_answers=next((_answers(*row) for row in notes[contact.id]), ""),
        )
        for contact in contacts
    )


def _note(text: str, agreed: str | None, next_time: str, *_more: str | None) -> str:
    """Say a note in one line: what was written, what was agreed, what is to be taken up."""
    parts = [" ".join(text.split())]
    if agreed:
        parts.append(f"Aftalt: {agreed}.")
    if next_time:
        parts.append(f"Til næste gang: {' '.join(next_time.split())}")
    return " ".join(part for part in parts if part) or "Intet at notere"


def _answers(
    _text: str, _agreed: str | None, _next: str, answer: str | None, goals: str | None
) -> str:
    parts = []
    if answer is not None and answer != Satisfaction.NOT_ASKED.value:
        parts.append(f"Svar: {Satisfaction(answer).danish.lower()}")
    if goals:
        parts.append(f"Delmål: {goals}")
    return " · ".join(parts)


def citizens_met(session: Session, worker_id: Key) -> set[Key]:
    """Return the citizens a worker has met face to face (P11)."""
    return set(session.connection().scalars(_MET, {"worker": worker_id}))


def _gathered(rows: Iterable[Sequence[Any]]) -> dict[Key, list[tuple[Any, ...]]]:
    found: dict[Key, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(tuple(row[1:]))
    return found
