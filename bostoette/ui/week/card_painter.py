"""Draws cards: shape, icon, who, when, form, and what became; made ready first, then drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QStaticText

from bostoette.ui import icons
from bostoette.ui.theme import Theme
from bostoette.ui.week.card_drawing import CardArranger, CardDrawing, DrawnCard
from bostoette.ui.week.card_shape import CardShape, picture_of
from bostoette.ui.week.card_text import CardText

ICONS = 64
"""How many icons are kept beside Qt's own store: all that cards wear."""

Words = dict[CardText, list[tuple[QPointF, QStaticText]]]


@dataclass(frozen=True, slots=True)
class CardBatch:
    """Many cards made ready: nothing is left but to put pictures and words in their places."""

    ink: QColor
    pictures: tuple[tuple[QPointF, QPixmap], ...]
    words: tuple[tuple[QFont, tuple[tuple[QPointF, QStaticText], ...]], ...]
    """By font, so that it changes seldom."""

    def draw(self, painter: QPainter) -> None:
        """Draw the cards."""
        for place, picture in self.pictures:
            painter.drawPixmap(place, picture)
        painter.setPen(self.ink)
        for font, words in self.words:
            painter.setFont(font)
            for place, text in words:
                painter.drawStaticText(place, text)


class CardPainter:
    """Makes cards ready in one theme and font."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._arranger = CardArranger(theme, font)
        self._shapes: dict[tuple[CardShape, float], QPixmap] = {}
        self._icon = lru_cache(maxsize=ICONS)(icons.pixmap)
        self.line = self._arranger.line
        """Height of one line of text."""

    def batch(self, cards: Iterable[DrawnCard], ratio: float) -> CardBatch:
        """Make cards ready; ``ratio`` is the screen's pixel ratio."""
        drawings = [self._arranger.drawing_of(drawn) for drawn in cards]
        size = self._arranger.icon
        marks = [
            (QPointF(mark.left, mark.top), self._icon(mark.name, mark.colour, size, ratio))
            for drawing in drawings
            for mark in drawing.marks
        ]
        return CardBatch(
            QColor(self._theme.tokens.ink),
            (*self._shaped(drawings, ratio), *marks),
            tuple((font.font, tuple(words)) for font, words in _by_font(drawings).items()),
        )

    def _shaped(self, drawings: list[CardDrawing], ratio: float) -> list[tuple[QPointF, QPixmap]]:
        """Give each card its shape's picture; those no card needs any more are let go."""
        before, self._shapes = self._shapes, {}
        placed = []
        for drawing in drawings:
            key = (drawing.shape, ratio)
            picture = self._shapes.get(key, before.get(key))
            if picture is None:
                picture = picture_of(drawing.shape, self._theme, ratio)
            self._shapes[key] = picture
            placed.append((QPointF(drawing.box.left, drawing.box.top), picture))
        return placed


def _by_font(drawings: list[CardDrawing]) -> Words:
    words: Words = {}
    for drawing in drawings:
        for word in drawing.words:
            place = QPointF(word.left, word.top)
            words.setdefault(word.font, []).append((place, word.font.ready(word.text)))
    return words
