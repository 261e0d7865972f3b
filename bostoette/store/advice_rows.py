"""Questions behind an advice: profiles, who has met whom, what lies around a contact's date.

Each is one statement however many citizens it is about.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    String,
    and_,
    bindparam,
    case,
    func,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_history import ContactHistory, KnownContact, Meetings
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.key import Key
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.store.attended import COUNTS
from bostoette.store.home_seen import HAS_HOME, PLACE_SEEN

_FORM = type_coerce(Contact.form, String)
_STATUS = type_coerce(Contact.status, String)
_PLACE = PLACE_SEEN
_THESE = ContactCitizen.citizen_id.in_(bindparam("citizens", expanding=True))
_MEETING_BEFORE = and_(
    ContactCitizen.day < bindparam("first"),
    _STATUS.in_([ContactStatus.PLANNED.value, ContactStatus.HELD.value]),
    _FORM.in_([form.value for form in ContactForm if form.face_to_face]),
    COUNTS,
)
_SEES_HOME = and_(_FORM.in_([ContactForm.PHYSICAL.value]), _PLACE.in_([ContactPlace.HOME.value]))

_PROFILE_NAMES = tuple(field.name for field in fields(ProfileFields))
_PROFILES = select(
    CitizenProfile.citizen_id, *(getattr(CitizenProfile, name) for name in _PROFILE_NAMES)
).where(CitizenProfile.citizen_id.in_(bindparam("citizens", expanding=True)))


def _latest(*which: ColumnElement[bool]) -> ScalarSelect[Any]:
    """Walk back through a citizen's meetings to the first such one, and no further."""
    return (
        select(ContactCitizen.day)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(ContactCitizen.citizen_id == Citizen.id, _MEETING_BEFORE, *which)
        .order_by(ContactCitizen.day.desc())
        .limit(1)
        .correlate(Citizen)
        .scalar_subquery()
    )


_LAST_DAYS = select(
    Citizen.id,
    _latest(_SEES_HOME),
    _latest(),
    _latest(_STATUS.in_([ContactStatus.HELD.value])),
    HAS_HOME,
).where(Citizen.id.in_(bindparam("citizens", expanding=True)))

_MEETINGS = (
    select(
        ContactCitizen.citizen_id,
        ContactWorker.worker_id,
        func.count(),
        func.count(case((ContactCitizen.day >= bindparam("lately"), 1))),
    )
    .select_from(ContactWorker)
    .join(ContactCitizen, ContactCitizen.contact_id == ContactWorker.contact_id)
    .join(Contact, Contact.id == ContactWorker.contact_id)
    .where(
        _THESE,
        _MEETING_BEFORE,
        ContactWorker.worker_id.in_(bindparam("workers", expanding=True)),
        ContactWorker.day < bindparam("first"),
        ContactWorker.contact_id.in_(
            select(ContactCitizen.contact_id)
            .where(_THESE, ContactCitizen.day < bindparam("first"))
            .correlate(None)
        ),
    )
    .group_by(ContactCitizen.citizen_id, ContactWorker.worker_id)
)
"""Where workers' and citizens' contacts meet, by two indexes alone: contacts themselves lie far
apart, and most are held by others."""

_CONTACTS = (
    select(
        ContactCitizen.citizen_id,
        Contact.id,
        Contact.day,
        Contact.start,
        _FORM,
        _PLACE,
        _STATUS,
        ContactWorker.worker_id,
    )
    .select_from(ContactCitizen)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .join(ContactWorker, ContactWorker.contact_id == Contact.id)
    .where(_THESE, COUNTS, ContactCitizen.day.between(bindparam("first"), bindparam("last")))
    .order_by(Contact.day, Contact.start, Contact.id, ContactWorker.position)
)

_SUPERUSERS = select(Worker.id).where(type_coerce(Worker.role, String) == WorkerRole.SUPERUSER)

_FORMS = {form.value: form for form in ContactForm}
_PLACES = {place.value: place for place in ContactPlace}
_STATUSES = {status.value: status for status in ContactStatus}


def profiles(session: Session, citizens: Collection[Key]) -> dict[Key, ProfileFields]:
    """Return the citizens' profiles."""
    rows = session.connection().execute(_PROFILES, {"citizens": list(citizens)})
    return {
        key: ProfileFields(**dict(zip(_PROFILE_NAMES, answers, strict=True)))
        for key, *answers in rows
    }


def superusers(session: Session) -> frozenset[Key]:
    """Return the workers who are superusers (P64)."""
    return frozenset(session.connection().execute(_SUPERUSERS).scalars())


def histories(
    session: Session,
    citizens: Collection[Key],
    workers: Collection[Key],
    days: tuple[date, date],
    lately: date,
) -> dict[Key, ContactHistory]:
    """Return each citizen's contacts between the days, and what lies before counted up.

    Meetings are counted with these workers alone; those since ``lately`` count as lately.
    """
    first, last = days
    connection = session.connection()
    asked: dict[str, Any] = {"citizens": list(citizens), "first": first}
    found = {
        key: ContactHistory(home_seen, met, held, has_home=has_home)
        for key, home_seen, met, held, has_home in connection.execute(_LAST_DAYS, asked)
    }
    meetings: dict[Key, dict[Key, Meetings]] = defaultdict(dict)
    of_workers = {"workers": list(workers), "lately": lately}
    for citizen, worker, ever, of_late in connection.execute(_MEETINGS, asked | of_workers):
        meetings[citizen][worker] = Meetings(ever, of_late)
    contacts = _contacts(connection.execute(_CONTACTS, asked | {"last": last}).all())
    return {
        key: replace(
            found.get(key, ContactHistory()),
            meetings=meetings.get(key, {}),
            contacts=tuple(contacts.get(key, {}).values()),
        )
        for key in citizens
    }


def _contacts(rows: Sequence[Any]) -> dict[Key, dict[Key, KnownContact]]:
    """Make one value of a contact's rows, one for each of its workers."""
    found: dict[Key, dict[Key, KnownContact]] = defaultdict(dict)
    for citizen, key, day, start, form, place, status, worker in rows:
        known = found[citizen].get(key)
        found[citizen][key] = (
            known._replace(workers=(*known.workers, worker))
            if known
            else KnownContact(
                key, day, start, _FORMS[form], _PLACES[place], _STATUSES[status], (worker,)
            )
        )
    return found
