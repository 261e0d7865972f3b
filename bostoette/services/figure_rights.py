"""Whose figures somebody may see: the leader and her stand-in all, a worker her own and hers.

Roles guard against mistakes, as in the review; what may be seen is held here and not by the page.
"""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.figure_scope import Scope, ScopedPerson, ScopeKind, Scopes
from bostoette.models.key import Key
from bostoette.models.right import Right
from bostoette.services.team_rights import may, refuse_unless
from bostoette.store import figure_rows as rows

_OWN = "Du ser dine egne tal og dine egne borgeres. Teamlederen ser hele teamets."


def sees_all(session: Session, actor_id: Key, today: date) -> bool:
    """Tell whether somebody sees the whole team's figures."""
    return may(session, actor_id, Right.ALL_FIGURES, today)


def scopes_of(session: Session, actor_id: Key, today: date) -> Scopes:
    """Return whose figures somebody may see, herself first."""
    workers = rows.all_workers(session)
    if sees_all(session, actor_id, today):
        return Scopes(team=True, workers=workers, citizens=rows.all_citizens(session))
    own = tuple(one for one in workers if one.key == actor_id)
    return Scopes(
        team=False, workers=own, citizens=rows.own_citizens(session, actor_id), sentence=_OWN
    )


def refuse_unless_seen(session: Session, actor_id: Key, scope: Scope, today: date) -> None:
    """Raise PlanError unless somebody may see these figures."""
    if scope.kind is ScopeKind.WORKER and scope.key == actor_id:
        return
    if scope.kind is ScopeKind.CITIZEN and _among(rows.own_citizens(session, actor_id), scope.key):
        return
    refuse_unless(session, actor_id, Right.ALL_FIGURES, today)


def _among(people: Iterable[ScopedPerson], key: Key) -> bool:
    return any(one.key == key for one in people)
