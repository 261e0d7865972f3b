"""Where everything on a printed week lies: days side by side, entries below each other.

Entries stand in the order of time, each as high as its text, so nothing is cut however many
there are. The text grows or shrinks until the fullest day fits the page; a day that does not fit
at the smallest size goes on on a further page. Lengths are pixels of 1/96 inch.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QFont

from bostoette.models.wording import from_to
from bostoette.services.week_document import DocumentDay, DocumentEntry, WeekDocument
from bostoette.ui.paper.paper_text import PaperText, paper_font

PAGE_WIDTH, PAGE_HEIGHT = 1123, 794
"""A4 on its side."""
MARGIN = 38
COLUMN_GAP = 10
SIZES = (15, 14, 13, 12, 11, 10, 9, 8)
"""Heights of the text, the wished one first."""
EDGE = 4
NOTHING = "Ingen aftaler"


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A paragraph with its place on the page."""

    text: PaperText
    left: float
    top: float
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry with its rectangle on the page, and its texts."""

    entry: DocumentEntry
    left: float
    top: float
    width: float
    height: float
    texts: tuple[PlacedText, ...]


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page: where the days' heads, entries and texts lie."""

    heads: tuple[PlacedText, ...]
    columns: tuple[float, ...]
    column_width: float
    rule: float
    """Height of the line below the heads."""
    entries: tuple[PlacedEntry, ...]


@dataclass(frozen=True, slots=True)
class _Card:
    """An entry before it has a place."""

    entry: DocumentEntry
    paragraphs: tuple[PaperText, ...]
    inset: float
    quiet: int
    """How many of the last paragraphs are quiet."""

    @property
    def height(self) -> float:
        return sum(one.height for one in self.paragraphs) + self.inset

    def at(self, left: float, top: float, width: float) -> PlacedEntry:
        texts, below = [], top + self.inset / 2
        for place, paragraph in enumerate(self.paragraphs):
            quiet = place >= len(self.paragraphs) - self.quiet
            texts.append(PlacedText(paragraph, left + EDGE + self.inset, below, quiet=quiet))
            below += paragraph.height
        return PlacedEntry(self.entry, left, top, width, self.height, tuple(texts))


def laid_out(document: WeekDocument, top: float, bottom: float) -> tuple[PaperPage, ...]:
    """Lay the week out between two heights of the page; one page wherever it can be."""
    for size in SIZES:
        pages = _pages(document, size, top, bottom)
        if len(pages) == 1:
            return pages
    return pages


def _pages(document: WeekDocument, size: float, top: float, bottom: float) -> tuple[PaperPage, ...]:
    number = len(document.days)
    width = (PAGE_WIDTH - 2 * MARGIN - (number - 1) * COLUMN_GAP) / number
    lefts = tuple(MARGIN + place * (width + COLUMN_GAP) for place in range(number))
    heads = [_head(day, size, width) for day in document.days]
    rule = top + max(sum(one.height for one in head) for head in heads) + size / 3
    placed = [
        list(_flowed(day, size, (left, width), (rule + size / 2, bottom)))
        for day, left in zip(document.days, lefts, strict=True)
    ]
    many = max([0, *(page for column in placed for page, _ in column)]) + 1
    drawn_heads = tuple(
        text for head, left in zip(heads, lefts, strict=True) for text in _stacked(head, left, top)
    )
    return tuple(
        PaperPage(
            drawn_heads,
            lefts,
            width,
            rule,
            tuple(entry for column in placed for page, entry in column if page == place),
        )
        for place in range(many)
    )


def _head(day: DocumentDay, size: float, width: float) -> list[PaperText]:
    head = [PaperText(day.title, paper_font(size + 1, bold=True), width)]
    head += [PaperText(mark, paper_font(size - 1), width) for mark in day.marks]
    if not day.entries:
        head.append(PaperText(NOTHING, paper_font(size - 1), width))
    return head


def _stacked(paragraphs: list[PaperText], left: float, top: float) -> Iterator[PlacedText]:
    for place, paragraph in enumerate(paragraphs):
        yield PlacedText(paragraph, left, top, quiet=place > 0)
        top += paragraph.height


def _flowed(
    day: DocumentDay, size: float, across: tuple[float, float], down: tuple[float, float]
) -> Iterator[tuple[int, PlacedEntry]]:
    """Place a day's entries below each other, with the page each one is on."""
    (left, width), (top, bottom) = across, down
    page, here = 0, top
    for entry in day.entries:
        card = _card(entry, size, width)
        if here + card.height > bottom and here > top:
            page, here = page + 1, top
        yield page, card.at(left, here, width)
        here += card.height + size / 3


def _card(entry: DocumentEntry, size: float, width: float) -> _Card:
    inset = size / 2
    room = width - EDGE - 1.5 * inset
    off = entry.status.called_off
    paragraphs = _first_lines(entry, paper_font(size, bold=True, struck=off), room)
    if second := _second_line(entry):
        paragraphs.append(PaperText(second, paper_font(size), room))
    travels = bool(entry.travel) and not off
    if travels:
        paragraphs.append(PaperText(f"transport {entry.travel}", paper_font(size - 1), room))
    return _Card(entry, tuple(paragraphs), inset, int(travels))


def _first_lines(entry: DocumentEntry, font: QFont, room: float) -> list[PaperText]:
    """Say when and who in one line, or where that is too long, each in its own."""
    times = PaperText(from_to(entry.span), font, room)
    together = PaperText(f"{from_to(entry.span)}  {entry.who}".rstrip(), font, room)
    if together.height <= times.height or not entry.who:
        return [together]
    return [times, PaperText(entry.who, font, room)]


def _second_line(entry: DocumentEntry) -> str:
    form = "" if entry.form is None else entry.form.short_name
    others = f"med {entry.others}" if entry.others else ""
    parts = (form, entry.place, others, entry.status_word)
    return " · ".join(part for part in parts if part)
