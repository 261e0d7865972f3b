"""How a line of what waits is drawn: the form's tile, who, when, and a word at the edge."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bostoette.models.waiting_note import WaitingNote
from bostoette.ui.form_tile import draw_form_tile
from bostoette.ui.notes.waiting_model import LATE, WaitingRole
from bostoette.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_TILE, _GAP, _PAD = 32, 12, 10


class WaitingRow(QStyledItemDelegate):
    """Paints one line, with its group's heading above the first."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Take the room of the words, broken where they must be."""
        metrics = QFontMetrics(option.font)
        words = metrics.lineSpacing() + self._line_height(metrics, index) + self._px(_PAD * 2)
        height = max(words, self._px(_TILE + _PAD * 2))
        return QSize(self._px(160), height + self._heading_height(metrics, index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the line."""
        note = index.data(WaitingRole.NOTE)
        if not isinstance(note, WaitingNote):
            return
        metrics = QFontMetrics(option.font)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = self._heading_height(metrics, index)
        if heading:
            self._draw_heading(painter, area, option.font, index, heading)
        area = area.adjusted(0, heading, 0, 0)
        self._ground(painter, area, option.state)
        side, pad = self._px(_TILE), self._px(_PAD)
        tile = QRect(area.left() + pad, area.top() + pad, side, side)
        draw_form_tile(painter, self._theme, tile, note.form)
        self._words(painter, area, option.font, index)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, font: QFont, index: AnyIndex) -> None:
        metrics = QFontMetrics(font)
        left = area.left() + self._px(_PAD + _TILE + _GAP)
        first = QRect(left, area.top() + self._px(_PAD), self._width(), metrics.lineSpacing())
        taken = self._draw_mark(painter, first, font, str(index.data(WaitingRole.MARK)))
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self._theme.colour("ink"))
        name = QFontMetrics(bold).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, first.width() - taken
        )
        painter.drawText(first, _LEFT, name)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        second = QRect(left, first.bottom() + 1, first.width(), self._line_height(metrics, index))
        painter.drawText(second, _WRAPPED, str(index.data(WaitingRole.LINE)))

    def _draw_mark(self, painter: QPainter, line: QRect, font: QFont, mark: str) -> int:
        """Draw the word at the right edge; return the room it takes."""
        if not mark:
            return 0
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(mark) + self._px(12)
        place = QRect(line.right() - width, line.top(), width, line.height())
        late = mark.endswith(LATE)
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warn_tint" if late else "accent_tint"))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(self._theme.colour("warn" if late else "accent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark)
        return width + self._px(8)

    def _draw_heading(
        self, painter: QPainter, area: QRect, font: QFont, index: AnyIndex, height: int
    ) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self._theme.colour("muted"))
        place = QRect(area.left() + self._px(_PAD), area.top(), area.width(), height)
        words = str(index.data(WaitingRole.HEADING))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        box, corner = area.adjusted(2, 2, -2, -2), self._px(8)
        if selected or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_tint" if selected else "ground"))
            painter.drawRoundedRect(box, corner, corner)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, corner, corner)

    def _line_height(self, metrics: QFontMetrics, index: AnyIndex) -> int:
        line = str(index.data(WaitingRole.LINE))
        return metrics.boundingRect(QRect(0, 0, self._width(), 10_000), _WRAPPED, line).height()

    def _heading_height(self, metrics: QFontMetrics, index: AnyIndex) -> int:
        if not index.data(WaitingRole.HEADING):
            return 0
        return metrics.lineSpacing() + self._px(12 if index.row() else 4)

    def _width(self) -> int:
        taken = self._px(_TILE + _GAP + _PAD * 2)
        return max(self._px(80), self._view.viewport().width() - taken)

    def _px(self, length: float) -> int:
        return self._theme.pixels(length)
