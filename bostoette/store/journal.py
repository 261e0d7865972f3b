"""The one journal: writes down what a transaction changed, in the same transaction.

A session made by `journaled` remembers every row that was added, changed or deleted;
`write_step` puts them down just before the commit. Changes past the mapped classes (bulk
statements) would escape it and are refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, event, insert, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from bostoette.models.base import Base
from bostoette.models.journal import JournalChange, JournalStep, StepKind
from bostoette.models.key import Key, key_after
from bostoette.models.tables import OUTSIDE_THE_JOURNAL
from bostoette.store.plain_row import PlainRow, columns_of, plain, row_key
from bostoette.store.schema_number import SCHEMA

SEARCHED_TABLES = frozenset({"note", "note_addition", "agreement", "goal", "aim", "wish"})
"""What the index of words holds; kept right in the same transaction."""


@dataclass
class RowChange:
    """What happened to one row, from the first to the last of a transaction's writes."""

    kind: type[Base]
    before: PlainRow | None
    after: PlainRow | None


@dataclass
class Pencil:
    """What one transaction will write into the journal."""

    label: str = ""
    kind: StepKind = StepKind.CHANGE
    target_id: Key | None = None
    facts: dict[str, Any] | None = None
    rows: dict[tuple[str, str], RowChange] = field(default_factory=dict)
    touched: set[type[Base]] = field(default_factory=set)
    """Kinds of rows that changed past the journal, where a citizen was deleted for good."""
    kept: list[Base] = field(default_factory=list)
    """The rows themselves: whoever asks for one before the commit finds it without reading it."""

    def note(self, row: Base, before: PlainRow | None, after: PlainRow | None) -> None:
        """Remember a row's change, folding it into an earlier one of the same row."""
        where = (row.__tablename__, row_key(row))
        earlier = self.rows.get(where)
        if earlier is None:
            self.rows[where] = RowChange(type(row), before, after)
            self.kept.append(row)
            return
        if earlier.before is not None and before is not None:
            earlier.before = {**before, **earlier.before}
        if after is None:
            earlier.after = None
        elif earlier.after is None:
            earlier.after = after
        else:
            earlier.after = {**earlier.after, **after}

    @property
    def changes(self) -> list[tuple[str, str, RowChange]]:
        """List what is left when rows that came and went again are dropped."""
        return [
            (table, key, change)
            for (table, key), change in self.rows.items()
            if change.before is not None or change.after is not None
        ]


def journaled(engine: Engine) -> Session:
    """Open a session whose changes are remembered."""
    session = Session(engine, expire_on_commit=False)
    session.info["pencil"] = Pencil()
    event.listen(session, "after_flush", _remember)
    event.listen(session, "do_orm_execute", _refuse_bulk)
    return session


def pencil_of(session: Session) -> Pencil:
    """Return what the session's transaction will write into the journal."""
    pencil: Pencil = session.info["pencil"]
    return pencil


def describe(session: Session, label: str) -> None:
    """Name the step in a few Danish words, as the undo menu will say them."""
    pencil_of(session).label = label


def act(session: Session, label: str, **facts: Any) -> None:
    """Make the step an act: something done that is never undone, with its receipt."""
    pencil = pencil_of(session)
    pencil.kind, pencil.label, pencil.facts = StepKind.ACT, label, facts


def seal(session: Session, row: Base, name: str) -> None:
    """Count a row among those of the step by a value that stays as it is.

    What an act rests upon is sealed by it: no earlier step is undone past the act.
    """
    column = dict(columns_of(type(row)))[name]
    stays = {name: plain(column, getattr(row, name))}
    pencil_of(session).note(row, stays, stays)


def touched(session: Session, kind: type[Base]) -> None:
    """Tell that rows of a kind changed past the journal, so that pages read them anew."""
    pencil_of(session).touched.add(kind)


def write_step(session: Session, actor_id: Key | None, at: datetime) -> frozenset[type[Base]]:
    """Write the transaction's step and changes; return which kinds of rows changed."""
    session.flush()
    pencil = pencil_of(session)
    changes = pencil.changes
    if not changes and pencil.kind is not StepKind.ACT:
        return frozenset()
    if not pencil.label:
        message = "a change needs a label for the journal"
        raise RuntimeError(message)
    if any(table in SEARCHED_TABLES for table, _key, _change in changes):
        from bostoette.store.search_upkeep import keep_index

        keep_index(session, changes)
    step_id = _next_step(session)
    session.connection().execute(
        insert(JournalStep),
        {
            "id": step_id,
            "at": at,
            "actor_id": actor_id,
            "kind": pencil.kind,
            "label": pencil.label,
            "target_id": pencil.target_id,
            "undone": False,
            "schema": SCHEMA,
            "facts": pencil.facts,
        },
    )
    if changes:
        session.connection().execute(
            insert(JournalChange),
            [
                {
                    "step_id": step_id,
                    "position": position,
                    "table_name": table,
                    "row_key": key,
                    "before": change.before,
                    "after": change.after,
                }
                for position, (table, key, change) in enumerate(changes)
            ],
        )
    return frozenset(change.kind for _table, _key, change in changes) | pencil.touched


def _next_step(session: Session) -> Key:
    """Make the step's key: steps go by their keys, so a clock set back must not reorder them."""
    newest = select(JournalStep.id).order_by(JournalStep.id.desc()).limit(1)
    return key_after(session.connection().scalar(newest))


def _remember(session: Session, context: UOWTransaction) -> None:
    pencil = pencil_of(session)
    for row in _journaled_rows(session.new):
        pencil.note(row, None, _whole(row))
    gone = _deleted_rows(context)
    for row in _journaled_rows(gone.values()):
        pencil.note(row, _whole(row) | _difference(row)[0], None)
    for row in _journaled_rows(row for row in session.dirty if id(row) not in gone):
        before, after = _difference(row)
        if after:
            pencil.note(row, before, after)


def _deleted_rows(context: UOWTransaction) -> dict[int, Any]:
    """Return what the flush deletes; ``session.deleted`` would leave out orphans."""
    rows = (
        state.obj()
        for state, (is_deleted, only_listed) in context.states.items()
        if is_deleted and not only_listed
    )
    return {id(row): row for row in rows}


def _journaled_rows(rows: Any) -> Iterator[Base]:
    return (row for row in rows if not isinstance(row, OUTSIDE_THE_JOURNAL))


def _whole(row: Base) -> PlainRow:
    return {name: plain(column, getattr(row, name)) for name, column in columns_of(type(row))}


def _difference(row: Base) -> tuple[PlainRow, PlainRow]:
    before: PlainRow = {}
    after: PlainRow = {}
    attributes = inspect(row).attrs
    for name, column in columns_of(type(row)):
        history = attributes[name].history
        if history.has_changes() and name != "version":
            before[name] = plain(column, history.deleted[0] if history.deleted else None)
            after[name] = plain(column, history.added[0] if history.added else None)
    return before, after


def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        message = "a bulk statement would escape the journal"
        raise RuntimeError(message)
