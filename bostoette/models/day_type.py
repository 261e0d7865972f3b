"""A DayType (dagtype) says where a worker works on one day; a day without one is open (P82)."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, refers, words
from bostoette.models.day_kind import DayKind
from bostoette.models.key import Key


class DayType(Base, Edited):
    """One worker's day: out, at home or at the office."""

    __tablename__ = "day_type"
    __table_args__ = (UniqueConstraint("worker_id", "day"),)

    worker_id: Mapped[Key] = refers("worker.id")
    day: Mapped[date]
    kind: Mapped[DayKind] = mapped_column(words(DayKind))
