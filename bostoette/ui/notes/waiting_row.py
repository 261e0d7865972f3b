"""How a line of what waits is drawn: the form's tile, who, when, and a word at the edge."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from bostoette.models.waiting_note import WaitingNote
from bostoette.ui.form_tile import draw_form_tile
from bostoette.ui.notes.tiled_row import TiledRow
from bostoette.ui.notes.waiting_model import LATE, WaitingRole

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class WaitingRow(TiledRow):
    """Paints one line, with its group's heading above the first."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Take the room of the words, broken where they must be."""
        metrics = QFontMetrics(option.font)
        words = metrics.lineSpacing() + self._line_height(metrics, index) + self.both_pads
        height = max(words, self.least_height)
        return QSize(self.px(160), height + self._heading_height(metrics, index))

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
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self.has_focus
        self.draw_ground(painter, area, option.state, chosen=chosen)
        draw_form_tile(painter, self.theme, self.tile_in(area), note.form)
        self._words(painter, area, option.font, index)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, font: QFont, index: AnyIndex) -> None:
        metrics = QFontMetrics(font)
        left = self.words_left(area)
        first = QRect(left, area.top() + self.pad, self.words_width(), metrics.lineSpacing())
        taken = self._draw_mark(painter, first, font, str(index.data(WaitingRole.MARK)))
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self.theme.colour("ink"))
        name = QFontMetrics(bold).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, first.width() - taken
        )
        painter.drawText(first, _LEFT, name)
        painter.setFont(font)
        painter.setPen(self.theme.colour("muted"))
        second = QRect(left, first.bottom() + 1, first.width(), self._line_height(metrics, index))
        painter.drawText(second, _WRAPPED, str(index.data(WaitingRole.LINE)))

    def _draw_mark(self, painter: QPainter, line: QRect, font: QFont, mark: str) -> int:
        """Draw the word at the right edge; return the room it takes."""
        if not mark:
            return 0
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(mark) + self.px(12)
        place = QRect(line.right() - width, line.top(), width, line.height())
        late = mark.endswith(LATE)
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("warn_tint" if late else "accent_tint"))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(self.theme.colour("warn" if late else "accent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark)
        return width + self.px(8)

    def _draw_heading(
        self, painter: QPainter, area: QRect, font: QFont, index: AnyIndex, height: int
    ) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self.theme.colour("muted"))
        place = QRect(area.left() + self.pad, area.top(), area.width(), height)
        words = str(index.data(WaitingRole.HEADING))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)

    def _line_height(self, metrics: QFontMetrics, index: AnyIndex) -> int:
        room, line = QRect(0, 0, self.words_width(), 10_000), str(index.data(WaitingRole.LINE))
        return metrics.boundingRect(room, _WRAPPED, line).height()

    def _heading_height(self, metrics: QFontMetrics, index: AnyIndex) -> int:
        if not index.data(WaitingRole.HEADING):
            return 0
        return metrics.lineSpacing() + self.px(12 if index.row() else 4)
