"""What the program itself carried on of a person's step: open-ended series, topped up at start.

Whoever makes a series and takes that back means the whole series, also what the program has made
of it since. So the undo of a step takes along the program's own later changes of the same series
and the rows made with them; nothing else the program has done.
"""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from bostoette.models.journal import JournalChange, JournalStep, StepKind
from bostoette.models.series import Series
from bostoette.store.plain_row import kind_of_table

_SERIES = Series.__tablename__
RowName = tuple[str, str]
"""A row's table and its key as text."""


def carried_on(session: Session, step: JournalStep) -> tuple[JournalChange, ...]:
    """Return the program's later changes to the step's series, the newest first."""
    own = select(JournalChange.row_key).where(
        JournalChange.step_id == step.id, JournalChange.table_name == _SERIES
    )
    mine = aliased(JournalChange)
    steps = session.scalars(
        select(JournalStep.id)
        .join(mine, mine.step_id == JournalStep.id)
        .where(
            JournalStep.kind == StepKind.UPKEEP,
            JournalStep.id > step.id,
            mine.table_name == _SERIES,
            mine.row_key.in_(own),
        )
        .distinct()
        .order_by(JournalStep.id.desc())
    ).all()
    series = {(_SERIES, key) for key in session.scalars(own)}
    return tuple(
        change for upkeep in steps for change in reversed(_belonging(session, upkeep, series))
    )


def _belonging(session: Session, step_id: bytes, series: set[RowName]) -> list[JournalChange]:
    """Return a step's changes of these series, and of rows it made that refer to them."""
    changes = session.scalars(
        select(JournalChange)
        .where(JournalChange.step_id == step_id)
        .order_by(JournalChange.position)
    ).all()
    found = set(series)
    grown = True
    while grown:
        new = {
            (one.table_name, one.row_key)
            for one in changes
            if one.before is None and not found.isdisjoint(_referred(one))
        }
        grown = not new <= found
        found |= new
    return [one for one in changes if (one.table_name, one.row_key) in found]


def _referred(change: JournalChange) -> Iterable[RowName]:
    """Give the rows that a row refers to."""
    mapper = kind_of_table(change.table_name).__mapper__
    after = change.after or {}
    for column in mapper.local_table.columns:
        value = after.get(mapper.get_property_by_column(column).key)
        if isinstance(value, str):
            for key in column.foreign_keys:
                yield key.column.table.name, value
