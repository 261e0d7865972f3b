"""On which moments a recurring event of somebody else's calendar falls, behind limits.

The rule is checked and written anew before the library expands it: daily to yearly, and never
further than the period asked for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bostoette.store.calendar_entries import (
    LAST_YEAR,
    UNSAFE_RULE,
    CalendarEntry,
    Moment,
    SkippedEntryError,
    like,
    named,
    parse_moment,
    wall,
)
from bostoette.store.calendar_zones import Zones

MOST_RULES = 5
MOST_WEEKS_APART = 1_000
MOST_TIMES = 5_000
MOST_OCCURRENCES = 2_000

_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_COPIED = ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST")
_TOO_FINE = ("BYHOUR", "BYMINUTE", "BYSECOND")
_LIST = re.compile(r"[-+0-9A-Z]{1,5}(?:,[-+0-9A-Z]{1,5}){0,99}")
_LONGEST_NUMBER = 4
_STRETCH = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an event takes place: which one it is, and the entry that describes it."""

    original: Moment
    start: Moment
    entry: CalendarEntry


def occurrences(
    master: CalendarEntry,
    exceptions: dict[str, CalendarEntry],
    period: tuple[date, date],
    zones: Zones,
) -> Iterator[Occurrence]:
    """Yield a recurring event's occurrences in and around a period.

    ``exceptions`` are the moved, changed and cancelled ones by the name of their original start,
    which is told as the master's start is; those that hold for all later ones too move these
    along. SkippedEntryError where the rule is beyond the limits.
    """
    shifting = sorted(
        (entry for entry in exceptions.values() if entry.following and entry.original),
        key=lambda entry: wall(entry.original or entry.start),
    )
    reach = max([_reach(master), *(_reach(entry) for entry in shifting)])
    excluded = {named(moment) for moment in master.excluded}
    for start in _starts(master, period, reach, zones):
        if named(start) not in exceptions and named(start) not in excluded:
            yield _occurrence(start, master, shifting)
    for name, entry in exceptions.items():
        if name not in excluded:
            yield Occurrence(entry.original or entry.start, entry.start, entry)


def _reach(entry: CalendarEntry) -> timedelta:
    """Return how far from its original start an occurrence may reach."""
    moved = wall(entry.start) - wall(entry.original or entry.start)
    return entry.length + abs(moved) + _STRETCH


def _occurrence(
    start: Moment, master: CalendarEntry, shifting: Iterable[CalendarEntry]
) -> Occurrence:
    entry, moved = master, timedelta(0)
    for later in shifting:
        if later.original is not None and wall(later.original) <= wall(start):
            entry = later
            moved = wall(like(later.start, master.start)) - wall(later.original)
    return Occurrence(start, start + moved, entry)


def _starts(
    master: CalendarEntry, period: tuple[date, date], reach: timedelta, zones: Zones
) -> list[Moment]:
    """Return the starts that the rule and the added dates give, through the library."""
    first, last = _span(master, period, reach)
    rules = _safe_rules(master, last, zones)
    try:
        starts = _expanded(master, rules, first, last)
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        raise SkippedEntryError(UNSAFE_RULE) from error
    if len(starts) > MOST_OCCURRENCES:
        raise SkippedEntryError(UNSAFE_RULE)
    return _until_its_end(starts, master, zones)


def _until_its_end(starts: list[Moment], master: CalendarEntry, zones: Zones) -> list[Moment]:
    """Leave out what comes after the end of a rule that tells both a number and an end."""
    told = _told(master.rules[0]) if len(master.rules) == 1 else {}
    until = told.get("UNTIL", "").strip()
    if "COUNT" not in told or not until or until[:4] > str(LAST_YEAR):
        return starts
    end = wall(_told_end(until, master.start, zones))
    added = {named(moment) for moment in master.added}
    return [start for start in starts if wall(start) <= end or named(start) in added]


def _told(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)


def _expanded(master: CalendarEntry, rules: list[str], first: Moment, last: Moment) -> list[Moment]:
    import recurring_ical_events
    from icalendar import Calendar, Event, vRecur

    event = Event()
    event.add("uid", "event")
    event.add("dtstart", master.start)
    event.add("dtend", master.start + timedelta(days=1))
    for rule in rules:
        event.add("rrule", vRecur.from_ical(rule))
    if master.added:
        event.add("rdate", list(master.added))
    calendar = Calendar()
    calendar.add_component(event)
    found = recurring_ical_events.of(calendar).between(first, last)
    return list({named(item["DTSTART"].dt): item["DTSTART"].dt for item in found}.values())


def _span(
    master: CalendarEntry, period: tuple[date, date], reach: timedelta
) -> tuple[Moment, Moment]:
    try:
        first, last = period[0] - reach - _STRETCH, period[1] + reach + _STRETCH
    except OverflowError as error:
        raise SkippedEntryError(UNSAFE_RULE) from error
    return like(first, master.start), like(last, master.start)


def _safe_rules(master: CalendarEntry, last: Moment, zones: Zones) -> list[str]:
    if len(master.rules) > MOST_RULES:
        raise SkippedEntryError(UNSAFE_RULE)
    return [_safe_rule(rule, master.start, last, zones) for rule in master.rules]


def _safe_rule(rule: str, start: Moment, last: Moment, zones: Zones) -> str:
    """Return the rule written anew, ending with the period; SkippedEntryError if it is unsafe."""
    told = _told(rule)
    frequency = told.get("FREQ", "").strip()
    if frequency not in _FREQUENCIES or any(name in told for name in _TOO_FINE):
        raise SkippedEntryError(UNSAFE_RULE)
    interval = _within(told.get("INTERVAL", "1"), MOST_WEEKS_APART)
    parts = [f"FREQ={frequency}", f"INTERVAL={interval}", *_copied(told)]
    if "COUNT" in told:
        parts.append(f"COUNT={_within(told['COUNT'], MOST_TIMES)}")
    else:
        parts.append(f"UNTIL={_until(told.get('UNTIL', '').strip(), start, last, zones)}")
    return ";".join(parts)


def _within(text: str, most: int) -> int:
    number = text.strip()
    if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER):
        raise SkippedEntryError(UNSAFE_RULE)
    if not 1 <= int(number) <= most:
        raise SkippedEntryError(UNSAFE_RULE)
    return int(number)


def _copied(told: dict[str, str]) -> Iterator[str]:
    for name in _COPIED:
        if name in told:
            value = told[name].replace(" ", "")
            if not _LIST.fullmatch(value):
                raise SkippedEntryError(UNSAFE_RULE)
            yield f"{name}={value}"


def _told_end(text: str, start: Moment, zones: Zones) -> Moment:
    """Return the last moment a rule allows; without a zone it is told in the start's."""
    told = parse_moment(text, "", zones)
    if not isinstance(start, datetime):
        return like(told, start)
    if not isinstance(told, datetime):
        return datetime.combine(told, time(23, 59, 59), start.tzinfo)
    local = not text.upper().endswith("Z")
    return told.replace(tzinfo=start.tzinfo) if local else like(told, start)


def _until(text: str, start: Moment, last: Moment, zones: Zones) -> str:
    """Return the earlier of the rule's end and the period's, in the kind the start has."""
    end = last
    if text and text[:4] <= str(LAST_YEAR):
        end = min(_told_end(text, start, zones), last, key=wall)
    if isinstance(end, datetime):
        return f"{end.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f"{end:%Y%m%d}"
