"""Who reviews weeks: a team leader, or whoever stands in for her; all, where there is no leader.

A stand-in sees the same list and may do the same, until her last day.
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.review import StandIn
from bostoette.models.right import Right
from bostoette.models.team import TeamSetting
from bostoette.models.wording import short_day
from bostoette.models.worker import Worker
from bostoette.models.worker_fields import LeadRight
from bostoette.services.team_rights import (
    STAND_INS,
    lead_right,
    refuse_unless,
    stand_in_days,
)
from bostoette.store.journal import describe


def review_right(session: Session, actor_id: Key, today: date) -> LeadRight:
    """Tell whether the person may review weeks, and why."""
    leads = lead_right(session, actor_id)
    if leads.may:
        return leads
    until = stand_in_days(session).get(actor_id)
    if until is not None and until >= today:
        said = f"Du er stedfortræder for teamlederen til og med {short_day(until)}."
        return LeadRight(may=True, sentence=said)
    return LeadRight(
        may=False, sentence="Teamlederen gennemgår ugerne. Du kan se, hvor din egen står."
    )


def refuse_unless_reviewer(session: Session, actor_id: Key, today: date) -> None:
    """Raise PlanError unless the person may review weeks."""
    refuse_unless(session, actor_id, Right.REVIEW, today)


def stand_ins(session: Session, today: date) -> tuple[StandIn, ...]:
    """Return who stands in for the team leader now."""
    kept = {key: until for key, until in stand_in_days(session).items() if until >= today}
    rows = session.execute(
        select(Worker.id, Worker.initials).where(Worker.id.in_(kept), Worker.active.is_(True))
    )
    return tuple(StandIn(key, name, kept[key]) for key, name in rows)


def let_stand_in(session: Session, actor_id: Key, worker_id: Key, until: date, today: date) -> None:
    """Let a worker review in the leader's place, her last day included.

    Raises PlanError where the day is past or it is not the person's to do.
    """
    refuse_unless(session, actor_id, Right.STAND_INS)
    if until < today:
        raise PlanError(
            "Stedfortræderens sidste dag er allerede gået. Intet er gemt endnu. Vælg en senere dag."
        )
    worker = session.get_one(Worker, worker_id)
    _keep(session, {**stand_in_days(session), worker_id: until})
    describe(session, f"{worker.initials} er stedfortræder til og med {short_day(until)}")


def end_stand_in(session: Session, actor_id: Key, worker_id: Key) -> None:
    """Let a worker stand in no longer; raises PlanError where it is not the person's to do."""
    refuse_unless(session, actor_id, Right.STAND_INS)
    worker = session.get_one(Worker, worker_id)
    others = {key: day for key, day in stand_in_days(session).items() if key != worker_id}
    _keep(session, others)
    describe(session, f"{worker.initials} er ikke længere stedfortræder")


def _keep(session: Session, days: Mapping[Key, date]) -> None:
    value = {key.hex(): until.isoformat() for key, until in days.items()}
    kept = session.get(TeamSetting, STAND_INS)
    if kept is None:
        session.add(TeamSetting(id=STAND_INS, value=value))
    else:
        kept.value = value
