"""The line that says a count is under way beside the window, and stops it or begins it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bostoette.ui.words import quiet

STOPPED = "Tællingen er stoppet. Vælg andre dage eller andre tal, eller tæl igen."
_STOP, _AGAIN = "Stop", "Tæl igen"


class CountingLine(QWidget):
    """Shown only while somebody waits for a count, and after she stopped it."""

    stop_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._under_way = False
        self._words = quiet("", self)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._press)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words, 1)
        line.addWidget(self.button)
        self.hide()

    @property
    def under_way(self) -> bool:
        """Tell whether somebody still waits for a count."""
        return self._under_way and not self.isHidden()

    def text(self) -> str:
        """Return what it says."""
        return self._words.text()

    def say_counting(self, words: str) -> None:
        """Say that it is counted, and offer to stop."""
        self._say(words, _STOP, under_way=True)

    def say_stopped(self) -> None:
        """Say that it was stopped, and offer to count after all."""
        self._say(STOPPED, _AGAIN, under_way=False)

    def _say(self, words: str, offer: str, *, under_way: bool) -> None:
        self._under_way = under_way
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.button.setText(offer)
        self.show()

    def _press(self) -> None:
        if self._under_way:
            self.stop_asked.emit()
        else:
            self.again_asked.emit()
