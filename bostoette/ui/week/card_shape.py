"""The shape of a card: its tint or frame, and the edge pattern over its true length."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from bostoette.models.contact_kinds import ContactStatus
from bostoette.ui.form_look import EdgePattern, FormLook
from bostoette.ui.theme import Theme

RADIUS = 8
DASHES = {
    EdgePattern.SOLID: [],
    EdgePattern.DASHED: [1.3, 0.6],
    EdgePattern.DOTTED: [0.01, 1.7],
}
"""Dash and gap in widths of the edge; a dot is a dash without length and round ends."""


@dataclass(frozen=True, slots=True)
class CardShape:
    """What a shape depends on; cards that agree in it look the same below their words."""

    look: FormLook
    status: ContactStatus
    width: int
    height: int
    true_height: int

    @property
    def dropped(self) -> bool:
        """Tell whether nothing came of the card: it was called off, or nobody was there."""
        return self.status.called_off or self.status is ContactStatus.NO_SHOW


def edge_width(theme: Theme) -> int:
    """Return how wide the edge is; it grows slower than the text."""
    return round(4 * math.sqrt(theme.pixels(100) / 100))


def picture_of(shape: CardShape, theme: Theme, ratio: float) -> QPixmap:
    """Draw a shape on nothing, for a screen's pixel ratio."""
    size = QSize(math.ceil(shape.width * ratio), math.ceil(shape.height * ratio))
    picture = QPixmap(size.expandedTo(QSize(1, 1)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_shape(painter, shape, theme)
    painter.end()
    return picture


def draw_shape(painter: QPainter, shape: CardShape, theme: Theme) -> None:
    """Draw a shape with its corner at 0, 0."""
    tokens = theme.tokens
    ink = QColor(shape.look.ink_of(tokens))
    inset = 0.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shape.look.tint_of(tokens)))
    if shape.dropped:
        called_off = shape.status.called_off
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine if called_off else Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(tokens.surface))
        inset = 0.5
    area = QRectF(0, 0, shape.width, shape.height).adjusted(inset, inset, -inset, -inset)
    radius = min(RADIUS, shape.height / 3)
    painter.drawRoundedRect(area, radius, radius)
    _draw_edge(painter, shape, ink, edge_width(theme))


def _draw_edge(painter: QPainter, shape: CardShape, ink: QColor, width: int) -> None:
    edge = shape.look.edge
    middle = 3 + width / 2
    if edge is EdgePattern.NONE:
        return
    if edge is EdgePattern.DOUBLE:
        thin = width / 2
        painter.setPen(QPen(ink, thin, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines([_line(shape, middle + by) for by in (-thin / 2, thin * 1.5)])
        return
    painter.setPen(_edge_pen(ink, width, edge))
    painter.drawLine(_line(shape, middle, width / 2 if edge is EdgePattern.DOTTED else 0.0))


def _line(shape: CardShape, x: float, short: float = 0.0) -> QLineF:
    """Return the line over the true length, shortened at both ends by what round ends add."""
    top, bottom = 2.0 + short, max(shape.true_height - 2.0, 4.0)
    return QLineF(x, top, x, max(bottom - short, top + 0.1) if short else bottom)


def _edge_pen(ink: QColor, width: int, edge: EdgePattern) -> QPen:
    cap = Qt.PenCapStyle.RoundCap if edge is EdgePattern.DOTTED else Qt.PenCapStyle.FlatCap
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, cap)
    if DASHES[edge]:
        pen.setDashPattern(DASHES[edge])
    return pen
