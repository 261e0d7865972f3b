"""The first free time of a worker's days that is long enough, with air around it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.models.working_hours import WorkingHours

STEP = 15
"""Contacts begin on the quarter, in minutes."""


def any_time(_span: TimeSpan) -> bool:
    """Mind no time."""
    return True


def first_free_span(
    days: Iterable[date],
    hours: WorkingHours,
    busy: Sequence[TimeSpan],
    minutes: int,
    air: int,
    *,
    fits: Callable[[TimeSpan], bool] = any_time,
) -> TimeSpan | None:
    """Return the first span of so many minutes within the hours that touches nothing busy.

    ``air`` minutes stay free before and after it, for travel or notes (P80). What ``fits`` the
    citizen comes first (P84), else the first that is free. None where no day has room.
    """
    spans = (span for day in days for span in spans_within(day, hours, minutes))
    free = [span for span in spans if is_free(span, busy, air)]
    return next((span for span in free if fits(span)), next(iter(free), None))


def spans_within(day: date, hours: WorkingHours, minutes: int) -> Iterator[TimeSpan]:
    """Give every span of so many minutes that begins on the quarter within the day's hours."""
    begin, end = hours.on(day) or (0, 0)
    for start in range(begin, end - minutes + 1, STEP):
        yield TimeSpan(day, start, minutes)


def is_free(span: TimeSpan, busy: Sequence[TimeSpan], air: int) -> bool:
    """Tell whether nothing busy lies in the span or within so many minutes of it."""
    start = max(0, span.start - air)
    with_air = TimeSpan(span.day, start, min(DAY_MINUTES, span.end + air) - start)
    return not any(with_air.overlaps(other) for other in busy)
