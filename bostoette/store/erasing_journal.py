"""Empties the journal of a citizen who is deleted for good: no values, words or facts stay.

Steps about her stay as steps: who, when. Also rows that were deleted long before are found: by
the keys that the journal's own values name. The values are read as text first, so that only what
names one of her keys is unpacked.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.store.belonging import Belonging, links_of, parcels, table_of
from bostoette.store.plain_row import kind_of_table
from bostoette.store.schema_number import ERASED_SCHEMA

ERASED = "Slettet efter fristen"
"""What a step about a deleted citizen is called."""
NOBODY = "–"
"""Stands for her initials where others shared a contact with her."""
_A_KEY = re.compile(r"[0-9a-f]{32}")
_CHANGES = "SELECT step_id, position, table_name, row_key, before, after FROM journal_change"
_PARTS = "SELECT DISTINCT row_key FROM journal_change WHERE table_name = 'contact_citizen'"
_OFTEN = 500
Change = tuple[Key, int, str, str, str | None, str | None]
Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class About:
    """What the journal holds about a citizen."""

    changes: tuple[Change, ...]
    acts: frozenset[Key]
    """Steps whose facts name something of hers: read, signed, printed, sent."""
    shared: frozenset[str]
    """Keys of what others were in too, as text."""


def about(session: Session, found: Belonging, told: Told) -> About:
    """Find everything in the journal about a citizen; ``told`` hears how far it has come."""
    hers = {key.hex() for key in found.every_key()}
    once, shared = _contacts_once_hers(session, found)
    hers |= once
    shared |= {row["id"].hex() for rows in found.shared.values() for row in rows}
    changes = _hers(session, found.citizen_id.hex(), hers, told)
    return About(tuple(changes), frozenset(_acts_about(session, hers)), frozenset(shared))


def erase_from_journal(session: Session, found: Belonging, told: Told) -> None:
    """Empty every step about a citizen's rows; ``told`` hears how far it has come."""
    seen = about(session, found, told)
    _delete_changes(session, seen.changes)
    initials = {str(row["initials"]) for row in found.rows["citizen"]}
    _hide_initials(session, initials, _steps_of(session, seen.shared, told))
    _empty_steps(session, {change[0] for change in seen.changes} | seen.acts)


def _contacts_once_hers(session: Session, found: Belonging) -> tuple[set[str], set[str]]:
    """Return the contacts, kept or long deleted, that were hers alone, and those she shared."""
    people: dict[str, set[str]] = {}
    for (row_key,) in session.connection().exec_driver_sql(_PARTS):
        contact, citizen = row_key.split("/")
        people.setdefault(contact, set()).add(citizen)
    gone = found.citizen_id.hex()
    there = {row["id"].hex() for row in found.shared.get("contact", ())}
    mine = {contact for contact, citizens in people.items() if gone in citizens}
    alone = {one for one in mine - there if people[one] == {gone}}
    return alone, mine - alone


def _hers(session: Session, citizen: str, hers: set[str], told: Told) -> list[Change]:
    """Return the changes about her rows, adding to ``hers`` what they turn out to be.

    Looked through until nothing more is found: a note of a contact deleted long ago is known by
    the contact, and what was added to it by the note.
    """
    while True:
        before = len(hers)
        changes: list[Change] = []
        for change in _counted(_changes(session), told):
            if _is_hers(change, citizen, hers):
                changes.append(change)
                if _A_KEY.fullmatch(change[3]):
                    hers.add(change[3])
        if len(hers) == before:
            return changes


def _changes(session: Session) -> Iterator[Change]:
    rows = session.connection().exec_driver_sql(_CHANGES)
    for row in rows:
        yield tuple(row)


def _counted(changes: Iterable[Change], told: Told) -> Iterator[Change]:
    for number, change in enumerate(changes):
        if number % _OFTEN == 0:
            told(number)
        yield change


def _is_hers(change: Change, citizen: str, hers: set[str]) -> bool:
    _step, _position, table, row_key, before, after = change
    if not hers.isdisjoint(_A_KEY.findall(row_key)):
        return True
    named = {*_A_KEY.findall(before or ""), *_A_KEY.findall(after or "")}
    if table == "contact" or hers.isdisjoint(named):
        return False  # a contact is known by who takes part
    values = {**json.loads(before or "{}"), **json.loads(after or "{}")}
    if values.get("citizen_id") not in {None, citizen}:
        return False
    if table == "series":
        return set(values.get("template", {}).get("citizens", [citizen])) <= {citizen}
    links = links_of(table_of(kind_of_table(table)))
    return any(values.get(column.name) in hers for column, _parent in links)


def _delete_changes(session: Session, changes: Iterable[Change]) -> None:
    for step_id, position, *_rest in changes:
        session.connection().exec_driver_sql(
            "DELETE FROM journal_change WHERE step_id = ? AND position = ?", (step_id, position)
        )


def _steps_of(session: Session, keys: frozenset[str], told: Told) -> set[Key]:
    """Return the steps that changed something about these rows."""
    if not keys:
        return set()
    return {
        change[0]
        for change in _counted(_changes(session), told)
        if not keys.isdisjoint(_A_KEY.findall(change[3]))
    }


def _acts_about(session: Session, hers: set[str]) -> set[Key]:
    """Return the acts whose facts name something of hers: read, printed, sent."""
    facts = session.connection().exec_driver_sql(
        "SELECT id, facts FROM journal_step WHERE facts IS NOT NULL"
    )
    return {key for key, said in facts if not hers.isdisjoint(_A_KEY.findall(said))}


def _hide_initials(session: Session, initials: set[str], steps: set[Key]) -> None:
    for said in initials:
        for some in parcels(steps):
            places = ", ".join("?" * len(some))
            session.connection().exec_driver_sql(
                f"UPDATE journal_step SET label = replace(label, ?, ?) WHERE id IN ({places})",  # noqa: S608 - question marks alone
                (said, NOBODY, *some),
            )


def _empty_steps(session: Session, steps: set[Key]) -> None:
    for some in parcels(steps):
        places = ", ".join("?" * len(some))
        session.connection().exec_driver_sql(
            f"UPDATE journal_step SET label = ?, facts = NULL, schema = ? WHERE id IN ({places})",  # noqa: S608 - question marks alone
            (ERASED, ERASED_SCHEMA, *some),
        )
