"""Who may change what is the whole team's: a team leader, or everybody where there is none.

Roles guard against mistakes; they keep no secrets from anybody who can open the file.
"""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.worker import Worker
from bostoette.models.worker_fields import LeadRight
from bostoette.models.worker_kinds import WorkerRole

_NO_LEADER = "Teamet har ingen teamleder endnu, så alle kan rette her."
_LEADER = "Du er teamleder og kan rette her."
_OTHERS = "Kun en teamleder kan rette her. Du kan se det, og dit eget retter du selv."


def lead_right(session: Session, actor_id: Key) -> LeadRight:
    """Tell whether the person may change the whole team's things, and why."""
    leads = (Worker.role == WorkerRole.TEAM_LEADER) & Worker.active.is_(True)
    if not session.scalar(select(exists().where(leads))):
        return LeadRight(may=True, sentence=_NO_LEADER)
    if session.scalar(select(exists().where(leads, Worker.id == actor_id))):
        return LeadRight(may=True, sentence=_LEADER)
    return LeadRight(may=False, sentence=_OTHERS)


def refuse_unless_leader(session: Session, actor_id: Key) -> None:
    """Raise PlanError unless the person may change the whole team's things."""
    if not lead_right(session, actor_id).may:
        raise PlanError(
            "Det kan kun en teamleder rette. Intet er ændret. Bed teamlederen om at gøre det."
        )
