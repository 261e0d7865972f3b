"""The palette's answers as a list: one line each, with icon, words, more about it and keys."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bostoette.models.found_text import Snippet
from bostoette.ui import icons
from bostoette.ui.marked_line import marked_line
from bostoette.ui.palette.answers import Answer
from bostoette.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ICON = 16
_LINE = 32
_GAP = 10
_SPARE = 4


class AnswerRole(IntEnum):
    """What a row knows beside its words."""

    ANSWER = Qt.ItemDataRole.UserRole + 1


class AnswerModel(QAbstractListModel):
    """Adapts one tuple of answers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: tuple[Answer, ...] = ()

    def replace(self, answers: tuple[Answer, ...]) -> None:
        """Show other answers."""
        self.beginResetModel()
        self._answers = answers
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the answers."""
        return 0 if parent.isValid() else len(self._answers)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with the words; a screen reader hears what is beside them too."""
        if not index.isValid() or index.row() >= len(self._answers):
            return None
        answer = self._answers[index.row()]
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: answer.words,
            Qt.ItemDataRole.AccessibleTextRole: answer.spoken,
            AnswerRole.ANSWER: answer,
        }
        return values.get(role)


class AnswerLine(QStyledItemDelegate):
    """Paints one line; keys stand at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Take one line."""
        text = QFontMetrics(option.font).height() + self._theme.pixels(8)
        return QSize(self._theme.pixels(160), max(self._theme.pixels(_LINE), text))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the line."""
        answer = index.data(AnswerRole.ANSWER)
        area: QRect = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            corner = self._theme.pixels(8)
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(self._theme.colour("accent_tint"))
            painter.drawRoundedRect(area, corner, corner)
        painter.setFont(option.font)
        inside = area.adjusted(self._theme.pixels(_GAP), 0, -self._theme.pixels(_GAP), 0)
        self._icon(painter, inside, answer)
        inside.setLeft(inside.left() + self._theme.pixels(_ICON + _GAP))
        self._words(painter, inside, answer)
        painter.restore()

    def _icon(self, painter: QPainter, area: QRect, answer: Answer) -> None:
        size = self._theme.pixels(_ICON)
        ratio = painter.device().devicePixelRatioF()
        drawn = icons.pixmap(answer.icon, self._theme.tokens.muted, size, ratio)
        painter.drawPixmap(area.left(), area.center().y() - size // 2, drawn)

    def _words(self, painter: QPainter, area: QRect, answer: Answer) -> None:
        metrics = painter.fontMetrics()
        gap = self._theme.pixels(_GAP)
        if answer.marks:
            self._found(painter, area, answer)
            return
        right = answer.keys or answer.detail
        wide = min(metrics.horizontalAdvance(right) + self._theme.pixels(_SPARE), area.width() // 2)
        for text, place, token, side in (
            (right, area.adjusted(area.width() - wide, 0, 0, 0), "muted", _RIGHT),
            (
                answer.words,
                area.adjusted(0, 0, -wide - gap, 0),
                "ink" if answer.enabled else "muted",
                _LEFT,
            ),
        ):
            painter.setPen(self._theme.colour(token))
            fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, side, fitting)

    def _found(self, painter: QPainter, area: QRect, answer: Answer) -> None:
        """Draw whose it is, and beside it what was written, its hits on a ground of their own."""
        metrics, gap = painter.fontMetrics(), self._theme.pixels(_GAP)
        needed = metrics.horizontalAdvance(answer.words) + self._theme.pixels(_SPARE)
        whose = QRect(area)
        whose.setWidth(min(needed, area.width() * 3 // 5))
        painter.setPen(self._theme.colour("ink"))
        fitting = metrics.elidedText(answer.words, Qt.TextElideMode.ElideRight, whose.width())
        painter.drawText(whose, _LEFT, fitting)
        piece = area.adjusted(whose.width() + gap, 0, 0, 0)
        painter.setPen(self._theme.colour("muted"))
        place = QPointF(piece.left(), piece.center().y() - metrics.height() / 2)
        snippet = Snippet(answer.detail, answer.marks)
        marked_line(snippet, painter.font(), self._theme, piece.width()).draw(painter, place)


_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE
