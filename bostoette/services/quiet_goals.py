"""Goals that no contact has served for some weeks, seen while the week is planned (P45)."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.wording import short_day
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.conditions import conditions_in_force
from bostoette.store.goal_rows import goal_day_rows

RULE = "P45"
QUIET_WEEKS = NumberName(RULE, "quiet_weeks")
CHECK = "quiet_goal"
LIFT = (
    "Lad en af ugens kontakter pege på delmålet (»Vælg delmål« ved kontakten), eller sæt det "
    "på pause."
)


def quiet_goal_sentences(
    session: Session,
    week: IsoWeek,
    workers: Collection[Key],
    met: Collection[Key],
    today: date,
) -> tuple[WeekSentence, ...]:
    """Say which active goals nothing serves, the week's own plans counted, for weeks not over.

    A goal is named by its theme: the citizen's words stay on her page. Nothing is said where the
    rule is off.
    """
    rules = conditions_in_force(session).rules
    if week.sunday < today or not rules.rules[RULE].on:
        return ()
    limit = week.sunday - timedelta(weeks=rules.number(QUIET_WEEKS).value)
    rows = goal_day_rows(session, met, workers, limit, week.sunday)
    latest = [max(filter(None, (row.served, row.told)), default=None) for row in rows]
    return tuple(
        _sentence(row, day, week)
        for row, day in zip(rows, latest, strict=True)
        if day is None or day < limit
    )


def _sentence(row: Any, latest: date | None, week: IsoWeek) -> WeekSentence:
    about = row.sub_theme or row.theme
    told = f"siden {short_day(latest)}" if latest else _since_it_began(row.status_since)
    return WeekSentence(
        RULE,
        (),
        week.sunday,
        f"{row.initials}: ingen kontakt om delmålet »{about.danish}« {told}".rstrip(".") + ".",
        LIFT,
        row.citizen_id,
        CHECK,
    )


def _since_it_began(day: date) -> str:
    return f"siden det begyndte {short_day(day)}"
