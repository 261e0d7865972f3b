"""A DriveCorrection says how one drive of the list really was; what was worked out stays seen."""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, may_refer, refers, words
from bostoette.models.car_kind import CarKind
from bostoette.models.key import Key


class DriveCorrection(Base, Edited):
    """One drive of a worker's day: to a contact, or home where there is none."""

    __tablename__ = "drive_correction"
    __table_args__ = (
        CheckConstraint("km IS NULL OR km >= 0", name="not_negative"),
        Index(None, "worker_id", "day"),
        Index(None, "contact_id"),
    )

    worker_id: Mapped[Key] = refers("worker.id")
    day: Mapped[date]
    contact_id: Mapped[Key | None] = may_refer("contact.id")
    km: Mapped[float | None]
    """None where the kilometres that were worked out hold."""
    car: Mapped[CarKind | None] = mapped_column(words(CarKind))
    """None where the worker's usual car was driven."""
    skipped: Mapped[bool] = mapped_column(default=False)
    """The drive was not made, or is not to be counted."""
    remark: Mapped[str] = mapped_column(default="")
