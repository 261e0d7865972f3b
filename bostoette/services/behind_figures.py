"""The rows behind a number, each ready to be opened; as many as the number says (trap 20)."""

from collections.abc import Callable, Sequence
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


def _without_empty(found: Behind) -> Behind:
    """Leave out columns in which nothing stands."""
    kept = [
        place for place in range(len(found.heads)) if any(row.words[place] for row in found.rows)
    ]
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
}
