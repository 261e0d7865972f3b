"""What a calendar file may know: a contact before it leaves, and the event that leaves (P94).

A CalendarContact holds everything the export may use about a contact; an OutgoingEvent holds
exactly what stands in the file, nothing else. Between them stands `planning.calendar_privacy`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.key import Key
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import WEEKDAYS, clock, duration, from_to, listed, long_day

UID_DOMAIN = "bostoette.invalid"
"""The right side of every UID: a name that no machine can have (RFC 2606)."""


class ExportLevel(StrEnum):
    """How much a calendar file tells about the citizen; the first is the default (P94)."""

    CODE = "code"
    INITIALS = "initials"
    FIRST_NAME = "first_name"
    FULL = "full"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            ExportLevel.CODE: "Kode",
            ExportLevel.INITIALS: "Initialer",
            ExportLevel.FIRST_NAME: "Fornavn",
            ExportLevel.FULL: "Fulde navn",
        }[self]

    @property
    def names_people(self) -> bool:
        """Tell whether the citizen's name, and with it address, phone and link, may leave."""
        return self in {ExportLevel.FIRST_NAME, ExportLevel.FULL}


class ReaderKind(StrEnum):
    """Whose calendar a file is for."""

    WORKER = "worker"
    CITIZEN = "citizen"
    PARTICIPANT = "participant"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            ReaderKind.WORKER: "Medarbejder",
            ReaderKind.CITIZEN: "Borger",
            ReaderKind.PARTICIPANT: "Deltager",
        }[self]


@dataclass(frozen=True, slots=True)
class CalendarReader:
    """The one whose calendar a file is for: the worker, the citizen, or the participant's row."""

    kind: ReaderKind
    key: Key

    @property
    def stored(self) -> str:
        """The word that receipts remember the reader by."""
        return f"{self.kind}:{self.key.hex()}"

    @classmethod
    def read(cls, stored: str) -> "CalendarReader":
        """Read a stored word back; ValueError if it is none."""
        kind, key = stored.split(":")
        return cls(ReaderKind(kind), bytes.fromhex(key))


@dataclass(frozen=True, slots=True)
class CalendarCitizen:
    """The ways a citizen can be named in a file."""

    code: str
    initials: str
    first_name: str
    full_name: str

    def named(self, level: ExportLevel) -> str:
        """Return the name that a level allows."""
        return {
            ExportLevel.CODE: self.code,
            ExportLevel.INITIALS: self.initials,
            ExportLevel.FIRST_NAME: self.first_name,
            ExportLevel.FULL: self.full_name,
        }[level]


@dataclass(frozen=True, slots=True)
class CalendarParticipant:
    """Somebody's own part of a contact, in minutes after midnight (P31)."""

    key: Key
    from_minute: int
    until_minute: int


@dataclass(frozen=True, slots=True)
class CalendarContact:
    """Everything the export may use about one contact; what leaves is decided elsewhere.

    Purpose, notes, agenda texts and CPR have no field here, so that they cannot leave.
    """

    key: Key
    form: ContactForm
    span: TimeSpan
    status: ContactStatus = ContactStatus.PLANNED
    citizens: tuple[CalendarCitizen, ...] = ()
    worker_first_names: tuple[str, ...] = ()
    """The one who holds the contact first."""
    place: ContactPlace = ContactPlace.HOME
    address: str = ""
    """The citizen's home, in one line."""
    place_text: str = ""
    """Where it is, when it is at the centre or somewhere else."""
    meeting_point: str = ""
    phone: str = ""
    video_link: str = ""
    video_platform: str = ""
    agenda_count: int = 0
    travel_minutes: int | None = None
    """Travel just before the contact; only the worker's own calendar gets it."""
    series_key: Key | None = None
    series_day: date | None = None
    """The day the series gave it, also after it was moved."""
    participants: tuple[CalendarParticipant, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarSeries:
    """A whole series, with all of the reader's contacts in it from the first to the last."""

    key: Key
    rule: SeriesRule
    contacts: tuple[CalendarContact, ...]


@dataclass(frozen=True, slots=True)
class WeeklyRecurrence:
    """How the master event of a series repeats; weeks begin on Monday."""

    every_weeks: int
    weekdays: tuple[int, ...]
    """0 is Monday."""
    last_day: date

    @property
    def danish(self) -> str:
        """Say it: ``hver 3. uge, tirsdag og torsdag, til og med torsdag 1. april 2027``."""
        weeks = "hver uge" if self.every_weeks == 1 else f"hver {self.every_weeks}. uge"
        days = listed([WEEKDAYS[weekday] for weekday in self.weekdays])
        return f"{weeks}, {days}, til og med {long_day(self.last_day)}"


@dataclass(frozen=True, slots=True)
class OutgoingEvent:
    """One event as it leaves; the fields are exactly what the file holds. Local times."""

    uid: str
    sequence: int
    summary: str
    location: str
    description: str
    span: TimeSpan
    cancelled: bool = False
    category: str = ""
    travel_minutes: int | None = None
    alarm_minutes: int | None = None
    """So long before the start the calendar gives a sign."""
    recurrence: WeeklyRecurrence | None = None
    """Only the master of a whole series has one."""
    excluded: tuple[datetime, ...] = ()
    """Starts that the recurrence gives but that do not take place (EXDATE)."""
    occurrence: datetime | None = None
    """Which of the master's starts this event stands for (RECURRENCE-ID)."""

    @property
    def starts(self) -> datetime:
        """The start as a naive local moment."""
        return self.span.starts_at

    @property
    def ends(self) -> datetime:
        """The end as a naive local moment."""
        return self.span.ends_at

    @property
    def leaving(self) -> tuple[tuple[str, str], ...]:
        """Everything a reader of the file can see, as Danish label and text, for the preview."""
        seen = (
            ("Titel", self.summary),
            ("Tid", f"{long_day(self.span.day)} {from_to(self.span)}"),
            ("Sted", self.location),
            ("Tekst", self.description),
            ("Kategori", self.category),
            ("Status", "aflyst" if self.cancelled else "planlagt"),
            ("Transport før", "" if self.travel_minutes is None else duration(self.travel_minutes)),
            ("Påmindelse", "" if self.alarm_minutes is None else f"{self.alarm_minutes} min før"),
            ("Gentages", "" if self.recurrence is None else self.recurrence.danish),
            ("Undtagen", listed([_moment(start) for start in self.excluded])),
            ("I stedet for", "" if self.occurrence is None else _moment(self.occurrence)),
            ("Synlighed", "privat"),
        )
        return tuple((label, text) for label, text in seen if text)


def _moment(start: datetime) -> str:
    return f"{long_day(start.date())} {clock(start.hour * 60 + start.minute)}"


@dataclass(frozen=True, slots=True)
class ExportedState:
    """What a receipt remembers about one event in one reader's calendar.

    A contact's own event has ``contact_key``; the event of a whole series has ``series_key``
    instead. ``shadow`` is when the event stood the last time it left.
    """

    uid: str
    reader: str
    sequence: int
    fingerprint: str
    cancelled: bool
    shadow: TimeSpan
    contact_key: Key | None = None
    series_key: Key | None = None

    @property
    def shadow_text(self) -> str:
        """The shadow as a receipt stores it: ``2026-11-26 780 15``."""
        return f"{self.shadow.day.isoformat()} {self.shadow.start} {self.shadow.minutes}"


def read_shadow(text: str) -> TimeSpan:
    """Read a stored shadow back; ValueError if it is none."""
    day, start, minutes = text.split(" ")
    return TimeSpan(date.fromisoformat(day), int(start), int(minutes))


@dataclass(frozen=True, slots=True)
class Release:
    """What leaves this time, and the receipts to store once the file is written."""

    events: tuple[OutgoingEvent, ...]
    receipts: tuple[ExportedState, ...]
