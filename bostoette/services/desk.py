"""The desk: one way in to the data, one way to hear of changes.

Pages hand functions to it; it opens the session, commits or rolls back, writes the journal
and tells every listener which kinds of rows changed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from bostoette.models.base import Base
from bostoette.models.journal import StepKind
from bostoette.models.key import Key
from bostoette.services.set_aside import keep_what_was_set_aside
from bostoette.services.telling import note_whom_to_tell
from bostoette.store import undo as journal_undo
from bostoette.store.database import Database
from bostoette.store.faults import told_plainly
from bostoette.store.journal import journaled, pencil_of, write_step
from bostoette.store.plain_reader import PlainReader
from bostoette.store.undo import UndoState

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """Which kinds of rows a step changed, and what the step was."""

    kinds: frozenset[type[Base]]
    label: str = ""
    """The step's name: "Flyt A.M. til torsdag"."""
    undoable: bool = False
    by_program: bool = False
    """Made on the program's own account: nobody waits for it."""

    def touch(self, *kinds: type[Base]) -> bool:
        """Tell whether any of these kinds changed."""
        return not self.kinds.isdisjoint(kinds)


class Desk:
    """Hands questions and actions to the open file, in the signed-in person's name."""

    def __init__(self, database: Database, actor_id: Key, now: Callable[[], datetime]) -> None:
        self.actor_id = actor_id
        self._database = database
        self._now = now
        self._listeners: list[Callable[[Changes], None]] = []

    def listen(self, listener: Callable[[Changes], None]) -> None:
        """Call the listener after every step that changed something."""
        self._listeners.append(listener)

    def read(
        self, question: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question with values; nothing can be changed."""
        with told_plainly(), Session(self._database.reader, autoflush=False) as session:
            return question(session, *args, **kwargs)

    def look(
        self, question: Callable[Concatenate[PlainReader, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question that is asked in plain SQL: as `read`, at half the price."""
        with told_plainly(), self._database.plainly() as reader:
            return question(reader, *args, **kwargs)

    def do(
        self, action: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do something in one transaction and one step of the journal, or not at all.

        Where a citizen has to be told of it, that becomes a task in the same step (P49).
        """
        return self._transact(StepKind.CHANGE, action, *args, **kwargs)

    def upkeep(
        self, action: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do something on the program's own account: journalled, but not to be undone."""
        return self._transact(StepKind.UPKEEP, action, *args, **kwargs)

    def empty_log(self) -> None:
        """Let nothing that was deleted stay in the log beside the file."""
        with told_plainly():
            self._database.empty_log()

    def undo(self) -> str | None:
        """Take back the person's latest change; return its name, None if there is none."""
        return self.do(journal_undo.undo, self.actor_id)

    def redo(self) -> str | None:
        """Do the latest undone change again; return its name, None if there is none."""
        return self.do(journal_undo.redo, self.actor_id)

    def rows_to_turn(self) -> tuple[int, int]:
        """Count the rows that undo and redo would turn."""
        return self.read(journal_undo.rows_to_turn, self.actor_id)

    def undo_state(self) -> UndoState:
        """Name the next steps back and forth for the menu."""
        return self.read(journal_undo.undo_state, self.actor_id)

    def upkeep_to_the_end(self, step: Callable[[Session], int], wanted: Callable[[], bool]) -> None:
        """Repeat an upkeep until it does nothing or is not ``wanted``, and tell of it once.

        Each step is a transaction of its own; whoever listens reads anew only at the end.
        """
        kinds: frozenset[type[Base]] = frozenset()
        label = ""
        while wanted():
            made, changes = self._carry_out(StepKind.UPKEEP, step)
            if changes is not None:
                kinds, label = kinds | changes.kinds, changes.label
            if not made:
                break
        if kinds:
            self._tell(Changes(kinds, label, by_program=True))

    def _transact(
        self,
        kind: StepKind,
        action: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        answer, changes = self._carry_out(kind, action, *args, **kwargs)
        if changes is not None:
            self._tell(changes)
        return answer

    def _tell(self, changes: "Changes") -> None:
        for listener in self._listeners:
            listener(changes)

    def _carry_out(
        self,
        kind: StepKind,
        action: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> tuple[T, "Changes | None"]:
        with told_plainly(), journaled(self._database.writer) as session:
            pencil_of(session).kind = kind
            answer = action(session, *args, **kwargs)
            moment = self._now()
            note_whom_to_tell(session, self.actor_id, moment)
            keep_what_was_set_aside(session)
            kinds = write_step(session, self.actor_id, moment)
            session.commit()
            step = pencil_of(session)
        if not kinds:
            return answer, None
        undoable, by_program = step.kind is StepKind.CHANGE, step.kind is StepKind.UPKEEP
        return answer, Changes(kinds, step.label, undoable, by_program)
