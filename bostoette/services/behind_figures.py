"""The rows behind a number, each ready to be opened; as many as the number says."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.figure import Cell, RowKind, Unit
from bostoette.models.figure_rows import Behind, BehindRow
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import capital, clock, short_day
from bostoette.services.figure_rights import sees_all
from bostoette.store import behind_rows as rows
from bostoette.store.call_rows import calls_behind
from bostoette.store.figure_rows import all_workers

_PAIR = 2
_AMOUNTS = {Unit.MINUTES: "Tid", Unit.KM: "Km", Unit.SCORE: "Mærke"}


def behind(session: Session, actor_id: Key, cell: Cell, today: date, *, names: bool) -> Behind:
    """Return what stands behind a number, in order of time; ``names`` shows them in full.

    Raises PlanError where it is not the person's to see.
    """
    heads, found = _READ[cell.kind](session, actor_id, cell, names)
    if not sees_all(session, actor_id, today) and not all(own for _row, own in found):
        raise PlanError(
            "De rækker ser teamlederen. Intet er vist. Åbn tal om dig selv eller dine egne borgere."
        )
    if cell.unit in _AMOUNTS:
        heads = (*heads, _AMOUNTS[cell.unit])
    return _without_empty(Behind(heads, tuple(row for row, _own in found), _total(cell)))


Found = tuple[tuple[str, ...], Sequence[tuple[BehindRow, bool]]]
"""Headings, and each row with whether it is the asking person's own."""


def _contacts(session: Session, actor_id: Key, cell: Cell, names: bool) -> Found:  # noqa: FBT001
    keys = [key for key in cell.rows if isinstance(key, bytes)]
    amounts = _amounts(cell)
    known = rows.contacts_behind(session, keys, actor_id)
    ordered = sorted(known.values(), key=lambda one: (one.day, one.start, one.id))
    heads = ("Dag", "Kl.", "Borger", "Form", "Status", "Medarbejder", "Begrundelse")
    found = []
    for one in ordered:
        reason = one.override_reason or one.status_reason
        words = (
            _day(one.day),
            clock(one.start),
            one.names if names else one.initials,
            capital(one.form.short_name),
            capital(one.status.danish),
            one.worker,
            reason if names else "",
        )
        amount = amounts.get(one.id)
        shown = words if amount is None else (*words, cell.unit.said(amount))
        found.append((BehindRow(one.id, shown, one.day, contact_id=one.id, amount=amount), one.own))
    return heads, found


def _days(session: Session, actor_id: Key, cell: Cell, _names: bool) -> Found:  # noqa: FBT001
    """Show workers' days: who, and how much on each."""
    amounts = _amounts(cell)
    initials = {one.key: one.initials for one in all_workers(session)}
    pairs = [(key, day) for key, day in _pairs(cell) if isinstance(day, date)]
    found = []
    for key, day in sorted(pairs, key=lambda one: (one[1], initials.get(one[0], ""))):
        amount = amounts.get((key, day))
        words = (_day(day), initials.get(key, ""))
        shown = words if amount is None else (*words, cell.unit.said(amount))
        row = BehindRow((key, day), shown, day, worker_id=key, amount=amount)
        found.append((row, key == actor_id))
    return ("Dag", "Medarbejder"), found


def _of_contacts(session: Session, actor_id: Key, cell: Cell, names: bool) -> Found:  # noqa: FBT001
    """Show notes, answers and marks: whose, of which contact, and of which goal."""
    keys = [one for one in cell.rows if isinstance(one, tuple)]
    contacts = rows.contacts_behind(session, [key[0] for key in keys], actor_id)
    citizens = rows.citizens_behind(session, [key[1] for key in keys], actor_id)
    goals = rows.goal_themes(session, [key[2] for key in keys if len(key) > _PAIR])
    amounts = _amounts(cell)
    found = []
    for key in sorted(keys, key=lambda one: (contacts[one[0]].day, contacts[one[0]].start, one)):
        contact, citizen = contacts[key[0]], citizens[key[1]]
        words: tuple[str, ...] = (
            _day(contact.day),
            clock(contact.start),
            citizen.named(names=names),
            capital(contact.form.short_name),
            contact.worker,
            goals.get(key[2], "") if len(key) > _PAIR else "",
        )
        amount = amounts.get(key)
        if amount is not None:
            words = (*words, cell.unit.said(amount))
        row = BehindRow(key, words, contact.day, contact.id, citizen.id, amount=amount)
        found.append((row, contact.own or citizen.own))
    return ("Dag", "Kl.", "Borger", "Form", "Medarbejder", "Delmål om"), found


def _citizens(session: Session, actor_id: Key, cell: Cell, names: bool) -> Found:  # noqa: FBT001
    """Show citizens, whom they met, or goals of theirs."""
    keys = [one if isinstance(one, tuple) else (one,) for one in cell.rows]
    citizens = rows.citizens_behind(session, [key[0] for key in keys], actor_id)
    others = [key[1] for key in keys if len(key) == _PAIR]
    met = {one.key: one for one in all_workers(session)} if others else {}
    themes = rows.goal_themes(session, others)
    amounts = _amounts(cell)
    found = []
    for key in keys:
        citizen = citizens[key[0]]
        worker = met.get(key[1]) if len(key) == _PAIR else None
        beside = "" if worker is None else (worker.name if names else worker.initials)
        theme = themes.get(key[1], "") if len(key) == _PAIR else ""
        words: tuple[str, ...] = (citizen.named(names=names), citizen.code, beside, theme)
        amount = amounts.get(key[0])
        if amount is not None:
            words = (*words, cell.unit.said(amount))
        row = BehindRow(key, words, citizen_id=citizen.id, amount=amount)
        found.append((row, citizen.own))
    return ("Borger", "Kode", "Medarbejder", "Delmål om"), found


def _calls(session: Session, actor_id: Key, cell: Cell, names: bool) -> Found:  # noqa: FBT001
    """Show calls on the hotline; what they were about only with names."""
    keys = [key for key in cell.rows if isinstance(key, bytes)]
    found = []
    for one in calls_behind(session, keys, actor_id):
        words = (
            _day(one.day),
            clock(one.start),
            one.caller.danish,
            one.name if names else one.initials,
            one.topic if names else "",
            one.worker,
        )
        row = BehindRow(one.id, words, one.day, None, one.citizen_id, one.worker_id)
        found.append((row, one.own))
    return ("Dag", "Kl.", "Hvem", "Borger", "Emne", "Medarbejder"), found


def _pairs(cell: Cell) -> Iterator[tuple[Key, object]]:
    for one in cell.rows:
        if isinstance(one, tuple):
            yield one[0], one[1]


def _without_empty(found: Behind) -> Behind:
    """Leave out columns in which nothing stands."""
    kept = [
        place for place in range(len(found.heads)) if any(row.words[place] for row in found.rows)
    ]
    if len(kept) == len(found.heads):
        return found
    return Behind(
        tuple(found.heads[place] for place in kept),
        tuple(replace(row, words=tuple(row.words[place] for place in kept)) for row in found.rows),
        found.total,
    )


def _amounts(cell: Cell) -> dict[object, float]:
    return dict(zip(cell.rows, cell.amounts, strict=True)) if cell.amounts else {}


def _total(cell: Cell) -> str:
    counted = cell.kind.counted(len(cell.rows))
    match cell.unit:
        case Unit.ROWS:
            return counted
        case Unit.SCORE:
            return f"{counted}, i gennemsnit {cell.unit.said(cell.number)}"
    return f"{counted}, i alt {cell.unit.said(cell.number)}"


def _day(day: date) -> str:
    return f"{short_day(day)} {day.year}"


_READ: dict[RowKind, Callable[[Session, Key, Cell, bool], Found]] = {
    RowKind.CONTACT: _contacts,
    RowKind.DAY: _days,
    RowKind.NOTE: _of_contacts,
    RowKind.ANSWER: _of_contacts,
    RowKind.MARK: _of_contacts,
    RowKind.CITIZEN: _citizens,
    RowKind.MEETING: _citizens,
    RowKind.GOAL: _citizens,
    RowKind.CALL: _calls,
}
