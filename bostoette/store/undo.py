"""Undo and redo: read from the journal, written into it, for the signed-in person's own steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from bostoette.models.journal import JournalChange, JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.store.carried_on import carried_on
from bostoette.store.driver_faults import RowStillUsed
from bostoette.store.faults import told_plainly
from bostoette.store.journal import pencil_of
from bostoette.store.plain_row import (
    PlainRow,
    columns_of,
    key_from_text,
    kind_of_table,
    lively,
    table_places,
)
from bostoette.store.schema_number import ERASED_SCHEMA, SCHEMA

Direction = Literal["undo", "redo"]

CHANGED_BY_OTHERS = (
    "En anden har siden ændret det samme, så det kan ikke fortrydes. Intet er ændret. "
    "Ret det i stedet i hånden."
)
CARRIED_ON = (
    "Programmet har siden ført serien videre, så trinnet kan ikke fortrydes. Intet er ændret. "
    "Slet i stedet de kontakter, der ikke skal være der."
)
SEALED = (
    "Det er siden underskrevet eller givet videre, så det kan ikke fortrydes. Intet er ændret. "
    "Skriv en tilføjelse, eller ret det i hånden."
)
BUILT_UPON = (
    "Andet er siden bygget oven på det, så det kan ikke fortrydes. Intet er ændret. "
    "Fjern først det nye, eller ret i hånden."
)
TOO_OLD = (
    "Trinnet er fra før programmet blev opdateret, så det kan ikke fortrydes. Intet er ændret. "
    "Ret det i stedet i hånden."
)
_WHY_NOT = {StepKind.UPKEEP: CARRIED_ON, StepKind.ACT: SEALED}

ERASED = (
    "Trinnet handler om en borger, der er slettet efter fristen, så det kan ikke fortrydes. "
    "Intet er ændret, og det slettede kommer ikke igen."
)


@dataclass(frozen=True, slots=True)
class UndoState:
    """What the menu says: the names of the steps that would be undone and redone."""

    undo: str | None
    redo: str | None


def undo_state(session: Session, actor_id: Key) -> UndoState:
    """Name the person's next steps back and forth."""
    back, forth = _undoable(session, actor_id), _redoable(session, actor_id)
    return UndoState(back.label if back else None, forth.label if forth else None)


def rows_to_turn(session: Session, actor_id: Key) -> tuple[int, int]:
    """Count the rows of the person's next steps back and forth: many take their time."""
    back, forth = _undoable(session, actor_id), _redoable(session, actor_id)
    return _rows_of(session, back), _rows_of(session, forth)


def _rows_of(session: Session, step: JournalStep | None) -> int:
    if step is None:
        return 0
    count = select(func.count()).where(JournalChange.step_id == step.id)
    return session.scalar(count) or 0


def undo(session: Session, actor_id: Key) -> str | None:
    """Take back the person's own latest change; return its name, or None if there is none.

    Raises PlanError when somebody else changed one of its rows since, when later rows depend
    on it, or when it is older than the last migration.
    """
    step = _undoable(session, actor_id)
    if step is not None:
        _turn(session, step, "undo")
    return step.label if step else None


def redo(session: Session, actor_id: Key) -> str | None:
    """Do the person's latest undone change again; return its name, or None if there is none."""
    step = _redoable(session, actor_id)
    if step is not None:
        _turn(session, step, "redo")
    return step.label if step else None


def _undoable(session: Session, actor_id: Key) -> JournalStep | None:
    return session.scalar(
        select(JournalStep)
        .where(
            JournalStep.actor_id == actor_id,
            JournalStep.kind == StepKind.CHANGE,
            JournalStep.undone.is_(False),
        )
        .order_by(JournalStep.id.desc())
        .limit(1)
    )


def _redoable(session: Session, actor_id: Key) -> JournalStep | None:
    """Find the oldest step that was undone since the person's newest change.

    What was undone before that change was given up for it, and never comes back by itself.
    """
    latest = _undoable(session, actor_id)
    newest_change = (
        select(JournalStep.id)
        .where(JournalStep.actor_id == actor_id, JournalStep.kind == StepKind.CHANGE)
        .order_by(JournalStep.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    undone_since = select(JournalStep.target_id).where(
        JournalStep.actor_id == actor_id,
        JournalStep.kind == StepKind.UNDO,
        JournalStep.id > newest_change,
    )
    return session.scalar(
        select(JournalStep)
        .where(
            JournalStep.id.in_(undone_since),
            JournalStep.undone.is_(True),
            JournalStep.id > (latest.id if latest else b""),
        )
        .order_by(JournalStep.id)
        .limit(1)
    )


def _turn(session: Session, step: JournalStep, direction: Direction) -> None:
    if step.schema == ERASED_SCHEMA:
        raise PlanError(ERASED)
    if step.schema != SCHEMA:
        raise PlanError(TOO_OLD)
    changes = session.scalars(
        select(JournalChange)
        .where(JournalChange.step_id == step.id)
        .order_by(JournalChange.position)
    ).all()
    carried = _carried_on(session, step, direction)
    _check_untouched_by_others(session, step, carried)
    step.undone = direction == "undo"
    pencil = pencil_of(session)
    pencil.kind = StepKind.UNDO if direction == "undo" else StepKind.REDO
    pencil.label, pencil.target_id = step.label, step.id
    turned = [
        _TurnedRow(change, change.before, change.after)
        if direction == "redo"
        else _TurnedRow(change, change.after, change.before)
        for change in (changes if direction == "redo" else reversed(changes))
    ]
    try:
        with told_plainly():
            _turn_rows(session, [*_taken_along(changes, carried.taken), *turned])
    except RowStillUsed as fault:
        raise PlanError(BUILT_UPON, details=fault.details) from fault


@dataclass(frozen=True, slots=True)
class _Carried:
    """What the program carried on of a step: what goes with it now, and what went before."""

    taken: tuple[JournalChange, ...]
    steps: frozenset[Key]
    """The program's steps that are no objection."""


def _carried_on(session: Session, step: JournalStep, direction: Direction) -> _Carried:
    """Tell what has been carried on since the step was last turned; before, it went with that."""
    turns = (StepKind.UNDO, StepKind.REDO)
    last = session.scalar(
        select(func.max(JournalStep.id)).where(
            JournalStep.target_id == step.id, JournalStep.kind.in_(turns)
        )
    )
    known = carried_on(session, step)
    gone = {one.step_id for one in known if last is not None and one.step_id < last}
    if direction == "redo":
        return _Carried((), frozenset(gone))
    taken = tuple(one for one in known if one.step_id not in gone)
    return _Carried(taken, frozenset(one.step_id for one in known))


def _taken_along(
    own: Sequence[JournalChange], carried: Sequence[JournalChange]
) -> Iterator["_TurnedRow"]:
    """Give what the program carried on, each row once: from how it is to before the first change.

    A row of the step's own goes back with the step.
    """
    mine = {(one.table_name, one.row_key) for one in own}
    found: dict[tuple[str, str], _TurnedRow] = {}
    for change in carried:  # the newest first
        name = change.table_name, change.row_key
        is_now = found[name].before if name in found else change.after
        if name not in mine:
            found[name] = _TurnedRow(change, is_now, change.before)
    yield from found.values()


@dataclass(frozen=True, slots=True)
class _TurnedRow:
    """One row, and its values before and after it is turned back or forth."""

    change: JournalChange
    before: PlainRow | None
    after: PlainRow | None

    @property
    def turn(self) -> tuple[int, int]:
        """When it is its table's turn: what others refer to comes first and goes last."""
        place = table_places()[self.change.table_name]
        if self.before is None:
            return 0, place
        return (1, place) if self.after is not None else (2, -place)


def _turn_rows(session: Session, turned: list[_TurnedRow]) -> None:
    """Bring all rows to where they belong, table by table, so that none refers to a missing one."""
    for _turn, rows in groupby(sorted(turned, key=lambda row: row.turn), key=lambda row: row.turn):
        with session.no_autoflush:
            for row in rows:
                _turn_row(session, row.change, row.before, row.after)
        session.flush()


def _turn_row(
    session: Session, change: JournalChange, before: PlainRow | None, after: PlainRow | None
) -> None:
    """Bring one row from ``before`` to ``after``."""
    kind = kind_of_table(change.table_name)
    columns = dict(columns_of(kind))
    row = session.get(kind, key_from_text(kind, change.row_key))
    if (row is None) != (before is None):
        raise PlanError(CHANGED_BY_OTHERS)
    if row is None:
        assert after is not None  # noqa: S101 - a change with neither is never written
        session.add(kind(**{name: lively(columns[name], value) for name, value in after.items()}))
    elif after is None:
        session.delete(row)
    else:
        for name, value in after.items():
            setattr(row, name, lively(columns[name], value))


def _check_untouched_by_others(session: Session, step: JournalStep, carried: _Carried) -> None:
    """Look for later steps on the same rows by others, or by the program itself.

    What the program carried on is no objection, and is looked at in the same way.
    """
    looked_at = {step.id, *(one.step_id for one in carried.taken)}
    theirs = aliased(JournalChange)
    later = (
        select(JournalStep.kind)
        .join(theirs, theirs.step_id == JournalStep.id)
        .join(
            JournalChange,
            (JournalChange.table_name == theirs.table_name)
            & (JournalChange.row_key == theirs.row_key),
        )
        .where(
            JournalChange.step_id.in_(looked_at),
            JournalStep.id > JournalChange.step_id,
            JournalStep.id.not_in(carried.steps),
            JournalStep.actor_id.is_distinct_from(step.actor_id)
            | JournalStep.kind.in_((StepKind.UPKEEP, StepKind.ACT)),
        )
        .limit(1)
    )
    kind = session.scalar(later)
    if kind is not None:
        raise PlanError(_WHY_NOT.get(kind, CHANGED_BY_OTHERS))
