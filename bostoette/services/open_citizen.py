"""Opening a citizen to change her or what hangs on her."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
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


_STOPPED = tuple(status for status in CitizenStatus if status.stops_everything)


def refuse_stopped(session: Session, citizens: Iterable[Key], day: date) -> None:
    """Raise PlanError where the support of one of them has stopped before or on the day.

    A citizen who has died or moved stops everywhere, also where an older window or a copied
    contact still knows her.
    """
    stopped = session.scalars(
        select(Citizen).where(
            Citizen.id.in_(tuple(citizens)),
            Citizen.status.in_(_STOPPED),
            Citizen.status_since <= day,
        )
    ).first()
    if stopped is not None:
        raise PlanError(
            f"{stopped.initials} er {stopped.status.danish.lower()}, så der kan ikke planlægges "
            "noget fra den dag. Intet er ændret; passer det ikke, så skift status på siden "
            "Borgere først."
        )
