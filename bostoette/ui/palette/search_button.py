"""The field look in a page's head that opens the palette."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bostoette.ui import icons
from bostoette.ui.theme import Theme

_WORDS = "Søg borger, uge, kommando   Ctrl K"


class SearchButton(QPushButton):
    """Says what can be found; where room is short only its icon is left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("searchButton")
        self.setAccessibleName("Søg borger, uge eller kommando")
        self.setToolTip("Søg borger, uge eller kommando (Ctrl+K)")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_short(False)
        theme.changed.connect(self._dress)
        self._dress()

    def set_short(self, short: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters have
        """Show the icon alone, or the words with it."""
        self.setText("" if short else _WORDS)

    def _dress(self) -> None:
        size = self._theme.pixels(16)
        self.setIcon(icons.icon("search", self._theme.tokens.muted, size))
        self.setIconSize(QSize(size, size))
