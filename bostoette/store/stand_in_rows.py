"""What a stand-in needs of some citizens: planned contacts, who they are, what is still open."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import String, bindparam, func, select, type_coerce
from sqlalchemy.orm import Session, aliased

from bostoette.models.agreement import Agreement
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.citizen_voice import CitizenVoice
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.note_kinds import AgreementOutcome
from bostoette.models.team import ApprovedPlatform
from bostoette.models.worker import Worker

_GOES_ON = tuple(one.value for one in AgreementOutcome if one.goes_on)
_primary, _secondary = aliased(Worker), aliased(Worker)

_CONTACTS = (
    select(
        ContactCitizen.citizen_id,
        Contact.form,
        Contact.day,
        Contact.start,
        Contact.minutes,
        Contact.place,
        Contact.place_text,
        Contact.phone_number,
        Contact.video_link,
        Contact.meeting_point,
        Contact.bad_weather_plan,
        Contact.plan_b,
        ApprovedPlatform.title.label("platform"),
    )
    .select_from(ContactCitizen)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .outerjoin(ApprovedPlatform, ApprovedPlatform.id == Contact.video_platform_id)
    .where(type_coerce(Contact.status, String) == ContactStatus.PLANNED.value)
    .order_by(ContactCitizen.day, Contact.start, Contact.id, ContactCitizen.position)
)
_OF_CITIZEN = _CONTACTS.where(
    ContactCitizen.citizen_id == bindparam("citizen"),
    ContactCitizen.day.between(bindparam("first"), bindparam("last")),
)
_OF_WORKER = _CONTACTS.join(
    ContactWorker, (ContactWorker.contact_id == Contact.id) & (ContactWorker.day == Contact.day)
).where(ContactWorker.worker_id == bindparam("worker"), ContactWorker.day == bindparam("day"))
_PEOPLE = (
    select(
        Citizen.id,
        Citizen.name,
        Citizen.initials,
        Citizen.code,
        Citizen.address,
        Citizen.postal_code,
        Citizen.town,
        Citizen.phone,
        Citizen.meeting_point,
        CitizenProfile.risk_level,
        CitizenVoice.what_matters,
        _primary.name.label("primary_name"),
        _primary.initials.label("primary_initials"),
        _primary.phone.label("primary_phone"),
        _secondary.name.label("secondary_name"),
        _secondary.initials.label("secondary_initials"),
        _secondary.phone.label("secondary_phone"),
    )
    .select_from(Citizen)
    .outerjoin(CitizenProfile, CitizenProfile.citizen_id == Citizen.id)
    .outerjoin(CitizenVoice, CitizenVoice.citizen_id == Citizen.id)
    .outerjoin(_primary, _primary.id == Citizen.primary_worker_id)
    .outerjoin(_secondary, _secondary.id == Citizen.secondary_worker_id)
    .where(Citizen.id.in_(bindparam("citizens", expanding=True)))
)
_OPEN = (
    select(Agreement.citizen_id, Agreement.text, Agreement.doer, Agreement.due)
    .where(
        Agreement.citizen_id.in_(bindparam("citizens", expanding=True)),
        type_coerce(Agreement.outcome, String).in_(_GOES_ON),
    )
    .order_by(Agreement.made_on, Agreement.id)
)
_newest = (
    select(
        Note.citizen_id,
        Note.day,
        Note.next_time_text,
        func.row_number()
        .over(partition_by=Note.citizen_id, order_by=(Note.day.desc(), Note.signed_at.desc()))
        .label("place"),
    )
    .where(
        Note.citizen_id.in_(bindparam("citizens", expanding=True)),
        Note.next_time_text != "",
    )
    .subquery()
)
_NEXT_TIME = select(_newest.c.citizen_id, _newest.c.day, _newest.c.next_time_text).where(
    _newest.c.place == 1
)


def contacts_of_citizen(session: Session, citizen_id: Key, first: date, last: date) -> list[Any]:
    """Return a citizen's planned contacts, in order of time."""
    asked = {"citizen": citizen_id, "first": first, "last": last}
    return list(session.execute(_OF_CITIZEN, asked))


def contacts_of_worker(session: Session, worker_id: Key, day: date) -> list[Any]:
    """Return a worker's planned contacts of a day, each once for every citizen in it."""
    return list(session.execute(_OF_WORKER, {"worker": worker_id, "day": day}))


def people_of(session: Session, citizens: Sequence[Key]) -> dict[Key, Any]:
    """Return who the citizens are, and who supports them."""
    return {row.id: row for row in session.execute(_PEOPLE, {"citizens": list(citizens)})}


def open_agreements_of(session: Session, citizens: Sequence[Key]) -> list[Any]:
    """Return what is agreed and still open, the oldest first (P33)."""
    return list(session.execute(_OPEN, {"citizens": list(citizens)}))


def next_time_of(session: Session, citizens: Sequence[Key]) -> dict[Key, Any]:
    """Return what the newest note with such a word says of next time."""
    rows = session.execute(_NEXT_TIME, {"citizens": list(citizens)})
    return {row.citizen_id: row for row in rows}
