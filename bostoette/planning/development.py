"""What a citizen's marks over time say: more done alone, wellbeing falling, a break (P39-P44)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.development import (
    ContactGap,
    FourWeeks,
    StepMark,
    WellbeingFall,
    WellbeingMark,
)
from bostoette.models.goal_kinds import Independence

PERIOD = timedelta(weeks=4)


def steps_down(
    marks: Sequence[StepMark], today: date, *, weeks: int, least: int, percent: int
) -> bool:
    """Tell whether a goal has mostly been done alone for so many weeks (P44).

    At least so many marks stand in those weeks, and the goal has been marked for as long.
    """
    first = today - timedelta(weeks=weeks)
    within = [one for one in marks if first <= one.day <= today]
    if len(within) < least or marks[0].day > first + timedelta(weeks=1):
        return False
    alone = sum(one.independence is Independence.ALONE for one in within)
    return 100 * alone >= percent * len(within)


def wellbeing_fall(
    marks: Sequence[WellbeingMark], *, drop: int, contacts: int
) -> WellbeingFall | None:
    """Return how wellbeing fell within the latest contacts with a mark; None where it did not."""
    latest = marks[-contacts:]
    if not latest:
        return None
    best, now = max(one.score for one in latest), latest[-1].score
    return WellbeingFall(best, now, len(latest)) if best - now >= drop else None


def contact_gap(
    held: Iterable[date], today: date, *, gap_days: int, ramp_up_weeks: int
) -> ContactGap | None:
    """Return the break that a ramp-up would follow: one that goes on, or ended within it (P41)."""
    days = sorted({day for day in held if day <= today})
    if not days:
        return None
    if (today - days[-1]).days >= gap_days:
        return ContactGap(days[-1], None)
    recent = today - timedelta(weeks=ramp_up_weeks)
    for before, after in zip(reversed(days[:-1]), reversed(days[1:]), strict=True):
        if after < recent:
            return None
        if (after - before).days >= gap_days:
            return ContactGap(before, after)
    return None


def four_weeks(
    contacts: Sequence[CitizenContact], today: date, periods: int
) -> tuple[FourWeeks, ...]:
    """Count the held contacts of the latest periods of four weeks, the oldest first (P17).

    Periods before the first contact are left out.
    """
    found: list[FourWeeks] = []
    for back in range(periods - 1, -1, -1):
        last = today - back * PERIOD
        first = last - PERIOD + timedelta(days=1)
        within = [
            one for one in contacts if one.status is ContactStatus.HELD and first <= one.day <= last
        ]
        workers = sorted({initials for one in within for initials in one.initials})
        if within or found:
            forms = Counter(one.form for one in within)
            found.append(FourWeeks(first, last, forms, tuple(workers)))
    return tuple(found)
