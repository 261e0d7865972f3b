"""Granted time as municipalities write it: ``2,5``, ``2 t 30``, ``2-3 timer``, ``150 min/uge``."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bostoette.models.citizen_kinds import GrantPeriod
from bostoette.models.folded_text import folded
from bostoette.planning.import_values import UnreadableValueError

_NUMBER = r"\d+(?:[.,]\d+)?"
_HOUR = r"(?:t|time|timer|h)(?![a-z])\.?"
_MINUTE = r"(?:m|min|minut|minutter)(?![a-z])\.?"
_HOURS_MINUTES = re.compile(rf"(\d+) ?{_HOUR} ?(?:og )?(\d{{1,2}})(?: ?{_MINUTE})?")
_CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::00)?")
_WITH_UNIT = re.compile(rf"({_NUMBER}) ?(?:({_HOUR})|({_MINUTE}))")
_BARE = re.compile(_NUMBER)
_ABOUT = re.compile(r"^(?:ca\.?|cirka|op til) ")
_BETWEEN = re.compile(r" ?(?:-|–|\btil\b) ?")
_PER = r" ?(?:/|\bpr\b\.?|\bper\b|\bom\b)? ?"
_PER_WEEK = re.compile(rf"{_PER}\b(?:uge|ugen|ugentlig|ugentligt)$")
_PER_MONTH = re.compile(rf"{_PER}\b(?:md|mdr|maaned|maaneden|maanedlig|maanedligt)\.?$")
_HOUR_MINUTES = 60
_MOST = {GrantPeriod.WEEK: 7 * 24 * 60, GrantPeriod.MONTH: 31 * 24 * 60}
_MOST_TRAVEL = 600


class TimeUnit(StrEnum):
    """What a bare number counts."""

    HOURS = "hours"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class GrantedTime:
    """Granted minutes per week or month; both ends equal unless a range was granted."""

    minutes_from: int
    minutes_to: int
    period: GrantPeriod


def read_granted(text: str, unit: TimeUnit | None, period: GrantPeriod) -> GrantedTime | None:
    """Read granted time; units and periods in the cell win over the column's.

    None where nothing is stated, 0 included. Raises UnreadableValueError, also where it cannot
    be known whether a number counts hours or minutes.
    """
    text, period = _without_period(_ABOUT.sub("", folded(text)), period)
    ends = _BETWEEN.split(text)
    unit = _unit_at_end(ends[-1]) or unit
    minutes = [_minutes(end, unit) for end in ends]
    if len(minutes) > len(("from", "to")) or minutes != sorted(minutes):
        raise _unreadable()
    if minutes[-1] > _MOST[period]:
        raise UnreadableValueError(
            "Så meget tid er der ikke i perioden. Se efter, om kolonnen er minutter, "
            "eller om den er pr. måned."
        )
    return GrantedTime(minutes[0], minutes[-1], period) if minutes[-1] else None


def read_travel_minutes(text: str) -> int:
    """Read travel in minutes one way: ``15``, ``15 min``, ``1 t 10``."""
    minutes = _minutes(folded(text), TimeUnit.MINUTES)
    if minutes > _MOST_TRAVEL:
        raise UnreadableValueError("Rejsetiden kan ikke passe. Skriv minutter den ene vej, fx 15.")
    return minutes


def _without_period(text: str, period: GrantPeriod) -> tuple[str, GrantPeriod]:
    for pattern, said in ((_PER_WEEK, GrantPeriod.WEEK), (_PER_MONTH, GrantPeriod.MONTH)):
        shorter, found = pattern.subn("", text)
        if found:
            return shorter.strip(), said
    return text, period


def _unit_at_end(text: str) -> TimeUnit | None:
    """Return the unit of ``2-3 timer``, which counts for both ends."""
    match = _WITH_UNIT.fullmatch(text)
    if not match:
        return None
    return TimeUnit.HOURS if match[2] else TimeUnit.MINUTES


def _minutes(text: str, unit: TimeUnit | None) -> int:
    if match := _HOURS_MINUTES.fullmatch(text) or _CLOCK.fullmatch(text):
        return _clock_minutes(int(match[1]), int(match[2]))
    if match := _WITH_UNIT.fullmatch(text):
        return _counted(match[1], TimeUnit.HOURS if match[2] else TimeUnit.MINUTES)
    if not _BARE.fullmatch(text):
        raise _unreadable()
    if unit is None:
        raise UnreadableValueError(
            "Det ses ikke, om tallet er timer eller minutter. Vælg det for hele kolonnen, "
            "eller skriv fx 2 t 30."
        )
    return _counted(text, unit)


def _clock_minutes(hours: int, minutes: int) -> int:
    if minutes >= _HOUR_MINUTES:
        raise _unreadable()
    return hours * _HOUR_MINUTES + minutes


def _counted(number: str, unit: TimeUnit) -> int:
    """Count minutes; the comma is decimal, and a dot only where it cannot be anything else."""
    whole, dot, rest = number.partition(".")
    if unit is TimeUnit.MINUTES:
        # 1.200 minutes are twelve hundred, as Danish writes them
        return int(whole + rest) if len(rest) == len("000") else round(_decimal(number))
    if dot and len(rest) > 1 and rest.strip("0"):
        raise UnreadableValueError(
            "Det ses ikke, om punktummet skiller timer og minutter. Skriv fx 2,5 eller 2 t 30."
        )
    return round(_decimal(number) * _HOUR_MINUTES)


def _decimal(number: str) -> float:
    return float(number.replace(",", "."))


def _unreadable() -> UnreadableValueError:
    return UnreadableValueError("Tiden kan ikke læses. Skriv fx 2,5 timer, 2 t 30 eller 150 min.")
