"""An OnDemand is what is agreed while a citizen makes contact herself (efter behov, P77)."""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from bostoette.models.base import Base, Edited, refers
from bostoette.models.key import Key


class OnDemand(Base, Edited):
    """How to reach us, how soon there is an answer, and when she is heard from at the latest."""

    __tablename__ = "on_demand"
    __table_args__ = (
        CheckConstraint("last_day IS NULL OR last_day >= first_day", name="days_in_order"),
        CheckConstraint("answer_workdays > 0 AND check_in_days > 0", name="positive"),
        Index(None, "citizen_id", "first_day"),
    )

    citizen_id: Mapped[Key] = refers("citizen.id")
    first_day: Mapped[date]
    last_day: Mapped[date | None]
    """The day before contacts are planned again; None as long as it goes on."""
    how_to_reach: Mapped[str]
    answer_workdays: Mapped[int]
    check_in_days: Mapped[int]
    """The citizen is heard from within so many days, else we make contact."""
