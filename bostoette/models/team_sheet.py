"""The team's sheet (teamets rammer): what it changed, and the versions it settled on (P09)."""

from datetime import date
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, Packed, refers
from bostoette.models.key import Key


def _as_is(value: Any) -> Any:
    return value


def _hex(keys: tuple[Key, ...]) -> list[str]:
    return [key.hex() for key in keys]


def _keys(texts: list[str]) -> tuple[Key, ...]:
    return tuple(bytes.fromhex(text) for text in texts)


class SheetChangeRow(Base):
    """One thing that the team decided otherwise than delivered, under its name (`sheet_change`)."""

    __tablename__ = "sheet_change"

    id: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(Packed(_as_is, _as_is))


class SheetVersion(Base, Edited):
    """The sheet as a meeting settled on it: who took part, and when to look at it again."""

    __tablename__ = "sheet_version"
    __table_args__ = (UniqueConstraint("number"),)

    number: Mapped[int]
    """From 2; the delivered conditions are the first version."""
    saved_on: Mapped[date]
    author_id: Mapped[Key] = refers("worker.id")
    participants: Mapped[tuple[Key, ...]] = mapped_column(Packed(_hex, _keys))
    """Workers who took part, in the order in which they were ticked."""
    review_on: Mapped[date]
    changes: Mapped[Any] = mapped_column(Packed(_as_is, _as_is))
    """All changes by name, as they were in force then."""
