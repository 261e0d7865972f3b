"""A curve over time, drawn by ourselves: steps or marks from low to high, each with its own shape.

Nothing is told by colour alone: every level has a word at the left, every mark a shape or icon.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from bostoette.models.wording import MONTHS_SHORT
from bostoette.ui import icons
from bostoette.ui.theme import Theme

_ROW = 26
_EDGE = 10
_MARK = 5
_ICON = 16


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One mark: its day, its level (0 is the lowest), and the icon and ink's token it wears."""

    day: date
    level: int
    icon: str = ""
    ink: str = "accent"


class CurveChart(QWidget):
    """Draws points between two days; its description says the same in words."""

    def __init__(
        self, theme: Theme, name: str, levels: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._levels = tuple(levels)
        self._points: tuple[CurvePoint, ...] = ()
        self._first = self._last = date.min
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_points(self, points: Sequence[CurvePoint], first: date, last: date, said: str) -> None:
        """Show other points; ``said`` tells them in words."""
        self._points = tuple(points)
        self._first, self._last = first, last
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Give every level a row, and the months one."""
        rows = len(self._levels) + 1
        return QSize(self._theme.pixels(280), self._theme.pixels(rows * _ROW + _EDGE))

    def minimumSizeHint(self) -> QSize:
        """Keep the height; the width may shrink."""
        return QSize(self._theme.pixels(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw levels, months, the curve and its marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._draw_levels(painter, plot)
        self._draw_months(painter, plot)
        places = [self._place(one, plot) for one in self._points]
        painter.setPen(QPen(self._theme.colour("muted"), self._theme.pixels(1.5)))
        painter.drawPolyline(QPolygonF(places))
        last: tuple[str, QPointF] | None = None
        for one, place in zip(self._points, places, strict=True):
            if last is not None and self._hidden_by(last, one, place):
                continue
            self._draw_mark(painter, one, place)
            last = one.icon, place
        painter.end()

    def _plot(self) -> QRectF:
        metrics, edge = self.fontMetrics(), self._theme.pixels(_EDGE)
        left = max(metrics.horizontalAdvance(word) for word in self._levels) + edge
        below = self._theme.pixels(_ROW)
        room = QRectF(self.rect()).adjusted(left + edge, edge, -edge, -below)
        return room.adjusted(0, self._theme.pixels(4), 0, -self._theme.pixels(4))

    def _place(self, point: CurvePoint, plot: QRectF) -> QPointF:
        days = max(1, (self._last - self._first).days)
        across = (point.day - self._first).days / days
        return QPointF(plot.left() + across * plot.width(), self._height(point.level, plot))

    def _height(self, level: int, plot: QRectF) -> float:
        steps = max(1, len(self._levels) - 1)
        return plot.bottom() - level / steps * plot.height()

    def _hidden_by(self, last: tuple[str, QPointF], point: CurvePoint, place: QPointF) -> bool:
        """Tell whether an icon would lie on the same icon just drawn: the line says it too."""
        icon, at = last
        near = abs(place.x() - at.x()) < self._theme.pixels(_ICON)
        return bool(icon) and icon == point.icon and near and place.y() == at.y()

    def _draw_levels(self, painter: QPainter, plot: QRectF) -> None:
        high = self.fontMetrics().height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for level, word in enumerate(self._levels):
            at = self._height(level, plot)
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawLine(QLineF(plot.left(), at, plot.right(), at))
            painter.setPen(self._theme.colour("muted"))
            room = QRectF(0, at - high / 2, plot.left() - self._theme.pixels(_EDGE), high)
            painter.drawText(room, right, word)

    def _draw_months(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(self._theme.colour("muted"))
        metrics, end = self.fontMetrics(), -1.0
        month = date(self._first.year, self._first.month, 1)
        while month <= self._last:
            at = self._place(CurvePoint(month, 0), plot).x()
            word = MONTHS_SHORT[month.month - 1]
            wide = metrics.horizontalAdvance(word)
            if at >= plot.left() and at > end and at + wide <= self.width():
                painter.drawText(QPointF(at, self.height() - metrics.descent() - 2), word)
                end = at + wide + self._theme.pixels(8)
            month = date(month.year + month.month // 12, month.month % 12 + 1, 1)

    def _draw_mark(self, painter: QPainter, point: CurvePoint, place: QPointF) -> None:
        ink = getattr(self._theme.tokens, point.ink)
        if point.icon:
            size = self._theme.pixels(_ICON)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("surface"))
            painter.drawEllipse(place, size * 0.6, size * 0.6)
            drawn = icons.pixmap(point.icon, ink, size, self.devicePixelRatioF())
            painter.drawPixmap(place - QPointF(size / 2, size / 2), drawn)
            return
        painter.setPen(QPen(QColor(ink), self._theme.pixels(1.5)))
        filled = point.level == len(self._levels) - 1
        painter.setBrush(QColor(ink) if filled else self._theme.colour("surface"))
        self._draw_shape(painter, point.level, place)

    def _draw_shape(self, painter: QPainter, level: int, place: QPointF) -> None:
        """Draw a square, a triangle or a dot, so that steps differ without colour."""
        half = self._theme.pixels(_MARK)
        if level == 0:
            painter.drawRect(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half))
        elif level == len(self._levels) - 1:
            painter.drawEllipse(place, half + 1, half + 1)
        else:
            corners = [QPointF(0, -half - 1), QPointF(half + 1, half), QPointF(-half - 1, half)]
            painter.drawPolygon(QPolygonF([place + corner for corner in corners]))
