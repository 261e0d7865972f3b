"""A button whose next press would mean something else: one press does it once."""

from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton


class OnePress(QPushButton):
    """Lets neither a double click nor a key that is held down do the next one unseen."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of a double click for none."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key that repeats itself for none."""
        if not event.isAutoRepeat():
            super().keyPressEvent(event)
