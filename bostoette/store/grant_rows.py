"""Questions about what is granted: the grants of some days, and the contacts that weigh on them."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import GrantFields
from bostoette.models.citizen_kinds import GrantPeriod
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.counted_contact import CountedContact
from bostoette.models.figure_scope import Ask, ScopeKind
from bostoette.models.grant_contact import GrantContact
from bostoette.models.key import Key
from bostoette.store.figure_rows import ANY_CITIZEN, asked_for

_OF_CITIZENS = {
    ScopeKind.TEAM: "",
    ScopeKind.WORKER: "AND ? IN (citizen.primary_worker_id, citizen.secondary_worker_id)",
    ScopeKind.CITIZEN: "AND citizen.id = ?",
}
_GRANT_COLUMNS = """
    SELECT "grant".citizen_id, "grant".paragraph_id, "grant".valid_from, "grant".minutes_from,
           "grant".minutes_to, "grant".period, "grant".valid_to
      FROM "grant" JOIN citizen ON citizen.id = "grant".citizen_id
     WHERE (citizen.status = 'active' OR citizen.status_since >= ?)
       AND "grant".valid_from <= ?
"""
_GRANTS = {kind: f"{_GRANT_COLUMNS} {whose}" for kind, whose in _OF_CITIZENS.items()}
_CONTACT_COLUMNS = f"""
    SELECT part.citizen_id, contact.id, contact.day, contact.minutes, contact.status,
           contact.actual_minutes
      FROM contact_citizen AS part
      JOIN contact ON contact.id = part.contact_id
      JOIN citizen ON citizen.id = part.citizen_id
     WHERE part.day BETWEEN ? AND ? AND part.citizen_id IN {ANY_CITIZEN}
       AND part.attendance != 'did_not_come' AND contact.status IN ('held', 'planned')
"""  # noqa: S608 - our own words
_CONTACTS = {
    kind: f"{_CONTACT_COLUMNS} {whose} ORDER BY contact.day, contact.start, contact.id"
    for kind, whose in _OF_CITIZENS.items()
}
_TITLES = "SELECT id, title FROM grant_paragraph"
_STATUSES = {status.value: status for status in ContactStatus}


def grants_asked(session: Session, ask: Ask) -> dict[Key, tuple[GrantFields, ...]]:
    """Return by citizen the grants that began no later than the period's last day."""
    found: dict[Key, list[GrantFields]] = defaultdict(list)
    for citizen, paragraph, first, low, high, period, last in asked_for(session, _GRANTS, ask):
        found[citizen].append(
            GrantFields(
                paragraph,
                date.fromisoformat(first),
                low,
                high,
                GrantPeriod(period),
                None if last is None else date.fromisoformat(last),
            )
        )
    return {key: tuple(grants) for key, grants in found.items()}


def grant_contacts(session: Session, ask: Ask) -> dict[Key, tuple[GrantContact, ...]]:
    """Return by citizen the held and planned contacts of the period."""
    found: dict[Key, list[GrantContact]] = defaultdict(list)
    for row in asked_for(session, _CONTACTS, ask):
        found[row[0]].append(_contact(row))
    return {key: tuple(contacts) for key, contacts in found.items()}


def paragraph_titles(session: Session) -> dict[str, str]:
    """Return what paragraphs are called."""
    rows = session.connection().exec_driver_sql(_TITLES)
    return {str(key): title for key, title in rows.fetchall()}


def _contact(row: Any) -> GrantContact:
    _citizen, key, day, minutes, status, actual = row
    counted = CountedContact(date.fromisoformat(day), minutes, _STATUSES[status], actual)
    return GrantContact(key, counted)
