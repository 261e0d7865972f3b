"""What a person can do with own time: plan, open, change, move, delete.

Time read from somebody's calendar (`calendar_in`) is changed there, not here.
"""

from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.appointment_fields import AppointmentDetails, AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import WEEKDAYS, clock
from bostoette.services.stale import check_version
from bostoette.store.journal import describe


def create(session: Session, worker_id: Key, fields: AppointmentFields) -> Key:
    """Plan own time; return its key."""
    appointment = Appointment(worker_id=worker_id)
    _fill(appointment, fields)
    session.add(appointment)
    session.flush()
    describe(session, f"Ny egen tid: {fields.kind.danish.lower()}")
    return appointment.id


def details(session: Session, appointment_id: Key) -> AppointmentDetails:
    """Return own time as stored; raises PlanError for time read from a calendar."""
    found = _own(session, appointment_id)
    fields = AppointmentFields(found.span, found.kind, found.title)
    return AppointmentDetails(found.id, found.version, found.worker_id, fields)


def change(session: Session, appointment_id: Key, version: int, fields: AppointmentFields) -> None:
    """Save what was changed in the form; raises ChangedMeanwhile when it is stale."""
    appointment = _own(session, appointment_id)
    check_version(appointment.version, version)
    _fill(appointment, fields)
    describe(session, f"Ret egen tid: {fields.kind.danish.lower()}")


def move(session: Session, appointment_id: Key, to: TimeSpan) -> None:
    """Plan own time at another day, time or length."""
    appointment = _own(session, appointment_id)
    before = appointment.span
    if to == before:
        return
    appointment.day, appointment.start, appointment.minutes = to.day, to.start, to.minutes
    what = appointment.kind.danish.lower()
    if to.day != before.day:
        describe(session, f"Flyt {what} til {WEEKDAYS[to.day.weekday()]}")
    elif to.start != before.start:
        describe(session, f"Flyt {what} til kl. {clock(to.start)}")
    else:
        describe(session, f"Ret længden for {what}")


def delete(session: Session, appointment_id: Key) -> None:
    """Delete own time."""
    appointment = _own(session, appointment_id)
    session.delete(appointment)
    describe(session, f"Slet egen tid: {appointment.kind.danish.lower()}")


def _own(session: Session, appointment_id: Key) -> Appointment:
    appointment = session.get(Appointment, appointment_id)
    if appointment is None:
        raise PlanError(
            "Aftalen findes ikke længere. Andet er ikke ændret; se ugen efter en gang til."
        )
    if appointment.kind is AppointmentKind.IMPORTED:
        raise PlanError(
            "Aftalen er læst fra en kalender og rettes dér. Intet er ændret; "
            "ret den i kalenderen, og indlæs den igen."
        )
    return appointment


def _fill(appointment: Appointment, fields: AppointmentFields) -> None:
    refuse_cpr(fields.title)
    span = fields.span
    appointment.kind, appointment.title = fields.kind, fields.title.strip()
    appointment.day, appointment.start, appointment.minutes = span.day, span.start, span.minutes
