"""Questions about what was read from calendar files before."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment, CalendarSource
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.key import Key


def read_before(session: Session, worker_id: Key) -> Sequence[Appointment]:
    """Return all that was ever read into a worker's calendar, in order of time."""
    return session.scalars(
        select(Appointment)
        .where(
            Appointment.worker_id == worker_id,
            Appointment.kind == AppointmentKind.IMPORTED,
        )
        .order_by(Appointment.day, Appointment.start, Appointment.id)
    ).all()


def source_named(session: Session, worker_id: Key, name: str) -> CalendarSource | None:
    """Return the worker's calendar of a name."""
    return session.scalars(
        select(CalendarSource)
        .where(CalendarSource.worker_id == worker_id, CalendarSource.name == name)
        .order_by(CalendarSource.id)
    ).first()


def days_of(appointments: Sequence[Appointment], first: date, last: date) -> list[Appointment]:
    """Return those between two days, both included."""
    return [one for one in appointments if first <= one.day <= last]
