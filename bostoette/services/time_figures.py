"""The figures of time and transport: with citizens, on a screen, on the way (P81, P83, P86)."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bostoette.models.figure import Figure
from bostoette.models.figure_rows import FigureWork
from bostoette.models.figure_scope import Ask, ScopeKind
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.time_figures import VideoLimits, direct_time, video_load
from bostoette.planning.travel_figures import (
    travel_of_citizens,
    travel_of_workers,
    travel_to_citizen,
    ways_of_citizens,
    ways_of_workers,
    ways_to_citizen,
)
from bostoette.planning.week_travel import WeekWays
from bostoette.planning.working_time import working_minutes
from bostoette.services.conditions import conditions_in_force
from bostoette.store import figure_rows as rows
from bostoette.store.postal_centres import postal_centres
from bostoette.store.week_people import absences, citizens_whereabouts, typed_travel, week_workers

TARGET = NumberName("P86", "direct_time_percent")
_VIDEO = tuple(
    NumberName("P81", name)
    for name in ("video_contacts_per_day", "video_minutes_per_day", "video_in_a_row")
)


def time_figures(session: Session, ask: Ask) -> tuple[Figure, ...]:
    """Return the figures of time, in a constant number of statements."""
    work = rows.work_asked(session, ask)
    rules = conditions_in_force(session).rules
    limits = VideoLimits(*(rules.number(name).value for name in _VIDEO))
    return (direct_time_of(session, ask, work), video_load(work, ask.period, limits))


def direct_time_of(session: Session, ask: Ask, work: Sequence[FigureWork]) -> Figure:
    """Return the time with citizens, beside the working time of a worker or the team (P86)."""
    target = conditions_in_force(session).rules.number(TARGET).value
    if ask.scope.kind is ScopeKind.CITIZEN:
        return direct_time(work, {}, ask.period, target)
    wanted = None if ask.scope.kind is ScopeKind.TEAM else (ask.scope.key,)
    workers = week_workers(session, wanted)
    keys = tuple(one.id for one in workers)
    away = absences(session, keys, ask.period.first, ask.period.last)
    return direct_time(work, working_minutes(workers, away, ask.period), ask.period, target)


def travel_figures(session: Session, ask: Ask) -> tuple[Figure, ...]:
    """Return the figures of transport, in a constant number of statements."""
    period, scope = ask.period, ask.scope
    work = rows.work_asked(session, ask)
    at_centre = rows.citizens_at_centre(session, period)
    whom = {one for keys in at_centre.values() for one in keys}
    whom |= {one.citizen_id for one in work if one.citizen_id is not None}
    if scope.kind is ScopeKind.CITIZEN:
        whom = {scope.key}
        at_centre = dict.fromkeys(at_centre, (scope.key,))
    ways = WeekWays(citizens_whereabouts(session, whom), typed_travel(session), postal_centres())
    workers = _workers(session, work)
    own = travel_of_citizens(ways_of_citizens(work, ways, workers, at_centre), period)
    if scope.kind is ScopeKind.CITIZEN:
        to_her = ways_to_citizen(work, ways, workers, scope.key)
        return (travel_to_citizen(to_her, period), own)
    return (travel_of_workers(ways_of_workers(work, ways, workers), period), own)


def _workers(session: Session, work: Sequence[FigureWork]) -> dict[Key, WeekWorker]:
    keys = tuple({one.worker_id for one in work})
    return {one.id: one for one in week_workers(session, keys)}
