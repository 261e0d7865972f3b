"""A Worker (medarbejder) gives support; an Absence says when she is away."""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, Packed, refers, words
from bostoette.models.key import Key
from bostoette.models.travel_mode import TravelMode
from bostoette.models.worker_kinds import AbsenceKind, BaseKind, WorkerRole
from bostoette.models.working_hours import WorkingHours


class Worker(Base, Edited):
    """A worker, with her working hours per weekday, her base and how she travels."""

    __tablename__ = "worker"

    initials: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    job_title: Mapped[str] = mapped_column(default="")
    role: Mapped[WorkerRole] = mapped_column(words(WorkerRole), default=WorkerRole.WORKER)
    phone: Mapped[str] = mapped_column(default="")
    hours: Mapped[WorkingHours] = mapped_column(
        Packed(WorkingHours.packed, WorkingHours.unpacked), default=WorkingHours.standard
    )
    base_kind: Mapped[BaseKind] = mapped_column(words(BaseKind), default=BaseKind.OFFICE)
    base_address: Mapped[str] = mapped_column(default="")
    base_postal_code: Mapped[str] = mapped_column(default="")
    base_latitude: Mapped[float | None]
    base_longitude: Mapped[float | None]
    travel_mode: Mapped[TravelMode] = mapped_column(words(TravelMode), default=TravelMode.CAR)
    valid_to: Mapped[date | None]
    """A substitute's last day; None for everybody else."""
    active: Mapped[bool] = mapped_column(default=True)


class Absence(Base, Edited):
    """Days on which a worker is away, first and last included."""

    __tablename__ = "absence"
    __table_args__ = (
        CheckConstraint("last_day >= first_day", name="days_in_order"),
        Index(None, "worker_id", "first_day"),
    )

    worker_id: Mapped[Key] = refers("worker.id")
    first_day: Mapped[date]
    last_day: Mapped[date]
    kind: Mapped[AbsenceKind] = mapped_column(words(AbsenceKind), default=AbsenceKind.HOLIDAY)
