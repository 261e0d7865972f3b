"""A time of day as people type it: ``8``, ``815``, ``8.15``, ``08:15``, ``kl. 8``."""

import re

from bostoette.models.timespan import DAY_MINUTES

_TYPED = re.compile(
    r"\s*(?:kl\.?\s*)?(?:(?P<hour>\d{1,2})\s*[.:,]\s*(?P<minute>\d{2})|(?P<plain>\d{1,4}))\s*",
    re.ASCII | re.IGNORECASE,
)
_LAST_MINUTE = 59


def read_clock(typed: str) -> int | None:
    """Read a time of day in minutes after midnight (24.00 is 1440), or None if it is none."""
    found = _TYPED.fullmatch(typed)
    if found is None:
        return None
    hour, minute = _hour_and_minute(found)
    minutes = hour * 60 + minute
    return minutes if minute <= _LAST_MINUTE and minutes <= DAY_MINUTES else None


def _hour_and_minute(found: re.Match[str]) -> tuple[int, int]:
    plain = found["plain"]
    if plain is None:
        return int(found["hour"]), int(found["minute"])
    if len(plain) <= 2:  # noqa: PLR2004 - one or two digits are an hour
        return int(plain), 0
    return int(plain[:-2]), int(plain[-2:])
