"""Draws what is being dragged: where it would lie, its times, its trips, and what would be said."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from bostoette.models.wording import clock, from_to, short_day
from bostoette.ui import icons
from bostoette.ui.theme import Theme
from bostoette.ui.week.card_shape import RADIUS
from bostoette.ui.week.card_text import CardText
from bostoette.ui.week.foresight import Ghost
from bostoette.ui.week.week_card import WeekCard
from bostoette.ui.week.week_layout import Box, WeekLayout

MOST_SENTENCES = 2
MOST_LINES = 5
"""Of one sentence."""
BUBBLE = 250
"""Width at 100 % text."""


class GhostPainter:
    """Draws in the week's own coordinates; whoever calls has moved the painter there."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._font = font
        self._bold = QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._text = CardText(font)
        self._metrics = QFontMetrics(font)

    def draw(
        self,
        painter: QPainter,
        layout: WeekLayout,
        ghost: Ghost,
        card: WeekCard | None,
        view: QRect,
    ) -> None:
        """Draw the ghost with its times; ``view`` is what is seen, in the week's coordinates."""
        box = layout.drawn(ghost.span, ghost.worker)
        if box is None:
            return
        for block in ghost.foresight.travel:
            way = layout.column(block.span, ghost.worker)
            if way is not None:
                self._draw_way(painter, way, block.label)
        tokens = self._theme.tokens
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(QColor(tokens.accent_tint))
        painter.drawRoundedRect(_area(box).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(self._bold)
        copy = "Kopi " if ghost.copy else ""
        who = card.title if card is not None else ""
        self._write(painter, ghost, copy, who, box)
        if ghost.foresight.sentences:
            self._draw_bubble(painter, box, ghost, view)

    def _write(self, painter: QPainter, ghost: Ghost, copy: str, who: str, box: Box) -> None:
        """Write times and who: on one line, below each other, or with the start alone."""
        metrics, room = QFontMetrics(self._bold), box.width - 12
        lines = [f"{copy}{from_to(ghost.span)} {who}".strip()]
        if who and metrics.horizontalAdvance(lines[0]) > room:
            high = box.height >= 2 * metrics.height() + 4
            start = f"{copy}{clock(ghost.span.start)}"
            lines = [f"{copy}{from_to(ghost.span)}", who] if high else [f"{start} {who}"]
        top = box.top + min(4, (box.height - metrics.height()) // 2)
        for place, line in enumerate(lines):
            short = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
            y = top + place * metrics.lineSpacing() + metrics.ascent()
            painter.drawText(QPointF(box.left + 7, y), short)

    def _draw_way(self, painter: QPainter, box: Box, label: str) -> None:
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ground))
        painter.drawRect(_area(box))
        painter.setBrush(QBrush(QColor(tokens.accent), Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(0.5)
        painter.drawRect(_area(box))
        painter.setOpacity(1.0)
        if box.height >= self._text.line:
            width = self._text.width(label) + 8
            plate = QRectF(box.right - width, box.top, width, self._text.line)
            painter.fillRect(plate, QColor(tokens.ground))
            painter.setPen(QColor(tokens.muted))
            painter.setFont(self._font)
            self._text.draw(painter, plate.left() + 4, plate.top(), label)

    def _draw_bubble(self, painter: QPainter, box: Box, ghost: Ghost, view: QRect) -> None:
        """Say what there would be to look at, beside the ghost and within what is seen."""
        tokens, pad = self._theme.tokens, self._theme.pixels(8)
        width = min(self._theme.pixels(BUBBLE), view.width() - 2 * pad)
        icon = self._theme.pixels(15)
        room = width - 3 * pad - icon
        said = [
            self._text.broken(sentence, room, MOST_LINES)
            for sentence in ghost.foresight.sentences[:MOST_SENTENCES]
        ]
        more = len(ghost.foresight.sentences) - len(said)
        rest = (f"og {more} til",) if more > 0 else ()
        lines = 1 + sum(len(one) for one in said) + len(rest)
        height = lines * self._text.line + 2 * pad + pad // 2 * len(said)
        area = _beside(box, width, height, view)
        painter.setPen(QPen(QColor(tokens.warn), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        x, y = area.left() + pad, area.top() + pad
        painter.setPen(QColor(tokens.muted))
        painter.setFont(self._font)
        when = f"{short_day(ghost.span.day)} {from_to(ghost.span)}"
        self._text.draw(painter, x, y, when)
        y += self._text.line
        painter.setPen(QColor(tokens.ink))
        ratio = painter.device().devicePixelRatio()
        mark = icons.pixmap("warning", tokens.warn, icon, ratio)
        for sentence in said:
            y += pad // 2
            painter.drawPixmap(QPointF(x, y + (self._text.line - icon) / 2), mark)
            for line in sentence:
                self._text.draw(painter, x + icon + pad, y, line)
                y += self._text.line
        for line in rest:
            painter.setPen(QColor(tokens.muted))
            self._text.draw(painter, x + icon + pad, y, line)


def _beside(box: Box, width: int, height: int, view: QRect) -> QRectF:
    """Find room to the right of the ghost, else to its left, and keep it within the view."""
    left = box.right + 8
    if left + width > view.right():
        left = box.left - 8 - width
    left = min(max(left, view.left() + 4), view.right() - width - 4)
    top = min(max(box.top, view.top() + 4), max(view.bottom() - height - 4, view.top() + 4))
    return QRectF(left, top, width, height)


def _area(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
