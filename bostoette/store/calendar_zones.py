"""Which time zone a calendar means: IANA and Windows names, or the offsets it tells itself.

A name from a file never reaches the file system: only names on the list of known zones are
looked up. A zone nobody knows is recognised by its winter and summer offsets.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bostoette.store.calendar_scanner import Entry

DANISH = ZoneInfo("Europe/Copenhagen")

_LIKELY = (
    "Europe/Copenhagen",
    "Europe/London",
    "Europe/Helsinki",
    "Atlantic/Reykjavik",
    "America/Nuuk",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "Europe/Istanbul",
    "Asia/Kolkata",
    "Asia/Tokyo",
)
"""Zones to try, in this order, for a zone known only by its offsets."""
_OFFSET_DIGITS = (4, 6)
_DAY = timedelta(days=1)
_UTC_NAMES = frozenset({"UTC", "Z", "GMT", "ETC/UTC", "ETC/GMT", "ZULU", "TZONE://MICROSOFT/UTC"})


class Zones:
    """The zones of one calendar file, by the names it uses."""

    def __init__(self, told: Iterable[Entry], calendar_zone: str) -> None:
        self._told = {_plain(entry.text("TZID")): entry for entry in told}
        self._floating = self.named(calendar_zone) if calendar_zone else None

    @property
    def floating(self) -> tzinfo:
        """The zone of times without one: the calendar's own, else Danish."""
        return self._floating or DANISH

    def named(self, name: str) -> tzinfo | None:
        """Return the zone of a name, or None where nobody can know it."""
        plain = _plain(name)
        known = _known(plain)
        if known is not None:
            return known
        told = self._told.get(plain)
        return None if told is None else _told_zone(told)


def _plain(name: str) -> str:
    return name.strip().strip('"').strip()


@cache
def _names() -> dict[str, str]:
    """Return every name a zone may go by, in lower case, with its IANA name."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    iana = {name.lower(): name for name in available_timezones()}
    windows = {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}
    return windows | iana


def _known(name: str) -> tzinfo | None:
    if name.upper() in _UTC_NAMES:
        return UTC
    names = _names()
    iana = names.get(name.lower())
    if iana is None and "/" in name:
        # "/freeassociation.sourceforge.net/Europe/Copenhagen" and the like end in the name.
        iana = names.get("/".join(name.split("/")[-2:]).lower())
    return None if iana is None else ZoneInfo(iana)


def _told_zone(entry: Entry) -> tzinfo | None:
    """Recognise a zone by the place or the offsets that its VTIMEZONE tells."""
    place = _known(_plain(entry.text("X-LIC-LOCATION")))
    if place is not None:
        return place
    winter = _offset(entry, "STANDARD")
    summer = _offset(entry, "DAYLIGHT")
    if winter is None:
        return None
    for name in _LIKELY:
        zone = ZoneInfo(name)
        if _offsets(zone) == (winter, winter if summer is None else summer):
            return zone
    return timezone(winter) if summer is None and abs(winter) < _DAY else None


def _offset(zone: Entry, name: str) -> timedelta | None:
    """Return the newest offset that a zone tells for winter or summer."""
    told = [part.text("TZOFFSETTO") for part in zone.entries if part.name == name]
    return _read_offset(told[-1]) if told else None


def _read_offset(text: str) -> timedelta | None:
    digits = text.lstrip("+-")
    if not digits.isascii() or not digits.isdigit() or len(digits) not in _OFFSET_DIGITS:
        return None
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
    return -length if text.startswith("-") else length


@cache
def _offsets(zone: tzinfo) -> tuple[timedelta | None, timedelta | None]:
    return (
        datetime(2026, 1, 15, tzinfo=zone).utcoffset(),
        datetime(2026, 7, 15, tzinfo=zone).utcoffset(),
    )
