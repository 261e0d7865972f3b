"""What is copied of a note leaves the clipboard after a minute, where it is still there.

The minute goes on when the window is made anew, so the keeper belongs to the program and not to a
window; where the program ends or locks before, the clipboard is cleared then.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

CLEARED_AFTER_MS = 60_000


class ShortClipboard(QObject):
    """Copies text, and takes it away again unless something else was copied since."""

    def __init__(self, after_ms: int = CLEARED_AFTER_MS) -> None:
        program = QApplication.instance()
        assert program is not None  # noqa: S101 - nothing is copied without one
        super().__init__(program)
        self._copied = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self.clear)
        program.aboutToQuit.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard for a minute."""
        self._copied = text
        QApplication.clipboard().setText(text)
        self._timer.start()

    def clear(self) -> None:
        """Clear the clipboard where it still holds what was copied here."""
        if self._copied and QApplication.clipboard().text() == self._copied:
            QApplication.clipboard().clear()
        self._copied = ""
