"""The preview of a series: every date it would make, what each one hits, and the way out.

Nothing is stored before a person has seen this list. A date that falls on a holiday or
another day with a name, in an absence or on top of something else can be skipped, moved to the
free working day before or after, or kept as it is.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.planning.recurrence import occurrences

DayWord = Callable[[date], str | None]
"""What a day is called or hit by, or None: ``day_name``, a worker's absences."""

WORKING_WEEKDAYS = frozenset(range(5))
NEAREST_DAYS = 6
"""How far a date may move to a free day: never as far as the same weekday next week."""


@dataclass(frozen=True, slots=True)
class Busy:
    """Something else at that time, and what to call it; cancelled contacts are not busy."""

    span: TimeSpan
    said: str


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """One date of the series and what it hits; ``before`` and ``after`` are free days near it."""

    day: date
    holiday: str | None = None
    absence: str | None = None
    clash: str | None = None
    before: date | None = None
    after: date | None = None

    @property
    def free(self) -> bool:
        """Tell whether the date hits nothing."""
        return self.holiday is None and self.absence is None and self.clash is None


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What days are called and when they are busy."""

    holidays: DayWord
    absences: DayWord
    busy: dict[date, list[Busy]]
    working_weekdays: Container[int]

    def clash(self, span: TimeSpan) -> str | None:
        hits = (busy.said for busy in self.busy.get(span.day, ()) if busy.span.overlaps(span))
        return next(hits, None)

    def free(self, span: TimeSpan) -> bool:
        return (
            span.day.weekday() in self.working_weekdays
            and self.holidays(span.day) is None
            and self.absences(span.day) is None
            and self.clash(span) is None
        )


def plan_dates(
    rule: SeriesRule,
    through: date,
    holidays: DayWord,
    absences: DayWord,
    busy: Iterable[Busy],
    *,
    skipped: Container[date] = (),
    earliest: date = date.min,
    working_weekdays: Container[int] = WORKING_WEEKDAYS,
) -> tuple[SeriesDate, ...]:
    """Return every date up to a day with what it hits and the free days near it.

    ``skipped`` dates are left out. No day before ``earliest`` (today) is offered, no date of the
    series itself, and no day twice.
    """
    by_day: dict[date, list[Busy]] = defaultdict(list)
    for each in busy:
        by_day[each.span.day].append(each)
    calendar = _Calendar(holidays, absences, dict(by_day), working_weekdays)
    days = [day for day in occurrences(rule, through) if day not in skipped]
    taken = set(days)
    return tuple(_looked_at(day, rule, calendar, taken, earliest) for day in days)


def _looked_at(
    day: date, rule: SeriesRule, calendar: _Calendar, taken: set[date], earliest: date
) -> SeriesDate:
    hit = SeriesDate(
        day, calendar.holidays(day), calendar.absences(day), calendar.clash(rule.on(day))
    )
    if hit.free:
        return hit

    def offer(near: Iterator[date]) -> date | None:
        fits = (
            each
            for each in near
            if each >= earliest and each not in taken and calendar.free(rule.on(each))
        )
        found = next(fits, None)
        taken.update(() if found is None else (found,))
        return found

    before, after = offer(_near(day, -1)), offer(_near(day, 1))
    return SeriesDate(day, hit.holiday, hit.absence, hit.clash, before, after)


def _near(day: date, direction: int) -> Iterator[date]:
    return (day + timedelta(days=direction * step) for step in range(1, NEAREST_DAYS + 1))
