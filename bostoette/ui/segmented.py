"""A few choices side by side, one of them chosen: one Tab stop, with arrows inside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

Choice = tuple[object, str, str]
"""What is chosen, its word, and how it is read aloud."""


class Segmented(QFrame):
    """Shows choices and says which one the person takes."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("segments", True)  # noqa: FBT003 - Qt's signature
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._say)
        self._values: list[object] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these choices, as many as before or others."""
        if len(choices) != len(self._values):
            self._remake(len(choices))
        self._values = [value for value, _word, _name in choices]
        for place, (_value, word, name) in enumerate(choices):
            button = self._group.button(place)
            button.setText(word)
            button.setAccessibleName(name)
            button.setToolTip("" if name == word else name)

    def show_pictures(self, pictures: Sequence[QIcon]) -> None:
        """Put a picture before the word of each choice, in their order."""
        for place, picture in enumerate(pictures):
            self._group.button(place).setIcon(picture)

    def show_chosen(self, value: object) -> None:
        """Show what is chosen; nothing where it is not offered."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _remake(self, count: int) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place in range(count):
            made = QPushButton(self)
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(made, place)
            self._row.addWidget(made)
            made.show()

    def _say(self, place: int) -> None:
        self.chosen.emit(self._values[place])
