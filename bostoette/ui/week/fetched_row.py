"""Says that a form was filled in from a draft, and lets the person begin anew."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class FetchedRow(QFrame):
    """Out of sight until a draft was put back."""

    fresh_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._said = QLabel(self)
        anew = QPushButton("Begynd forfra", self)
        anew.setAutoDefault(False)
        anew.clicked.connect(self.fresh_asked)
        row = QHBoxLayout(self)
        row.addWidget(self._said, 1)
        row.addWidget(anew)
        self.hide()

    def say(self, kept_at: str) -> None:
        """Say when it was typed."""
        self._said.setText(f"Det, du skrev {kept_at}, er hentet frem. Det er ikke gemt endnu.")
        self.show()
