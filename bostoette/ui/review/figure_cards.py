"""The figures above a review: large number, quiet words; what waits stands out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from bostoette.ui.in_columns import put_in_columns
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

NARROWEST = 168


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and whether it asks for a look."""

    number: str
    words: str
    warns: bool = False
    more: str = ""
    """Said when pointed at."""


class FigureCard(QFrame):
    """One figure."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self._number = QLabel(self)
        self._number.setObjectName("pageTitle")
        self._words = quiet("", self)
        column = QVBoxLayout(self)
        edge = theme.pixels(12)
        column.setContentsMargins(edge + 4, edge, edge, edge)
        column.setSpacing(2)
        column.addWidget(self._number)
        column.addWidget(self._words)
        column.addStretch(1)

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self._number.setText(figure.number)
        colour = self._theme.tokens.warn if figure.warns else self._theme.tokens.ink
        self._number.setStyleSheet(f"color: {colour};")
        self._words.setText(figure.words)
        self.setToolTip(figure.more)
        self.setAccessibleName(f"{figure.number} {figure.words}. {figure.more}".strip())


class FigureCards(QWidget):
    """As many figures as there are, equally wide and high, folded to the width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[FigureCard] = []
        self._shown: tuple[Figure, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.pixels(12))
        theme.changed.connect(self._fold_anew)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures."""
        self._shown = tuple(figures)
        while len(self._cards) < len(figures):
            self._cards.append(FigureCard(self._theme, self))
            self._columns = 0
        for card, figure in zip(self._cards, figures, strict=False):
            card.show_figure(figure)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold to the width."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Fold to whatever width there is."""
        return QSize(self._theme.pixels(NARROWEST), super().minimumSizeHint().height())

    def _fold(self) -> None:
        count = len(self._cards)
        room = max(1, self.width() // self._theme.pixels(NARROWEST))
        columns = min(count, room)
        if not count or columns == self._columns:
            return
        self._columns = columns
        put_in_columns(self._grid, self._cards, columns)

    def _fold_anew(self) -> None:
        self.show_figures(self._shown)
        self._columns = 0
        self._fold()
