"""Somebody else's calendar file becomes busy time, in Danish local time, one part a day.

`read_calendar` does it in this process; people's files go through `calendar_reader_process`,
which does the same beside the program, with a limit on time and memory.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from bostoette.models.plan_error import PlanError
from bostoette.models.read_appointment import ReadAppointment, ReadAppointments
from bostoette.models.timespan import DAY_MINUTES
from bostoette.store.calendar_entries import (
    CANCELLED,
    FREE,
    OLDER,
    OTHER_KIND,
    OUTSIDE,
    CalendarEntry,
    SkippedEntryError,
    like,
    named,
    read_entry,
    wall,
)
from bostoette.store.calendar_recurrence import Occurrence, occurrences
from bostoette.store.calendar_scanner import scan
from bostoette.store.calendar_zones import DANISH, Zones

MOST_APPOINTMENTS = 20_000
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


def read_calendar(content: bytes, first: date, last: date) -> ReadAppointments:
    """Read a calendar file's busy time from a first to a last day, both included.

    Raises PlanError with a sentence where the file is no calendar or beyond the limits.
    """
    calendar = scan(content)
    zones = Zones(calendar.zones, calendar.zone_name)
    reading = _Reading((first, last), zones)
    groups: dict[str, list[CalendarEntry]] = {}
    for event in calendar.events:
        try:
            entry = read_entry(event, zones)
        except SkippedEntryError as skipped:
            reading.skip(skipped.reason)
        else:
            groups.setdefault(entry.uid, []).append(entry)
    if calendar.others:
        reading.skip(OTHER_KIND, calendar.others)
    for uid, entries in groups.items():
        reading.take(uid, entries)
    return reading.result()


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    period: tuple[date, date]
    zones: Zones
    appointments: list[ReadAppointment] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    cancelled_occurrences: list[tuple[str, str]] = field(default_factory=list)
    read: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def skip(self, reason: str, number: int = 1) -> None:
        """Count entries left out."""
        self.skipped[reason] += number

    def result(self) -> ReadAppointments:
        """Return everything, in the order of time."""
        return ReadAppointments(
            tuple(sorted(self.appointments, key=lambda item: (item.span, item.uid))),
            tuple(self.cancelled),
            self.read,
            tuple(sorted(self.skipped.items(), key=lambda item: (-item[1], item[0]))),
            seen_uids=tuple(self.seen),
            cancelled_occurrences=tuple(self.cancelled_occurrences),
        )

    def take(self, uid: str, entries: list[CalendarEntry]) -> None:
        """Take all entries with one UID: the event itself and its exceptions."""
        master, exceptions, older = _newest(entries)
        if older:
            self.skip(OLDER, older)
        if master is not None:
            self.seen.append(uid)
            if master.cancelled:
                self.cancelled.append(uid)
                self.skip(CANCELLED, 1 + len(exceptions))
                return
        self._take_living(uid, master, exceptions)

    def _take_living(
        self, uid: str, master: CalendarEntry | None, exceptions: dict[str, CalendarEntry]
    ) -> None:
        kept = [entry for entry in (master, *exceptions.values()) if entry is not None]
        for entry in kept:
            if entry.original is not None and entry.cancelled:
                self.cancelled_occurrences.append((uid, named(entry.original)))
        try:
            found = self._found(master, exceptions)
        except SkippedEntryError as skipped:
            self.skip(skipped.reason, len(kept))
            return
        parts = [part for item in found for part in _parts(item, self.period)]
        self._keep(parts)
        for entry in kept:
            self._count(entry, in_period=bool(parts))

    def _found(
        self, master: CalendarEntry | None, exceptions: dict[str, CalendarEntry]
    ) -> list[Occurrence]:
        """Return the occurrences that take time."""
        if master is None or not (master.recurs or exceptions):
            alone = [master] if master is not None else list(exceptions.values())
            every: Iterable[Occurrence] = (
                Occurrence(entry.original or entry.start, entry.start, entry) for entry in alone
            )
        else:
            every = occurrences(master, exceptions, self.period, self.zones)
        return [item for item in every if item.entry.busy and not item.entry.cancelled]

    def _keep(self, parts: list[ReadAppointment]) -> None:
        self.appointments += parts
        if len(self.appointments) > MOST_APPOINTMENTS:
            raise PlanError(
                f"Kalenderfilen har over {MOST_APPOINTMENTS} aftaler i perioden og blev ikke læst. "
                "Intet er ændret. Vælg en kortere periode."
            )

    def _count(self, entry: CalendarEntry, *, in_period: bool) -> None:
        if entry.cancelled:
            self.skip(CANCELLED)
        elif not entry.busy:
            self.skip(FREE)
        elif not in_period:
            self.skip(OUTSIDE)
        else:
            self.read += 1


def _newest(
    entries: list[CalendarEntry],
) -> tuple[CalendarEntry | None, dict[str, CalendarEntry], int]:
    """Return the event, its exceptions by original start, and how many older versions there are.

    Of several versions the one with the highest sequence counts, else the last.
    """
    newest: dict[str, CalendarEntry] = {}
    for entry in _told_alike(entries):
        name = "" if entry.original is None else named(entry.original)
        if name not in newest or entry.sequence >= newest[name].sequence:
            newest[name] = entry
    older = len(entries) - len(newest)
    return newest.pop("", None), newest, older


def _told_alike(entries: list[CalendarEntry]) -> list[CalendarEntry]:
    """Tell every exception's original start the way the event's own start is told."""
    master = next((entry for entry in entries if entry.original is None), None)
    return [
        entry
        if entry.original is None
        else replace(entry, original=like(entry.original, (master or entry).start))
        for entry in entries
    ]


def _parts(occurrence: Occurrence, period: tuple[date, date]) -> Iterator[ReadAppointment]:
    """Cut an occurrence into its days and keep those in the period."""
    entry = occurrence.entry
    start, end = _danish_times(occurrence.start, entry.length)
    whole_days = not isinstance(occurrence.start, datetime) or (
        entry.whole_days and start.time() == end.time() == time()
    )
    name = named(occurrence.original) if _one_of_many(occurrence) else ""
    day = max(start.date(), period[0])
    while day <= period[1] and datetime.combine(day, time()) < end:
        from_midnight = datetime.combine(day, time())
        begins = max(start, from_midnight)
        minutes = (min(end, from_midnight + _DAY) - begins) // _MINUTE
        number = (day - start.date()).days
        yield ReadAppointment(
            uid=entry.uid,
            occurrence=f"{name}#{number}" if number else name,
            title=entry.title,
            day=day,
            start=0 if whole_days else (begins - from_midnight) // _MINUTE,
            minutes=DAY_MINUTES if whole_days else minutes,
            all_day=whole_days,
        )
        day += _DAY


def _one_of_many(occurrence: Occurrence) -> bool:
    entry = occurrence.entry
    return entry.recurs or entry.original is not None


def _danish_times(start: date | datetime, length: timedelta) -> tuple[datetime, datetime]:
    """Return start and end as Danish clocks show them, in whole minutes, at least one long."""
    if not isinstance(start, datetime):
        return wall(start), wall(start) + length
    begins, ends = _danish(start), _danish(start + length)
    if ends <= begins:
        # The clock was changed in between: the length it really had counts, if it had any.
        real = (start + length).astimezone(UTC) - start.astimezone(UTC)
        ends = begins + (real if real > timedelta(0) else length)
    begins = begins.replace(second=0)
    if ends.second:
        ends = ends.replace(second=0) + _MINUTE
    return begins, max(ends, begins + _MINUTE)


def _danish(moment: datetime) -> datetime:
    """Return what a Danish clock shows; a time that summer time skips comes out after the gap."""
    return moment.astimezone(UTC).astimezone(DANISH).replace(tzinfo=None)
