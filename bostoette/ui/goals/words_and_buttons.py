"""Words with their buttons: beside them where there is room, else below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bostoette.ui.theme import Theme

_ROOM_FOR_WORDS = 220


class WordsAndButtons(QWidget):
    """Holds labels in ``words`` and turns when it grows narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = QVBoxLayout()
        self.words.setSpacing(theme.pixels(2))
        self._acts = QHBoxLayout()
        self._acts.setSpacing(theme.pixels(8))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.pixels(8))
        self._row.addLayout(self.words, 1)
        self._row.addLayout(self._acts)
        self._row.setAlignment(self._acts, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def add_button(self, button: QAbstractButton) -> None:
        """Put a button to the right of those there are."""
        self._acts.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where they leave the words room."""
        super().resizeEvent(event)
        needed = self._acts.minimumSize().width() + self._theme.pixels(_ROOM_FOR_WORDS)
        beside = self.width() >= needed
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
