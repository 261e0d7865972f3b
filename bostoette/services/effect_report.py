"""The effect report of the team, for those who decide: anonymous, small groups hidden (P91)."""

from dataclasses import replace

from sqlalchemy.orm import Session

from bostoette.models.figure import Figure
from bostoette.models.figure_scope import Ask, ScopeKind, Step
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.planning.attendance_figure import attendance_by_form, due
from bostoette.planning.effect_report import anonymous
from bostoette.planning.mix_figure import mix_over_time
from bostoette.services.conditions import conditions_in_force
from bostoette.services.effect_figures import effect_figures
from bostoette.services.time_figures import direct_time_of
from bostoette.store import figure_rows as rows

FEWEST_CITIZENS = NumberName("P91", "fewest_citizens")


def effect_report(session: Session, ask: Ask) -> tuple[Figure, ...]:
    """Return the figures by months, since less is hidden than by weeks.

    Raises PlanError for anything but the whole team.
    """
    if ask.scope.kind is not ScopeKind.TEAM:
        raise PlanError(
            "Virkningsrapporten er anonym og kun for hele teamet. Intet er vist. Teamlederen ser "
            "den, når »Team« er valgt foroven."
        )
    ask = replace(ask, period=replace(ask.period, step=Step.MONTH))
    contacts = rows.contacts_asked(session, ask)
    figures = (
        mix_over_time(contacts, ask.period),
        attendance_by_form(due(contacts, ask.today)),
        direct_time_of(session, ask, rows.work_asked(session, ask)),
        *effect_figures(session, ask),
    )
    taking_part = rows.citizens_in(session, (one.id for one in contacts), ask)
    fewest = conditions_in_force(session).rules.number(FEWEST_CITIZENS).value
    return tuple(anonymous(one, taking_part, fewest) for one in figures)
