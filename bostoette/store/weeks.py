"""Questions about weeks: contacts and other appointments of workers between two days.

A week is one statement whatever its size; rows become values without passing the mapper. The
statements stand as SQL, so that the first week is read before SQLAlchemy is loaded
(`services.first_look`) – and every later one in the same words.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.week_contact import CitizenName, WeekAppointment, WeekContact

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bostoette.store.plain_reader import PlainReader

_CONTACT_COLUMNS = """
    SELECT contact.id, contact.version, contact.day, contact.start, contact.minutes,
           contact.form, contact.status, contact.purpose_id, contact.place,
           contact.agreed_with_citizen, contact.series_id, contact.unplanned,
           contact.variant,
           everybody.worker_id, citizen.id, citizen.name, citizen.initials, citizen.code
"""

_WORKER, _CITIZEN = 13, 14
"""Where in a row who takes part stands, after what is the contact's own."""

_OF_WORKERS = f"""{_CONTACT_COLUMNS}
      FROM contact_worker
      JOIN contact ON contact.id = contact_worker.contact_id
      JOIN contact_worker AS everybody ON everybody.contact_id = contact.id
      LEFT JOIN contact_citizen ON contact_citizen.contact_id = contact.id
      LEFT JOIN citizen ON citizen.id = contact_citizen.citizen_id
     WHERE contact_worker.worker_id IN (:workers) AND contact_worker.day BETWEEN ? AND ?
     ORDER BY contact.day, contact.start, contact.id, everybody.position, contact_citizen.position
"""

_OF_CITIZEN = f"""{_CONTACT_COLUMNS}
      FROM contact_citizen
      JOIN contact ON contact.id = contact_citizen.contact_id
      JOIN contact_worker AS everybody ON everybody.contact_id = contact.id
      JOIN citizen ON citizen.id = contact_citizen.citizen_id
     WHERE contact_citizen.citizen_id = ? AND contact_citizen.day BETWEEN ? AND ?
     ORDER BY contact.day, contact.start, contact.id, everybody.position
"""

_OF_CITIZENS = f"""{_CONTACT_COLUMNS}
      FROM contact_citizen AS hers
      JOIN contact ON contact.id = hers.contact_id
      JOIN contact_worker AS everybody ON everybody.contact_id = contact.id
      LEFT JOIN contact_citizen ON contact_citizen.contact_id = contact.id
      LEFT JOIN citizen ON citizen.id = contact_citizen.citizen_id
     WHERE hers.citizen_id IN (:citizens) AND hers.day BETWEEN ? AND ?
     ORDER BY contact.day, contact.start, contact.id, everybody.position, contact_citizen.position
"""

_APPOINTMENTS = """
    SELECT id, version, worker_id, kind, title, day, start, minutes, all_day
      FROM appointment
     WHERE worker_id IN (:workers) AND day BETWEEN ? AND ?
     ORDER BY day, start
"""

_BARE = "SELECT NOT EXISTS (SELECT 1 FROM contact) AND NOT EXISTS (SELECT 1 FROM citizen)"

_PURPOSES = "SELECT id, title FROM purpose WHERE active ORDER BY position"

_FORMS = {form.value: form for form in ContactForm}
_VARIANTS = {variant.value: variant for variant in ContactVariant}
_STATUSES = {status.value: status for status in ContactStatus}
_PLACES = {place.value: place for place in ContactPlace}
_KINDS = {kind.value: kind for kind in AppointmentKind}


def contacts_of_workers(
    session: "Session | PlainReader", workers: Sequence[Key], first: date, last: date
) -> tuple[WeekContact, ...]:
    """Return the workers' contacts from the first to the last day, in order of time."""
    rows = session.connection().exec_driver_sql(
        for_each(_OF_WORKERS, workers), (*workers, first.isoformat(), last.isoformat())
    )
    return _gathered(rows.fetchall())


def contacts_of_citizen(
    session: "Session | PlainReader", citizen: Key, first: date, last: date
) -> tuple[WeekContact, ...]:
    """Return one citizen's contacts, without naming others in a group."""
    rows = session.connection().exec_driver_sql(
        _OF_CITIZEN, (citizen, first.isoformat(), last.isoformat())
    )
    return _gathered(rows.fetchall())


def contacts_of_citizens(
    session: "Session | PlainReader", citizens: Sequence[Key], first: date, last: date
) -> tuple[WeekContact, ...]:
    """Return the citizens' contacts with everybody in them, in order of time."""
    rows = session.connection().exec_driver_sql(
        for_each(_OF_CITIZENS, citizens), (*citizens, first.isoformat(), last.isoformat())
    )
    return _gathered(rows.fetchall())


def appointments_of_workers(
    session: "Session | PlainReader", workers: Sequence[Key], first: date, last: date
) -> tuple[WeekAppointment, ...]:
    """Return the workers' other appointments from the first to the last day."""
    rows = session.connection().exec_driver_sql(
        for_each(_APPOINTMENTS, workers), (*workers, first.isoformat(), last.isoformat())
    )
    return tuple(
        WeekAppointment(
            key,
            version,
            worker,
            _KINDS[kind],
            title,
            date.fromisoformat(day),
            start,
            minutes,
            bool(all_day),
        )
        for key, version, worker, kind, title, day, start, minutes, all_day in rows.fetchall()
    )


def purpose_titles(session: "Session | PlainReader") -> dict[str, str]:
    """Return the titles of the purposes in use, by id, in the team's order."""
    rows = session.connection().exec_driver_sql(_PURPOSES)
    return {str(key): title for key, title in rows.fetchall()}


def is_bare(session: "Session | PlainReader") -> bool:
    """Tell whether the file holds neither a contact nor a citizen."""
    found = session.connection().exec_driver_sql(_BARE).fetchone()
    return found is not None and bool(found[0])


def for_each(statement: str, keys: Sequence[Key]) -> str:
    """Write a question mark for each key where the statement says ``IN (:name)``."""
    before, _, rest = statement.partition("IN (:")
    return f"{before}IN ({', '.join('?' * len(keys))}){rest.partition(')')[2]}"


def _gathered(rows: Sequence[Any]) -> tuple[WeekContact, ...]:
    """Make one value of a contact's rows: one row for each pair of worker and citizen."""
    found: dict[Key, WeekContact] = {}
    for row in rows:
        key = row[0]
        citizens = () if row[_CITIZEN] is None else (CitizenName(*row[_CITIZEN:]),)
        known = found.get(key)
        if known is None:
            found[key] = _contact(row, citizens)
        else:
            more = () if not citizens or citizens[0] in known.citizens else citizens
            found[key] = known._replace(
                workers=_with(known.workers, row[_WORKER]), citizens=known.citizens + more
            )
    return tuple(found.values())


def _contact(row: Any, citizens: tuple[CitizenName, ...]) -> WeekContact:
    """Make a contact of the first of its rows."""
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
        unplanned,
        variant,
        worker,
        _citizen,
        _name,
        _initials,
        _code,
    ) = row
    return WeekContact(
        key,
        version,
        date.fromisoformat(day),
        start,
        minutes,
        _FORMS[form],
        _STATUSES[status],
        purpose,
        _PLACES[place],
        bool(agreed),
        series,
        (worker,),
        citizens,
        bool(unplanned),
        _VARIANTS[variant],
    )


def _with(keys: tuple[Key, ...], key: Key) -> tuple[Key, ...]:
    return keys if key in keys else (*keys, key)
