"""Who reviews weeks: a team leader, or whoever stands in for her; all, where there is no leader.

A stand-in sees the same list and may do the same, until her last day (trap 21).
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.review import StandIn
from bostoette.models.team import TeamSetting
from bostoette.models.wording import short_day
from bostoette.models.worker import Worker
from bostoette.models.worker_fields import LeadRight
from bostoette.services.team_rights import lead_right, refuse_unless_leader
from bostoette.store.journal import describe

STAND_INS = "review_stand_ins"
"""The team's setting: each stand-in's key in hexadecimal, with her last day."""


def review_right(session: Session, actor_id: Key, today: date) -> LeadRight:
    """Tell whether the person may review weeks, and why."""
    leads = lead_right(session, actor_id)
    if leads.may:
        return leads
    until = _stand_ins(session).get(actor_id.hex())
    if until is not None and date.fromisoformat(until) >= today:
        said = f"Du er stedfortræder for teamlederen til og med {_said(until)}."
        return LeadRight(may=True, sentence=said)
    return LeadRight(
        may=False, sentence="Teamlederen gennemgår ugerne. Du kan se, hvor din egen står."
    )


def refuse_unless_reviewer(session: Session, actor_id: Key, today: date) -> None:
    """Raise PlanError unless the person may review weeks."""
    if not review_right(session, actor_id, today).may:
        raise PlanError(
            "Ugerne gennemgås af teamlederen eller hendes stedfortræder. Intet er ændret. "
            "Bed teamlederen om det, eller om at gøre dig til stedfortræder."
        )


def stand_ins(session: Session, today: date) -> tuple[StandIn, ...]:
    """Return who stands in for the team leader now."""
    kept = {
        bytes.fromhex(key): until
        for key, until in _stand_ins(session).items()
        if date.fromisoformat(until) >= today
    }
    rows = session.execute(
        select(Worker.id, Worker.initials).where(Worker.id.in_(kept), Worker.active.is_(True))
    )
    return tuple(StandIn(key, name, date.fromisoformat(kept[key])) for key, name in rows)


def let_stand_in(session: Session, actor_id: Key, worker_id: Key, until: date, today: date) -> None:
    """Let a worker review in the leader's place, her last day included.

    Raises PlanError where the day is past or it is not the person's to do.
    """
    refuse_unless_leader(session, actor_id)
    if until < today:
        raise PlanError(
            "Stedfortræderens sidste dag er allerede gået. Intet er gemt endnu. Vælg en senere dag."
        )
    worker = session.get_one(Worker, worker_id)
    _keep(session, {**_stand_ins(session), worker_id.hex(): until.isoformat()})
    describe(session, f"{worker.initials} er stedfortræder til og med {short_day(until)}")


def end_stand_in(session: Session, actor_id: Key, worker_id: Key) -> None:
    """Let a worker stand in no longer; raises PlanError where it is not the person's to do."""
    refuse_unless_leader(session, actor_id)
    worker = session.get_one(Worker, worker_id)
    others = {key: day for key, day in _stand_ins(session).items() if key != worker_id.hex()}
    _keep(session, others)
    describe(session, f"{worker.initials} er ikke længere stedfortræder")


def _stand_ins(session: Session) -> Mapping[str, str]:
    kept = session.get(TeamSetting, STAND_INS)
    return {} if kept is None else kept.value


def _keep(session: Session, value: Mapping[str, str]) -> None:
    kept = session.get(TeamSetting, STAND_INS)
    if kept is None:
        session.add(TeamSetting(id=STAND_INS, value=dict(value)))
    else:
        kept.value = dict(value)


def _said(until: str) -> str:
    return short_day(date.fromisoformat(until))
