"""Opening a citizen to change her or what hangs on her."""

from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError


def open_citizen(session: Session, citizen_id: Key) -> Citizen:
    """Return the citizen; raises PlanError where she is not there any more."""
    citizen = session.get(Citizen, citizen_id)
    if citizen is None:
        raise PlanError(
            "Borgeren findes ikke længere. Andet er ikke ændret; se listen efter en gang til."
        )
    return citizen
