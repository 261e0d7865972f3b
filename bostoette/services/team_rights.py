"""Who may do what: the one room where a role is asked, for every service and every page.

A team leader has every right, and where a team has no leader, everybody has. Whoever stands in
for the leader has what is lent (`Right.lent`) until her last day. A worker, a superuser and a
substitute plan, write and see alike; a substitute does so until her last day (`signing_in`).

Roles guard against mistakes; they keep no secrets from anybody who can open the file.
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.right import Right
from bostoette.models.team import TeamSetting
from bostoette.models.worker import Worker
from bostoette.models.worker_fields import LeadRight
from bostoette.models.worker_kinds import WorkerRole

STAND_INS = "review_stand_ins"
"""The team's setting: each stand-in's key in hexadecimal, with her last day."""
_NO_LEADER = "Teamet har ingen teamleder endnu, så alle kan rette her."
_LEADER = "Du er teamleder og kan rette her."
_OTHERS = "Kun en teamleder kan rette her. Du kan se det, og dit eget retter du selv."
_REFUSED: Mapping[Right, str] = {
    Right.REVIEW: (
        "Ugerne gennemgås af teamlederen eller hendes stedfortræder. Intet er ændret. "
        "Bed teamlederen om det, eller om at gøre dig til stedfortræder."
    ),
    Right.ALL_FIGURES: (
        "De tal ser teamlederen. Intet er vist. Vælg dine egne tal eller en af dine egne borgere."
    ),
    Right.RESTORE: (
        "At gå tilbage til en kopi kan kun en teamleder gøre, for det gælder alles arbejde. "
        "Intet er ændret. Bed teamlederen om at gøre det."
    ),
    Right.RECOVERY_KEY: (
        "Gendannelsesnøglen åbner for alle, så en ny kan kun en teamleder lave. Intet er ændret. "
        "Bed teamlederen om at gøre det."
    ),
}
_REFUSED_OTHERWISE = (
    "Det kan kun en teamleder rette. Intet er ændret. Bed teamlederen om at gøre det."
)


def lead_right(session: Session, actor_id: Key) -> LeadRight:
    """Tell whether the person may change the whole team's things, and why."""
    leads = (Worker.role == WorkerRole.TEAM_LEADER) & Worker.active.is_(True)
    if not session.scalar(select(exists().where(leads))):
        return LeadRight(may=True, sentence=_NO_LEADER)
    if session.scalar(select(exists().where(leads, Worker.id == actor_id))):
        return LeadRight(may=True, sentence=_LEADER)
    return LeadRight(may=False, sentence=_OTHERS)


def may(session: Session, actor_id: Key, right: Right, today: date | None = None) -> bool:
    """Tell whether the person has a right; ``today`` counts for one that is lent."""
    if lead_right(session, actor_id).may:
        return True
    if not right.lent or today is None:
        return False
    until = stand_in_days(session).get(actor_id)
    return until is not None and until >= today


def refuse_unless(session: Session, actor_id: Key, right: Right, today: date | None = None) -> None:
    """Raise PlanError, saying whom to ask, unless the person has a right."""
    if not may(session, actor_id, right, today):
        raise PlanError(_REFUSED.get(right, _REFUSED_OTHERWISE))


def stand_in_days(session: Session) -> Mapping[Key, date]:
    """Return whom the leader ever let stand in, each with her last day."""
    kept = session.get(TeamSetting, STAND_INS)
    value: Mapping[str, str] = {} if kept is None else kept.value
    return {bytes.fromhex(key): date.fromisoformat(until) for key, until in value.items()}
