"""The figures of the page Overblik: what is asked of the file for each section, and its rights."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.orm import Session

from bostoette.models.figure import Figure
from bostoette.models.figure_scope import Ask, ScopeKind, Section
from bostoette.models.key import Key
from bostoette.planning.attendance_figure import attendance_by_form, attendance_over_time, due
from bostoette.planning.calls_figure import calls_by_day
from bostoette.planning.figure_steps import counted
from bostoette.planning.mix_figure import mix_of_people, mix_over_time
from bostoette.planning.rescue_figure import rescued_by_form
from bostoette.services.choice_figures import choice_figures
from bostoette.services.effect_figures import effect_figures, people_figures
from bostoette.services.effect_report import effect_report
from bostoette.services.figure_rights import refuse_unless_seen
from bostoette.services.grant_figures import grant_figures
from bostoette.services.time_figures import time_figures, travel_figures
from bostoette.store import figure_rows as rows
from bostoette.store.call_rows import calls_asked
from bostoette.store.stopping import stoppable


def figures_of(session: Session, actor_id: Key, ask: Ask, section: Section) -> tuple[Figure, ...]:
    """Return a section's figures, in a constant number of statements.

    Up to today; what is granted is weighed against what is planned too.

    Raises PlanError where they are not the person's to see.
    """
    refuse_unless_seen(session, actor_id, ask.scope, ask.today)
    if section not in _WHOLE:
        ask = replace(ask, period=counted(ask.period, ask.today))
    return _SECTIONS[section](session, ask)


def figures_unless_stopped(
    session: Session, actor_id: Key, ask: Ask, section: Section, stopped: Callable[[], bool]
) -> tuple[Figure, ...]:
    """Return a section's figures as `figures_of`; raises Stopped soon after ``stopped`` says so."""
    with stoppable(session, stopped):
        return figures_of(session, actor_id, ask, section)


def _mix(session: Session, ask: Ask) -> tuple[Figure, ...]:
    contacts = rows.contacts_asked(session, ask)
    over_time = mix_over_time(contacts, ask.period)
    if ask.scope.kind is ScopeKind.CITIZEN:
        return (over_time,)
    if ask.scope.kind is ScopeKind.TEAM:
        led = {one.id: (one.worker_id,) for one in contacts}
        people = mix_of_people(contacts, led, rows.all_workers(session), "medarbejder")
    else:
        with_whom = rows.citizens_in(session, (one.id for one in contacts), ask)
        people = mix_of_people(contacts, with_whom, rows.all_citizens(session), "borger")
    return (over_time, people)


def _attendance(session: Session, ask: Ask) -> tuple[Figure, ...]:
    contacts = rows.contacts_asked(session, ask)
    seen = due(contacts, ask.today)
    return (
        attendance_by_form(seen),
        attendance_over_time(seen, ask.period),
        rescued_by_form(contacts, rows.came_instead(session), ask.period),
        calls_by_day(calls_asked(session, ask), ask.period),
    )


_SECTIONS: dict[Section, Callable[[Session, Ask], tuple[Figure, ...]]] = {
    Section.MIX: _mix,
    Section.ATTENDANCE: _attendance,
    Section.TIME: time_figures,
    Section.TRAVEL: travel_figures,
    Section.PEOPLE: people_figures,
    Section.EFFECT: effect_figures,
    Section.CHOICE: choice_figures,
    Section.GRANTS: grant_figures,
    Section.DRIVES: lambda _session, _ask: (),
    Section.REPORT: effect_report,
}
_WHOLE = frozenset({Section.GRANTS})
"""Sections that also count what is still planned."""
