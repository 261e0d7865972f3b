"""What every page may carry: the edge pattern of a form, the mark of the example, the warning."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bostoette.models.contact_form import ContactForm
from bostoette.ui.form_look import EdgePattern, look_of
from bostoette.ui.paper.paper_text import PaperText, paper_font
from bostoette.ui.theme import LIGHT

EXAMPLE = "Eksempel"
WITH_NAMES = "Siden viser navne: vis den ikke frem, og makulér den efter brug."
EDGE = 4
_TEXT = 12
_ANY_WIDTH = 1000
_DASHES = {EdgePattern.DASHED: [1.6, 1.0], EdgePattern.DOTTED: [0.01, 1.7]}


def draw_edge(painter: QPainter, form: ContactForm, line: QLineF) -> None:
    """Draw a form's edge pattern along a line, so that paper without colour tells it too."""
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


def draw_example(painter: QPainter, right: float, top: float) -> None:
    """Say in the corner that nobody on the page exists."""
    text = _example_text()
    wide = text.width + 2 * _TEXT
    area = QRectF(right - wide, top, wide, text.height + _TEXT / 2)
    painter.setPen(QPen(QColor(LIGHT.warn), 1))
    painter.setBrush(QColor(LIGHT.warn_tint))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    text.draw(painter, area.left() + _TEXT, area.top() + _TEXT / 4, LIGHT.warn)


def example_width() -> float:
    """Return how much of the title's line the mark takes, with air around it."""
    return _example_text().width + 4 * _TEXT


def _example_text() -> PaperText:
    return PaperText(EXAMPLE, paper_font(_TEXT, bold=True), _ANY_WIDTH)
