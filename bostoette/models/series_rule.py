"""A SeriesRule (serieregel) says on which days, and when, a series' contacts fall."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import WEEKDAYS, listed, long_day

MOST_WEEKS_APART = 12
MOST_DATES = 500
MOST_YEARS = 5
_RUN = 3
_LAST_WEEKDAY = 6


@dataclass(frozen=True, slots=True)
class SeriesRule:
    """Every so many weeks, on some weekdays, from a first day on, at one local time.

    ``weekdays`` counts Monday as 0 and is kept sorted; ``start`` is minutes after midnight,
    Danish local time, in summer as in winter. At most one of ``until`` (last possible day) and
    ``count`` (number of dates) is given; with neither the series runs "indtil videre".
    Raises PlanError on a rule that makes no sense.
    """

    every_weeks: int
    weekdays: tuple[int, ...]
    first_day: date
    start: int
    minutes: int
    until: date | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "weekdays", tuple(sorted(set(self.weekdays))))
        TimeSpan(self.first_day, self.start, self.minutes)  # refuses a nonsensical time
        for nonsense, advice in self._objections():
            if nonsense:
                raise PlanError(f"{advice} Intet er ændret.")

    def _objections(self) -> Iterator[tuple[bool, str]]:
        yield (
            not 1 <= self.every_weeks <= MOST_WEEKS_APART,
            f"En serie kan gentages hver 1. til {MOST_WEEKS_APART}. uge; vælg et tal deri.",
        )
        yield (
            not self.weekdays or self.weekdays[0] < 0 or self.weekdays[-1] > _LAST_WEEKDAY,
            "Serien mangler en ugedag; vælg mindst én.",
        )
        yield (
            self.until is not None and self.count is not None,
            "Serien kan slutte på en dato eller efter et antal gange; vælg én af delene.",
        )
        yield (
            self.until is not None and self.until < self.first_day,
            "Seriens slutdato ligger før dens første dag; vælg en senere slutdato.",
        )
        yield (
            self.until is not None and self.until.year - self.first_day.year > MOST_YEARS,
            f"En serie kan højst løbe i {MOST_YEARS} år; vælg en tidligere dato.",
        )
        yield (
            self.count is not None and not 1 <= self.count <= MOST_DATES,
            f"En serie kan have 1 til {MOST_DATES} gange; vælg et tal deri eller »indtil videre«.",
        )

    @property
    def open_ended(self) -> bool:
        """Tell whether the series runs "indtil videre"."""
        return self.until is None and self.count is None

    def on(self, day: date) -> TimeSpan:
        """Return the time of the contact that falls on a day."""
        return TimeSpan(day, self.start, self.minutes)

    def with_end(self, *, until: date | None = None, count: int | None = None) -> "SeriesRule":
        """Return the rule with another end."""
        return replace(self, until=until, count=count)

    def said(self) -> str:
        """Say the rule: ``hver 3. uge tirsdag og torsdag kl. 9.00, 8 gange``."""
        weeks = "hver uge" if self.every_weeks == 1 else f"hver {self.every_weeks}. uge"
        clock = f"{self.start // 60}.{self.start % 60:02d}"
        return f"{weeks} {self._days_said()} kl. {clock}, {self._end_said()}"

    def _days_said(self) -> str:
        first, last = self.weekdays[0], self.weekdays[-1]
        if len(self.weekdays) >= _RUN and last - first == len(self.weekdays) - 1:
            return f"{WEEKDAYS[first]} til {WEEKDAYS[last]}"
        return listed([WEEKDAYS[weekday] for weekday in self.weekdays])

    def _end_said(self) -> str:
        if self.until is not None:
            return f"til og med {long_day(self.until)}"
        if self.count is not None:
            return "1 gang" if self.count == 1 else f"{self.count} gange"
        return "indtil videre"
