"""Questions about one contact and what lies around it, as rows, past the mapper.

The statements are made once. Each is one index away, also among 1.5 million contacts.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import String, bindparam, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from bostoette.models.citizen import Citizen
from bostoette.models.contact import (
    AgendaItem,
    Contact,
    ContactCitizen,
    ContactParticipant,
    ContactWorker,
)
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.series import Series
from bostoette.models.task import Task, TaskKind
from bostoette.models.team import ApprovedPlatform, Purpose
from bostoette.models.worker import Worker
from bostoette.store.attended import COUNTS

REPLACED_WITHIN = timedelta(days=31)
"""How far from a converted contact the one that came instead is looked for."""

_before = aliased(Contact)

_CONTACT = (
    select(
        Contact.id,
        Contact.version,
        Contact.day,
        Contact.start,
        Contact.minutes,
        Contact.form,
        Contact.status,
        Contact.status_reason,
        Contact.actual_start,
        Contact.actual_minutes,
        Contact.agreed_with_citizen,
        Contact.unplanned,
        Contact.plan_b,
        Contact.place,
        Contact.place_text,
        Contact.phone_number,
        Contact.video_link,
        Contact.meeting_point,
        Contact.bad_weather_plan,
        Contact.variant,
        Purpose.title.label("purpose"),
        ApprovedPlatform.title.label("platform"),
        _before.id.label("before_id"),
        _before.day.label("before_day"),
        _before.start.label("before_start"),
        _before.minutes.label("before_minutes"),
        _before.form.label("before_form"),
        Series.every_weeks,
        Series.weekdays,
        Series.first_day,
        Series.start.label("series_start"),
        Series.minutes.label("series_minutes"),
        Series.until,
        Series.count.label("series_count"),
    )
    .select_from(Contact)
    .outerjoin(Purpose, Purpose.id == Contact.purpose_id)
    .outerjoin(ApprovedPlatform, ApprovedPlatform.id == Contact.video_platform_id)
    .outerjoin(_before, _before.id == Contact.converted_from)
    .outerjoin(Series, Series.id == Contact.series_id)
    .where(Contact.id == bindparam("contact"))
)

_CITIZENS = (
    select(
        Citizen.id,
        Citizen.name,
        Citizen.initials,
        Citizen.code,
        Citizen.phone,
        Citizen.address,
        Citizen.postal_code,
        Citizen.town,
        Citizen.meeting_point,
    )
    .join(ContactCitizen, ContactCitizen.citizen_id == Citizen.id)
    .where(ContactCitizen.contact_id == bindparam("contact"))
    .order_by(ContactCitizen.position)
)

_WORKERS = (
    select(Worker.id, Worker.name, Worker.initials)
    .join(ContactWorker, ContactWorker.worker_id == Worker.id)
    .where(ContactWorker.contact_id == bindparam("contact"))
    .order_by(ContactWorker.position)
)

_PARTICIPANTS = (
    select(
        ContactParticipant.name,
        ContactParticipant.role,
        ContactParticipant.from_minute,
        ContactParticipant.until_minute,
    )
    .where(ContactParticipant.contact_id == bindparam("contact"))
    .order_by(ContactParticipant.position)
)

_AGENDA = (
    select(AgendaItem.id, AgendaItem.text, AgendaItem.done)
    .where(AgendaItem.contact_id == bindparam("contact"))
    .order_by(AgendaItem.position, AgendaItem.id)
)

_TO_TELL = (
    select(Task.id, Task.text)
    .where(
        Task.contact_id == bindparam("contact"),
        Task.kind == TaskKind.INFORM_CITIZEN,
        Task.done_at.is_(None),
    )
    .order_by(Task.id)
    .limit(1)
)

_REPLACED_BY = (
    select(Contact.id, Contact.day, Contact.start, Contact.minutes, Contact.form)
    .join(ContactCitizen, ContactCitizen.contact_id == Contact.id)
    .where(
        ContactCitizen.citizen_id == bindparam("citizen"),
        ContactCitizen.day.between(bindparam("first"), bindparam("last")),
        Contact.converted_from == bindparam("contact"),
    )
    .limit(1)
)

_LAST_HELD = (
    select(Contact.day, Contact.form, Worker.id, Worker.name, Worker.initials)
    .select_from(ContactCitizen)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .outerjoin(
        ContactWorker,
        (ContactWorker.contact_id == Contact.id) & (ContactWorker.position == 0),
    )
    .outerjoin(Worker, Worker.id == ContactWorker.worker_id)
    .where(
        ContactCitizen.citizen_id == bindparam("citizen"),
        ContactCitizen.day <= bindparam("day"),
        or_(Contact.day < bindparam("day"), Contact.start < bindparam("start")),
        type_coerce(Contact.status, String) == ContactStatus.HELD.value,
        COUNTS,
        Contact.id != bindparam("contact"),
    )
    .order_by(ContactCitizen.day.desc(), Contact.start.desc())
    .limit(1)
)


def contact_row(session: Session, contact_id: Key) -> Any:
    """Return the contact with purpose, platform, series and what it came instead of, or None."""
    return session.connection().execute(_CONTACT, {"contact": contact_id}).first()


def citizen_rows(session: Session, contact_id: Key) -> Sequence[Any]:
    """Return the citizens with where they are found."""
    return session.connection().execute(_CITIZENS, {"contact": contact_id}).all()


def worker_rows(session: Session, contact_id: Key) -> Sequence[Any]:
    """Return key, name and initials of the workers, who holds it first."""
    return session.connection().execute(_WORKERS, {"contact": contact_id}).all()


def participant_rows(session: Session, contact_id: Key) -> Sequence[Any]:
    """Return the other participants: name, role, from and until."""
    return session.connection().execute(_PARTICIPANTS, {"contact": contact_id}).all()


def agenda_rows(session: Session, contact_id: Key) -> Sequence[Any]:
    """Return the agenda: key, text, done."""
    return session.connection().execute(_AGENDA, {"contact": contact_id}).all()


def row_to_tell(session: Session, contact_id: Key) -> Any:
    """Return key and text of the first open task to tell the citizen, or None."""
    return session.connection().execute(_TO_TELL, {"contact": contact_id}).first()


def replaced_by_row(session: Session, contact_id: Key, citizen: Key, day: date) -> Any:
    """Return the contact with the same citizen that came instead of this one, or None."""
    days = {"first": day - REPLACED_WITHIN, "last": day + REPLACED_WITHIN}
    return (
        session.connection()
        .execute(_REPLACED_BY, {"contact": contact_id, "citizen": citizen, **days})
        .first()
    )


def last_held_row(session: Session, citizen: Key, day: date, start: int, contact_id: Key) -> Any:
    """Return day, form and who held it of the citizen's latest held contact before a time."""
    wanted = {"citizen": citizen, "day": day, "start": start, "contact": contact_id}
    return session.connection().execute(_LAST_HELD, wanted).first()
