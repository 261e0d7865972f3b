"""Draws a printed week: PDF and PNG by the same drawing, A4 on its side, always in light colours.

A form is told by its word and by the pattern of the entry's left edge; colour only adds to that,
so that a page from a black-and-white printer says the same.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import week_title
from bostoette.services.file_saving import save_file
from bostoette.services.week_document import WeekDocument
from bostoette.ui.form_look import EdgePattern, look_of
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

DPI = 96
PNG_SCALE = 2.0
TITLE, TEXT, SMALL = 20, 12, 11
_DASHES = {EdgePattern.DASHED: [1.6, 1.0], EdgePattern.DOTTED: [0.01, 1.7]}
_WITH_NAMES = "Siden viser navne: vis den ikke frem, og makulér den efter brug."
EXAMPLE = "Eksempel"
_ALLOWED_CORNER = 6


def week_pdf(documents: Sequence[WeekDocument]) -> bytes:
    """Return the weeks as a PDF, one A4 page each (more only where a day is overfull).

    Raises PlanError where the machine has no fonts.
    """
    refuse_without_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(_file_title(documents[0].week))
    writer.setCreator("Bostøtte")
    painter = QPainter(writer)
    for place, (document, page) in enumerate(_all_pages(documents)):
        if place:
            writer.newPage()
        _draw(painter, document, page)
    painter.end()
    return bytes(buffer.data().data())


def print_week(printer: "QPrinter", documents: Sequence[WeekDocument]) -> None:
    """Draw the weeks on a printer, A4 on its side, each page as the PDF has it.

    Raises PlanError where the machine has no fonts, or where the printer cannot be reached.
    """
    refuse_without_fonts()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PlanError(
            "Printeren svarer ikke, så siden er ikke skrevet ud. Intet er ændret; se efter "
            "printeren, eller gem som PDF og skriv ud derfra."
        )
    scale = printer.resolution() / DPI
    for place, (document, page) in enumerate(_all_pages(documents)):
        if place:
            printer.newPage()
        painter.save()
        painter.scale(scale, scale)
        _draw(painter, document, page)
        painter.restore()
    painter.end()


def week_image(document: WeekDocument, scale: float = PNG_SCALE) -> QImage:
    """Return the week's first page as an image, so many pixels to 1/96 inch."""
    refuse_without_fonts()
    image = QImage(
        round(PAGE_WIDTH * scale), round(PAGE_HEIGHT * scale), QImage.Format.Format_RGB32
    )
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    _draw(painter, document, _all_pages([document])[0][1])
    painter.end()
    return image


def week_png(document: WeekDocument) -> bytes:
    """Return the week's first page as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    week_image(document).save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())


def write_week_pdf(path: Path, documents: Sequence[WeekDocument]) -> None:
    """Write the weeks as a PDF file; raises PlanError where it cannot be written."""
    save_file(path, week_pdf(documents))


def write_week_png(path: Path, document: WeekDocument) -> None:
    """Write the week as a PNG file; raises PlanError where it cannot be written."""
    save_file(path, week_png(document))


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
        room -= round(_example_text().width) + 4 * TEXT
    return PaperText(document.title, paper_font(TITLE, bold=True), room)


def _example_text() -> PaperText:
    return PaperText(EXAMPLE, paper_font(TEXT, bold=True), PAGE_WIDTH)


def _draw_example(painter: QPainter) -> None:
    """Say in the corner that nobody on the page exists."""
    text = _example_text()
    area = QRectF(
        PAGE_WIDTH - MARGIN - text.width - 2 * TEXT,
        MARGIN,
        text.width + 2 * TEXT,
        text.height + TEXT / 2,
    )
    painter.setPen(QPen(QColor(LIGHT.warn), 1))
    painter.setBrush(QColor(LIGHT.warn_tint))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    text.draw(painter, area.left() + TEXT, area.top() + TEXT / 4, LIGHT.warn)


def _body_top(document: WeekDocument) -> float:
    legend = _legend(document)
    return max(top + text.height for _, text, _, top in legend) + TEXT


def _draw(painter: QPainter, document: WeekDocument, on: tuple[PaperPage, int, int]) -> None:
    page, place, of = on
    _title_text(document).draw(painter, MARGIN, MARGIN, LIGHT.ink)
    if document.example:
        _draw_example(painter)
    for form, text, left, top in _legend(document):
        if form is not None:
            _draw_edge(painter, form, QLineF(left, top + 1, left, top + text.height - 1))
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
        _draw_edge(
            painter, form, QLineF(left, placed.top + 3, left, placed.top + placed.height - 3)
        )
    for text in placed.texts:
        text.text.draw(painter, text.left, text.top, LIGHT.muted if text.quiet else LIGHT.ink)


def _draw_edge(painter: QPainter, form: ContactForm, line: QLineF) -> None:
    look = look_of(form)
    ink = QColor(look.ink_of(LIGHT))
    if look.edge is EdgePattern.DOUBLE:
        painter.setPen(QPen(ink, EDGE / 3))
        painter.drawLine(line.translated(-EDGE / 3, 0))
        painter.drawLine(line.translated(EDGE / 2, 0))
        return
    round_ends = look.edge is EdgePattern.DOTTED
    cap = Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap
    pen = QPen(ink, EDGE, Qt.PenStyle.SolidLine, cap)
    if look.edge in _DASHES:
        pen.setDashPattern(_DASHES[look.edge])
    painter.setPen(pen)
    if round_ends:
        line = QLineF(line.x1(), line.y1() + EDGE / 2, line.x2(), line.y2() - EDGE / 2)
    painter.drawLine(line)


def _draw_foot(painter: QPainter, document: WeekDocument, page: str) -> None:
    top = PAGE_HEIGHT - MARGIN - SMALL
    width = PAGE_WIDTH - 2 * MARGIN
    if document.name:
        PaperText(_WITH_NAMES, paper_font(SMALL), width).draw(painter, MARGIN, top, LIGHT.muted)
    printed = PaperText(document.foot + page, paper_font(SMALL), width)
    printed.draw(painter, PAGE_WIDTH - MARGIN - printed.width, top, LIGHT.muted)
