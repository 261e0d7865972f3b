"""Questions behind the figures: contacts with citizens, and the people in them, as plain rows.

Each is one statement, however many workers there are; rows become values without the mapper. A
delivery at the door is no contact where nobody was seen (P52).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.attendance import Attendance
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus, FormReason
from bostoette.models.danish_order import COLLATION, order_key
from bostoette.models.fallen_contact import FallenContact
from bostoette.models.figure_rows import FigureContact, FigureWork
from bostoette.models.figure_scope import Ask, Period, ScopedPerson, ScopeKind
from bostoette.models.key import Key

ANY_WORKER, ANY_CITIZEN = "(SELECT id FROM worker)", "(SELECT id FROM citizen)"
"""A day alone stands in no index: asked of each one by name, only the days asked for are read."""
_COLUMNS = """
    SELECT contact.id, contact.day, contact.form, contact.status, contact.minutes,
           contact.actual_minutes, lead.worker_id, contact.form_reason,
           contact.override_reason != '', contact.reason_codes
"""
_SEEN = """(contact.variant != 'delivery' OR contact.status != 'held'
            OR part.attendance = 'came')"""
_PARTS = "SELECT 1 FROM contact_citizen AS part WHERE part.contact_id = contact.id"
_WITH_CITIZENS = f"EXISTS ({_PARTS} AND {_SEEN})"
_OF_TEAM = f"""{_COLUMNS}, NULL
      FROM contact_worker AS lead
      JOIN contact ON contact.id = lead.contact_id
     WHERE lead.day BETWEEN ? AND ? AND lead.worker_id IN {ANY_WORKER} AND lead.position = 0
       AND {_WITH_CITIZENS}
     ORDER BY contact.day, contact.start, contact.id
"""
_OF_WORKER = f"""{_COLUMNS}, NULL
      FROM contact_worker AS lead
      JOIN contact ON contact.id = lead.contact_id
     WHERE lead.day BETWEEN ? AND ? AND lead.worker_id = ? AND lead.position = 0
       AND {_WITH_CITIZENS}
     ORDER BY contact.day, contact.start, contact.id
"""
_OF_CITIZEN = f"""{_COLUMNS}, part.attendance
      FROM contact_citizen AS part
      JOIN contact ON contact.id = part.contact_id
      JOIN contact_worker AS lead ON lead.contact_id = contact.id AND lead.position = 0
     WHERE part.day BETWEEN ? AND ? AND part.citizen_id = ? AND {_SEEN}
     ORDER BY contact.day, contact.start, contact.id
"""
_CONTACTS = {
    ScopeKind.TEAM: _OF_TEAM,
    ScopeKind.WORKER: _OF_WORKER,
    ScopeKind.CITIZEN: _OF_CITIZEN,
}
_CAME_INSTEAD = """
    SELECT id, day, form, status, converted_from FROM contact WHERE converted_from IS NOT NULL
"""
_TAKING_PART_IN_TEAM = f"""
    SELECT contact_id, citizen_id FROM contact_citizen
     WHERE day BETWEEN ? AND ? AND citizen_id IN {ANY_CITIZEN} AND attendance != 'did_not_come'
"""  # noqa: S608 - our own words
_TAKING_PART_WITH_WORKER = """
    SELECT part.contact_id, part.citizen_id
      FROM contact_worker AS lead
      JOIN contact_citizen AS part ON part.contact_id = lead.contact_id
     WHERE lead.day BETWEEN ? AND ? AND lead.worker_id = ? AND lead.position = 0
       AND part.attendance != 'did_not_come'
     ORDER BY part.contact_id, part.citizen_id
"""
_TAKING_PART = {
    ScopeKind.TEAM: _TAKING_PART_IN_TEAM,
    ScopeKind.WORKER: _TAKING_PART_WITH_WORKER,
}
_AT_CENTRE = f"""
    SELECT part.contact_id, part.citizen_id
      FROM contact_citizen AS part JOIN contact ON contact.id = part.contact_id
     WHERE part.day BETWEEN ? AND ? AND part.citizen_id IN {ANY_CITIZEN}
       AND contact.place = 'centre' AND part.attendance != 'did_not_come'
"""  # noqa: S608 - our own words
_WORK = """
    SELECT own.worker_id, contact.id, contact.day,
           coalesce(contact.actual_start, contact.start), contact.minutes,
           contact.actual_minutes, contact.form, contact.status, contact.place,
           (SELECT part.citizen_id FROM contact_citizen AS part
             WHERE part.contact_id = contact.id ORDER BY part.position LIMIT 1)
"""
_DONE = "contact.status IN ('held', 'no_show')"
_WORK_OF_TEAM = f"""{_WORK}
      FROM contact_worker AS own JOIN contact ON contact.id = own.contact_id
     WHERE own.day BETWEEN ? AND ? AND own.worker_id IN {ANY_WORKER} AND {_DONE}
     ORDER BY contact.day, contact.start, contact.id
"""
_WORK_OF_WORKER = f"""{_WORK}
      FROM contact_worker AS own JOIN contact ON contact.id = own.contact_id
     WHERE own.day BETWEEN ? AND ? AND own.worker_id = ? AND {_DONE}
     ORDER BY contact.day, contact.start, contact.id
"""
_WORK_WITH_CITIZEN = f"""{_WORK}
      FROM contact_citizen AS with_her
      JOIN contact ON contact.id = with_her.contact_id
      JOIN contact_worker AS own ON own.contact_id = contact.id
     WHERE with_her.day BETWEEN ? AND ? AND with_her.citizen_id = ? AND {_DONE}
       AND with_her.attendance != 'did_not_come'
     ORDER BY contact.day, contact.start, contact.id, own.position
"""
_WORKS = {
    ScopeKind.TEAM: _WORK_OF_TEAM,
    ScopeKind.WORKER: _WORK_OF_WORKER,
    ScopeKind.CITIZEN: _WORK_WITH_CITIZEN,
}
_WORKER_NAMES = "SELECT id, initials, name FROM worker"
_CITIZEN_NAMES = "SELECT id, initials, name FROM citizen"
_BY_NAME = f"name COLLATE {COLLATION}, id"
_WORKERS = f"{_WORKER_NAMES} ORDER BY active DESC, {_BY_NAME}"
_OWN_CITIZENS = f"""{_CITIZEN_NAMES}
     WHERE primary_worker_id = ?1 OR secondary_worker_id = ?1 ORDER BY {_BY_NAME}
"""
_FORMS = {form.value: form for form in ContactForm}
_STATUSES = {status.value: status for status in ContactStatus}
_PLACES = {place.value: place for place in ContactPlace}
_REASONS = {reason.value: reason for reason in FormReason}
_NONE = "[]"


def contacts_asked(session: Session, ask: Ask) -> tuple[FigureContact, ...]:
    """Return the contacts with citizens that are asked about, in order of time.

    Of a worker those that she leads. A citizen who stayed away from a held contact did not show.
    """
    days = _Days()
    return tuple(_contact(row, days) for row in asked_for(session, _CONTACTS, ask))


def came_instead(session: Session) -> tuple[FallenContact, ...]:
    """Return every contact that came instead of another, whenever it lies (P24)."""
    days = _Days()
    found = session.connection().exec_driver_sql(_CAME_INSTEAD)
    return tuple(
        FallenContact(key, days[day], _FORMS[form], _STATUSES[status], before)
        for key, day, form, status, before in found.fetchall()
    )


def work_asked(session: Session, ask: Ask) -> tuple[FigureWork, ...]:
    """Return the workers' parts in contacts that took their time, in order of time."""
    days = _Days()
    return tuple(
        FigureWork(
            worker,
            contact,
            days[day],
            start,
            minutes if actual is None or status != ContactStatus.HELD.value else actual,
            _FORMS[form],
            _STATUSES[status],
            _PLACES[place],
            citizen,
        )
        for worker, contact, day, start, minutes, actual, form, status, place, citizen in asked_for(
            session, _WORKS, ask
        )
    )


def asked_for(session: Session, statements: Mapping[ScopeKind, str], ask: Ask) -> Sequence[Any]:
    """Answer the statement for a scope: from day, to day, and whose."""
    values: tuple[Any, ...] = (ask.period.first.isoformat(), ask.period.last.isoformat())
    if ask.scope.kind is not ScopeKind.TEAM:
        values = (*values, ask.scope.key)
    found = session.connection().exec_driver_sql(statements[ask.scope.kind], values)
    return list(found.fetchall())


class _Days(dict[str, date]):
    """Days by how they are written, each read once."""

    def __missing__(self, written: str) -> date:
        found = self[written] = date.fromisoformat(written)
        return found


def _contact(row: Any, days: _Days) -> FigureContact:
    key, day, form, status, minutes, actual, worker, reason, overridden, codes, attendance = row
    found = _STATUSES[status]
    held = found is ContactStatus.HELD
    if held and attendance == Attendance.DID_NOT_COME.value:
        found = ContactStatus.NO_SHOW
    return FigureContact(
        key,
        days[day],
        _FORMS[form],
        found,
        minutes if actual is None or not held else actual,
        worker,
        _REASONS.get(reason),
        bool(overridden),
        () if codes == _NONE else tuple(json.loads(codes)),
    )


def citizens_in(session: Session, contacts: Iterable[Key], ask: Ask) -> dict[Key, tuple[Key, ...]]:
    """Return by contact of a team or a worker the citizens who take part and did not stay away."""
    wanted = set(contacts)
    found: dict[Key, list[Key]] = defaultdict(list)
    for contact, citizen in asked_for(session, _TAKING_PART, ask):
        if contact in wanted:
            found[contact].append(citizen)
    return {key: tuple(citizens) for key, citizens in found.items()}


def citizens_at_centre(session: Session, period: Period) -> dict[Key, tuple[Key, ...]]:
    """Return by contact whose place is the centre the citizens who did not stay away."""
    rows = session.connection().exec_driver_sql(
        _AT_CENTRE, (period.first.isoformat(), period.last.isoformat())
    )
    found: dict[Key, list[Key]] = defaultdict(list)
    for contact, citizen in rows.fetchall():
        found[contact].append(citizen)
    return {key: tuple(citizens) for key, citizens in found.items()}


def all_workers(session: Session) -> tuple[ScopedPerson, ...]:
    """Return every worker, those in use first."""
    return _people(session.connection().exec_driver_sql(_WORKERS))


def all_citizens(session: Session) -> tuple[ScopedPerson, ...]:
    """Return every citizen by name."""
    people = _people(session.connection().exec_driver_sql(_CITIZEN_NAMES))
    # sorted here, each name looked at once: the file would compare thousands pair by pair
    return tuple(sorted(people, key=lambda one: (order_key(one.name), one.key)))


def own_citizens(session: Session, worker_id: Key) -> tuple[ScopedPerson, ...]:
    """Return the citizens whose primary or secondary worker somebody is."""
    return _people(session.connection().exec_driver_sql(_OWN_CITIZENS, (worker_id,)))


def _people(rows: Any) -> tuple[ScopedPerson, ...]:
    return tuple(ScopedPerson(*row) for row in rows.fetchall())
