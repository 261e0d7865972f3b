"""What is missing in a form, said at its foot; the field it is about comes into sight."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget


class TroubleLine(QLabel):
    """Gone until there is something to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area: QScrollArea | None = None
        self.setObjectName("trouble")
        self.setWordWrap(True)
        self.hide()

    def say(self, sentence: str, area: QScrollArea) -> None:
        """Say it, and bring into sight what the keyboard was given to in the area."""
        self._area = area
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        QTimer.singleShot(0, self._show_asked)  # once the form has made room for the line

    def _show_asked(self) -> None:
        asked = QApplication.focusWidget()
        if asked is not None and self._area is not None and self._area.isAncestorOf(asked):
            self._area.ensureWidgetVisible(asked)
