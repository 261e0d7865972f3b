"""Turning a visit into a short call today, and when to come instead (P24)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.free_span import STEP, any_time, first_free_span


def next_free_quarter(now: datetime, busy: Sequence[TimeSpan], minutes: int) -> TimeSpan | None:
    """Return the first time today, on a quarter from now on, that is free for so many minutes.

    ``now`` is local. None where nothing is free before midnight.
    """
    first = -(-(now.hour * 60 + now.minute) // STEP) * STEP
    spans = (
        TimeSpan(now.date(), start, minutes)
        for start in range(first, DAY_MINUTES - minutes + 1, STEP)
    )
    return next((span for span in spans if not any(span.overlaps(one) for one in busy)), None)


def new_visit(
    before: TimeSpan,
    days: Sequence[date],
    hours: WorkingHours,
    busy: Iterable[TimeSpan],
    *,
    air: int,
    fits: Callable[[TimeSpan], bool] = any_time,
) -> TimeSpan | None:
    """Propose on which of the days to come instead of the visit ``before``, and when.

    The usual time of day comes first, on the first day that has it free within the working hours;
    else the first free time that fits the citizen (P84), else any. ``air`` minutes stay free on
    both sides (P80). None where no day has room.
    """
    taken = tuple(busy)
    usual = WorkingHours(((before.start, before.end),) * 7)
    at_usual_time = [day for day in days if _works(hours, day, before)]
    found = first_free_span(at_usual_time, usual, taken, before.minutes, air, fits=fits)
    if found is not None and fits(found):
        return found
    return first_free_span(days, hours, taken, before.minutes, air, fits=fits) or found


def _works(hours: WorkingHours, day: date, span: TimeSpan) -> bool:
    begin, end = hours.on(day) or (0, 0)
    return begin <= span.start and span.end <= end
