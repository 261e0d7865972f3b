"""Questions about the rows behind a number: by key, so that as many come as were counted."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.ffb import SubTheme, Theme
from bostoette.models.key import Key
from bostoette.store.weeks import for_each

_FORMS = {form.value: form for form in ContactForm}
_STATUSES = {status.value: status for status in ContactStatus}
_AT_ONCE = 10_000
"""So many keys are asked about in one statement."""

_CONTACTS = """
    SELECT contact.id, contact.day, contact.start, contact.form, contact.status,
           (SELECT group_concat(initials, ' og ') FROM
              (SELECT citizen.initials FROM contact_citizen AS part
                 JOIN citizen ON citizen.id = part.citizen_id
                WHERE part.contact_id = contact.id ORDER BY part.position)),
           (SELECT group_concat(name, ' og ') FROM
              (SELECT citizen.name FROM contact_citizen AS part
                 JOIN citizen ON citizen.id = part.citizen_id
                WHERE part.contact_id = contact.id ORDER BY part.position)),
           worker.initials, contact.status_reason, contact.override_reason,
           (SELECT count(*) FROM contact_worker AS own
             WHERE own.contact_id = contact.id AND own.worker_id = ?),
           (SELECT count(*) FROM contact_citizen AS part
              JOIN citizen ON citizen.id = part.citizen_id
             WHERE part.contact_id = contact.id
               AND ? IN (citizen.primary_worker_id, citizen.secondary_worker_id))
      FROM contact
      JOIN contact_worker AS lead ON lead.contact_id = contact.id AND lead.position = 0
      JOIN worker ON worker.id = lead.worker_id
     WHERE contact.id IN (:keys)
"""

_CITIZENS = """
    SELECT id, name, initials, code, coalesce(? IN (primary_worker_id, secondary_worker_id), 0)
      FROM citizen WHERE id IN (:keys)
"""
_GOALS = "SELECT id, theme, sub_theme FROM goal WHERE id IN (:keys)"


class CitizenBehind(NamedTuple):
    """A citizen as she is shown behind a number."""

    id: Key
    name: str
    initials: str
    code: str
    own: bool
    """The person who asks is her worker."""

    def named(self, *, names: bool) -> str:
        """Return her name, or her initials."""
        return self.name if names else self.initials


class ContactBehind(NamedTuple):
    """One contact as it is shown behind a number."""

    id: Key
    day: date
    start: int
    form: ContactForm
    status: ContactStatus
    initials: str
    """The citizens'."""
    names: str
    worker: str
    """Initials of whoever leads it."""
    status_reason: str
    override_reason: str
    own: bool
    """The person who asks takes part, or is a worker of one of the citizens."""


def contacts_behind(
    session: Session, keys: Sequence[Key], actor_id: Key
) -> dict[Key, ContactBehind]:
    """Return the contacts with these keys."""
    return {
        row[0]: ContactBehind(
            row[0],
            date.fromisoformat(row[1]),
            row[2],
            _FORMS[row[3]],
            _STATUSES[row[4]],
            row[5] or "",
            row[6] or "",
            row[7],
            row[8],
            row[9],
            bool(row[10] or row[11]),
        )
        for row in asked_by_key(session, _CONTACTS, keys, (actor_id, actor_id))
    }


def citizens_behind(
    session: Session, keys: Sequence[Key], actor_id: Key
) -> dict[Key, CitizenBehind]:
    """Return the citizens with these keys."""
    return {
        row[0]: CitizenBehind(row[0], row[1], row[2], row[3], bool(row[4]))
        for row in asked_by_key(session, _CITIZENS, keys, (actor_id,))
    }


def goal_themes(session: Session, keys: Sequence[Key]) -> dict[Key, str]:
    """Return what goals are about, without the citizens' own words."""
    return {
        key: (SubTheme(sub_theme) if sub_theme else Theme(theme)).danish
        for key, theme, sub_theme in asked_by_key(session, _GOALS, keys)
    }


def asked_by_key(
    session: Session, statement: str, keys: Sequence[Key], before: tuple[Any, ...] = ()
) -> Iterator[Any]:
    """Ask about as many keys at once as a statement takes."""
    connection = session.connection()
    each = list(dict.fromkeys(keys))
    for first in range(0, len(each), _AT_ONCE):
        part = tuple(each[first : first + _AT_ONCE])
        found = connection.exec_driver_sql(for_each(statement, part), (*before, *part))
        yield from found.fetchall()
