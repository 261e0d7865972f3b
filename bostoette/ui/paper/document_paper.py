"""Draws a PrintedDocument: the team's head and the foot on each page, the text between them."""

from collections.abc import Generator

from PySide6.QtCore import QByteArray, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from bostoette.models.printed_document import PrintedDocument
from bostoette.ui.form_look import look_of
from bostoette.ui.icon_drawing import drawing
from bostoette.ui.paper.document_layout import MARGIN, FlowPage, PlacedPicture, laid_out
from bostoette.ui.paper.paper_device import LONG_SIDE, SHORT_SIDE, finished
from bostoette.ui.paper.paper_marks import (
    EDGE,
    WITH_NAMES,
    draw_edge,
    draw_example,
    example_width,
)
from bostoette.ui.paper.paper_text import PaperText, paper_font, refuse_without_fonts
from bostoette.ui.theme import LIGHT

DISCREET = "Diskretion: siden viser kun initialer."
_SMALL = 12
_AIR = 16
_CORNER = 8
_ICON_SHARE = 0.6


class DocumentPages:
    """A document that is laid out."""

    def __init__(self, document: PrintedDocument, pages: list[FlowPage]) -> None:
        self._document = document
        self.flow = pages
        self.foot = _foot_words(document)
        self.title = document.title
        self.landscape = document.landscape

    def __len__(self) -> int:
        return len(self.flow)

    def draw(self, painter: QPainter, place: int) -> None:
        """Draw one page."""
        page = self.flow[place]
        _draw_head(painter, self._document)
        for picture in page.pictures:
            _draw_picture(painter, picture)
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        for rule in page.rules:
            painter.drawLine(QLineF(rule.left, rule.top, rule.right, rule.top))
        for line in page.lines:
            colour = LIGHT.muted if line.quiet else LIGHT.ink
            line.text.draw_line(painter, line.number, line.left, line.top, colour)
        _draw_foot(painter, self._document, place + 1, len(self))

    def words_on(self, place: int) -> str:
        """Return what stands on a page, for whoever has it read aloud."""
        texts = dict.fromkeys(line.text for line in self.flow[place].lines)
        return ". ".join(text.words for text in texts)


def document_pages(document: PrintedDocument) -> DocumentPages:
    """Lay a document out; raises PlanError where the machine has no fonts."""
    return finished(pages_in_steps(document))


def pages_in_steps(document: PrintedDocument) -> Generator[int, None, DocumentPages]:
    """Lay a document out block by block, saying after each how many are done."""
    refuse_without_fonts()
    wide, high = _size(document)
    top = MARGIN + _head_text(document).height + _AIR
    bottom = high - MARGIN - _foot_text(document).height - _AIR
    pages = yield from laid_out(document, wide, top, bottom)
    return DocumentPages(document, pages)


def _size(document: PrintedDocument) -> tuple[int, int]:
    return (LONG_SIDE, SHORT_SIDE) if document.landscape else (SHORT_SIDE, LONG_SIDE)


def _day_text(document: PrintedDocument) -> PaperText:
    return PaperText(document.day_said, paper_font(_SMALL), _size(document)[0])


def _head_text(document: PrintedDocument) -> PaperText:
    room = _size(document)[0] - 2 * MARGIN - _day_text(document).width - _AIR
    room -= example_width() if document.example else 0
    return PaperText(document.team, paper_font(_SMALL, bold=True), room)


def _draw_head(painter: QPainter, document: PrintedDocument) -> None:
    wide = _size(document)[0]
    text, day = _head_text(document), _day_text(document)
    text.draw(painter, MARGIN, MARGIN, LIGHT.muted)
    right = wide - MARGIN
    if document.example:
        draw_example(painter, right, MARGIN - 4)
        right -= round(example_width() - _AIR)
    day.draw(painter, right - day.width, MARGIN, LIGHT.muted)
    below = MARGIN + text.height + _AIR / 3
    painter.setPen(QPen(QColor(LIGHT.line), 1))
    painter.drawLine(QLineF(MARGIN, below, wide - MARGIN, below))


def _foot_words(document: PrintedDocument) -> str:
    """Say what the reader must take care of."""
    if document.discreet:
        return DISCREET
    return document.foot or (WITH_NAMES if document.names else "")


def _foot_text(document: PrintedDocument) -> PaperText:
    """Leave room for the page's number beside the words."""
    room = _size(document)[0] - 2 * MARGIN - 10 * _SMALL
    return PaperText(_foot_words(document), paper_font(_SMALL), room)


def _draw_foot(painter: QPainter, document: PrintedDocument, place: int, of: int) -> None:
    wide, high = _size(document)
    text = _foot_text(document)
    top = high - MARGIN - text.height
    text.draw(painter, MARGIN, top, LIGHT.muted)
    number = PaperText(f"side {place} af {of}", paper_font(_SMALL), wide)
    number.draw(painter, wide - MARGIN - number.width, top, LIGHT.muted)


def _draw_picture(painter: QPainter, picture: PlacedPicture) -> None:
    """Draw a form's icon on its tint, with its edge pattern down the entry's side."""
    look, size = look_of(picture.form), picture.size
    left = picture.left + EDGE
    line = QLineF(left, picture.top, left, picture.bottom)
    draw_edge(painter, picture.form, line)
    area = QRectF(left + 2 * EDGE, picture.top, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.tint_of(LIGHT)))
    painter.drawRoundedRect(area, _CORNER, _CORNER)
    inset = size * (1 - _ICON_SHARE) / 2
    source = drawing(look.icon, look.ink_of(LIGHT)).encode()
    QSvgRenderer(QByteArray(source)).render(painter, area.adjusted(inset, inset, -inset, -inset))
