"""The field look in a page's head that opens the palette."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bostoette.ui import icons
from bostoette.ui.theme import Theme

_WORDS = ("Søg borger, notat, uge   Ctrl K", "Søg   Ctrl K", "")
"""What it says where there is room, where there is little, and where only the icon is left."""


class SearchButton(QPushButton):
    """Says what can be found, as fully as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("searchButton")
        self.setAccessibleName("Søg borger, notat, uge eller kommando")
        self.setToolTip("Søg borger, notat, uge eller kommando (Ctrl+K)")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.shorten(0)
        theme.changed.connect(self._dress)
        self._dress()

    def shorten(self, steps: int) -> None:
        """Leave out words: none, most of them, or all but the icon."""
        self.setText(_WORDS[steps])

    def _dress(self) -> None:
        size = self._theme.pixels(16)
        self.setIcon(icons.icon("search", self._theme.tokens.muted, size))
        self.setIconSize(QSize(size, size))
