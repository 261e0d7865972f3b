"""Bars beside each other for stretches of time, their parts told apart by patterns."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bostoette.ui.theme import Theme

_HIGH = 130
_EDGE = 6
_WIDEST = 44


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of a bar: how much, its ink's token, and its pattern (told apart without colour)."""

    count: int
    ink: str
    pattern: Qt.BrushStyle


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time."""

    word: str
    parts: tuple[BarPart, ...]
    label: str = ""
    """Said above it instead of how much it is."""

    @property
    def count(self) -> int:
        """How much it all is."""
        return sum(part.count for part in self.parts)

    @property
    def said(self) -> str:
        """What stands above it."""
        return self.label or str(self.count)


class BarChart(QWidget):
    """Draws the bars with their counts above, and a dashed line where something is too much."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self._limit = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_bars(self, bars: Sequence[Bar], said: str, limit: int = 0) -> None:
        """Show other bars; ``said`` tells them in words, ``limit`` 0 draws no line."""
        self._bars, self._limit = tuple(bars), limit
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as is calm to look at."""
        return QSize(self._theme.pixels(280), self._theme.pixels(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Keep the height; the width may shrink."""
        return QSize(self._theme.pixels(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, their counts and words."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height() + self._theme.pixels(4)
        plot = QRectF(self.rect()).adjusted(0, line, 0, -line)
        most = max(self._limit, *(bar.count for bar in self._bars), 1)
        share = plot.width() / len(self._bars)
        words = self._every(share, [bar.word for bar in self._bars])
        labels = self._every(share, [bar.said for bar in self._bars])
        for place, bar in enumerate(self._bars):
            column = QRectF(plot.left() + place * share, plot.top(), share, plot.height())
            at = self._draw_bar(painter, bar, column, most)
            if not place % labels:
                room = _wider(column, labels, at - self.fontMetrics().height() - 2)
                self._write(painter, room, bar.said, "ink")
            if not place % words:
                self._write(painter, _wider(column, words, column.bottom() + 2), bar.word, "muted")
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.drawLine(QLineF(plot.bottomLeft(), plot.bottomRight()))
        self._draw_limit(painter, plot, most)
        painter.end()

    def _draw_bar(self, painter: QPainter, bar: Bar, column: QRectF, most: int) -> float:
        """Draw a bar's parts upon each other; return where its top is."""
        widest = float(self._theme.pixels(_WIDEST))
        wide = min(widest, max(column.width() - self._theme.pixels(_EDGE), column.width() / 2))
        left, at = column.center().x() - wide / 2, column.bottom()
        for part in (one for one in bar.parts if one.count):
            high = part.count / most * column.height()
            box = QRectF(left, at - high, wide, high)
            ink = QColor(getattr(self._theme.tokens, part.ink))
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawRect(box)
            painter.setBrush(QBrush(ink, part.pattern))
            painter.drawRect(box)
            at -= high
        return at

    def _every(self, share: float, said: Sequence[str]) -> int:
        """Return that every so manyth bar has room for what is said at it."""
        widest = max((self.fontMetrics().horizontalAdvance(one) for one in said), default=0)
        return max(1, ceil((widest + self._theme.pixels(_EDGE)) / max(share, 1.0)))

    def _write(self, painter: QPainter, room: QRectF, words: str, token: str) -> None:
        line = QRectF(room.left(), room.top(), room.width(), self.fontMetrics().height())
        wide = self.fontMetrics().horizontalAdvance(words)
        half, middle = wide / 2 + 1, line.center().x()
        line.moveCenter(QPointF(min(max(middle, half), self.width() - half), line.center().y()))
        painter.setPen(self._theme.colour(token))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_limit(self, painter: QPainter, plot: QRectF, most: int) -> None:
        if not self._limit:
            return
        at = plot.bottom() - self._limit / most * plot.height()
        painter.setPen(QPen(self._theme.colour("warn"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(plot.left(), at, plot.right(), at))


def _wider(column: QRectF, columns: int, top: float) -> QRectF:
    """Return the room of so many columns around one, from a height on."""
    wide = column.width() * columns
    return QRectF(column.center().x() - wide / 2, top, wide, column.height())
