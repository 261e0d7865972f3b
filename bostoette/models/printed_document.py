"""A PrintedDocument is anything the program puts on paper, as values: title, blocks, letterhead.

How to print something of your own:

1. A service (no Qt) gathers the words as blocks and hands them to `printed.on_paper(session, ...)`
   in `services/printed.py`, which adds the team's name and the day and gives a PrintedDocument.
   Under discretion the service writes initials and leaves out typed text that may name people;
   ``names=True`` says that the page names somebody, so that its foot asks for care.
2. The page opens a `PaperDialog` (`ui/exchange/paper_dialog.py`) with a `PaperTask`: a function
   that makes the document, and functions that save and note what was printed; then it calls
   `draw`. The dialog shows every page, saves a PDF and prints. Nothing else has to be drawn.
3. Without a dialog, `ui/paper/document_paper.py` gives `document_pages(document)`, and
   `ui/paper/paper_device.py` makes a PDF (`pdf_of`), a picture (`image_of`) or a print of them.

Text flows over as many pages as it takes; table heads come again on each; nothing is ever cut.
"""

from dataclasses import dataclass
from datetime import datetime

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.wording import MONTHS


@dataclass(frozen=True, slots=True)
class Heading:
    """Words above what follows, which they are never parted from; level 1 or 2."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks in it stay."""

    words: str
    bold: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short lines below each other, each behind a dot."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What things are called at the left, what they are at the right."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells below heads that come again on each page."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...] = ()
    """How wide the columns are against each other; all alike where nothing is said."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact with the picture of its form, when it is, and plain lines about it."""

    form: ContactForm
    when: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Block = Heading | Paragraph | Bullets | Facts | Table | Meeting | NewPage


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """Everything that stands on the pages; ``printed_at`` is local time."""

    title: str
    blocks: tuple[Block, ...]
    printed_at: datetime
    team: str = ""
    lead: str = ""
    """A line below the title."""
    discreet: bool = False
    """Discretion is on: initials only, and the foot says so."""
    names: bool = False
    """Somebody is named on the page, so that its foot asks to take care of it."""
    foot: str = ""
    """What the foot says instead, where the reader is the one it is about."""
    landscape: bool = False
    large: bool = False
    """Large print, for the citizen's own page."""
    small: bool = False
    """Small print, for long lists."""
    example: bool = False
    """The people are invented; the page says so."""

    @property
    def day_said(self) -> str:
        """The day it was printed: ``30. november 2026``."""
        at = self.printed_at
        return f"{at.day}. {MONTHS[at.month - 1]} {at.year}"


def proposed_file_name(kind: str, code: str, week: IsoWeek, ending: str = "pdf") -> str:
    """Propose a file name that names nobody, of code and week alone: ``ugeplan-AM-uge-48.pdf``."""
    plain = "".join(sign for sign in code if sign.isalnum() or sign == "-")
    return "-".join(filter(None, (kind, plain, f"uge-{week.number}"))) + f".{ending}"
