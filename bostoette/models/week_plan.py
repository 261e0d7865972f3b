"""A WeekPlan (ugeplan) is one worker's week on its way through review (P88)."""

from datetime import datetime

from sqlalchemy import Index, PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, KeyColumn, Moment, may_refer, refers, words
from bostoette.models.key import Key
from bostoette.models.week_plan_status import WeekPlanStatus


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
    """The leader's latest word to the worker."""
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    """When it was approved or returned; what changes after it is shown as changed."""
    decided_by: Mapped[Key | None] = may_refer("worker.id")
    reason: Mapped[str] = mapped_column(default="", server_default="")
    """Why it was approved although somebody is not met face to face in it (P01)."""


class ReviewQuestion(Base, Edited):
    """A question about a week or one contact in it, open until it is answered and closed."""

    __tablename__ = "review_question"
    __table_args__ = (Index(None, "worker_id", "iso_year", "iso_week"),)

    worker_id: Mapped[Key] = refers("worker.id")
    """Whose week it is about, and who answers."""
    iso_year: Mapped[int]
    iso_week: Mapped[int]
    contact_id: Mapped[Key | None] = may_refer("contact.id")
    asked_by: Mapped[Key] = refers("worker.id")
    asked_at: Mapped[datetime] = mapped_column(Moment)
    text: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)


class ReviewLook(Base):
    """How far a reviewer has seen a worker's week; a memory of acts, outside the journal."""

    __tablename__ = "review_look"
    __table_args__ = (PrimaryKeyConstraint("reviewer_id", "worker_id", "iso_year", "iso_week"),)

    reviewer_id: Mapped[Key] = mapped_column(KeyColumn)
    worker_id: Mapped[Key] = mapped_column(KeyColumn)
    iso_year: Mapped[int]
    iso_week: Mapped[int]
    seen_step: Mapped[Key] = mapped_column(KeyColumn)
    """The newest journal step when she looked; later ones are news to her."""
