"""A contact form as a small tile before a line: its icon on its tint, with its edge pattern."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen

from bostoette.models.contact_form import ContactForm
from bostoette.ui import icons
from bostoette.ui.form_look import EdgePattern, look_of
from bostoette.ui.theme import Theme

_DASHES = {EdgePattern.DASHED: [2.0, 1.4], EdgePattern.DOTTED: [0.01, 1.8]}
_EDGE = 3


def draw_form_tile(painter: QPainter, theme: Theme, tile: QRect, form: ContactForm) -> None:
    """Draw a form's tile."""
    look = look_of(form)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(look.tint))
    painter.drawRoundedRect(tile, theme.pixels(6), theme.pixels(6))
    _draw_edge(painter, theme, tile, look.edge, look.ink)
    size = theme.pixels(18)
    ratio = painter.device().devicePixelRatioF()
    drawn = icons.pixmap(look.icon, look.ink_of(theme.tokens), size, ratio)
    inset = (tile.width() - size) // 2
    painter.drawPixmap(tile.left() + inset + 1, tile.top() + inset, drawn)


def form_icon(theme: Theme, form: ContactForm) -> QIcon:
    """Return a form's icon in its colour, for a button with the form's word."""
    look = look_of(form)
    return icons.icon(look.icon, look.ink_of(theme.tokens), theme.pixels(16))


def _draw_edge(painter: QPainter, theme: Theme, tile: QRect, edge: EdgePattern, ink: str) -> None:
    width = theme.pixels(_EDGE)
    pen = QPen(theme.colour(ink), width)
    pen.setCapStyle(
        Qt.PenCapStyle.RoundCap if edge is EdgePattern.DOTTED else Qt.PenCapStyle.FlatCap
    )
    if edge in _DASHES:
        pen.setDashPattern(_DASHES[edge])
    shifts = [width / 2]
    if edge is EdgePattern.DOUBLE:
        pen.setWidthF(width / 2)
        shifts = [width / 4, width * 1.25]
    painter.setPen(pen)
    frame = QRectF(tile)
    for shift in shifts:
        x = frame.left() + shift
        painter.drawLine(QPointF(x, frame.top() + 3), QPointF(x, frame.bottom() - 3))
