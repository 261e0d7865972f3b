"""What a person can do with own time: plan, repeat, open, change, move, delete.

Time read from somebody's calendar (`calendar_in`) is changed there, not here.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.appointment_fields import AppointmentDetails, AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.key import Key, new_key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import WEEKDAYS, clock
from bostoette.planning.recurrence import occurrences
from bostoette.services.stale import check_version
from bostoette.store.journal import describe

_REPEATED = "gentaget-"
"""Begins the mark in ``uid`` that holds the rows of one repetition together."""


def create(session: Session, worker_id: Key, fields: AppointmentFields) -> Key:
    """Plan own time; return its key."""
    appointment = Appointment(worker_id=worker_id)
    _fill(appointment, fields)
    session.add(appointment)
    session.flush()
    describe(session, f"Ny egen tid: {fields.kind.danish.lower()}")
    return appointment.id


def repeat(
    session: Session,
    worker_id: Key,
    fields: AppointmentFields,
    rule: SeriesRule,
    day_off: Callable[[date], bool],
) -> tuple[Key, ...]:
    """Plan the same own time on all of a rule's dates, in one step; return the keys by date.

    Dates on which ``day_off`` tells a holiday are left out. They are held together by a mark of
    their own, so that later ones can be changed or deleted together. Raises PlanError where the
    rule has no end, or no date is left.
    """
    if rule.open_ended:
        raise PlanError(
            "Egen tid gentages til en dato eller et antal gange. Intet er gemt endnu; "
            "vælg, hvornår gentagelsen slutter."
        )
    mark = f"{_REPEATED}{new_key().hex()}"
    made = []
    for day in occurrences(rule, date.max):
        if not day_off(day):
            one = Appointment(worker_id=worker_id, uid=mark)
            _fill(one, replace(fields, span=rule.on(day)))
            made.append(one)
    if not made:
        raise PlanError(
            "Alle dagene er helligdage, så der er intet at gemme. Vælg andre dage. "
            "Det skrevne står der stadig."
        )
    session.add_all(made)
    session.flush()
    describe(session, f"Ny egen tid: {fields.kind.danish.lower()}, {_times(len(made))}")
    return tuple(one.id for one in made)


def details(session: Session, appointment_id: Key) -> AppointmentDetails:
    """Return own time as stored; raises PlanError for time read from a calendar."""
    found = _own(session, appointment_id)
    fields = AppointmentFields(found.span, found.kind, found.title)
    later = len(_with_later(session, found)) - 1
    return AppointmentDetails(found.id, found.version, found.worker_id, fields, later)


def change(
    session: Session,
    appointment_id: Key,
    version: int,
    fields: AppointmentFields,
    *,
    following: bool = False,
) -> None:
    """Save what was changed in the form; raises ChangedMeanwhile when it is stale.

    With ``following`` the later ones of a repetition follow, by as many days as this one moved.
    """
    appointment = _own(session, appointment_id)
    check_version(appointment.version, version)
    changed = _with_later(session, appointment) if following else [appointment]
    moved = fields.span.day - appointment.day
    for one in changed:
        _fill(one, replace(fields, span=replace(fields.span, day=one.day + moved)))
    what = fields.kind.danish.lower()
    many = f", {_times(len(changed))}" if len(changed) > 1 else ""
    describe(session, f"Ret egen tid: {what}{many}")


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


def delete(session: Session, appointment_id: Key, *, following: bool = False) -> None:
    """Delete own time; with ``following`` the later ones of a repetition too."""
    appointment = _own(session, appointment_id)
    gone = _with_later(session, appointment) if following else [appointment]
    for one in gone:
        session.delete(one)
    many = f", {_times(len(gone))}" if len(gone) > 1 else ""
    describe(session, f"Slet egen tid: {appointment.kind.danish.lower()}{many}")


def _with_later(session: Session, appointment: Appointment) -> Sequence[Appointment]:
    """Return own time and the later ones of its repetition, in order."""
    if not appointment.uid.startswith(_REPEATED):
        return [appointment]
    later = (
        select(Appointment)
        .where(
            Appointment.source_id.is_(None),
            Appointment.uid == appointment.uid,
            Appointment.day > appointment.day,
        )
        .order_by(Appointment.day)
    )
    return [appointment, *session.scalars(later)]


def _times(count: int) -> str:
    return "1 gang" if count == 1 else f"{count} gange"


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
    fields.check()
    span = fields.span
    appointment.kind, appointment.title = fields.kind, fields.title.strip()
    appointment.day, appointment.start, appointment.minutes = span.day, span.start, span.minutes
