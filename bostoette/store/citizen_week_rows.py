"""What is planned for one citizen in some days, as the page for her tells it."""

from datetime import date
from typing import Any

from sqlalchemy import String, bindparam, select, type_coerce
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.team import ApprovedPlatform
from bostoette.models.worker import Worker

_PLANNED = (
    select(
        Contact.form,
        Contact.day,
        Contact.start,
        Contact.minutes,
        Contact.place,
        Contact.place_text,
        Contact.phone_number,
        Contact.meeting_point,
        Contact.bad_weather_plan,
        ApprovedPlatform.title.label("platform"),
        Worker.name.label("worker"),
        Worker.initials.label("worker_initials"),
    )
    .select_from(ContactCitizen)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .outerjoin(ApprovedPlatform, ApprovedPlatform.id == Contact.video_platform_id)
    .outerjoin(
        ContactWorker,
        (ContactWorker.contact_id == Contact.id) & (ContactWorker.position == 0),
    )
    .outerjoin(Worker, Worker.id == ContactWorker.worker_id)
    .where(
        ContactCitizen.citizen_id == bindparam("citizen"),
        ContactCitizen.day.between(bindparam("first"), bindparam("last")),
        type_coerce(Contact.status, String) == ContactStatus.PLANNED.value,
    )
    .order_by(ContactCitizen.day, Contact.start, Contact.id)
)
_CITIZEN = (
    select(
        Citizen.name,
        Citizen.initials,
        Citizen.code,
        Citizen.phone,
        Citizen.meeting_point,
        Citizen.week_entries,
        Worker.name.label("worker"),
        Worker.initials.label("worker_initials"),
        Worker.phone.label("worker_phone"),
    )
    .select_from(Citizen)
    .outerjoin(Worker, (Worker.id == Citizen.primary_worker_id) & Worker.active.is_(True))
    .where(Citizen.id == bindparam("citizen"))
)


def planned_for(session: Session, citizen_id: Key, first: date, last: date) -> list[Any]:
    """Return what is planned from the first to the last day, in order of time."""
    days = {"citizen": citizen_id, "first": first, "last": last}
    return list(session.execute(_PLANNED, days))


def citizen_on_paper(session: Session, citizen_id: Key) -> Any:
    """Return who the page is for and whom she calls; None where she is gone."""
    return session.execute(_CITIZEN, {"citizen": citizen_id}).one_or_none()
