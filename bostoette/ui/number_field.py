"""A number to type or step: its text stands as far from the edge as in every other field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

EDGE = 6


class NumberField(QSpinBox):
    """A spin box; the stylesheet's padding does not reach the line edit inside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(EDGE, 0, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let what is typed replace the number, as after Tab, also where a form gives the focus."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form, so that no number is changed by scrolling past."""
        event.ignore()
