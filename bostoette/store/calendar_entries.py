"""A CalendarEntry is one event of somebody else's calendar file, its times understood."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bostoette.models.calendar_event import UID_DOMAIN
from bostoette.store.calendar_scanner import Entry, Property
from bostoette.store.calendar_zones import Zones

FIRST_YEAR = 1990
LAST_YEAR = 2100
LONGEST_TITLE = 120
LONGEST_UID = 250

CANCELLED = "aflyst"
FREE = "sat til ledig tid"
OUTSIDE = "uden for perioden"
OLDER = "ældre udgave af en anden"
OWN = "lagt ud herfra"
NO_TIME = "uden et tidspunkt, der kan læses"
NO_LENGTH = "uden længde"
UNKNOWN_ZONE = "i en ukendt tidszone"
FAR_YEARS = f"med et årstal uden for {FIRST_YEAR}–{LAST_YEAR}"
UNSAFE_RULE = "med en gentagelse, der ikke kan læses"
OTHER_KIND = "opgaver og andet end aftaler"

Moment = date | datetime
"""A whole day, or a moment with its zone."""

_MOMENT = re.compile(r"([0-9]{8})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z?))?", re.IGNORECASE)
_LENGTH = re.compile(
    r"\+?P(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?"
    r"(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,7})S)?)?",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_NOT_BUSY = frozenset({"FREE", "WORKINGELSEWHERE"})
_NEVER = timedelta(0)
_LONGEST_NUMBER = 9
_OWN_IN_OUTLOOK = f"@{UID_DOMAIN}".encode().hex().upper()
"""Outlook wraps the UID of an event it was given in hexadecimal figures of its own."""


class SkippedEntryError(Exception):
    """One entry cannot be read; the others can."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An event, or the exception that stands for one occurrence of it (``original``)."""

    uid: str
    title: str
    start: Moment
    length: timedelta
    """As clocks show it: end minus start in the start's own zone."""
    sequence: int
    busy: bool
    cancelled: bool
    whole_days: bool
    original: Moment | None
    """The start the rule gave, where this is an exception (RECURRENCE-ID)."""
    following: bool
    """The exception also holds for all later ones (RANGE=THISANDFUTURE)."""
    rules: tuple[str, ...]
    added: tuple[Moment, ...]
    excluded: tuple[Moment, ...]

    @property
    def recurs(self) -> bool:
        """Tell whether there may be more than one of it."""
        return bool(self.rules or self.added)


def read_entry(entry: Entry, zones: Zones) -> CalendarEntry:
    """Understand one event; SkippedEntryError with the reason where it cannot be."""
    start = _moment(entry, "DTSTART", zones)
    if start is None:
        raise SkippedEntryError(NO_TIME)
    original = entry.first("RECURRENCE-ID")
    return CalendarEntry(
        uid=_uid(entry),
        title=_title(entry.text("SUMMARY")),
        start=start,
        length=_length(entry, start, zones),
        sequence=_number(entry.text("SEQUENCE")),
        busy=_busy(entry),
        cancelled=entry.text("STATUS").upper() == "CANCELLED",
        whole_days=entry.text("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE",
        original=None if original is None else read_moment(original, zones),
        following=original is not None
        and original.parameters.get("RANGE", "").upper() == "THISANDFUTURE",
        rules=tuple(rule.value.strip() for rule in entry.properties.get("RRULE", ())),
        added=_moments(entry.properties.get("RDATE", ()), start, zones),
        excluded=_moments(entry.properties.get("EXDATE", ()), start, zones),
    )


def _uid(entry: Entry) -> str:
    uid = entry.text("UID")
    if uid.endswith(f"@{UID_DOMAIN}") or _OWN_IN_OUTLOOK in uid.upper():
        raise SkippedEntryError(OWN)
    if uid and len(uid) <= LONGEST_UID:
        return uid
    told = uid or f"{entry.text('DTSTART')}\n{entry.text('SUMMARY')}"
    return f"uden-uid-{hashlib.sha256(told.encode()).hexdigest()}"


def _title(text: str) -> str:
    plain = _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], text)
    kept = "".join(letter if letter.isprintable() else " " for letter in plain)
    return " ".join(kept.split())[:LONGEST_TITLE]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else 0


def _busy(entry: Entry) -> bool:
    """Tell whether time is taken; Outlook's own word counts where it has one."""
    status = entry.text("X-MICROSOFT-CDO-BUSYSTATUS").upper()
    return status not in _NOT_BUSY and entry.text("TRANSP").upper() != "TRANSPARENT"


def _moment(entry: Entry, name: str, zones: Zones) -> Moment | None:
    found = entry.first(name)
    return None if found is None else read_moment(found, zones)


def read_moment(told: Property, zones: Zones) -> Moment:
    """Understand a day or a moment; SkippedEntryError where it is none."""
    return parse_moment(told.value, told.parameters.get("TZID", ""), zones)


def parse_moment(text: str, zone_name: str, zones: Zones) -> Moment:
    """Understand ``20261126``, ``20261126T130000`` or ``20261126T120000Z``."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise SkippedEntryError(NO_TIME)
    digits, hour, minute, second, utc = found.groups()
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        clock = time(int(hour), int(minute), min(int(second or 0), 59)) if hour else None
    except ValueError as error:
        raise SkippedEntryError(NO_TIME) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise SkippedEntryError(FAR_YEARS)
    if clock is None:
        return day
    zone = UTC if utc else zones.named(zone_name) if zone_name else zones.floating
    if zone is None:
        raise SkippedEntryError(UNKNOWN_ZONE)
    return datetime.combine(day, clock, zone)


def _length(entry: Entry, start: Moment, zones: Zones) -> timedelta:
    end = _moment(entry, "DTEND", zones)
    if end is not None:
        length = wall(like(end, start)) - wall(start)
    elif entry.text("DURATION"):
        length = _duration(entry.text("DURATION"))
    else:
        length = _NEVER if isinstance(start, datetime) else timedelta(days=1)
    if not isinstance(start, datetime):
        length = max(timedelta(days=length.days), timedelta(days=1))
    if length <= _NEVER:
        raise SkippedEntryError(NO_LENGTH)
    return length


def _duration(text: str) -> timedelta:
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise SkippedEntryError(NO_LENGTH)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _moments(lines: Iterable[Property], start: Moment, zones: Zones) -> tuple[Moment, ...]:
    """Read lists of dates, each as the same kind and in the same zone as the start.

    Of a period only the start counts.
    """
    return tuple(
        like(parse_moment(text.split("/")[0], line.parameters.get("TZID", ""), zones), start)
        for line in lines
        for text in line.value.split(",")
        if text.strip()
    )


def like(moment: Moment, start: Moment) -> Moment:
    """Return a moment as the start is: a day, or a time in the start's zone.

    Calendars name whole days where they mean that day's occurrence.
    """
    if not isinstance(start, datetime):
        return moment.date() if isinstance(moment, datetime) else moment
    if not isinstance(moment, datetime):
        return datetime.combine(moment, start.timetz())
    return moment.astimezone(start.tzinfo)


def wall(moment: Moment) -> datetime:
    """Return what a clock beside the event shows, without zone."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime.combine(moment, time())


def named(moment: Moment) -> str:
    """Return an occurrence's name, the same in whatever zone the file tells it."""
    if isinstance(moment, datetime):
        return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f"{moment:%Y%m%d}"
