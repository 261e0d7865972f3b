"""The tests' own time: a clock that goes on at every look, and week 48 of 2026."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from bostoette.models.timespan import TimeSpan

MONDAY = date(2026, 11, 23)
EXAMPLE_NOW = datetime(2026, 11, 26, 12, 25)
"""When tests look at the example team: a Thursday of the same week, in the middle of the day."""

At = Callable[[int, str, int], TimeSpan]
"""Says a time in week 48: weekday (0 is Monday), start as "13.15", minutes."""


class Clock:
    """A clock that goes one second forward at every look."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment
