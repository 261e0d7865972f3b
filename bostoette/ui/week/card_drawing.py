"""Where everything on a card goes: said once for a card and its box, and drawn many times."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.wording import clock
from bostoette.ui.form_look import FormLook, look_of
from bostoette.ui.theme import Theme
from bostoette.ui.week.card_shape import CardShape, edge_width
from bostoette.ui.week.card_text import BETWEEN, FEWEST_LEFT, CardText
from bostoette.ui.week.week_card import WeekCard
from bostoette.ui.week.week_layout import Box

FEWEST_LETTERS = 7
"""Fewer letters after a time say nothing."""
NOT_TOLD = "ikke orienteret"
"""The citizen does not know of a change yet (P49); read aloud it is said in full."""
HELD = "check"
"""The icon that says that a contact was held."""
REMEMBERED = 2048
"""How many cards are remembered: some full weeks, to step between."""


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card with its rectangle and the height of its true length."""

    card: WeekCard
    box: Box
    true_height: int
    timed: bool = False
    """Say when it is, even on a single line: where its place does not."""


class Mark(NamedTuple):
    """An icon and its place."""

    left: int
    top: int
    name: str
    colour: str


class Word(NamedTuple):
    """Text, in which font, and its place."""

    left: int
    top: int
    font: CardText
    text: str


@dataclass(frozen=True, slots=True)
class CardDrawing:
    """A card as it is drawn: its shape, and on it marks and words."""

    box: Box
    shape: CardShape
    marks: tuple[Mark, ...]
    words: tuple[Word, ...]


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


class CardArranger:
    """Says how cards are drawn, in one theme and font; what it said before it remembers."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._tokens = theme.tokens
        self._plain = CardText(font)
        self._bold = CardText(_bold(font, struck=False))
        self._struck = CardText(_bold(font, struck=True))
        self.line = self._plain.line
        """Height of one line of text."""
        self.icon = theme.pixels(15)
        """Width and height of the marks."""
        self._edge = edge_width(theme)
        self._pad = theme.pixels(4)
        self.drawing_of = lru_cache(maxsize=REMEMBERED)(self._arrange)
        """Say how a card is drawn."""

    def _arrange(self, drawn: DrawnCard) -> CardDrawing:
        card, box = drawn.card, drawn.box
        look = look_of(card.form)
        lines = max(1, (box.height - 4) // self.line)
        top = box.top + (2 if lines > 1 else (box.height - self.line) // 2)
        first = _Line(box.left + 3 + self._edge + self._pad, box.right - self._pad, top)
        below = Box(first.left, top + self.line, first.room, (lines - 1) * self.line)
        marks = [*self._marks(drawn, first), *self._form_icon(drawn, look, first)]
        words = [self._title(card, first)]
        if lines == 1:
            words += self._after(drawn, first, _brief(card, marks))
        else:
            words += self._whole(clock(card.span.start), first)
            told = {mark.name for mark in marks}
            if card.form is not None and look.icon not in told:
                marks += self._marks_below(card, look, below, told)
                below = Box(
                    below.left, below.top + self.line, below.width, below.height - self.line
                )
            words += self._wrapped(_rest(card), below)
        shape = CardShape(look, card.status, box.width, box.height, drawn.true_height)
        return CardDrawing(box, shape, tuple(marks), tuple(words))

    def _marks(self, drawn: DrawnCard, line: _Line) -> list[Mark]:
        """Place the marks at the right end, as far as form, title and time leave room for them."""
        card, marks = drawn.card, []
        first = self._bold.width(card.title)
        if drawn.timed:
            first += self._plain.width(clock(card.span.start)) + self._pad
        first += 0 if card.form is None else self.icon + self._pad
        for name, colour in _marks(card):
            if line.room - self.icon - self._pad < first:
                break
            line.right -= self.icon
            ink = str(getattr(self._tokens, colour))
            marks.append(Mark(line.right, self._icon_top(line), name, ink))
            line.right -= 2
        return marks

    def _form_icon(self, drawn: DrawnCard, look: FormLook, line: _Line) -> list[Mark]:
        """Place the form's icon where the title, and the time if any, have room beside it."""
        card = drawn.card
        needed = min(self._bold.width(card.title), self._bold.letter * 6)
        if drawn.timed:
            needed += self._pad + self._plain.width(clock(card.span.start))
        if card.form is None or line.room < self.icon + self._pad + needed:
            return []
        mark = Mark(line.left, self._icon_top(line), look.icon, look.ink_of(self._tokens))
        line.left += self.icon + self._pad
        return [mark]

    def _marks_below(self, card: WeekCard, look: FormLook, area: Box, told: set[str]) -> list[Mark]:
        """Place the form's icon on the next line, where a narrow card has no room beside who.

        That it was held stands there too, where it had no room either.
        """
        line = _Line(area.left, area.right, area.top)
        top = self._icon_top(line)
        marks = [Mark(line.left, top, look.icon, look.ink_of(self._tokens))]
        held = card.status is ContactStatus.HELD and HELD not in told
        if held and line.room >= 2 * self.icon:
            marks.append(Mark(line.right - self.icon, top, HELD, self._tokens.ink))
        return marks

    def _icon_top(self, line: _Line) -> int:
        return line.top + (self.line - self.icon) // 2

    def _title(self, card: WeekCard, line: _Line) -> Word:
        font = self._struck if card.status.called_off else self._bold
        text = font.short(card.title, line.room)
        word = Word(line.left, line.top, font, text)
        line.left += font.width(text) + self._pad
        return word

    def _after(self, drawn: DrawnCard, line: _Line, rest: str) -> list[Word]:
        """Place what follows the title; a time stands whole or not at all."""
        if not drawn.timed:
            return self._cut(rest, line)
        time = clock(drawn.card.span.start)
        left = line.room - self._plain.width(time)
        if left >= self._plain.letter * FEWEST_LETTERS:
            return self._cut(f"{time} {rest}", line)
        return self._whole(time, line)

    def _cut(self, text: str, line: _Line) -> list[Word]:
        """Place text in what is left of a line, cut where it ends; not a mere letter or two."""
        short = self._plain.short(text, line.room)
        if short != text and len(short) <= FEWEST_LEFT:
            return []
        return [Word(line.left, line.top, self._plain, short)]

    def _whole(self, text: str, line: _Line) -> list[Word]:
        """Place text in what is left of a line, or leave it out where it does not fit."""
        if self._plain.width(text) > line.room:
            return []
        return [Word(line.left, line.top, self._plain, text)]

    def _wrapped(self, text: str, area: Box) -> list[Word]:
        """Place text over as many lines as the area holds."""
        lines = self._plain.broken(text, area.width, area.height // self.line)
        return [
            Word(area.left, area.top + place * self.line, self._plain, line)
            for place, line in enumerate(lines)
        ]


def _bold(font: QFont, *, struck: bool) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    bold.setStrikeOut(struck)
    return bold


def with_whom(card: WeekCard) -> str:
    """Say which colleagues take part, as short as a card allows."""
    return f"m. {card.together}" if card.together else ""


def _rest(card: WeekCard) -> str:
    """Say what follows who and when: what became of it, with whom, the form, what it is about."""
    untold = NOT_TOLD if card.uninformed else ""
    parts = [card.status_word, untold, with_whom(card), card.form_word, card.detail]
    return BETWEEN.join(part for part in parts if part)


def _brief(card: WeekCard, marks: list[Mark]) -> str:
    """Say the same where only one line is left, without what its marks tell already."""
    drawn = {mark.name for mark in marks}
    held = card.status is ContactStatus.HELD and not card.unplanned and HELD in drawn
    iconed = look_of(card.form).icon in drawn and bool(card.detail)
    untold = card.uninformed and "message" not in drawn
    parts = [
        "" if held else card.status_word,
        NOT_TOLD if untold else "",
        with_whom(card),
        "" if iconed else card.form_word,
        card.detail,
    ]
    return BETWEEN.join(part for part in parts if part)


def _marks(card: WeekCard) -> list[tuple[str, str]]:
    """Name the marks from the right: icon and token of its colour."""
    marks = []
    if card.warning:
        marks.append(("warning", "warn"))
    if card.uninformed:
        marks.append(("message", "warn"))
    if card.status is ContactStatus.HELD:
        marks.append((HELD, "ink"))
    if card.series:
        marks.append(("series", "muted"))
    return marks
