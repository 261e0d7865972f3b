"""How a task is drawn: a box to tick, the words, and a quiet line with day and citizen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bostoette.models.task_fields import ListedTask
from bostoette.ui import icons
from bostoette.ui.theme import Theme
from bostoette.ui.week.tray_task_model import TaskRole

AnyIndex = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class TaskRow(QStyledItemDelegate):
    """Paints one task."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._list = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Take the room of the words, broken where they must be."""
        width = self._list.viewport().width()
        words, line = self._heights(option.font, self._words(QRect(0, 0, width, 0)), index)
        return QSize(width, words + line + self._theme.pixels(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        task = index.data(TaskRole.TASK)
        if not isinstance(task, ListedTask):
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, option.state)
        self._draw_box(painter, self.box(area), done=task.done_at is not None)
        place = self._words(area)
        words, _line = self._heights(option.font, place, index)
        font = QFont(option.font)
        font.setStrikeOut(task.done_at is not None)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink" if task.done_at is None else "muted"))
        painter.drawText(place, _WRAPPED, str(index.data()))
        place.setTop(place.top() + words)
        painter.setFont(option.font)
        self._draw_line(painter, place, index)
        painter.restore()

    def box(self, area: QRect) -> QRect:
        """Return where the box to tick lies."""
        side = self._theme.pixels(16)
        return QRect(
            area.left() + self._theme.pixels(8), area.top() + self._theme.pixels(8), side, side
        )

    def ticks(self, area: QRect, at: QPoint) -> bool:
        """Tell whether a place is the box, generously."""
        room = self._theme.pixels(6)
        return self.box(area).adjusted(-room, -room, room, room).contains(at)

    def _words(self, area: QRect) -> QRect:
        left = area.left() + self._theme.pixels(32)
        room = max(area.right() - left - self._theme.pixels(8), self._theme.pixels(60))
        return QRect(left, area.top() + self._theme.pixels(8), room, 4000)

    def _heights(self, font: QFont, place: QRect, index: AnyIndex) -> tuple[int, int]:
        metrics = QFontMetrics(font)
        words = metrics.boundingRect(place, _WRAPPED, str(index.data())).height()
        line = str(index.data(TaskRole.LINE))
        if not line:
            return words, 0
        if index.data(TaskRole.OVERDUE):
            place = place.adjusted(self._theme.pixels(18), 0, 0, 0)
        return words, metrics.boundingRect(place, _WRAPPED, line).height()

    def _draw_line(self, painter: QPainter, place: QRect, index: AnyIndex) -> None:
        overdue = bool(index.data(TaskRole.OVERDUE))
        if overdue:
            side = self._theme.pixels(14)
            ratio = painter.device().devicePixelRatio()
            mark = icons.pixmap("warning", self._theme.tokens.warn, side, ratio)
            painter.drawPixmap(place.left(), place.top() + 1, mark)
            place = place.adjusted(self._theme.pixels(18), 0, 0, 0)
        painter.setPen(self._theme.colour("warn" if overdue else "muted"))
        painter.drawText(place, _WRAPPED, str(index.data(TaskRole.LINE)))

    def _draw_box(self, painter: QPainter, box: QRect, *, done: bool) -> None:
        painter.setPen(QPen(self._theme.colour("accent" if done else "edge"), 1))
        painter.setBrush(self._theme.colour("accent" if done else "surface"))
        painter.drawRoundedRect(box, self._theme.pixels(4), self._theme.pixels(4))
        if done:
            ratio = painter.device().devicePixelRatio()
            colour = self._theme.tokens.on_accent
            painter.drawPixmap(box.topLeft(), icons.pixmap("check", colour, box.width(), ratio))

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        box, corner = area.adjusted(2, 2, -2, -2), self._theme.pixels(8)
        if selected or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_tint" if selected else "ground"))
            painter.drawRoundedRect(box, corner, corner)
        if state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, corner, corner)
