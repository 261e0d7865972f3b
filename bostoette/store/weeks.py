"""Questions about weeks: contacts and other appointments of workers between two days.

A week is one statement whatever its size; rows become values without passing the mapper.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import String, and_, bindparam, select, type_coerce
from sqlalchemy.orm import Session, aliased

from bostoette.models.appointment import Appointment
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.key import Key
from bostoette.models.week_contact import CitizenName, WeekAppointment, WeekContact

_everybody = aliased(ContactWorker)

_CONTACT_COLUMNS = (
    Contact.id,
    Contact.version,
    Contact.day,
    Contact.start,
    Contact.minutes,
    type_coerce(Contact.form, String),
    type_coerce(Contact.status, String),
    Contact.purpose_id,
    type_coerce(Contact.place, String),
    Contact.agreed_with_citizen,
    Contact.series_id,
    _everybody.worker_id,
    Citizen.id,
    Citizen.name,
    Citizen.initials,
    Citizen.code,
)

_OF_WORKERS = (
    select(*_CONTACT_COLUMNS)
    .select_from(ContactWorker)
    .join(Contact, Contact.id == ContactWorker.contact_id)
    .join(_everybody, _everybody.contact_id == Contact.id)
    .outerjoin(ContactCitizen, ContactCitizen.contact_id == Contact.id)
    .outerjoin(Citizen, Citizen.id == ContactCitizen.citizen_id)
    .where(
        ContactWorker.worker_id.in_(bindparam("workers", expanding=True)),
        ContactWorker.day.between(bindparam("first"), bindparam("last")),
    )
    .order_by(Contact.day, Contact.start, Contact.id, _everybody.position, ContactCitizen.position)
)

_OF_CITIZEN = (
    select(*_CONTACT_COLUMNS)
    .select_from(ContactCitizen)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .join(_everybody, _everybody.contact_id == Contact.id)
    .join(Citizen, Citizen.id == ContactCitizen.citizen_id)
    .where(
        ContactCitizen.citizen_id == bindparam("citizen"),
        ContactCitizen.day.between(bindparam("first"), bindparam("last")),
    )
    .order_by(Contact.day, Contact.start, Contact.id, _everybody.position)
)

_APPOINTMENTS = (
    select(
        Appointment.id,
        Appointment.version,
        Appointment.worker_id,
        type_coerce(Appointment.kind, String),
        Appointment.title,
        Appointment.day,
        Appointment.start,
        Appointment.minutes,
        Appointment.all_day,
    )
    .where(
        and_(
            Appointment.worker_id.in_(bindparam("workers", expanding=True)),
            Appointment.day.between(bindparam("first"), bindparam("last")),
        )
    )
    .order_by(Appointment.day, Appointment.start)
)

_FORMS = {form.value: form for form in ContactForm}
_STATUSES = {status.value: status for status in ContactStatus}
_PLACES = {place.value: place for place in ContactPlace}
_KINDS = {kind.value: kind for kind in AppointmentKind}


def contacts_of_workers(
    session: Session, workers: Sequence[Key], first: date, last: date
) -> tuple[WeekContact, ...]:
    """Return the workers' contacts from the first to the last day, in order of time."""
    rows = session.connection().execute(
        _OF_WORKERS, {"workers": list(workers), "first": first, "last": last}
    )
    return _gathered(rows.all())


def contacts_of_citizen(
    session: Session, citizen: Key, first: date, last: date
) -> tuple[WeekContact, ...]:
    """Return one citizen's contacts, without naming others in a group."""
    rows = session.connection().execute(
        _OF_CITIZEN, {"citizen": citizen, "first": first, "last": last}
    )
    return _gathered(rows.all())


def appointments_of_workers(
    session: Session, workers: Sequence[Key], first: date, last: date
) -> tuple[WeekAppointment, ...]:
    """Return the workers' other appointments from the first to the last day."""
    rows = session.connection().execute(
        _APPOINTMENTS, {"workers": list(workers), "first": first, "last": last}
    )
    return tuple(
        WeekAppointment(row[0], row[1], row[2], _KINDS[row[3]], *row[4:]) for row in rows.all()
    )


def _gathered(rows: Sequence[Any]) -> tuple[WeekContact, ...]:
    """Make one value of a contact's rows: one row for each pair of worker and citizen."""
    found: dict[Key, WeekContact] = {}
    for row in rows:
        (
            key,
            version,
            day,
            start,
            minutes,
            form,
            status,
            purpose,
            place,
            agreed,
            series,
            worker,
            citizen_id,
            name,
            initials,
            code,
        ) = row
        citizens = (
            (CitizenName(citizen_id, name, initials, code),) if citizen_id is not None else ()
        )
        known = found.get(key)
        if known is None:
            found[key] = WeekContact(
                key,
                version,
                day,
                start,
                minutes,
                _FORMS[form],
                _STATUSES[status],
                purpose,
                _PLACES[place],
                agreed,
                series,
                (worker,),
                citizens,
            )
        else:
            found[key] = known._replace(
                workers=_with(known.workers, worker),
                citizens=known.citizens
                if not citizens or citizens[0] in known.citizens
                else known.citizens + citizens,
            )
    return tuple(found.values())


def _with(keys: tuple[Key, ...], key: Key) -> tuple[Key, ...]:
    return keys if key in keys else (*keys, key)
