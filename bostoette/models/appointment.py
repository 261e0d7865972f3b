"""An Appointment is other time in a worker's calendar: her own, or read from a calendar file."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.base import Base, Edited, Moment, may_refer, refers, words
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan


class CalendarSource(Base, Edited):
    """A calendar that appointments were read from, so that reading again updates them."""

    __tablename__ = "calendar_source"

    worker_id: Mapped[Key] = refers("worker.id")
    name: Mapped[str]
    read_at: Mapped[datetime] = mapped_column(Moment)


class Appointment(Base, Edited):
    """A stretch of one day on which the worker is busy with something else."""

    __tablename__ = "appointment"
    __table_args__ = (
        CheckConstraint(
            '"start" >= 0 AND minutes > 0 AND "start" + minutes <= 1440', name="within_a_day"
        ),
        Index(None, "worker_id", "day"),
        Index(None, "source_id", "uid"),
    )

    worker_id: Mapped[Key] = refers("worker.id")
    kind: Mapped[AppointmentKind] = mapped_column(words(AppointmentKind))
    title: Mapped[str] = mapped_column(default="")
    day: Mapped[date]
    start: Mapped[int]
    minutes: Mapped[int]
    all_day: Mapped[bool] = mapped_column(default=False)
    source_id: Mapped[Key | None] = may_refer("calendar_source.id")
    uid: Mapped[str] = mapped_column(default="")
    occurrence: Mapped[str] = mapped_column(default="")
    """Which occurrence of a recurring event, as the calendar named it."""

    @property
    def span(self) -> TimeSpan:
        """When it is."""
        return TimeSpan(self.day, self.start, self.minutes)
