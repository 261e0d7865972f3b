"""What an import of citizens from a file is made of, from the table read to the drafts shown.

Nothing here is stored. A file is read to a ``ReadTable`` (already without CPR numbers), its
columns are matched, and an ``ImportPreview`` says what would be stored, what is wrong in which
line, and who is known already.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bostoette.models.citizen_kinds import CitizenStatus, GrantPeriod


class ImportField(StrEnum):
    """What a column of the file can be taken as."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    INITIALS = "initials"
    ADDRESS = "address"
    HOUSE_NUMBER = "house_number"
    FLOOR = "floor"
    DOOR = "door"
    POSTAL_CODE = "postal_code"
    TOWN = "town"
    PHONE = "phone"
    LANGUAGE = "language"
    PRIMARY_WORKER = "primary_worker"
    SECONDARY_WORKER = "secondary_worker"
    PARAGRAPH = "paragraph"
    GRANTED_WEEK = "granted_week"
    GRANTED_HOURS_WEEK = "granted_hours_week"
    GRANTED_MINUTES_WEEK = "granted_minutes_week"
    GRANTED_MONTH = "granted_month"
    GRANTED_HOURS_MONTH = "granted_hours_month"
    GRANTED_MINUTES_MONTH = "granted_minutes_month"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    STATUS = "status"
    MEETING_POINT = "meeting_point"
    TRAVEL_MINUTES = "travel_minutes"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return _DANISH[self]


_DANISH = {
    ImportField.NAME: "Navn",
    ImportField.FIRST_NAME: "Fornavn",
    ImportField.LAST_NAME: "Efternavn",
    ImportField.INITIALS: "Initialer",
    ImportField.ADDRESS: "Adresse",
    ImportField.HOUSE_NUMBER: "Husnummer",
    ImportField.FLOOR: "Etage",
    ImportField.DOOR: "Dør",
    ImportField.POSTAL_CODE: "Postnummer",
    ImportField.TOWN: "By",
    ImportField.PHONE: "Telefon",
    ImportField.LANGUAGE: "Sprog",
    ImportField.PRIMARY_WORKER: "Primær medarbejder",
    ImportField.SECONDARY_WORKER: "Sekundær medarbejder",
    ImportField.PARAGRAPH: "Paragraf",
    ImportField.GRANTED_WEEK: "Bevilget tid pr. uge",
    ImportField.GRANTED_HOURS_WEEK: "Bevilgede timer pr. uge",
    ImportField.GRANTED_MINUTES_WEEK: "Bevilgede minutter pr. uge",
    ImportField.GRANTED_MONTH: "Bevilget tid pr. måned",
    ImportField.GRANTED_HOURS_MONTH: "Bevilgede timer pr. måned",
    ImportField.GRANTED_MINUTES_MONTH: "Bevilgede minutter pr. måned",
    ImportField.VALID_FROM: "Bevilget fra",
    ImportField.VALID_TO: "Bevilget til",
    ImportField.STATUS: "Status",
    ImportField.MEETING_POINT: "Mødested",
    ImportField.TRAVEL_MINUTES: "Rejsetid i minutter",
}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One line of the file that holds something; ``line`` as a spreadsheet numbers its rows."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A file as read: text in cells, without CPR numbers and without blank lines."""

    encoding: str
    """``UTF-8``, ``UTF-16`` or ``Windows-1252``."""
    delimiter: str
    headings: tuple[str, ...]
    rows: tuple[ReadRow, ...]
    cpr_columns: tuple[str, ...] = ()
    """Headings of the columns that were left out as a whole."""
    cpr_removed: int = 0
    """How many values that looked like CPR numbers were left out, those columns included."""
    blank_lines: int = 0


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What one column is taken as; ``index`` counts from 0 among the table's headings."""

    index: int
    heading: str
    field: ImportField | None
    certain: bool
    """False where it is a guess that the person should look at."""


@dataclass(frozen=True, slots=True)
class KnownCitizen:
    """What is needed to recognise a citizen who is there already."""

    name: str
    address: str
    phone: str
    code: str


@dataclass(frozen=True, slots=True)
class KnownWorker:
    """What is needed to recognise a worker."""

    initials: str
    name: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the program knows before the import."""

    citizens: tuple[KnownCitizen, ...] = ()
    workers: tuple[KnownWorker, ...] = ()
    paragraphs: tuple[str, ...] = ()
    """The titles of the paragraphs on the team's list, as ``§85``."""


@dataclass(frozen=True, slots=True)
class GrantDraft:
    """A grant as read; minutes are per ``period``, equal unless a range was granted."""

    paragraph: str
    """As ``§85``; empty where the file does not say."""
    minutes_from: int | None
    minutes_to: int | None
    period: GrantPeriod
    valid_from: date
    valid_to: date | None
    start_assumed: bool
    """True where the file gives no start, and today stands instead."""


@dataclass(frozen=True, slots=True)
class CitizenDraft:
    """One line's citizen, ready to be stored."""

    line: int
    name: str
    initials: str
    code: str
    """Unique among known citizens and within the file; empty in a duplicate line's draft."""
    address: str = ""
    postal_code: str = ""
    town: str = ""
    phone: str = ""
    language: str = ""
    """Empty means Danish."""
    meeting_point: str = ""
    primary_worker: str = ""
    """Initials of a known worker, or of one among the preview's unknown workers.

    In a duplicate line's draft only those of known workers stand.
    """
    secondary_worker: str = ""
    status: CitizenStatus = CitizenStatus.ACTIVE
    travel_minutes: int | None = None
    """Minutes one way from the base."""
    grants: tuple[GrantDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class LineProblem:
    """What is wrong in a line, or worth knowing about it, in one Danish sentence."""

    line: int
    column: str
    """The heading; empty where it is about the whole line."""
    sentence: str
    value: str = ""
    """The cell as read; for the screen only, never for a log."""


@dataclass(frozen=True, slots=True)
class DuplicateLine:
    """A line left out because its citizen is known already, or stands further up."""

    line: int
    sentence: str
    draft: CitizenDraft
    of_line: int | None
    """The line further up; None where the citizen is known to the program."""
    grant_added: bool = False
    """True where the line brought the citizen further up one more grant."""


@dataclass(frozen=True, slots=True)
class UnknownWorker:
    """A worker the file names and the program does not know, to be created if confirmed."""

    initials: str
    name: str
    """Empty where the file gives initials only."""
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would store and what it would not; every line is counted exactly once."""

    drafts: tuple[CitizenDraft, ...]
    problems: tuple[LineProblem, ...]
    """Why lines are left out; a line can have several."""
    duplicates: tuple[DuplicateLine, ...]
    notices: tuple[LineProblem, ...]
    """Worth knowing, but in nobody's way."""
    unknown_workers: tuple[UnknownWorker, ...]
    unknown_paragraphs: tuple[str, ...]
    unused_columns: tuple[str, ...]
    """Headings of columns that are not taken in."""
    lines_read: int
    cpr_columns: tuple[str, ...]
    cpr_removed: int

    @property
    def broken_lines(self) -> tuple[int, ...]:
        """The numbers of the lines left out because something is wrong in them."""
        return tuple(sorted({problem.line for problem in self.problems}))
