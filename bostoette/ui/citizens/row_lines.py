"""How many lines the rows of the list take: what does not fit beside the square is wrapped.

Almost every row has two. Those that have more are found once whenever texts or width change, so
that narrowing thousands by typing measures nothing, and a text is measured once for each width.
"""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.key import Key

USUAL = 2
_NEAR = 2
"""Pixels by which two letters may be moved apart where they meet."""
Words = Callable[[ListedCitizen], str]


def bold(font: QFont) -> QFont:
    """Return the font of names."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return heavy


def wrapping() -> QTextOption:
    """Return how words are wrapped: between words, within one only where it is too long."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class LineCount:
    """Counts the lines that texts take in one font and width, each text once."""

    def __init__(self, font: QFont, room: int) -> None:
        self.font, self.room = font, room
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self._known: dict[str, int] = {}

    def of(self, text: str) -> int:
        """Return how many lines a text takes."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = 1 if self._fits(text) else self._wrapped(text)
        return known

    def _fits(self, text: str) -> bool:
        """Add its letters up, in parts of pixels; near the edge it is shaped, which takes long."""
        widths = self._widths
        for letter in text:
            if letter not in widths:
                widths[letter] = self._metrics.horizontalAdvance(letter)
        return sum(widths[letter] for letter in text) + _NEAR <= self.room

    def _wrapped(self, text: str) -> int:
        layout = QTextLayout(text, self.font)
        layout.setTextOption(wrapping())
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.room)
            count += 1
        layout.endLayout()
        return count


class RowLines:
    """Knows which citizens' rows take more than the usual two lines."""

    def __init__(self) -> None:
        self._more: dict[Key, int] = {}
        self._names = self._below = LineCount(QFont(), 0)

    def measure(self, font: QFont, room: int) -> None:
        """Measure in a font and so much room for words from now on."""
        if (font, room) != (self._below.font, self._below.room):
            self._names, self._below = LineCount(bold(font), room), LineCount(QFont(font), room)

    def show(
        self, citizens: Iterable[ListedCitizen], name: Words, line: Words, brief: Words
    ) -> None:
        """Find those whose words do not fit; the line is said in brief where that helps."""
        self._more = {}
        for one in citizens:
            below = self._below.of(line(one))
            lines = self._names.of(name(one)) + (
                below if below == 1 else self._below.of(brief(one))
            )
            if lines > USUAL:
                self._more[one.id] = lines - USUAL

    def more(self, citizens: Iterable[ListedCitizen]) -> dict[int, int]:
        """Return the rows that take more than two lines, each with how many more."""
        if not self._more:
            return {}
        known = self._more
        return {row: known[one.id] for row, one in enumerate(citizens) if one.id in known}
