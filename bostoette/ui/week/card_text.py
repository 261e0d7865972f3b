"""Text on cards: measured, shortened and broken into lines once, and drawn ready-made after."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

BETWEEN = " · "
"""What stands between the parts of a text."""
FEWEST_LEFT = 4
"""A part of which so many letters and the … are left says nothing any more."""
REMEMBERED = 4096
"""How many texts are kept; a week of 300 cards has about a thousand."""


class CardText:
    """One font's texts."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self.line = self._metrics.height()
        """Height of one line."""
        self.letter = self._metrics.averageCharWidth()
        """Width of an ordinary letter."""
        remember = lru_cache(maxsize=REMEMBERED)
        self.width = remember(self._width)
        self.short = remember(self._short)
        self.broken = remember(self._broken)
        self.ready = remember(self._prepare)
        """Make text ready to be drawn."""

    def draw(self, painter: QPainter, left: float, top: float, text: str) -> None:
        """Draw text whose line begins at a place; the painter wears the font already."""
        painter.drawStaticText(QPointF(left, top), self.ready(text))

    def _width(self, text: str) -> int:
        """Measure text."""
        return self._metrics.horizontalAdvance(text)

    def _short(self, text: str, width: int) -> str:
        """Cut text to a width: ending in …, or before a part of which too little would be left."""
        cut = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
        whole, between, part = cut.rpartition(BETWEEN)
        return whole if between and cut != text and len(part) <= FEWEST_LEFT else cut

    def _broken(self, text: str, width: int, lines: int) -> tuple[str, ...]:
        """Break text into at most so many lines; the last one is cut where more is left.

        A line begins with words: what stands between parts is not needed where a line does.
        """
        words = text.split()
        broken: list[str] = []
        while words and len(broken) < lines:
            last = len(broken) == lines - 1
            count = len(words) if last else self._fitting(words, width)
            broken.append(self.short(" ".join(words[:count]), width))
            words = words[count:]
            if words[:1] == [BETWEEN.strip()]:
                words = words[1:]
        return tuple(broken)

    def _fitting(self, words: list[str], width: int) -> int:
        """Count the words that fit on a line; at least one."""
        count = 1
        while count < len(words) and self.width(" ".join(words[: count + 1])) <= width:
            count += 1
        return count

    def _prepare(self, text: str) -> QStaticText:
        ready = QStaticText(text)
        ready.setTextFormat(Qt.TextFormat.PlainText)
        ready.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        ready.prepare(font=self.font)
        return ready
