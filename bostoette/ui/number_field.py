"""A number to type or step: its text stands as far from the edge as in every other field."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

EDGE = 6


class NumberField(QSpinBox):
    """A spin box; the stylesheet's padding does not reach the line edit inside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(EDGE, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form, so that no number is changed by scrolling past."""
        event.ignore()
