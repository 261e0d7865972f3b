"""How one thing to look at is drawn: what it is and when, quietly; what it says; what lifts it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bostoette.ui import icons
from bostoette.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
SAID = Qt.ItemDataRole.UserRole + 1
"""Gives the row's `MatterSaid`."""
_ICON, _EDGE, _GAP, _CORNER = 16, 8, 8, 8
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class MatterSaid:
    """The words of one row, each "" where it would only repeat the row above."""

    icon: str
    head: str
    text: str
    lift: str


class MatterRow(QStyledItemDelegate):
    """Gives the reader the sentence first: head and way out are muted beside it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def height_at(self, width: int, said: MatterSaid, metrics: QFontMetrics) -> int:
        """Return how high a row is at a width."""
        parts = list(self._parts(QRect(0, 0, width, 0), said, metrics))
        return parts[-1][0].bottom() + 1 + self._theme.pixels(_EDGE)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Take the height that the words need."""
        said: MatterSaid = index.data(SAID)
        high = self.height_at(option.rect.width(), said, QFontMetrics(option.font))
        return QSize(1, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        said: MatterSaid = index.data(SAID)
        pixels, metrics = self._theme.pixels, QFontMetrics(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option.rect, option.state)
        size, edge = pixels(_ICON), pixels(_EDGE)
        ratio = painter.device().devicePixelRatio()
        drawn = icons.pixmap(said.icon, self._theme.tokens.warn, size, ratio)
        painter.drawPixmap(option.rect.left() + edge, option.rect.top() + edge, drawn)
        painter.setFont(option.font)
        for area, text, ink in self._parts(option.rect, said, metrics):
            painter.setPen(ink)
            painter.drawText(area, _WRAPPED, text)
        painter.restore()

    def _parts(
        self, row: QRect, said: MatterSaid, metrics: QFontMetrics
    ) -> Iterator[tuple[QRect, str, QColor]]:
        """Return where each piece of the row lies, from above, with its words and its ink."""
        pixels = self._theme.pixels
        left = row.left() + pixels(_EDGE) + pixels(_ICON) + pixels(_GAP)
        room = QRect(left, 0, max(1, row.right() - pixels(_EDGE) - left), 1 << 16)
        top = row.top() + pixels(_EDGE)
        for text, token in ((said.head, "muted"), (said.text, "ink"), (said.lift, "muted")):
            if text:
                area = metrics.boundingRect(room, _WRAPPED, text)
                placed = QRect(left, top, room.width(), area.height())
                yield placed, text, self._theme.colour(token)
                top = placed.bottom() + 1

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        corner = self._theme.pixels(_CORNER)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_tint"))
            painter.drawRoundedRect(area, corner, corner)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), corner, corner)
