"""How a line of what was found is drawn: tile, who, when, and a piece with the words marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bostoette.models.found_text import FoundText, Snippet
from bostoette.ui import icons
from bostoette.ui.form_tile import draw_form_tile
from bostoette.ui.marked_line import marked_lines
from bostoette.ui.notes.search_model import Found, FoundRole
from bostoette.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TILE, _GAP, _PAD = 32, 12, 10
_LINES = 3


class SearchRow(QStyledItemDelegate):
    """Paints one line; hits are told by weight and by their ground."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Take the room of the words, broken where they must be."""
        metrics = QFontMetrics(option.font)
        snippet = index.data(FoundRole.SNIPPET)
        lines = self._laid(snippet, option.font).lineCount() if snippet else 0
        height = metrics.lineSpacing() * (2 + min(lines, _LINES)) + self._px(_PAD * 2)
        return QSize(self._px(160), max(height, self._px(_TILE + _PAD * 2)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the line."""
        found = index.data(FoundRole.FOUND)
        if found is None:
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, option.state)
        pad, side = self._px(_PAD), self._px(_TILE)
        self._tile(painter, QRect(area.left() + pad, area.top() + pad, side, side), found)
        self._words(painter, area, option.font, index)
        painter.restore()

    def _tile(self, painter: QPainter, tile: QRect, found: Found) -> None:
        form = found.row.form if isinstance(found, FoundText) else found.form
        if form is not None:
            draw_form_tile(painter, self._theme, tile, form)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("other_tint"))
        painter.drawRoundedRect(tile, self._px(6), self._px(6))
        size = self._px(18)
        ratio = painter.device().devicePixelRatioF()
        drawn = icons.pixmap("list-check", self._theme.tokens.muted, size, ratio)
        inset = (tile.width() - size) // 2
        painter.drawPixmap(tile.left() + inset, tile.top() + inset, drawn)

    def _words(self, painter: QPainter, area: QRect, font: QFont, index: AnyIndex) -> None:
        metrics = QFontMetrics(font)
        line = QRect(
            area.left() + self._px(_PAD + _TILE + _GAP),
            area.top() + self._px(_PAD),
            self._width(),
            metrics.lineSpacing(),
        )
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        for words, used, token in (
            (str(index.data()), bold, "ink"),
            (str(index.data(FoundRole.LINE)), font, "muted"),
        ):
            painter.setFont(used)
            painter.setPen(self._theme.colour(token))
            fitting = QFontMetrics(used).elidedText(
                words, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, _LEFT, fitting)
            line.translate(0, metrics.lineSpacing())
        snippet = index.data(FoundRole.SNIPPET)
        if snippet:
            painter.setPen(self._theme.colour("ink"))
            laid = self._laid(snippet, font)
            painter.setClipRect(line.adjusted(0, 0, 0, metrics.lineSpacing() * (_LINES - 1)))
            laid.draw(painter, QPointF(line.topLeft()))

    def _laid(self, snippet: Snippet, font: QFont) -> QTextLayout:
        return marked_lines(snippet, font, self._theme, self._width())

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
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

    def _width(self) -> int:
        taken = self._px(_TILE + _GAP + _PAD * 2)
        return max(self._px(80), self._view.viewport().width() - taken)

    def _px(self, length: float) -> int:
        return self._theme.pixels(length)
