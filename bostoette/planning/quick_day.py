"""Which day, or which days over and over, in a typed line: ``tors``, ``hver 2. uge tirsdag``."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from bostoette.models.iso_week import IsoWeek
from bostoette.planning.danish_date import typed_date, typed_week, weekday_of
from bostoette.planning.quick_line import QuickLine
from bostoette.planning.quick_time import may_be_time

_LONGEST_DAY = 6
_WORKDAYS = (0, 1, 2, 3, 4)
_NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "loerdag", "soendag")
_WEEKDAY = (
    r"(?:mandage?|tirsdage?|onsdage?|torsdage?|fredage?|loerdage?|soendage?"
    r"|man\.?|tirs?\.?|ons\.?|tors?\.?|fre\.?|loer\.?|soen\.?)"
)
_WEEKDAYS = rf"{_WEEKDAY}(?:(?: og| \+)? {_WEEKDAY})*"
_NOT_BY_WEEKS = frozenset({"hver", "hvert", "alle", "maanedligt", "aarligt"})
_NTH = {
    "anden": 2,
    "andet": 2,
    "tredje": 3,
    "tredie": 3,
    "fjerde": 4,
    "femte": 5,
    "sjette": 6,
    "ottende": 8,
}
_EVERY = rf"hver (?:(?:(\d{{1,2}})\.?|({'|'.join(_NTH)})) )?"
_REPEATS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_EVERY}uge(?: paa| om)? ({_WEEKDAYS})",
        rf"{_EVERY}uge()",
        rf"{_EVERY}({_WEEKDAYS})",
    )
)
_WORKDAYS_SAID = re.compile(r"(?:hver|alle) (?:hverdage?|dage?|arbejdsdage?)|hverdage|dagligt?")
_WEEKLY = re.compile(r"ugentligt?")
_DAYS = r"(?:man|tirs|ons|tors|fre|loer|soen)dage"
_PLURAL = re.compile(rf"({_DAYS}(?:(?: og)? {_DAYS})*)")
_MORE_DAYS = re.compile(rf"({_WEEKDAYS})")
_COUNT = re.compile(r"(?:i alt )?(\d{1,3}) gange", re.ASCII)
_ONWARD = re.compile(r"indtil videre|fremover")
_UNTIL = ("indtil", "til og med", "t.o.m.", "tom", "frem til", "slut", "til")
_FROM = ("fra og med", "fra", "fom", "begynder", "start")


@dataclass(frozen=True, slots=True)
class Repeats:
    """How often it comes back, as far as it was said."""

    every_weeks: int
    weekdays: tuple[int, ...]
    until: date | None = None
    count: int | None = None
    first: date | None = None


def take_repeats(line: QuickLine, today: date) -> Repeats | None:
    """Take a repetition out of a line; None where nothing is said to come back."""
    count = line.take(_COUNT)
    often = _how_often(line)
    if often is None and count is None:
        return None
    every, weekdays = often or (1, ())
    if not weekdays:
        more = line.take(_MORE_DAYS)
        weekdays = () if more is None else _weekdays(more[1])
    onward = line.take(_ONWARD)
    until = None if onward is not None else _bound(line, _UNTIL, today)
    first = _bound(line, _FROM, today)
    return Repeats(every, weekdays, until, None if count is None else int(count[1]), first)


def take_day(
    line: QuickLine, today: date, names: Collection[str] = (), *, time_is_sure: bool = False
) -> date | None:
    """Take a day out of a line; what may be somebody's name only where nothing else is a day."""
    found = []
    for first, end in line.stretches(_LONGEST_DAY):
        said = line.said(first, end)
        if not time_is_sure and any(may_be_time(word) for word in said.split()):
            continue
        day = typed_date(said, today)
        if day is not None:
            found.append((first, end, day))
    if not found:
        return None
    surest = [one for one in found if one[1] - one[0] > 1 or line.folded_words[one[0]] not in names]
    first, end, day = (surest or found)[0]
    line.take_words(first, end)
    return day


def take_week(line: QuickLine, today: date) -> IsoWeek | None:
    """Take a week that stands without a weekday."""
    for first, end in line.stretches(4):
        if any("uge" in word for word in line.folded_words[first:end]):
            week = typed_week(line.said(first, end), today)
            if week is not None:
                line.take_words(first, end)
                return week
    return None


def one_day_too_many(line: QuickLine) -> str:
    """Return a weekday that is left over, or a repetition that is not by weeks; else nothing."""
    for place in line.left():
        word = line.folded_words[place]
        if word in _NOT_BY_WEEKS or word in _NAMES:
            return line.said(place, place + 1)
    return ""


def first_day(repeats: Repeats, said: date | None, today: date) -> date | None:
    """Return the first day that a repetition falls on; None where no weekday was said."""
    start = repeats.first or said or today
    if not repeats.weekdays:
        return said or repeats.first
    ahead = (start + timedelta(days=days) for days in range(7))
    return next(day for day in ahead if day.weekday() in repeats.weekdays)


def _how_often(line: QuickLine) -> tuple[int, tuple[int, ...]] | None:
    if line.take(_WORKDAYS_SAID) is not None:
        return 1, _WORKDAYS
    for pattern in _REPEATS:
        found = line.take(pattern)
        if found is not None:
            return _every(found), _weekdays(found[3])
    if line.take(_WEEKLY) is not None:
        return 1, ()
    found = line.take(_PLURAL)
    return None if found is None else (1, _weekdays(found[1]))


def _every(found: re.Match[str]) -> int:
    return int(found[1]) if found[1] else _NTH.get(found[2] or "", 1)


def _weekdays(said: str) -> tuple[int, ...]:
    found = (weekday_of(word.removesuffix("e")) for word in said.split())
    return tuple(sorted({weekday for weekday in found if weekday is not None}))


def _bound(line: QuickLine, words: tuple[str, ...], today: date) -> date | None:
    """Take a day or week that a word such as ``indtil`` stands before."""
    for first, end in line.stretches(_LONGEST_DAY):
        said = " ".join(line.folded_words[first:end])
        word = next((word for word in words if said.startswith(f"{word} ")), None)
        if word is None:
            continue
        day = _day_or_monday(said.removeprefix(word).strip(), today)
        if day is not None:
            line.take_words(first, end)
            return day
    return None


def _day_or_monday(said: str, today: date) -> date | None:
    day = typed_date(said, today)
    if day is None and "uge" in said:
        week = typed_week(said, today)
        return None if week is None else week.monday
    return day
