"""Times and days as people type them: ``1430``, ``14.30``, ``915``; ``5/3``, ``tirsdag``."""

import re
from datetime import date, timedelta

from bostoette.models.clock_time import read_clock
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import WEEKDAYS

_DATE = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{2}|\d{4}))?\.?")
_SIX = re.compile(r"(\d{2})(\d{2})(\d{2})")
_RELATIVE = {"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2}
_CENTURY = 2000
_SHORTEST_WEEKDAY = 3
_FAR_YEARS = 20
_SOON_GONE = 180
"""A date without a year that lies further back than so many days is meant for next year."""


def parse_clock(text: str) -> int:
    """Read a time of day; return minutes after midnight. Raises PlanError when it is none."""
    minutes = read_clock(text)
    if minutes is not None:
        return minutes
    raise PlanError("Skriv tiden som 14.30 eller 1430. Intet er gemt endnu.")


def parse_day(text: str, today: date) -> date:
    """Read a day, seen from today. Raises PlanError when it is none."""
    typed = " ".join(text.strip().lower().split())
    if typed in _RELATIVE:
        return today + timedelta(days=_RELATIVE[typed])
    weekday = _weekday(typed)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    found = _DATE.fullmatch(typed) or _SIX.fullmatch(typed)
    day = _date(found, today) if found else None
    if day is None:
        raise PlanError("Skriv dagen som 26/11, 261126 eller torsdag. Intet er gemt endnu.")
    if day.year - today.year > _FAR_YEARS:
        raise PlanError(
            f"{day.year} er langt væk. Se efter, om året er rigtigt. Intet er gemt endnu."
        )
    return day


def _weekday(typed: str) -> int | None:
    stem = typed.rstrip(".")
    if len(stem) < _SHORTEST_WEEKDAY:
        return None
    return next((n for n, name in enumerate(WEEKDAYS) if name.startswith(stem)), None)


def _date(found: re.Match[str], today: date) -> date | None:
    year = int(found[3]) if found[3] else today.year
    if year < _CENTURY:
        year += _CENTURY
    try:
        day = date(year, int(found[2]), int(found[1]))
        gone = not found[3] and (today - day).days > _SOON_GONE
        return day.replace(year=year + 1) if gone else day
    except ValueError:
        return None
