"""Sentences about a week: what clashes, does not fit or is worth a look. Nothing is forbidden.

Contacts that were called off raise none, and neither do rules the team has put off.
"""

from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_citizens import many_workers, unsuitable_forms, untold_changes
from bostoette.planning.week_clashes import busy_elsewhere, double_citizens, double_workers
from bostoette.planning.week_days_off import absences, holidays, home_days, must_be_visited
from bostoette.planning.week_sentence import WeekSentence
from bostoette.planning.week_tightness import (
    late_arrivals,
    much_video,
    no_air,
    outside_hours,
    too_long,
)
from bostoette.planning.week_voice import unfit_times, unwanted_places

CHECKS = (
    double_workers,
    double_citizens,
    busy_elsewhere,
    no_air,
    late_arrivals,
    outside_hours,
    holidays,
    absences,
    home_days,
    must_be_visited,
    too_long,
    much_video,
    unsuitable_forms,
    many_workers,
    untold_changes,
    unfit_times,
    unwanted_places,
)


def check_week(week: CheckedWeek) -> tuple[WeekSentence, ...]:
    """Return the week's sentences in order of day."""
    found = (sentence for check in CHECKS for sentence in check(week))
    return tuple(
        sorted(
            (one for one in found if not one.rule or week.rules.rules[one.rule].on),
            key=lambda one: (one.day, one.text),
        )
    )
