"""Questions behind a review: week plans, questions asked, reasons given, what changed since.

Each is one statement, however many workers there are.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session, aliased

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import GrantFields
from bostoette.models.citizen_kinds import CitizenStatus, GrantPeriod, RiskLevel
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.grant import Grant
from bostoette.models.iso_week import IsoWeek
from bostoette.models.journal import JournalChange, JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.plan_step import StepRow
from bostoette.models.review import AskedQuestion
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_plan import ReviewLook, ReviewQuestion, WeekPlan
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.wording import clock, short_day
from bostoette.models.worker import Worker
from bostoette.store.anybody import ANY_ACTIVE_CITIZEN, ANY_WORKER
from bostoette.store.attended import COUNTS

_STATUS = type_coerce(Contact.status, String)
_CHANGING = (StepKind.CHANGE, StepKind.UPKEEP, StepKind.ACT)
_OF_PLANS = (Contact.__tablename__, ContactWorker.__tablename__)
_TAKING_TIME = [status.value for status in ContactStatus if status.takes_time]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """Where one worker's week stands, and the step that put it there."""

    status: WeekPlanStatus
    comment: str
    reason: str
    sent_at: datetime | None
    decided_by: str
    """Initials; "" where nobody has decided."""
    step: Key


@dataclass(frozen=True, slots=True)
class ReviewedCitizen:
    """A citizen who is supported now."""

    initials: str
    worker_id: Key | None
    """Her primary worker."""
    risk: RiskLevel


@dataclass(frozen=True, slots=True)
class GivenReason:
    """Why a form was chosen although it is advised against (P07, P14)."""

    contact_id: Key
    span: TimeSpan
    form: ContactForm
    initials: str
    reason: str
    codes: tuple[str, ...]


def week_plans(session: Session, week: IsoWeek) -> dict[Key, PlanRow]:
    """Return the workers' weeks as far as somebody has begun with them."""
    latest = (
        select(func.max(JournalChange.step_id))
        .where(
            JournalChange.table_name == WeekPlan.__tablename__,
            JournalChange.row_key == func.lower(func.hex(WeekPlan.id)),
        )
        .scalar_subquery()
    )
    rows = session.connection().execute(
        select(
            WeekPlan.worker_id,
            WeekPlan.status,
            WeekPlan.comment,
            WeekPlan.reason,
            WeekPlan.sent_at,
            func.coalesce(Worker.initials, ""),
            latest,
        )
        .outerjoin(Worker, Worker.id == WeekPlan.decided_by)
        .where(WeekPlan.iso_year == week.year, WeekPlan.iso_week == week.number)
    )
    return {
        worker: PlanRow(status, comment, reason, sent, decided_by, step or b"")
        for worker, status, comment, reason, sent, decided_by, step in rows
    }


def looks(session: Session, reviewer_id: Key, week: IsoWeek) -> dict[Key, Key]:
    """Return up to which step of the journal the reviewer has seen each worker's week."""
    rows = session.connection().execute(
        select(ReviewLook.worker_id, ReviewLook.seen_step).where(
            ReviewLook.reviewer_id == reviewer_id,
            ReviewLook.iso_year == week.year,
            ReviewLook.iso_week == week.number,
        )
    )
    return {one.worker_id: one.seen_step for one in rows}


def plan_steps(session: Session, since: Key) -> list[StepRow]:
    """Return what changed contacts and who holds them after a step, in order.

    Steps that were undone since are left out with their undoing; what takes back a step from
    before is a change like any other.
    """
    target = aliased(JournalStep)
    turned_older = JournalStep.kind.in_((StepKind.UNDO, StepKind.REDO)) & (target.id <= since)
    rows = session.connection().execute(
        select(
            JournalStep.id,
            JournalStep.kind,
            JournalStep.label,
            JournalChange.table_name,
            JournalChange.row_key,
            JournalChange.before,
            JournalChange.after,
        )
        .join(JournalChange, JournalChange.step_id == JournalStep.id)
        .outerjoin(target, target.id == JournalStep.target_id)
        .where(
            JournalStep.id > since,
            JournalChange.step_id > since,
            JournalChange.table_name.in_(_OF_PLANS),
            (JournalStep.kind.in_(_CHANGING) & JournalStep.undone.is_(False)) | turned_older,
        )
        .order_by(JournalStep.id, JournalChange.position)
    )
    return [
        StepRow(step, f"Fortrudt: {label}" if kind is StepKind.UNDO else label, *rest)
        for step, kind, label, *rest in rows
    ]


def questions(session: Session, week: IsoWeek) -> dict[Key, tuple[AskedQuestion, ...]]:
    """Return, by worker, the questions about a week, the oldest first."""
    asker = aliased(Worker)
    rows = session.connection().execute(
        select(
            ReviewQuestion.worker_id,
            ReviewQuestion.id,
            ReviewQuestion.version,
            ReviewQuestion.contact_id,
            Contact.day,
            Contact.start,
            func.group_concat(Citizen.initials, " og "),
            asker.initials,
            ReviewQuestion.text,
            ReviewQuestion.answer,
            ReviewQuestion.closed_at.is_not(None),
        )
        .join(asker, asker.id == ReviewQuestion.asked_by)
        .outerjoin(Contact, Contact.id == ReviewQuestion.contact_id)
        .outerjoin(ContactCitizen, ContactCitizen.contact_id == Contact.id)
        .outerjoin(Citizen, Citizen.id == ContactCitizen.citizen_id)
        .where(ReviewQuestion.iso_year == week.year, ReviewQuestion.iso_week == week.number)
        .group_by(ReviewQuestion.id)
        .order_by(ReviewQuestion.id)
    )
    found: dict[Key, list[AskedQuestion]] = defaultdict(list)
    for worker, key, version, contact, day, start, initials, *said in rows:
        about = (
            "" if day is None else f"{initials or 'kontakten'} {short_day(day)} kl. {clock(start)}"
        )
        found[worker].append(AskedQuestion(key, version, contact, about, *said))
    return {worker: tuple(asked) for worker, asked in found.items()}


def given_reasons(session: Session, week: IsoWeek) -> dict[Key, tuple[GivenReason, ...]]:
    """Return, by the worker who holds it, the contacts chosen against the advice with a reason."""
    rows = session.connection().execute(
        select(
            ContactWorker.worker_id,
            Contact.id,
            Contact.day,
            Contact.start,
            Contact.minutes,
            Contact.form,
            func.group_concat(Citizen.initials, " og "),
            Contact.override_reason,
            Contact.reason_codes,
        )
        .join(Contact, Contact.id == ContactWorker.contact_id)
        .outerjoin(ContactCitizen, ContactCitizen.contact_id == Contact.id)
        .outerjoin(Citizen, Citizen.id == ContactCitizen.citizen_id)
        .where(
            ANY_WORKER,
            ContactWorker.position == 0,
            ContactWorker.day.between(week.monday, week.sunday),
            _STATUS.in_(_TAKING_TIME),
            (Contact.override_reason != "") | (type_coerce(Contact.reason_codes, String) != "[]"),
        )
        .group_by(Contact.id)
        .order_by(Contact.day, Contact.start)
    )
    found: dict[Key, list[GivenReason]] = defaultdict(list)
    for worker, key, day, start, minutes, form, initials, reason, codes in rows:
        found[worker].append(
            GivenReason(
                key, TimeSpan(day, start, minutes), form, initials or "", reason, tuple(codes)
            )
        )
    return {worker: tuple(given) for worker, given in found.items()}


def reviewed_citizens(session: Session) -> dict[Key, ReviewedCitizen]:
    """Return the citizens who are supported now."""
    rows = session.connection().execute(
        select(Citizen.id, Citizen.initials, Citizen.primary_worker_id, CitizenProfile.risk_level)
        .join(CitizenProfile, CitizenProfile.citizen_id == Citizen.id)
        .where(Citizen.status == CitizenStatus.ACTIVE)
        .order_by(Citizen.initials, Citizen.id)
    )
    return {key: ReviewedCitizen(initials, worker, risk) for key, initials, worker, risk in rows}


def met_face_to_face(session: Session, last: date, days: int) -> int:
    """Count the supported citizens who meet somebody face to face in the days up to ``last``."""
    statement = (
        select(func.count(ContactCitizen.citizen_id.distinct()))
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(
            ANY_ACTIVE_CITIZEN,
            ContactCitizen.day.between(last - timedelta(days=days - 1), last),
            Contact.status.in_([ContactStatus.PLANNED, ContactStatus.HELD]),
            Contact.form.in_([form for form in ContactForm if form.face_to_face]),
            COUNTS,
        )
    )
    return session.connection().scalar(statement) or 0


def grants_of_workers(
    session: Session, workers: Collection[Key], week: IsoWeek
) -> Mapping[Key, tuple[GrantFields, ...]]:
    """Return, by primary worker, the grants that hold in a week and say a number."""
    rows = session.connection().execute(
        select(
            Citizen.primary_worker_id,
            Grant.paragraph_id,
            Grant.valid_from,
            Grant.minutes_from,
            Grant.minutes_to,
            Grant.period,
            Grant.valid_to,
        )
        .join(Citizen, Citizen.id == Grant.citizen_id)
        .where(
            Citizen.primary_worker_id.in_(workers),
            (Citizen.status == CitizenStatus.ACTIVE) | (Citizen.status_since > week.sunday),
            Grant.minutes_from.is_not(None),
            Grant.valid_from <= week.sunday,
            Grant.valid_to.is_(None) | (Grant.valid_to >= week.monday),
        )
    )
    found: dict[Key, list[GrantFields]] = defaultdict(list)
    for worker, paragraph, valid_from, low, high, period, valid_to in rows:
        found[worker or b""].append(
            GrantFields(paragraph, valid_from, low, high, GrantPeriod(period), valid_to)
        )
    return {worker: tuple(grants) for worker, grants in found.items()}
