"""Draws cards: tint, edge pattern over the true length, icon, who, when, form, and what became."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.wording import clock
from bostoette.ui import icons
from bostoette.ui.form_look import EdgePattern, FormLook, look_of
from bostoette.ui.theme import Theme
from bostoette.ui.week.card_text import CardText
from bostoette.ui.week.week_card import WeekCard
from bostoette.ui.week.week_layout import Box

RADIUS = 8
FEWEST_LETTERS = 7
"""Fewer letters after a time say nothing."""
DASHES = {
    EdgePattern.SOLID: [],
    EdgePattern.DASHED: [1.3, 0.6],
    EdgePattern.DOTTED: [0.01, 1.7],
}
"""Dash and gap in widths of the edge; a dot is a dash without length and round ends."""


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card with its rectangle and the height of its true length."""

    card: WeekCard
    box: Box
    true_height: int
    timed: bool = False
    """Say when it is, even on a single line: where its place does not."""


@dataclass(slots=True)
class _Line:
    """What is still free of a line of text."""

    left: int
    right: int
    top: int

    @property
    def room(self) -> int:
        """Its width."""
        return self.right - self.left


class CardPainter:
    """Draws many cards at once, grouped so that pens and brushes change seldom."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._plain = CardText(font)
        self._bold = CardText(_bold(font, struck=False))
        self._struck = CardText(_bold(font, struck=True))
        self.line = self._plain.line
        """Height of one line of text."""
        self._edge = round(4 * math.sqrt(theme.pixels(100) / 100))
        self._icon = theme.pixels(15)
        self._pad = theme.pixels(4)

    def draw(self, painter: QPainter, cards: list[DrawnCard], ratio: float) -> None:
        """Draw the cards; ``ratio`` is the screen's pixel ratio, for the icons."""
        for look in dict.fromkeys(look_of(drawn.card.form) for drawn in cards):
            alike = [drawn for drawn in cards if look_of(drawn.card.form) is look]
            self._fill(painter, alike, look)
            self._draw_edges(painter, alike, look)
        painter.setPen(QColor(self._theme.tokens.ink))
        for drawn in cards:
            self._write(painter, drawn, ratio)

    def _fill(self, painter: QPainter, alike: list[DrawnCard], look: FormLook) -> None:
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tint_of(tokens)))
        for drawn in alike:
            if not _dropped(drawn.card):
                _draw_box(painter, drawn.box, 0.0)
        painter.setBrush(QColor(tokens.surface))
        ink = QColor(look.ink_of(tokens))
        for drawn in alike:
            if _dropped(drawn.card):
                called_off = drawn.card.status.called_off
                style = Qt.PenStyle.DashLine if called_off else Qt.PenStyle.SolidLine
                painter.setPen(QPen(ink, 1, style))
                _draw_box(painter, drawn.box, 0.5)

    def _draw_edges(self, painter: QPainter, alike: list[DrawnCard], look: FormLook) -> None:
        if look.edge is EdgePattern.NONE:
            return
        ink = QColor(look.ink_of(self._theme.tokens))
        if look.edge is EdgePattern.DOUBLE:
            thin = self._edge / 2
            painter.setPen(QPen(ink, thin, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            shifts: tuple[float, ...] = (-thin / 2, thin * 1.5)
        else:
            painter.setPen(_edge_pen(ink, self._edge, look.edge))
            shifts = (0.0,)
        dotted = look.edge is EdgePattern.DOTTED
        painter.drawLines(
            [self._edge_of(drawn, shift, dotted=dotted) for drawn in alike for shift in shifts]
        )

    def _edge_of(self, drawn: DrawnCard, shift: float, *, dotted: bool) -> QLineF:
        x = drawn.box.left + 3 + self._edge / 2 + shift
        top, bottom = drawn.box.top + 2.0, drawn.box.top + max(drawn.true_height - 2.0, 4.0)
        if dotted:
            top += self._edge / 2
            bottom = max(bottom - self._edge / 2, top + 0.1)
        return QLineF(x, top, x, bottom)

    def _write(self, painter: QPainter, drawn: DrawnCard, ratio: float) -> None:
        card, box = drawn.card, drawn.box
        lines = max(1, (box.height - 4) // self.line)
        top = box.top + (2 if lines > 1 else (box.height - self.line) // 2)
        first = _Line(box.left + 3 + self._edge + self._pad, box.right - self._pad, top)
        below = Box(first.left, top + self.line, first.room, (lines - 1) * self.line)
        self._draw_marks(painter, drawn, first, ratio)
        self._draw_icon(painter, drawn, first, ratio)
        self._write_title(painter, card, first)
        painter.setFont(self._plain.font)
        if lines == 1:
            self._write_after(painter, drawn, first)
        else:
            self._write_whole(painter, clock(card.span.start), first)
            self._write_wrapped(painter, _rest(card), below)

    def _draw_marks(self, painter: QPainter, drawn: DrawnCard, line: _Line, ratio: float) -> None:
        """Draw the marks at the right end, as far as form, title and time leave room for them."""
        tokens, card = self._theme.tokens, drawn.card
        first = self._bold.width(card.title)
        if drawn.timed:
            first += self._plain.width(clock(card.span.start)) + self._pad
        first += 0 if card.form is None else self._icon + self._pad
        for name, colour in _marks(card):
            if line.room - self._icon - self._pad < first:
                break
            mark = icons.pixmap(name, str(getattr(tokens, colour)), self._icon, ratio)
            line.right -= self._icon
            painter.drawPixmap(line.right, self._icon_top(line), mark)
            line.right -= 2

    def _draw_icon(self, painter: QPainter, drawn: DrawnCard, line: _Line, ratio: float) -> None:
        """Draw the form's icon where the title, and the time if any, have room beside it."""
        card = drawn.card
        needed = min(self._bold.width(card.title), self._bold.letter * 6)
        if drawn.timed:
            needed += self._pad + self._plain.width(clock(card.span.start))
        if card.form is None or line.room < self._icon + self._pad + needed:
            return
        look = look_of(card.form)
        drawing = icons.pixmap(look.icon, look.ink_of(self._theme.tokens), self._icon, ratio)
        painter.drawPixmap(line.left, self._icon_top(line), drawing)
        line.left += self._icon + self._pad

    def _icon_top(self, line: _Line) -> int:
        return line.top + (self.line - self._icon) // 2

    def _write_title(self, painter: QPainter, card: WeekCard, line: _Line) -> None:
        title = self._struck if card.status.called_off else self._bold
        painter.setFont(title.font)
        text = title.short(card.title, line.room)
        title.draw(painter, line.left, line.top, text)
        line.left += title.width(text) + self._pad

    def _write_after(self, painter: QPainter, drawn: DrawnCard, line: _Line) -> None:
        """Write what follows the title; a time stands whole or not at all."""
        if not drawn.timed:
            self._write_rest(painter, _rest(drawn.card), line)
            return
        time = clock(drawn.card.span.start)
        left = line.room - self._plain.width(time)
        if left >= self._plain.letter * FEWEST_LETTERS:
            self._write_rest(painter, f"{time} {_rest(drawn.card)}", line)
        elif left >= 0:
            self._plain.draw(painter, line.left, line.top, time)

    def _write_rest(self, painter: QPainter, text: str, line: _Line) -> None:
        """Write text in what is left of a line, cut where it ends."""
        if line.room >= self._plain.letter * 3:
            short = self._plain.short(text, line.room)
            self._plain.draw(painter, line.left, line.top, short)

    def _write_whole(self, painter: QPainter, text: str, line: _Line) -> None:
        """Write text in what is left of a line, or leave it out where it does not fit."""
        if self._plain.width(text) <= line.room:
            self._plain.draw(painter, line.left, line.top, text)

    def _write_wrapped(self, painter: QPainter, text: str, area: Box) -> None:
        """Write text over as many lines as the area holds."""
        lines = self._plain.broken(text, area.width, area.height // self.line)
        for place, line in enumerate(lines):
            self._plain.draw(painter, area.left, area.top + place * self.line, line)


def _dropped(card: WeekCard) -> bool:
    """Tell whether nothing came of a card: it was called off, or nobody was there."""
    return card.status.called_off or card.status is ContactStatus.NO_SHOW


def _draw_box(painter: QPainter, box: Box, inset: float) -> None:
    area = QRectF(box.left, box.top, box.width, box.height)
    area.adjust(inset, inset, -inset, -inset)
    radius = min(RADIUS, box.height / 3)
    painter.drawRoundedRect(area, radius, radius)


def _bold(font: QFont, *, struck: bool) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    bold.setStrikeOut(struck)
    return bold


def _edge_pen(ink: QColor, width: int, edge: EdgePattern) -> QPen:
    cap = Qt.PenCapStyle.RoundCap if edge is EdgePattern.DOTTED else Qt.PenCapStyle.FlatCap
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, cap)
    if DASHES[edge]:
        pen.setDashPattern(DASHES[edge])
    return pen


def with_whom(card: WeekCard) -> str:
    """Say which colleagues take part, as short as a card allows."""
    return f"m. {card.together}" if card.together else ""


def _rest(card: WeekCard) -> str:
    """Say what follows who and when: what became of it, with whom, the form, what it is about."""
    parts = [card.status_word, with_whom(card), card.form_word, card.detail]
    return " · ".join(part for part in parts if part)


def _marks(card: WeekCard) -> list[tuple[str, str]]:
    """Name the marks from the right: icon and token of its colour."""
    marks = []
    if card.warning:
        marks.append(("warning", "warn"))
    if card.status is ContactStatus.HELD:
        marks.append(("check", "ink"))
    if card.series:
        marks.append(("series", "muted"))
    return marks
