"""A quiet message at the foot of the window, with *Fortryd* for eight seconds."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

SHOWN_MS = 8000


class QuietMessage(QFrame):
    """Says what was done; gone by itself, reachable by Tab while it is there."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietMessage")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = QPushButton("Fortryd", self)
        self._undo.setAccessibleName("Fortryd")
        self._undo.clicked.connect(self._ask_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, sentence: str, *, undoable: bool) -> None:
        """Show a sentence for eight seconds, and say it once to screen readers."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._undo.setVisible(undoable)
        self.show()
        self._timer.start(SHOWN_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _ask_undo(self) -> None:
        self.hide()
        self.undo_asked.emit()
