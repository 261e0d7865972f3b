"""What an emergency list says of citizens, in two statements however many there are."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import String, bindparam, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.danish_order import COLLATION
from bostoette.models.emergency import NextContact
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker import Worker

_SUPPORTED = (CitizenStatus.ACTIVE.value, CitizenStatus.PAUSED.value)
_PEOPLE = (
    select(
        Citizen.id,
        Citizen.name,
        Citizen.initials,
        Citizen.code,
        Citizen.status,
        Citizen.phone,
        Citizen.emergency_contact,
        CitizenProfile.risk_level,
        Worker.name.label("worker_name"),
        Worker.initials.label("worker_initials"),
        Worker.phone.label("worker_phone"),
        Citizen.primary_worker_id,
        Citizen.secondary_worker_id,
    )
    .outerjoin(CitizenProfile, CitizenProfile.citizen_id == Citizen.id)
    .outerjoin(Worker, Worker.id == Citizen.primary_worker_id)
    .where(type_coerce(Citizen.status, String).in_(_SUPPORTED))
    .order_by(Citizen.name.collate(COLLATION), Citizen.id)
)
_coming = (
    select(
        ContactCitizen.citizen_id,
        Contact.day,
        Contact.start,
        Contact.minutes,
        Contact.form,
        Contact.plan_b,
        Worker.initials.label("worker"),
        func.row_number()
        .over(
            partition_by=ContactCitizen.citizen_id,
            order_by=(Contact.day, Contact.start, Contact.id, ContactWorker.position),
        )
        .label("place"),
    )
    .select_from(ContactCitizen)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .join(ContactWorker, ContactWorker.contact_id == Contact.id)
    .join(Worker, Worker.id == ContactWorker.worker_id)
    .where(
        ContactCitizen.citizen_id.in_(bindparam("citizens", expanding=True)),
        ContactCitizen.day >= bindparam("today"),
        or_(
            ContactCitizen.day > bindparam("today"),
            Contact.start + Contact.minutes > bindparam("minute"),
        ),
        type_coerce(Contact.status, String) == ContactStatus.PLANNED.value,
    )
    .subquery()
)
_NEXT = select(_coming).where(_coming.c.place == 1)


def supported_people(session: Session) -> Sequence[Any]:
    """Return every citizen who is supported or on pause, by name."""
    return session.execute(_PEOPLE).all()


def next_contacts(
    session: Session, citizens: Collection[Key], now: datetime
) -> dict[Key, NextContact]:
    """Return what is planned next with each citizen and not over yet; ``now`` is local time."""
    asked = {"today": now.date(), "minute": now.hour * 60 + now.minute}
    rows = session.execute(_NEXT, {"citizens": list(citizens), **asked})
    return {
        row.citizen_id: NextContact(
            TimeSpan(row.day, row.start, row.minutes), row.form, row.worker, row.plan_b
        )
        for row in rows
    }
