"""The journal: every step that changed something, row by row, and every act."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, KeyColumn, Keyed, Moment, Packed, words
from bostoette.models.key import Key


def _as_is(value: Any) -> Any:
    return value


class StepKind(StrEnum):
    """What a step is: something undoable, its undoing, upkeep by the program, or an act."""

    CHANGE = "change"
    UNDO = "undo"
    REDO = "redo"
    UPKEEP = "upkeep"
    ACT = "act"


class JournalStep(Base, Keyed):
    """One transaction: who did what when."""

    __tablename__ = "journal_step"
    __table_args__ = (Index(None, "actor_id", "kind", "id"),)

    at: Mapped[datetime] = mapped_column(Moment)
    actor_id: Mapped[Key | None] = mapped_column(KeyColumn)
    kind: Mapped[StepKind] = mapped_column(words(StepKind))
    label: Mapped[str]
    """What was done in a few Danish words: "Flyt A.M. til torsdag"."""
    target_id: Mapped[Key | None] = mapped_column(KeyColumn)
    """The step that an undo or redo was about."""
    undone: Mapped[bool] = mapped_column(default=False)
    schema: Mapped[int]
    """The schema number the step was written under: older ones can no longer be undone."""
    facts: Mapped[dict[str, Any] | None] = mapped_column(Packed(_as_is, _as_is))
    """What an act was about, as a receipt; of a change the rules that a reason set aside."""


class JournalChange(Base):
    """One row's values before and after; None before a row is made and after it is deleted."""

    __tablename__ = "journal_change"
    __table_args__ = (Index(None, "table_name", "row_key"), {"sqlite_with_rowid": False})

    step_id: Mapped[Key] = mapped_column(KeyColumn, primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    table_name: Mapped[str]
    row_key: Mapped[str]
    """The primary key's values, keys as hex, joined by "/"."""
    before: Mapped[dict[str, Any] | None] = mapped_column(Packed(_as_is, _as_is))
    after: Mapped[dict[str, Any] | None] = mapped_column(Packed(_as_is, _as_is))
