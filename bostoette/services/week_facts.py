"""What is told of a week beside its contacts: granted time, unplanned contacts, its review."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact, ContactWorker
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.grant import Grant
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.week_facts import WeekFacts
from bostoette.models.week_plan import ReviewQuestion, WeekPlan
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.planning.grant_balance import balance
from bostoette.services.grants import grant_fields

_TAKING_TIME = [status for status in ContactStatus if status.takes_time]


def facts_of_week(session: Session, workers: tuple[Key, ...], week: IsoWeek) -> WeekFacts:
    """Return what the strip says of the workers' week; three or four statements.

    Granted time is that of the citizens who have one of the workers as their primary one and are
    supported in the week; each grant counts for the days that it holds.
    """
    grants = session.scalars(
        select(Grant)
        .join(Citizen, Citizen.id == Grant.citizen_id)
        .where(
            Citizen.primary_worker_id.in_(workers),
            (Citizen.status == CitizenStatus.ACTIVE) | (Citizen.status_since > week.sunday),
        )
    )
    granted = balance([grant_fields(one) for one in grants], (), week.monday, week.sunday)
    return WeekFacts(
        granted.granted_from,
        granted.granted_to,
        _unplanned(session, workers, week),
        _review(session, workers[0], week) if len(workers) == 1 else "",
        _questions(session, workers[0], week) if len(workers) == 1 else 0,
    )


def _unplanned(session: Session, workers: tuple[Key, ...], week: IsoWeek) -> int:
    found = session.scalars(
        select(Contact.id)
        .join(ContactWorker, ContactWorker.contact_id == Contact.id)
        .where(
            ContactWorker.worker_id.in_(workers),
            ContactWorker.day.between(week.monday, week.sunday),
            Contact.unplanned.is_(True),
            Contact.status.in_(_TAKING_TIME),
        )
        .distinct()
    )
    return len(found.all())


def _review(session: Session, worker: Key, week: IsoWeek) -> str:
    status = session.scalar(
        select(WeekPlan.status).where(
            WeekPlan.worker_id == worker,
            WeekPlan.iso_year == week.year,
            WeekPlan.iso_week == week.number,
        )
    )
    return (status or WeekPlanStatus.DRAFT).danish


def _questions(session: Session, worker: Key, week: IsoWeek) -> int:
    return (
        session.scalar(
            select(func.count(ReviewQuestion.id)).where(
                ReviewQuestion.worker_id == worker,
                ReviewQuestion.iso_year == week.year,
                ReviewQuestion.iso_week == week.number,
                ReviewQuestion.closed_at.is_(None),
                ReviewQuestion.answered_at.is_(None),
            )
        )
        or 0
    )
