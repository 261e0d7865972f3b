"""Draws what is being dragged: where it would lie, in which form, its trips, and what is said."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.wording import clock, from_to, short_day
from bostoette.ui import icons
from bostoette.ui.form_look import look_of
from bostoette.ui.theme import Theme
from bostoette.ui.week.card_shape import RADIUS, CardShape, draw_shape, edge_width
from bostoette.ui.week.card_text import CardText
from bostoette.ui.week.foresight import Ghost
from bostoette.ui.week.week_card import WeekCard
from bostoette.ui.week.week_layout import Box, WeekLayout

MOST_SENTENCES = 2
MOST_LINES = 5
"""Of one sentence."""
BUBBLE = 250
"""Width at 100 % text."""
INSET = 6


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
        left = self._draw_box(painter, box, card)
        painter.setPen(QColor(self._theme.tokens.ink))
        painter.setFont(self._bold)
        whole = self._write(painter, ghost, card.title if card is not None else "", box, left)
        if ghost.foresight.sentences or not whole:
            self._draw_bubble(painter, box, ghost, view)

    def _draw_box(self, painter: QPainter, box: Box, card: WeekCard | None) -> int:
        """Draw the box with the card's tint, edge and icon; return where its words begin."""
        tokens = self._theme.tokens
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(QColor(tokens.accent_tint))
        frame = _area(box).adjusted(1, 1, -1, -1)
        if card is None or card.form is None:
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
            return box.left + INSET
        look = look_of(card.form)
        shape = CardShape(look, ContactStatus.PLANNED, box.width, box.height, box.height)
        painter.save()
        painter.translate(box.left, box.top)
        draw_shape(painter, shape, self._theme)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        size = min(self._theme.pixels(15), box.height - 2)
        at = box.left + edge_width(self._theme) + INSET
        ratio = painter.device().devicePixelRatio()
        line = min(self._metrics.height() + 2 * self._top_of(box), box.height)
        top = box.top + (line - size) / 2
        mark = icons.pixmap(look.icon, look.ink_of(tokens), size, ratio)
        painter.drawPixmap(QPointF(at, top), mark)
        return at + size + INSET // 2

    def _top_of(self, box: Box) -> int:
        """Return how far below the box's top its words begin."""
        return min(4, (box.height - QFontMetrics(self._bold).height()) // 2)

    def _write(self, painter: QPainter, ghost: Ghost, who: str, box: Box, left: int) -> bool:
        """Write times and who as there is room; tell whether both times were written."""
        metrics = QFontMetrics(self._bold)
        room = box.left + box.width - left - INSET // 2
        copy = "Kopi " if ghost.copy else ""
        times, start = f"{copy}{from_to(ghost.span)}", f"{copy}{clock(ghost.span.start)}"
        line = f"{times} {who}".strip()
        high = box.height >= 2 * metrics.height() + 4
        fits = {words: metrics.horizontalAdvance(words) <= room for words in (line, times)}
        if fits[line]:
            lines = [line]
        elif high and fits[times]:
            lines = [times, who]
        else:
            lines = [start, who] if high else [f"{start} {who}".strip()]
        top = box.top + self._top_of(box)
        for place, line in enumerate(lines):
            short = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
            y = top + place * metrics.lineSpacing() + metrics.ascent()
            painter.drawText(QPointF(left, y), short)
        return lines[0] in fits

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
        """Say when, and what there would be to look at, beside the ghost and within the view."""
        tokens, pad = self._theme.tokens, self._theme.pixels(8)
        when = f"{short_day(ghost.span.day)} {from_to(ghost.span)}"
        wanted = self._theme.pixels(BUBBLE)
        if not ghost.foresight.sentences:
            wanted = self._text.width(when) + 2 * pad
        width = min(wanted, view.width() - 2 * pad)
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
        edge = tokens.warn if ghost.foresight.sentences else tokens.accent
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        x, y = area.left() + pad, area.top() + pad
        painter.setPen(QColor(tokens.muted))
        painter.setFont(self._font)
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
