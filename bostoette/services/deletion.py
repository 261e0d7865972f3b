"""Sletning: citizens whose support ended longer ago than the team keeps them, deleted for good.

The leader sets the period, sees who is due, and confirms; nothing is ever deleted by itself.
An act without content remains. Copies taken before still hold what is deleted until they are
given up in their turn.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.danish_order import COLLATION
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.right import Right
from bostoette.planning.asking_again import ask_again_on
from bostoette.services.paper_settings import paper_settings
from bostoette.services.team_rights import lead_right, refuse_unless
from bostoette.store.erasing import erase
from bostoette.store.journal import act

LABEL = "En borger er slettet efter fristen"
_ENDED = tuple(status for status in CitizenStatus if status.stops_everything)


@dataclass(frozen=True, slots=True)
class DueForDeletion:
    """A citizen whose period has run out."""

    id: Key
    name: str
    initials: str
    status: CitizenStatus
    since: date


@dataclass(frozen=True, slots=True)
class Deletions:
    """Who is due, and by which period in months."""

    months: int
    due: tuple[DueForDeletion, ...]


def deletions(session: Session, today: date) -> Deletions:
    """Return who is due for deletion, the one who ended first at the top."""
    months = paper_settings(session).delete_after_months
    rows = session.execute(
        select(Citizen.id, Citizen.name, Citizen.initials, Citizen.status, Citizen.status_since)
        .where(Citizen.status.in_(_ENDED), Citizen.status_since.is_not(None))
        .order_by(Citizen.status_since, Citizen.name.collate(COLLATION))
    )
    due = tuple(
        DueForDeletion(key, name, initials, status, since)
        for key, name, initials, status, since in rows
        if since is not None and ask_again_on(since, months) <= today
    )
    return Deletions(months, due)


def due_count(session: Session, actor_id: Key, today: date) -> int:
    """Count who is due, for whoever may delete them; nobody else has to be reminded."""
    return len(deletions(session, today).due) if lead_right(session, actor_id).may else 0


def delete_citizen(
    session: Session,
    actor_id: Key,
    citizen_id: Key,
    today: date,
    told: Callable[[int], None] = lambda _number: None,
) -> None:
    """Delete a citizen who is due, with all that belongs to her; it cannot be undone.

    Raises PlanError where it is not the person's to do, or where she is not due (any more).
    """
    refuse_unless(session, actor_id, Right.DELETE_CITIZENS)
    if citizen_id not in {one.id for one in deletions(session, today).due}:
        raise PlanError(
            "Borgeren skal ikke slettes endnu, eller er allerede slettet. Intet er ændret; "
            "se listen igen."
        )
    rows = erase(session, citizen_id, told)
    act(session, LABEL, rows=rows)
