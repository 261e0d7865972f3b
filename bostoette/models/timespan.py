"""A TimeSpan is when something happens: a day, a start and a length, in Danish local time."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bostoette.models.plan_error import PlanError

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """A stretch of one day; ``start`` in minutes after midnight, ``minutes`` long.

    A span ends at midnight at the latest; a longer one raises PlanError.
    """

    day: date
    start: int
    minutes: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.minutes <= 0 or self.start + self.minutes > DAY_MINUTES:
            raise PlanError(
                "Tiden skal ligge inden for ét døgn og vare mindst ét minut. "
                "Intet er ændret; vælg en anden tid eller længde."
            )

    @property
    def end(self) -> int:
        """Minutes after midnight at which the span ends."""
        return self.start + self.minutes

    @property
    def starts_at(self) -> datetime:
        """The start as a naive local moment."""
        return datetime.combine(self.day, time(self.start // 60, self.start % 60))

    @property
    def ends_at(self) -> datetime:
        """The end as a naive local moment (midnight is the next day's)."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def begins_later(self, day: date, minute: int) -> bool:
        """Tell whether it begins on that day, and after that minute."""
        return self.day == day and self.start > minute

    def overlaps(self, other: "TimeSpan") -> bool:
        """Tell whether the two share at least a minute."""
        return self.day == other.day and self.start < other.end and other.start < self.end

    def moved(self, *, days: int = 0, minutes: int = 0) -> "TimeSpan":
        """Return the same length at another day and time."""
        return replace(self, day=self.day + timedelta(days=days), start=self.start + minutes)

    def lengthened(self, minutes: int) -> "TimeSpan":
        """Return the same start with a longer or shorter length."""
        return replace(self, minutes=self.minutes + minutes)
