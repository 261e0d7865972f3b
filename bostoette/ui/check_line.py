"""One point of a checklist: a box to tick, what it says, and what it is ticked from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet


class CheckLine(QWidget):
    """What the program knows by itself is ticked by it: a click then changes nothing."""

    asked = Signal(bool)
    """Tick it, or take the tick away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done = self._by_hand = False
        self.box = QCheckBox(self)
        self.box.setStyleSheet("QCheckBox { spacing: 0; padding: 0; }")  # its words stand beside
        self.words = _Beside(self.box, self)
        self.said = quiet("", self)
        for label in (self.words, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.pixels(4))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.words, 0, 1)
        grid.addWidget(self.said, 1, 1)
        self.box.clicked.connect(self._ask)
        theme.changed.connect(self._dress)
        self._dress()

    def show_point(self, text: str, said: str, why: str, *, done: bool, by_hand: bool) -> None:
        """Show a point; ``said`` is what it is ticked from, or what is missing."""
        self._done, self._by_hand = done, by_hand
        self.words.setText(text)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.box.setChecked(done)
        self.box.setAccessibleName(f"{text}: {said}" if said else text)
        own = why if by_hand else f"Sættes af programmet. {why}"
        self.box.setAccessibleDescription(own)
        self.setToolTip(own)

    def _ask(self, done: bool) -> None:  # noqa: FBT001 - a signal's value
        self.box.setChecked(self._done)  # it changes when the change is stored
        if self._by_hand and done is not self._done:
            self.asked.emit(done)

    def _dress(self) -> None:
        self.said.setStyleSheet(f"font-size: {self._theme.pixels(12)}px;")


class _Beside(Words):
    """Words that tick the box beside them when they are clicked."""

    def __init__(self, box: QCheckBox, parent: QWidget) -> None:
        super().__init__("", parent)
        self._box = box

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's signature
        """Tick the box, as its own words would."""
        self._box.click()
