"""How a line of what was found is drawn: tile, who, when, and a piece with the words marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from bostoette.models.found_text import FoundText, Snippet
from bostoette.ui import icons
from bostoette.ui.form_tile import draw_form_tile
from bostoette.ui.marked_line import marked_lines
from bostoette.ui.notes.search_model import Found, FoundRole
from bostoette.ui.notes.tiled_row import TiledRow

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LINES = 3


class SearchRow(TiledRow):
    """Paints one line; hits are told by weight and by their ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Take the room of the words, broken where they must be."""
        metrics = QFontMetrics(option.font)
        snippet = index.data(FoundRole.SNIPPET)
        lines = self._laid(snippet, option.font).lineCount() if snippet else 0
        height = metrics.lineSpacing() * (2 + min(lines, _LINES)) + self.both_pads
        return QSize(self.px(160), max(height, self.least_height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the line."""
        found = index.data(FoundRole.FOUND)
        if found is None:
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self.draw_ground(painter, area, option.state, chosen=chosen)
        self._tile(painter, self.tile_in(area), found)
        self._words(painter, area, option.font, index)
        painter.restore()

    def _tile(self, painter: QPainter, tile: QRect, found: Found) -> None:
        form = found.row.form if isinstance(found, FoundText) else found.form
        if form is not None:
            draw_form_tile(painter, self.theme, tile, form)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("other_tint"))
        painter.drawRoundedRect(tile, self.px(6), self.px(6))
        size = self.px(18)
        ratio = painter.device().devicePixelRatioF()
        drawn = icons.pixmap("list-check", self.theme.tokens.muted, size, ratio)
        inset = (tile.width() - size) // 2
        painter.drawPixmap(tile.left() + inset, tile.top() + inset, drawn)

    def _words(self, painter: QPainter, area: QRect, font: QFont, index: AnyIndex) -> None:
        metrics = QFontMetrics(font)
        line = QRect(
            self.words_left(area),
            area.top() + self.pad,
            self.words_width(),
            metrics.lineSpacing(),
        )
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        for words, used, token in (
            (str(index.data()), bold, "ink"),
            (str(index.data(FoundRole.LINE)), font, "muted"),
        ):
            painter.setFont(used)
            painter.setPen(self.theme.colour(token))
            fitting = QFontMetrics(used).elidedText(
                words, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, _LEFT, fitting)
            line.translate(0, metrics.lineSpacing())
        snippet = index.data(FoundRole.SNIPPET)
        if snippet:
            painter.setPen(self.theme.colour("ink"))
            laid = self._laid(snippet, font)
            painter.setClipRect(line.adjusted(0, 0, 0, metrics.lineSpacing() * (_LINES - 1)))
            laid.draw(painter, QPointF(line.topLeft()))

    def _laid(self, snippet: Snippet, font: QFont) -> QTextLayout:
        return marked_lines(snippet, font, self.theme, self.words_width())
