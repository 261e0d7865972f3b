"""Days and weeks as Danes type them: ``5/3``, ``tors``, ``i morgen``, ``uge 48 tirsdag``.

Everything is read from left to right as people say it, whatever the case, with or without dots.
A weekday alone is the coming one (today counts), "næste tirsdag" lies in next week, and a week's
number without a year is the one nearest to today.
"""

import re
from datetime import date, timedelta

from bostoette.models.folded_text import folded
from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import MONTHS, WEEKDAYS

_NUMBERS = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?(\d{4}|\d{2}))?\.?", re.ASCII)
_RUN_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})", re.ASCII)
_YEAR_APART = re.compile(r"(\d)\.?\s+(20\d\d)$", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_NAMED_MONTH = re.compile(r"(\d{1,2})\.? ([a-z]{3,9})\.?(?: (\d{4}|\d{2}))?", re.ASCII)
_DAY_ONLY = re.compile(r"(?:d\.?|den) ?(\d{1,2})\.?", re.ASCII)
_AHEAD = re.compile(r"om (\d{1,3}|en|et|to|tre|fire) (dage?|uger?)", re.ASCII)
_WEEK = re.compile(
    r"(?:i )?(uge ?)?(\d{1,2})(?:(?: |[ ,]*(?:i )|\s?[/.-]\s?)(\d{4}|\d{2}))?", re.ASCII
)
_SAID_BEFORE = re.compile(r"^(?:d\.?|den) (?=\d)", re.ASCII)

_RELATIVE = {
    "i dag": 0,
    "idag": 0,
    "i morgen": 1,
    "imorgen": 1,
    "i overmorgen": 2,
    "overmorgen": 2,
    "i gaar": -1,
    "i forgaars": -2,
}
_WEEKS = {"denne uge": 0, "naeste uge": 1, "sidste uge": -1, "forrige uge": -1}
_WORDS = {"en": 1, "et": 1, "to": 2, "tre": 3, "fire": 4}
_COMING = frozenset({"", "paa", "kommende", "foerstkommende", "nu paa"})
_CENTURY = 2000
_SHORTEST_NAME = 3
_FAR_YEARS = 20
_SOON_GONE = 180
"""A date without a year that lies further back than so many days is meant for next year."""


def typed_date(text: str, today: date) -> date | None:
    """Read a day, seen from today; None where it is none."""
    words = folded(text).rstrip(",").split()
    for place in (0, -1):
        weekday = weekday_of(words[place]) if words else None
        if weekday is not None:
            rest = " ".join(words[1:] if place == 0 else words[:-1])
            return _with_weekday(weekday, rest.rstrip(","), today)
    return _plain(" ".join(words), today)


def parse_day(text: str, today: date) -> date:
    """Read a day, seen from today. Raises PlanError when it is none, or far from now.

    A year may stand apart ("1/11 2026"); where other things follow a day it could be a time.
    """
    day = typed_date(_YEAR_APART.sub(r"\1-\2", text.strip()), today)
    if day is None:
        raise PlanError("Skriv dagen som 26/11, 261126 eller torsdag. Intet er gemt endnu.")
    refuse_far(day, today)
    return day


def refuse_far(day: date, today: date) -> None:
    """Raise PlanError for a day so many years ahead that its year is surely a slip."""
    if day.year - today.year > _FAR_YEARS:
        raise PlanError(
            f"{day.year} er langt væk. Se efter, om året er rigtigt. Intet er gemt endnu."
        )


def typed_week(text: str, today: date) -> IsoWeek | None:
    """Read a week: its number, a year where it is said, or a day in it.

    None where it is none, or so far from now that its year is surely a slip.
    """
    week = _any_week(" ".join(folded(text).split()), today)
    return week if week is not None and abs(week.year - today.year) <= _FAR_YEARS else None


def _any_week(typed: str, today: date) -> IsoWeek | None:
    if typed.startswith(("uge", "i uge")):
        named = _named_week(typed, today)
        if named is not None:
            return named
    day = typed_date(typed, today)
    if day is not None:
        return IsoWeek.of(day)
    return _named_week(typed, today)


def weekday_of(word: str) -> int | None:
    """Return which weekday a word is (Monday is 0): ``torsdag``, ``tors``, ``tor.``; or None."""
    stem = folded(word).rstrip(".,")
    if len(stem) < _SHORTEST_NAME:
        return None
    return next((n for n, name in enumerate(WEEKDAYS) if folded(name).startswith(stem)), None)


def _with_weekday(weekday: int, rest: str, today: date) -> date | None:
    if rest in _COMING:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    if rest == "naeste":
        return IsoWeek.of(today).plus(1).days[weekday]
    if "uge" in rest:
        week = _named_week(rest, today)
        return None if week is None else week.days[weekday]
    day = _plain(rest, today)
    return day if day is not None and day.weekday() == weekday else None


def _plain(typed: str, today: date) -> date | None:
    """Read a day that no weekday is said of."""
    if typed in _RELATIVE:
        return today + timedelta(days=_RELATIVE[typed])
    ahead = _AHEAD.fullmatch(typed)
    if ahead is not None:
        count = _WORDS.get(ahead[1]) or int(ahead[1])
        return today + timedelta(days=count * (7 if ahead[2].startswith("uge") else 1))
    only = _DAY_ONLY.fullmatch(typed)
    if only is not None:
        return _next_with_number(int(only[1]), today)
    return _dated(_SAID_BEFORE.sub("", typed), today)


def _dated(typed: str, today: date) -> date | None:
    first = _YEAR_FIRST.fullmatch(typed)
    if first is not None:
        return _date(int(first[3]), int(first[2]), first[1], today)
    named = _NAMED_MONTH.fullmatch(typed)
    if named is not None:
        month = _month(named[2])
        return None if month is None else _date(int(named[1]), month, named[3], today)
    found = _NUMBERS.fullmatch(typed) or _RUN_TOGETHER.fullmatch(typed)
    return None if found is None else _date(int(found[1]), int(found[2]), found[3], today)


def _month(word: str) -> int | None:
    return next((n for n, name in enumerate(MONTHS, start=1) if name.startswith(word)), None)


def _date(day: int, month: int, year: str | None, today: date) -> date | None:
    """Return a date; without a year this year's, or next year's where that is long gone."""
    try:
        if year is not None:
            return date(_full_year(year), month, day)
        found = date(today.year, month, day)
        gone = (today - found).days > _SOON_GONE
        return found.replace(year=today.year + 1) if gone else found
    except ValueError:
        return None


def _full_year(typed: str) -> int:
    year = int(typed)
    return year if year >= _CENTURY else year + _CENTURY


def _next_with_number(number: int, today: date) -> date | None:
    """Return the first day from today on that has this number in its month."""
    ahead = (today + timedelta(days=days) for days in range(62))
    return next((day for day in ahead if day.day == number), None)


def _named_week(typed: str, today: date) -> IsoWeek | None:
    """Read a week by its number, or as ``næste uge`` and ``om 2 uger``."""
    typed = typed.rstrip(".,")
    here = IsoWeek.of(today)
    relative = _WEEKS.get(typed.removeprefix("i "))
    if relative is not None:
        return here.plus(relative)
    ahead = _AHEAD.fullmatch(typed)
    if ahead is not None and ahead[2].startswith("uge"):
        return here.plus(_WORDS.get(ahead[1]) or int(ahead[1]))
    found = _WEEK.fullmatch(typed)
    return None if found is None else _numbered_week(int(found[2]), found[3], here)


def _numbered_week(number: int, year: str | None, here: IsoWeek) -> IsoWeek | None:
    years = (here.year + 1, here.year, here.year - 1) if year is None else (_full_year(year),)
    weeks = [IsoWeek(each, number) for each in years if _exists(each, number)]
    return min(weeks, key=lambda week: abs((week.monday - here.monday).days), default=None)


def _exists(year: int, number: int) -> bool:
    try:
        date.fromisocalendar(year, number, 7)  # the last week there is ends after it
    except ValueError:
        return False
    return True
