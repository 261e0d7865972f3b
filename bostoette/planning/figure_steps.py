"""The stretches of time that figures are shown by: weeks or months within a period.

A week or month that the period cuts is counted as far as it lies within.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, TypeVar

from bostoette.models.figure_scope import Period, Step
from bostoette.models.iso_week import IsoWeek
from bostoette.models.wording import MONTHS_SHORT

_DECEMBER = 12
LONGEST_WEEKS = 27
"""A longer period is shown by months at first."""
_A_DAY = timedelta(days=1)


class Dated(Protocol):
    """Whatever has a day."""

    @property
    def day(self) -> date:
        """When it was."""


D = TypeVar("D", bound=Dated)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One week or month of a period."""

    word: str
    first: date
    last: date


def stretches(period: Period) -> tuple[Stretch, ...]:
    """Return the weeks or months of a period in order."""
    found: list[Stretch] = []
    several_years = period.first.year != period.last.year
    day = period.first
    while day <= period.last:
        last = min(_last_day(day, period.step), period.last)
        found.append(Stretch(_word(day, period.step, year=several_years), day, last))
        day = last + _A_DAY
    return tuple(found)


def by_stretch(rows: Iterable[D], cut: tuple[Stretch, ...]) -> tuple[list[D], ...]:
    """Sort rows into the stretches that they lie in; others are left out."""
    place = {
        one.first + timedelta(days=days): index
        for index, one in enumerate(cut)
        for days in range((one.last - one.first).days + 1)
    }
    found: dict[int, list[D]] = defaultdict(list)
    for row in rows:
        index = place.get(row.day)
        if index is not None:
            found[index].append(row)
    return tuple(found[index] for index in range(len(cut)))


def counted(period: Period, today: date) -> Period:
    """Return a period as far as it has come; what is still to come is not counted."""
    return replace(period, last=min(period.last, max(today, period.first)))


def month_of(day: date) -> Period:
    """Return the month that holds a day, by weeks."""
    return Period(day.replace(day=1), _last_day(day, Step.MONTH))


def month_before(day: date) -> Period:
    """Return the month before the one that holds a day."""
    return month_of(day.replace(day=1) - _A_DAY)


def quarter_of(day: date) -> Period:
    """Return the quarter of the year that holds a day, by weeks."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    last = _last_day(
        _last_day(_last_day(first, Step.MONTH) + _A_DAY, Step.MONTH) + _A_DAY, Step.MONTH
    )
    return Period(first, last)


def year_up_to(day: date) -> Period:
    """Return the twelve months that end with the one that holds a day, by months."""
    last = _last_day(day, Step.MONTH)
    year, month = (last.year - 1, last.month + 1) if last.month < _DECEMBER else (last.year, 1)
    return Period(date(year, month, 1), last, Step.MONTH)


def calendar_year(year: int) -> Period:
    """Return a year from January to December, by months."""
    return Period(date(year, 1, 1), date(year, _DECEMBER, 31), Step.MONTH)


def moved(period: Period, by: int) -> Period:
    """Return the period that lies ``by`` of its own length later, earlier where it is negative.

    Whole months move by as many months, whatever their days; everything else by as many days.
    """
    if period.first.day != 1 or period.last != _last_day(period.last, Step.MONTH):
        days = ((period.last - period.first) + _A_DAY) * by
        return replace(period, first=period.first + days, last=period.last + days)
    months = _month_number(period.last) - _month_number(period.first) + 1
    first = _first_of(_month_number(period.first) + months * by)
    last = _last_day(_first_of(_month_number(period.last) + months * by), Step.MONTH)
    return replace(period, first=first, last=last)


def own_period(first: date, last: date) -> Period:
    """Return a period of one's own, by weeks where it is short enough to be read so."""
    weeks = (last - first).days // 7
    return Period(first, last, Step.WEEK if weeks <= LONGEST_WEEKS else Step.MONTH)


def _month_number(day: date) -> int:
    return day.year * _DECEMBER + day.month - 1


def _first_of(month: int) -> date:
    return date(month // _DECEMBER, month % _DECEMBER + 1, 1)


def _last_day(day: date, step: Step) -> date:
    if step is Step.WEEK:
        return IsoWeek.of(day).sunday
    if day.month == _DECEMBER:
        return date(day.year, _DECEMBER, 31)
    return date(day.year, day.month + 1, 1) - _A_DAY


def _word(day: date, step: Step, *, year: bool) -> str:
    if step is Step.WEEK:
        return f"uge {IsoWeek.of(day).number}"
    word = MONTHS_SHORT[day.month - 1]
    return f"{word} {day.year % 100:02d}" if year else word
