"""A WeekPlan (ugeplan) is one worker's week on its way through review (P88)."""

from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, refers, words
from bostoette.models.key import Key


class WeekPlanStatus(StrEnum):
    """Where the week stands."""

    DRAFT = "draft"
    SENT = "sent"
    APPROVED = "approved"
    RETURNED = "returned"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            WeekPlanStatus.DRAFT: "Kladde",
            WeekPlanStatus.SENT: "Sendt til gennemgang",
            WeekPlanStatus.APPROVED: "Godkendt",
            WeekPlanStatus.RETURNED: "Sendt tilbage",
        }[self]


class WeekPlan(Base, Edited):
    """One worker's ISO week."""

    __tablename__ = "week_plan"
    __table_args__ = (UniqueConstraint("worker_id", "iso_year", "iso_week"),)

    worker_id: Mapped[Key] = refers("worker.id")
    iso_year: Mapped[int]
    iso_week: Mapped[int]
    status: Mapped[WeekPlanStatus] = mapped_column(
        words(WeekPlanStatus), default=WeekPlanStatus.DRAFT
    )
    comment: Mapped[str] = mapped_column(default="")
