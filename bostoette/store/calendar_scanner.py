"""A cheap first look at somebody else's calendar file: is it safe, and what does it hold.

The scanner goes through the lines once and stops with a sentence at anything that no real
calendar holds, before a calendar library sees a byte of it. Only the properties that the program
needs are kept; time zones are kept as their offsets. Everything else is dropped unread, however
long: attachments, formatted texts, lists of hundreds of attendees.
"""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NoReturn

from bostoette.models.plan_error import PlanError

MOST_BYTES = 5_000_000
MOST_LINE = 64_000
MOST_COMPONENTS = 4_000
DEEPEST = 4
MOST_PROPERTIES = 400
MOST_ZONES = 60
LONGEST_ZONE_NAME = 120
MOST_DATES = 1_000

_EVENT_PROPERTIES = frozenset(
    {
        "UID",
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "STATUS",
        "TRANSP",
        "SEQUENCE",
        "X-MICROSOFT-CDO-BUSYSTATUS",
        "X-MICROSOFT-CDO-ALLDAYEVENT",
    }
)
_KEPT = {
    "VCALENDAR": frozenset({"X-WR-TIMEZONE", "METHOD"}),
    "VEVENT": _EVENT_PROPERTIES,
    "VTIMEZONE": frozenset({"TZID", "X-LIC-LOCATION"}),
    "STANDARD": frozenset({"TZOFFSETTO"}),
    "DAYLIGHT": frozenset({"TZOFFSETTO"}),
}
_OTHER_ENTRIES = frozenset({"VTODO", "VJOURNAL", "VFREEBUSY"})
_REMINDER = "VALARM"
"""Google writes two or three of them into every event."""
_DATE_LISTS = frozenset({"RDATE", "EXDATE"})
_NAME = re.compile(r"[A-Za-z0-9-]+")
_VALUE = r"(?:\"[^\"]*+\"|(?i:tzone:)(?=//)|[^\";:])*+"
"""Exchange writes TZID=tzone://Microsoft/Utc without the quotes that a colon needs."""
_LINE = re.compile(rf"([A-Za-z0-9-]++)((?:;[^=;:\"]++={_VALUE})*+):(.*)", re.DOTALL)
_FOLD = re.compile(rb"(?:\r{0,2}\n|\r)[ \t]")
_LINE_END = re.compile(r"\r{0,2}\n|\r")
"""Files that went through a Windows program as text end their lines in two returns."""
_PARAMETER = re.compile(rf";([^=;:\"]++)=({_VALUE})")

_UNTOUCHED = "Intet er ændret."


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a calendar: its value as text, and its parameters by upper-case name."""

    value: str
    parameters: dict[str, str]


@dataclass(slots=True)
class Entry:
    """One component with the properties that count, in the order they came."""

    name: str
    properties: dict[str, list[Property]] = field(default_factory=dict)
    entries: list["Entry"] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """Return the first property of a name."""
        found = self.properties.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """Return a property's value without surrounding space, "" where there is none."""
        found = self.first(name)
        return found.value.strip() if found else ""


@dataclass(slots=True)
class ScannedCalendar:
    """What the file holds: events, time zones, and how many entries of other kinds."""

    events: list[Entry] = field(default_factory=list)
    zones: list[Entry] = field(default_factory=list)
    others: int = 0
    zone_name: str = ""
    """The calendar's own zone (X-WR-TIMEZONE)."""


def refuse_size(size: int) -> None:
    """Refuse a file of so many bytes with a PlanError where it is too big."""
    if size > MOST_BYTES:
        raise PlanError(
            "Kalenderfilen fylder mere end 5 MB og blev ikke læst. "
            f"{_UNTOUCHED} Hent en fil for en kortere periode."
        )


def scan(content: bytes) -> ScannedCalendar:
    """Read a file's entries; PlanError where it is no calendar or beyond the limits."""
    refuse_size(len(content))
    scanner = _Scanner()
    for line in _unfolded(_decoded(content)):
        scanner.take(line)
    return scanner.finished()


def _decoded(content: bytes) -> str:
    """Return the text, from UTF-8, UTF-16 with its mark, or Windows-1252."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    for told in (content, _FOLD.sub(b"", content)):
        # Some programs fold after so many bytes, also in the middle of a letter.
        with suppress(UnicodeDecodeError):
            return told.decode("utf-8-sig")
    return content.removeprefix(codecs.BOM_UTF8).decode("cp1252", errors="replace")


def _unfolded(text: str) -> Iterator[str]:
    """Yield whole lines; folded ones are joined, whatever kind of line end the file has.

    Of a line beyond the limit only so much is given that it is known to be beyond.
    """
    pieces: list[str] = []
    length = 0
    for line in _LINE_END.split(text):
        folded = line[:1] in {" ", "\t"} and pieces
        if not folded:
            yield "".join(pieces)
            pieces, length = [], 0
        if length <= MOST_LINE:
            pieces.append(line[1 if folded else 0 : MOST_LINE + 2])
            length += len(pieces[-1])
    yield "".join(pieces)


def _refuse(what: str) -> NoReturn:
    raise PlanError(
        f"Kalenderfilen har {what}, og blev derfor ikke læst. {_UNTOUCHED} "
        "Hent kalenderen igen fra det program, den kommer fra, eller vælg en kortere periode."
    )


class _Scanner:
    """Builds entries line by line, counting everything."""

    def __init__(self) -> None:
        self._open: list[Entry] = []
        self._sizes: list[int] = []
        self._dates: list[int] = []
        self._components = 0
        self._closed = 0
        self._calendar = ScannedCalendar()
        self._seen_calendar = False

    def take(self, line: str) -> None:
        """Take one whole line."""
        matched = _NAME.match(line)
        if matched is None:
            return
        name = matched.group().upper()
        rest = line[matched.end() :]
        if name == "BEGIN" and rest[:1] == ":":
            self._begin(rest[1:].strip().upper())
        elif name == "END" and rest[:1] == ":":
            self._end(rest[1:].strip().upper())
        elif self._open:
            self._property(name, line)

    def finished(self) -> ScannedCalendar:
        """Return what was found; PlanError if it was no calendar, or only half of one."""
        if not self._seen_calendar:
            raise PlanError(
                f"Filen er ikke en kalenderfil. {_UNTOUCHED} "
                "Vælg en fil, der ender på .ics, fra Outlook, Google eller en anden kalender."
            )
        if self._open:
            _refuse("ingen slutning og er måske kun hentet halvt")
        return self._calendar

    def _begin(self, name: str) -> None:
        self._components += name != _REMINDER
        if self._components > MOST_COMPONENTS:
            _refuse(f"over {MOST_COMPONENTS} aftaler og andre dele")
        if len(self._open) >= DEEPEST:
            _refuse("dele inden i hinanden, som en kalender ikke har")
        self._open.append(Entry(name))
        self._sizes.append(0)
        self._dates.append(0)
        self._seen_calendar = self._seen_calendar or name == "VCALENDAR"

    def _end(self, name: str) -> None:
        if not self._open or self._open[-1].name != name:
            _refuse("dele, der ikke slutter, hvor de skal")
        self._sizes.pop()
        self._dates.pop()
        self._close(self._open.pop())

    def _close(self, entry: Entry) -> None:
        if entry.name == "VEVENT":
            self._calendar.events.append(entry)
        elif entry.name in _OTHER_ENTRIES:
            self._calendar.others += 1
        elif entry.name == "VTIMEZONE":
            self._calendar.zones.append(entry)
            if len(self._calendar.zones) > MOST_ZONES:
                _refuse("alt for mange tidszoner")
        elif entry.name == "VCALENDAR":
            self._calendar.zone_name = entry.text("X-WR-TIMEZONE") or self._calendar.zone_name
            if entry.text("METHOD").upper() == "CANCEL":
                self._take_back()
            self._closed = len(self._calendar.events)
        elif self._open and self._open[-1].name == "VTIMEZONE":
            self._open[-1].entries.append(entry)

    def _take_back(self) -> None:
        """Mark the events of the calendar that ends here; those of others before it stay."""
        for event in self._calendar.events[self._closed :]:
            event.properties["STATUS"] = [Property("CANCELLED", {})]

    def _property(self, name: str, line: str) -> None:
        entry = self._open[-1]
        kept = name in _KEPT.get(entry.name, frozenset())
        if not (kept or name in _DATE_LISTS):
            return
        if len(line) > MOST_LINE:
            _refuse("en linje, der er alt for lang")
        self._sizes[-1] += 1
        if self._sizes[-1] > MOST_PROPERTIES:
            _refuse("en aftale med alt for mange linjer")
        if name in _DATE_LISTS:
            self._dates[-1] += line.count(",") + 1
            if self._dates[-1] > MOST_DATES:
                _refuse("en aftale med alt for mange enkeltdatoer")
        if kept:
            found = _property(line)
            if found is not None:
                entry.properties.setdefault(name, []).append(found)


def _property(line: str) -> Property | None:
    matched = _LINE.fullmatch(line)
    if matched is None:
        return None
    parameters = {
        name.upper(): value.strip().strip('"').strip()
        for name, value in _PARAMETER.findall(matched.group(2))
    }
    if len(parameters.get("TZID", "")) > LONGEST_ZONE_NAME:
        _refuse("en tidszone med et alt for langt navn")
    return Property(matched.group(3), parameters)
