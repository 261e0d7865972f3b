"""When, in a typed line: from, to and how long, as Danes write and say it. Minutes throughout."""

import re
from dataclasses import dataclass

from bostoette.models.clock_time import read_clock
from bostoette.models.timespan import DAY_MINUTES
from bostoette.planning.quick_line import QuickLine

_NUMBER_WORDS = {
    "et": 1,
    "en": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
}
_WORD = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_AT = r"kl(?:okken)?\.? ?"
_CLOCK = r"\d{1,2}[.:,]\d{2}|\d{3,4}|\d{1,2}"
_RANGES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"(?:fra )?(?:{_AT})?({_CLOCK}) ?(?:-|til) ?(?:{_AT})?({_CLOCK})",
        rf"mellem (?:{_AT})?({_CLOCK}) og (?:{_AT})?({_CLOCK})",
    )
)
_SURE = re.compile(rf"(?:fra )?{_AT}({_CLOCK}|{_WORD})", re.ASCII)
_SPOKEN = re.compile(
    rf"(?:{_AT})?(halv|kvart over|kvart i|kvarter over|kvarter i) (\d{{1,2}}|{_WORD})", re.ASCII
)
_WEAK = (
    re.compile(r"(?:fra )?(\d{1,2}[.:]\d{2}|\d{4})", re.ASCII),
    re.compile(r"(?:fra )?(\d{3})", re.ASCII),
    re.compile(r"(?:fra )?(\d{1,2})", re.ASCII),
)
_SHIFTS = {"halv": -30, "kvart over": 15, "kvart i": -15, "kvarter over": 15, "kvarter i": -15}

_TIME = r"(?:timer|times|time|t)\.?"
_MINUTES = r"(?:minutter|minutters|minut|min|m)\.?"
_LENGTHS = (
    (re.compile(rf"(?:i |paa )?(\d{{1,2}}) ?{_TIME} (?:og )?(\d{{1,2}}) ?{_MINUTES}", re.ASCII)),
    (re.compile(r"(?:i |paa )?(\d{1,2}) ?t\.? (\d{2})", re.ASCII)),
    (re.compile(rf"(?:i |paa )?(\d{{1,2}})(?:[.,](\d))? ?{_TIME}", re.ASCII)),
)
_JUST_MINUTES = re.compile(rf"(?:i |paa )?(\d{{1,3}}) ?{_MINUTES}", re.ASCII)
_SAID_LENGTHS = (
    (re.compile(r"(?:i |paa )?(?:en |et )?halvanden times?"), 90),
    (re.compile(r"(?:i |paa )?tre kvarters?"), 45),
    (re.compile(r"(?:i |paa )?(?:en )?halv ?times?"), 30),
    (re.compile(r"(?:i |paa )?(?:et )?kvarters?(?! over| i )"), 15),
    (re.compile(r"(?:i |paa )?en times?"), 60),
    (re.compile(r"(?:i |paa )?to timers?"), 120),
    (re.compile(r"(?:i |paa )?tre timers?"), 180),
)


@dataclass(frozen=True, slots=True)
class ClockPart:
    """Start and length, as far as they were said; ``sure`` where the time cannot be a date."""

    start: int | None = None
    minutes: int | None = None
    sure: bool = False


def take_length(line: QuickLine) -> int | None:
    """Take a length out of a line: ``45 min``, ``et kvarter``, ``1½ time``."""
    for pattern, minutes in _SAID_LENGTHS:
        if line.take(pattern) is not None:
            return minutes
    for pattern in _LENGTHS[:2]:
        found = line.take(pattern)
        if found is not None:
            return int(found[1]) * 60 + int(found[2])
    found = line.take(_LENGTHS[2])
    if found is not None:
        return int(found[1]) * 60 + int(found[2] or 0) * 6
    found = line.take(_JUST_MINUTES)
    return None if found is None else int(found[1])


def take_sure_time(line: QuickLine) -> ClockPart:
    """Take a time that can be nothing else: ``14-14.30``, ``kl. 9``, ``halv ti``."""
    for pattern in _RANGES:
        part = _range(line, pattern)
        if part is not None:
            return part
    found = line.take(_SPOKEN)
    if found is not None:
        return ClockPart(_hour(found[2]) + _SHIFTS[found[1]], sure=True)
    found = line.take(_SURE)
    start = None if found is None else _clock(found[1])
    return ClockPart(start, sure=start is not None)


def take_likely_time(line: QuickLine) -> int | None:
    """Take what is a time where no surer one was said: ``14.30``, ``1430``, ``9``."""
    for pattern in _WEAK:
        found = line.take(pattern)
        start = None if found is None else _clock(found[1])
        if start is not None:
            return start
    return None


def may_be_time(word: str) -> bool:
    """Tell whether a word that could be a date reads as a time first: ``9.10``."""
    return re.fullmatch(r"\d{1,2}[.:]\d{2}", word, re.ASCII) is not None and bool(
        _clock(word) is not None
    )


def _range(line: QuickLine, pattern: re.Pattern[str]) -> ClockPart | None:
    text = " ".join(line.folded_words)
    for found in pattern.finditer(text):
        start, end = _clock(found[1]), read_clock(found[2])
        if start is not None and end is not None and start < end:
            exactly = re.compile(re.escape(found[0]))
            if line.take(exactly) is not None:
                return ClockPart(start, end - start, sure=True)
    return None


def _clock(typed: str) -> int | None:
    if typed in _NUMBER_WORDS:
        return _NUMBER_WORDS[typed] * 60
    minutes = read_clock(typed)
    return minutes if minutes is not None and minutes < DAY_MINUTES else None


def _hour(typed: str) -> int:
    hour = _NUMBER_WORDS.get(typed) or int(typed)
    return min(max(hour, 1), 23) * 60
