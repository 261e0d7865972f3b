"""The figures of people and notes, and of what contacts gave (P17, P39, P44, P90, P91)."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bostoette.models.figure import Figure
from bostoette.models.figure_scope import Ask, ScopedPerson, ScopeKind
from bostoette.models.practice_rule import NumberName
from bostoette.planning.effect_figures import (
    goals_moved,
    independence,
    independence_over_time,
    satisfaction,
    wellbeing,
)
from bostoette.planning.people_figures import distinct_workers, notes_on_time
from bostoette.services.conditions import conditions_in_force
from bostoette.store import effect_rows as rows
from bostoette.store.figure_rows import all_citizens, own_citizens

MOST_WORKERS = NumberName("P17", "workers")
WINDOW = NumberName("P17", "window_days")
NOTE_WITHIN = NumberName("P90", "within_hours")
FEWEST = NumberName("P91", "fewest_answers")
_COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def people_figures(session: Session, ask: Ask) -> tuple[Figure, ...]:
    """Return how many faces citizens meet, and how soon notes are written."""
    rules = conditions_in_force(session).rules
    return (
        distinct_workers(
            rows.met_asked(session, ask),
            citizens_of(session, ask),
            ask.period.last,
            most=rules.number(MOST_WORKERS).value,
            window=rules.number(WINDOW).value,
        ),
        notes_on_time(
            rows.notes_asked(session, ask),
            ask.period,
            ask.now.replace(tzinfo=_COPENHAGEN).astimezone(UTC),
            timedelta(hours=rules.number(NOTE_WITHIN).value),
        ),
    )


def effect_figures(session: Session, ask: Ask) -> tuple[Figure, ...]:
    """Return goals, independence, wellbeing and satisfaction."""
    fewest = conditions_in_force(session).rules.number(FEWEST).value
    marks = rows.marks_asked(session, ask)
    return (
        satisfaction(rows.answers_asked(session, ask), fewest),
        wellbeing(rows.scores_asked(session, ask), fewest),
        independence(marks, fewest),
        independence_over_time(marks, ask.period),
        goals_moved(rows.turns_asked(session, ask)),
    )


def citizens_of(session: Session, ask: Ask) -> tuple[ScopedPerson, ...]:
    """Return the citizens whom figures are about: all, a worker's own, or one."""
    if ask.scope.kind is ScopeKind.WORKER:
        return own_citizens(session, ask.scope.key)
    everybody = all_citizens(session)
    if ask.scope.kind is ScopeKind.CITIZEN:
        return tuple(one for one in everybody if one.key == ask.scope.key)
    return everybody
