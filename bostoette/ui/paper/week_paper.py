"""Draws a printed week: PDF and PNG by the same drawing, A4 on its side, always in light colours.

A form is told by its word and by the pattern of the entry's left edge; colour only adds to that,
so that a page from a black-and-white printer says the same.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.wording import week_title
from bostoette.services.week_document import WeekDocument
from bostoette.ui.form_look import look_of
from bostoette.ui.paper.paper_device import SCREEN_SCALE, image_of, pdf_of, png_of, print_on
from bostoette.ui.paper.paper_marks import WITH_NAMES, draw_edge, draw_example, example_width
from bostoette.ui.paper.paper_text import PaperText, paper_font, refuse_without_fonts
from bostoette.ui.paper.week_paper_layout import (
    EDGE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PaperPage,
    PlacedEntry,
    laid_out,
)
from bostoette.ui.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

TITLE, TEXT, SMALL = 20, 12, 11
_ALLOWED_CORNER = 6


class _WeekPages:
    """The weeks as pages: one each, more only where a day is overfull."""

    landscape = True

    def __init__(self, documents: Sequence[WeekDocument]) -> None:
        self._pages = _all_pages(documents)
        self.title = _file_title(documents[0].week)

    def __len__(self) -> int:
        return len(self._pages)

    def draw(self, painter: QPainter, place: int) -> None:
        """Draw one of the pages."""
        _draw(painter, *self._pages[place])


def week_pdf(documents: Sequence[WeekDocument]) -> bytes:
    """Return the weeks as a PDF, one A4 page each (more only where a day is overfull).

    Raises PlanError where the machine has no fonts.
    """
    refuse_without_fonts()
    return pdf_of(_WeekPages(documents))


def print_week(printer: "QPrinter", documents: Sequence[WeekDocument]) -> None:
    """Draw the weeks on a printer, A4 on its side, each page as the PDF has it.

    Raises PlanError where the machine has no fonts, or where the printer cannot be reached.
    """
    refuse_without_fonts()
    print_on(printer, _WeekPages(documents))


def week_image(document: WeekDocument, scale: float = SCREEN_SCALE) -> QImage:
    """Return the week's first page as an image, so many pixels to 1/96 inch."""
    refuse_without_fonts()
    return image_of(_WeekPages([document]), 0, scale)


def week_png(document: WeekDocument) -> bytes:
    """Return the week's first page as a PNG file."""
    return png_of(week_image(document))


def page_count(documents: Sequence[WeekDocument]) -> int:
    """Return how many pages the weeks take."""
    return len(_all_pages(documents))


def _file_title(week: IsoWeek) -> str:
    return f"{week_title(week).capitalize()} {week.year}"


def _all_pages(
    documents: Sequence[WeekDocument],
) -> list[tuple[WeekDocument, tuple[PaperPage, int, int]]]:
    found = []
    for document in documents:
        pages = laid_out(document, _body_top(document), PAGE_HEIGHT - MARGIN - 2 * SMALL)
        found += [(document, (page, place, len(pages))) for place, page in enumerate(pages, 1)]
    return found


def _title_text(document: WeekDocument) -> PaperText:
    room = PAGE_WIDTH - 2 * MARGIN
    if document.example:
        room -= round(example_width())
    return PaperText(document.title, paper_font(TITLE, bold=True), room)


def _body_top(document: WeekDocument) -> float:
    legend = _legend(document)
    return max(top + text.height for _, text, _, top in legend) + TEXT


def _draw(painter: QPainter, document: WeekDocument, on: tuple[PaperPage, int, int]) -> None:
    page, place, of = on
    _title_text(document).draw(painter, MARGIN, MARGIN, LIGHT.ink)
    if document.example:
        draw_example(painter, PAGE_WIDTH - MARGIN, MARGIN)
    for form, text, left, top in _legend(document):
        if form is not None:
            draw_edge(painter, form, QLineF(left, top + 1, left, top + text.height - 1))
            left += 2 * EDGE  # noqa: PLW2901 - the word stands beside its pattern
        text.draw(painter, left, top, LIGHT.ink)
    _draw_columns(painter, page)
    for entry in page.entries:
        _draw_entry(painter, entry)
    _draw_foot(painter, document, f"   side {place} af {of}" if of > 1 else "")


def _legend(
    document: WeekDocument,
) -> list[tuple[ContactForm | None, PaperText, float, float]]:
    """Place the sums below the title, each form's beside its pattern, over some lines."""
    words: list[tuple[ContactForm | None, str]] = [(one.form, one.said()) for one in document.sums]
    words += [(None, part) for part in document.together.split("   ")]
    left, top = float(MARGIN), MARGIN + _title_text(document).height + TEXT / 3
    placed = []
    for form, word in words:
        text = PaperText(word, paper_font(TEXT), PAGE_WIDTH - 2 * MARGIN)
        if left + text.width + 2 * EDGE > PAGE_WIDTH - MARGIN and left > MARGIN:
            left, top = float(MARGIN), top + text.height
        placed.append((form, text, left, top))
        left += text.width + (2 * EDGE if form is not None else 0) + 2 * TEXT
    return placed


def _draw_columns(painter: QPainter, page: PaperPage) -> None:
    for head in page.heads:
        head.text.draw(painter, head.left, head.top, LIGHT.muted if head.quiet else LIGHT.ink)
    painter.setPen(QPen(QColor(LIGHT.edge), 1))
    for left in page.columns:
        painter.drawLine(QLineF(left, page.rule, left + page.column_width, page.rule))


def _draw_entry(painter: QPainter, placed: PlacedEntry) -> None:
    form, off = placed.entry.form, placed.entry.status.called_off
    look = look_of(form)
    area = QRectF(placed.left, placed.top, placed.width, placed.height)
    corner = min(_ALLOWED_CORNER, placed.height / 3)
    if off:
        painter.setPen(QPen(QColor(LIGHT.edge), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area.adjust(0.5, 0.5, -0.5, -0.5)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tint_of(LIGHT)))
    painter.drawRoundedRect(area, corner, corner)
    if form is not None:
        left = placed.left + EDGE
        draw_edge(painter, form, QLineF(left, placed.top + 3, left, placed.top + placed.height - 3))
    for text in placed.texts:
        text.text.draw(painter, text.left, text.top, LIGHT.muted if text.quiet else LIGHT.ink)


def _draw_foot(painter: QPainter, document: WeekDocument, page: str) -> None:
    top = PAGE_HEIGHT - MARGIN - SMALL
    width = PAGE_WIDTH - 2 * MARGIN
    if document.name:
        PaperText(WITH_NAMES, paper_font(SMALL), width).draw(painter, MARGIN, top, LIGHT.muted)
    printed = PaperText(document.foot + page, paper_font(SMALL), width)
    printed.draw(painter, PAGE_WIDTH - MARGIN - printed.width, top, LIGHT.muted)
