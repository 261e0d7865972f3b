"""Questions about calls on the hotline: those that are counted, and those behind a number (P75)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from bostoette.models.figure_calls import FigureCall
from bostoette.models.figure_scope import Ask, ScopeKind
from bostoette.models.inquiry import Caller
from bostoette.models.key import Key
from bostoette.store.behind_rows import asked_by_key
from bostoette.store.figure_rows import asked_for

_CALLS = "SELECT id, day, caller FROM inquiry WHERE on_hotline AND day BETWEEN ? AND ?"
_BY_TIME = "ORDER BY day, start, id"
_ASKED = {
    ScopeKind.TEAM: f"{_CALLS} {_BY_TIME}",
    ScopeKind.WORKER: f"{_CALLS} AND worker_id = ? {_BY_TIME}",
    ScopeKind.CITIZEN: f"{_CALLS} AND citizen_id = ? {_BY_TIME}",
}
_BEHIND = """
    SELECT inquiry.id, inquiry.day, inquiry.start, inquiry.caller, inquiry.topic,
           inquiry.worker_id, worker.initials, citizen.id, citizen.name, citizen.initials,
           inquiry.worker_id = ?1
             OR coalesce(?1 IN (citizen.primary_worker_id, citizen.secondary_worker_id), 0)
      FROM inquiry
      JOIN worker ON worker.id = inquiry.worker_id
      LEFT JOIN citizen ON citizen.id = inquiry.citizen_id
     WHERE inquiry.id IN (:keys)
"""


class CallBehind(NamedTuple):
    """One call as it is shown behind a number."""

    id: Key
    day: date
    start: int
    caller: Caller
    topic: str
    worker_id: Key
    worker: str
    """Initials of whoever answered."""
    citizen_id: Key | None
    name: str
    initials: str
    own: bool
    """The person who asks answered, or is a worker of the citizen."""


def calls_asked(session: Session, ask: Ask) -> tuple[FigureCall, ...]:
    """Return the calls that are asked about, in order of time."""
    return tuple(
        FigureCall(key, date.fromisoformat(day), Caller(caller))
        for key, day, caller in asked_for(session, _ASKED, ask)
    )


def calls_behind(session: Session, keys: Sequence[Key], actor_id: Key) -> tuple[CallBehind, ...]:
    """Return the calls with these keys, in order of time."""
    found = (
        CallBehind(
            key,
            date.fromisoformat(day),
            start,
            Caller(caller),
            topic,
            worker_id,
            worker,
            citizen_id,
            name or "",
            initials or "",
            bool(own),
        )
        for key, day, start, caller, topic, worker_id, worker, citizen_id, name, initials, own in (
            asked_by_key(session, _BEHIND, keys, (actor_id,))
        )
    )
    return tuple(sorted(found, key=lambda one: (one.day, one.start, one.id)))
