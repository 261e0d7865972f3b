"""Questions about contacts at a distance: pauses with video, the technology, who is free."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import String, and_, bindparam, exists, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from bostoette.models.agreement import Agreement
from bostoette.models.appointment import Appointment
from bostoette.models.checklist import Ticked
from bostoette.models.contact import (
    AgendaItem,
    Contact,
    ContactCheck,
    ContactCitizen,
    ContactWorker,
    TechLog,
)
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.note import CitizenSummary, Note
from bostoette.models.remote_contact import NotedSummary
from bostoette.models.remote_kinds import CheckPoint, StartStep, TechOutcome
from bostoette.models.remote_start import FormWishAsked, PreparationStep, VideoPause
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker import Absence, Worker
from bostoette.models.worker_kinds import AbsenceKind, WorkerRole

_COPENHAGEN = ZoneInfo("Europe/Copenhagen")

_TAKING_TIME = [status for status in ContactStatus if status.takes_time]
_TOGETHER = [ContactStatus.PLANNED, ContactStatus.HELD]

_PAUSES = select(VideoPause.citizen_id, VideoPause.paused_on, VideoPause.resumed_on).where(
    VideoPause.citizen_id.in_(bindparam("citizens", expanding=True))
)

_OPEN_PAUSE = (
    select(VideoPause)
    .where(VideoPause.citizen_id == bindparam("citizen"), VideoPause.resumed_on.is_(None))
    .limit(1)
)
_STEPS = (
    select(PreparationStep.step, PreparationStep.number, PreparationStep.done_on, Worker.initials)
    .join(Worker, Worker.id == PreparationStep.worker_id)
    .where(
        PreparationStep.citizen_id == bindparam("citizen"),
        PreparationStep.form == bindparam("form"),
    )
)
_VISITS = (
    select(Contact.id, Contact.day, Contact.start, Contact.minutes)
    .select_from(ContactCitizen)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .where(
        ContactCitizen.citizen_id == bindparam("citizen"),
        ContactCitizen.day >= bindparam("first"),
        or_(
            ContactCitizen.day > bindparam("first"),
            Contact.start + Contact.minutes > bindparam("minute"),
        ),
        Contact.form == ContactForm.PHYSICAL,
        Contact.status == ContactStatus.PLANNED,
    )
    .order_by(ContactCitizen.day, Contact.start)
)
_NEXT_VISIT = _VISITS.where(
    Contact.minutes >= bindparam("least"),
    Contact.variant.is_distinct_from(ContactVariant.DELIVERY),
).limit(1)
_ON_AGENDA = (
    _VISITS.add_columns(func.count())
    .join(AgendaItem, AgendaItem.contact_id == Contact.id)
    .where(AgendaItem.text.in_(bindparam("points", expanding=True)), AgendaItem.done.is_(False))
    .group_by(Contact.id)
    .limit(1)
)
_WISHES_ASKED = (
    select(FormWishAsked, Worker.initials)
    .outerjoin(Worker, Worker.id == FormWishAsked.asked_by)
    .where(FormWishAsked.citizen_id == bindparam("citizen"))
    .order_by(FormWishAsked.asked_on.desc(), FormWishAsked.id.desc())
)


def video_pauses(
    session: Session, citizens: Collection[Key]
) -> dict[Key, list[tuple[date, date | None]]]:
    """Return the citizens' pauses with video: first day, and the day it ended (P65)."""
    found: dict[Key, list[tuple[date, date | None]]] = defaultdict(list)
    for citizen, first, end in session.connection().execute(_PAUSES, {"citizens": list(citizens)}):
        found[citizen].append((first, end))
    return found


def open_pause(session: Session, citizen_id: Key) -> VideoPause | None:
    """Return the pause that nobody has ended yet."""
    return session.scalars(_OPEN_PAUSE, {"citizen": citizen_id}).first()


def video_outcomes(session: Session, citizen_id: Key, most: int) -> list[TechOutcome | None]:
    """Return how the latest video contacts went since the latest pause ended, the newest first.

    None where nobody noted anything about one that was held.
    """
    resumed = session.scalar(
        select(func.max(VideoPause.resumed_on)).where(VideoPause.citizen_id == citizen_id)
    )
    since = () if resumed is None else (ContactCitizen.day >= resumed,)
    rows = session.execute(
        select(TechLog.outcome)
        .select_from(ContactCitizen)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .outerjoin(TechLog, TechLog.contact_id == Contact.id)
        .where(
            ContactCitizen.citizen_id == citizen_id,
            or_(
                TechLog.form == ContactForm.VIDEO,
                and_(
                    TechLog.id.is_(None),
                    Contact.form == ContactForm.VIDEO,
                    Contact.status == ContactStatus.HELD,
                ),
            ),
            *since,
        )
        .order_by(ContactCitizen.day.desc(), Contact.start.desc())
        .limit(most)
    )
    return [outcome for (outcome,) in rows]


def count_before(
    session: Session, citizen_id: Key, form: ContactForm, contact_id: Key, span: TimeSpan
) -> int:
    """Count the citizen's contacts in a form before a time, planned or held, one left out."""
    count = session.scalar(
        select(func.count())
        .select_from(ContactCitizen)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(
            ContactCitizen.citizen_id == citizen_id,
            Contact.form == form,
            Contact.status.in_(_TOGETHER),
            Contact.id != contact_id,
            or_(
                ContactCitizen.day < span.day,
                and_(ContactCitizen.day == span.day, Contact.start < span.start),
            ),
        )
    )
    return count or 0


def ticks_of(session: Session, contact_id: Key) -> dict[CheckPoint, Ticked]:
    """Return what was ticked by hand on a contact's checklist."""
    rows = session.execute(
        select(ContactCheck.point, ContactCheck.ticked_on, Worker.initials)
        .join(Worker, Worker.id == ContactCheck.ticked_by)
        .where(ContactCheck.contact_id == contact_id)
    )
    return {point: Ticked(day, initials) for point, day, initials in rows}


def summary_noted(session: Session, contact_id: Key, citizen_id: Key) -> NotedSummary | None:
    """Return what a contact's signed note says of the summary; None where there is no note."""
    row: Any = session.execute(
        select(
            exists().where(Agreement.note_id == Note.id),
            CitizenSummary.how,
            CitizenSummary.given_at,
            Worker.initials,
        )
        .select_from(Note)
        .outerjoin(CitizenSummary, CitizenSummary.note_id == Note.id)
        .outerjoin(Worker, Worker.id == CitizenSummary.given_by)
        .where(Note.contact_id == contact_id, Note.citizen_id == citizen_id)
    ).first()
    if row is None:
        return None
    due, how, at, initials = row
    given = None if at is None else Ticked(at.astimezone(_COPENHAGEN).date(), initials)
    return NotedSummary(bool(due), how, given)


def steps_done(
    session: Session, citizen_id: Key, form: ContactForm
) -> dict[tuple[StartStep, int], Ticked]:
    """Return the steps that made a citizen ready for a form, by step and number."""
    rows = session.connection().execute(_STEPS, {"citizen": citizen_id, "form": form})
    return {(step, number): Ticked(day, initials) for step, number, day, initials in rows}


def stored_step(
    session: Session, citizen_id: Key, form: ContactForm, step: StartStep, number: int
) -> PreparationStep | None:
    """Return one step where it is done."""
    return session.scalars(
        select(PreparationStep).where(
            PreparationStep.citizen_id == citizen_id,
            PreparationStep.form == form,
            PreparationStep.step == step,
            PreparationStep.number == number,
        )
    ).first()


def next_visit(
    session: Session, citizen_id: Key, since: tuple[date, int], least: int
) -> tuple[Key, TimeSpan] | None:
    """Return the citizen's next planned visit of at least so many minutes.

    ``since`` is a day and its minute by which a visit is not over. At a delivery nobody sits down.
    """
    asked = {"citizen": citizen_id, "first": since[0], "minute": since[1], "least": least}
    row = session.connection().execute(_NEXT_VISIT, asked).first()
    return None if row is None else (row[0], TimeSpan(row[1], row[2], row[3]))


def visit_with(
    session: Session, citizen_id: Key, since: tuple[date, int], points: Collection[str]
) -> tuple[Key, TimeSpan, int] | None:
    """Return the next planned visit with some of these points on its agenda, and how many."""
    first, minute = since
    asked = {"citizen": citizen_id, "first": first, "minute": minute, "points": list(points)}
    row = session.connection().execute(_ON_AGENDA, asked).first() if points else None
    return None if row is None else (row[0], TimeSpan(row[1], row[2], row[3]), row[4])


def wishes_asked(session: Session, citizen_id: Key) -> list[tuple[FormWishAsked, str]]:
    """Return every answer about a form and who asked, the newest first."""
    rows = session.execute(_WISHES_ASKED, {"citizen": citizen_id})
    return [(asked, initials or "") for asked, initials in rows]


def active_superusers(session: Session, day: date) -> list[tuple[Key, str]]:
    """Return the superusers who are in the team on a day, by initials."""
    rows = session.execute(
        select(Worker.id, Worker.initials)
        .where(
            type_coerce(Worker.role, String) == WorkerRole.SUPERUSER.value,
            Worker.active.is_(True),
            or_(Worker.valid_to.is_(None), Worker.valid_to >= day),
        )
        .order_by(Worker.initials)
    )
    return [(key, initials) for key, initials in rows]


def absences_on(session: Session, workers: Collection[Key], day: date) -> dict[Key, AbsenceKind]:
    """Return who of the workers is away on a day, and why."""
    rows = session.execute(
        select(Absence.worker_id, Absence.kind).where(
            Absence.worker_id.in_(workers), Absence.first_day <= day, Absence.last_day >= day
        )
    )
    return {key: kind for key, kind in rows}  # noqa: C416 - rows are no pairs to mypy


def busy_spans(
    session: Session, workers: Collection[Key], day: date, but: Key
) -> dict[Key, list[TimeSpan]]:
    """Return what else the workers have on a day: contacts that take time, and own time."""
    found: dict[Key, list[TimeSpan]] = defaultdict(list)
    contacts = session.execute(
        select(ContactWorker.worker_id, Contact.start, Contact.minutes)
        .join(Contact, Contact.id == ContactWorker.contact_id)
        .where(
            ContactWorker.worker_id.in_(workers),
            ContactWorker.day == day,
            Contact.status.in_(_TAKING_TIME),
            Contact.id != but,
        )
    )
    own = session.execute(
        select(Appointment.worker_id, Appointment.start, Appointment.minutes).where(
            Appointment.worker_id.in_(workers), Appointment.day == day
        )
    )
    for worker, start, minutes in [*contacts, *own]:
        found[worker].append(TimeSpan(day, start, minutes))
    return found
