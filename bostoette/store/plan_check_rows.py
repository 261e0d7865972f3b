"""Questions behind the checks of dated plans: whom one plans for, and what lies in some weeks.

Each is one statement however many citizens it is about.
"""

from collections.abc import Collection, Sequence
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
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session, aliased

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.key import Key
from bostoette.models.planned_life import LOOKED_BACK, LifeContact, PlannedLife
from bostoette.models.worker import Worker
from bostoette.store.advice_rows import profiles
from bostoette.store.attended import COUNTS, IS_WEBINAR
from bostoette.store.home_seen import HAS_HOME, PLACE_SEEN

_FORM = type_coerce(Contact.form, String)
_STATUS = type_coerce(Contact.status, String)
_PLACE = PLACE_SEEN
_THESE = ContactCitizen.citizen_id.in_(bindparam("citizens", expanding=True))
_COUNTS = and_(_STATUS.in_([ContactStatus.PLANNED.value, ContactStatus.HELD.value]), COUNTS)
_MEETS = _FORM.in_([form.value for form in ContactForm if form.face_to_face])
_SEES_HOME = and_(_FORM.in_([ContactForm.PHYSICAL.value]), _PLACE.in_([ContactPlace.HOME.value]))
_BEFORE = and_(
    ContactCitizen.day < bindparam("first"), ContactCitizen.day >= bindparam("looked_back_to")
)

_PEOPLE = select(Citizen.id, Citizen.initials).where(
    type_coerce(Citizen.status, String).in_([CitizenStatus.ACTIVE.value]),
    or_(
        Citizen.id.in_(bindparam("citizens", expanding=True)),
        Citizen.primary_worker_id.in_(bindparam("workers", expanding=True)),
    ),
)


def _day_of(order: ColumnElement[Any], *which: ColumnElement[bool]) -> ScalarSelect[Any]:
    """Walk a citizen's contacts in order of days to the first such one, and no further."""
    return (
        select(ContactCitizen.day)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(ContactCitizen.citizen_id == Citizen.id, _COUNTS, *which)
        .order_by(order)
        .limit(1)
        .correlate(Citizen)
        .scalar_subquery()
    )


_LATEST = ContactCitizen.day.desc()
_DAYS = select(
    Citizen.id,
    _day_of(ContactCitizen.day.asc()),
    _day_of(_LATEST, _MEETS, _BEFORE),
    _day_of(_LATEST, _SEES_HOME, _BEFORE),
    HAS_HOME,
).where(Citizen.id.in_(bindparam("citizens", expanding=True)))
_other = aliased(ContactCitizen)
_TOGETHER = case(
    (IS_WEBINAR, 1),  # of any size (P73)
    else_=select(func.count()).where(_other.contact_id == Contact.id).scalar_subquery(),
)
_CONTACTS = (
    select(
        ContactCitizen.citizen_id,
        Contact.id,
        Contact.day,
        Contact.start,
        Contact.minutes,
        _FORM,
        _PLACE,
        _STATUS,
        _TOGETHER,
        Worker.id,
        Worker.initials,
    )
    .select_from(ContactCitizen)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .join(ContactWorker, ContactWorker.contact_id == Contact.id)
    .join(Worker, Worker.id == ContactWorker.worker_id)
    .where(_THESE, _COUNTS, ContactCitizen.day.between(bindparam("first"), bindparam("last")))
    .order_by(Contact.day, Contact.start, Contact.id, ContactWorker.position)
)


def planned_lives(
    session: Session,
    citizens: Collection[Key],
    workers: Collection[Key],
    days: tuple[date, date],
) -> tuple[PlannedLife, ...]:
    """Return active citizens with their contacts between the days, by initials.

    These citizens, and those whose primary worker is one of these.
    """
    connection = session.connection()
    asked = {"citizens": list(citizens), "workers": list(workers)}
    people = connection.execute(_PEOPLE, asked).all()
    keys = [key for key, _initials in people]
    back = {"citizens": keys, "first": days[0], "looked_back_to": days[0] - LOOKED_BACK}
    before = {key: found for key, *found in connection.execute(_DAYS, back)}
    of_these = {"citizens": keys, "first": days[0], "last": days[1]}
    rows = connection.execute(_CONTACTS, of_these).all()
    contacts, known = _contacts(rows), profiles(session, keys)
    return tuple(
        PlannedLife(
            key,
            initials,
            known.get(key, ProfileFields()),
            tuple(contacts.get(key, {}).values()),
            *before.get(key, (None, None, None, True)),
        )
        for key, initials in sorted(people, key=lambda one: one[1])
    )


def _contacts(rows: Sequence[Any]) -> dict[Key, dict[Key, LifeContact]]:
    """Make one value of a contact's rows, one for each of its workers."""
    found: dict[Key, dict[Key, LifeContact]] = {}
    for citizen, key, day, start, minutes, form, place, status, together, *worker in rows:
        own = found.setdefault(citizen, {})
        known = own.get(key)
        own[key] = (
            known._replace(workers=(*known.workers, tuple(worker)))
            if known
            else LifeContact(
                key,
                day,
                start,
                minutes,
                ContactForm(form),
                ContactPlace(place),
                ContactStatus(status),
                (tuple(worker),),
                together,
            )
        )
    return found
