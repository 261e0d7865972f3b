"""What there is to look at in citizens' plans over 28 days, for a week and for one citizen."""

from collections.abc import Collection
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.planned_life import LifeContact
from bostoette.models.raised_plan import RaisedPlan
from bostoette.planning.plan_check import IN_WEEK, PlanDays, as_sentence, check_plan
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.conditions import conditions_in_force
from bostoette.services.development import fall_sentences
from bostoette.services.no_shows import no_show_sentences
from bostoette.services.phase_outs import halted_sentences
from bostoette.services.quiet_goals import quiet_goal_sentences
from bostoette.services.relapse import relapse_sentences
from bostoette.services.week import Week
from bostoette.store.plan_check_rows import planned_lives

WEEKS_AHEAD = 4
"""For one citizen so many weeks are looked at, this one first."""
HOME_RULE = "P37"
_MEETING_RULE = "P01"


def plans_of_week(
    session: Session,
    week: IsoWeek,
    workers: Collection[Key],
    today: date,
    citizens: Collection[Key] = (),
) -> tuple[RaisedPlan, ...]:
    """Return what is raised for a week: the workers' own citizens, and these.

    Nothing for weeks that are over, and nothing the week's own sentences tell already.
    """
    if week.sunday < today:
        return ()
    in_force = conditions_in_force(session)
    days = PlanDays.ending(week.sunday, today)
    lives = planned_lives(session, citizens, workers, (days.first, days.last))
    return tuple(
        raised
        for life in lives
        for raised in check_plan(life, days, in_force.rules, in_force.compiled.caps)
        if raised.check not in IN_WEEK
    )


def plan_sentences(session: Session, shown: Week, today: date) -> tuple[WeekSentence, ...]:
    """Return what is raised for a week shown, also on the citizens met in it, as sentences.

    Also who of them stayed away repeatedly (P43), phase-outs that hold, relapses that nobody
    meets after (P40), and goals that nothing serves (P45). Whom nobody meets, nobody sees at home
    either: that is not said twice.
    """
    names = {one.id: one.initials for contact in shown.contacts for one in contact.citizens}
    met = set(names)
    workers = [worker.id for worker in shown.workers]
    raised = plans_of_week(session, shown.week, workers, today, met)
    unmet = {one.citizen_id for one in raised if one.rule == _MEETING_RULE}
    found = [one for one in raised if one.rule != HOME_RULE or one.citizen_id not in unmet]
    stayed_away = () if shown.week.sunday < today else tuple(met)
    return (
        *(as_sentence(one) for one in found),
        *no_show_sentences(session, stayed_away, today),
        *(() if shown.week.sunday < today else halted_sentences(session, names, workers, today)),
        *relapse_sentences(session, shown.week, met, workers, today),
        *quiet_goal_sentences(session, shown.week, workers, met, today),
        *fall_sentences(session, shown.week, names, today),
    )


def plans_of_citizen(session: Session, citizen_id: Key, today: date) -> tuple[RaisedPlan, ...]:
    """Return what is raised for one citizen in this week and those to come, each check once."""
    weeks = [IsoWeek.of(today).plus(ahead) for ahead in range(WEEKS_AHEAD)]
    windows = [PlanDays.ending(week.sunday, today) for week in weeks]
    in_force = conditions_in_force(session)
    lives = planned_lives(session, [citizen_id], (), (windows[0].first, windows[-1].last))
    first: dict[str, RaisedPlan] = {}
    for life in lives:
        for days in windows[:1] if not _planned_after(life.contacts, windows[0].last) else windows:
            for raised in check_plan(life, days, in_force.rules, in_force.compiled.caps):
                first.setdefault(raised.check, raised)
    return tuple(sorted(first.values(), key=lambda one: (one.day, one.rule)))


def _planned_after(contacts: Collection[LifeContact], day: date) -> bool:
    """Tell whether the coming weeks are planned at all; where not, only this one is looked at."""
    return any(one.day > day for one in contacts)
