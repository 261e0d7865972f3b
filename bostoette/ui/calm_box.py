"""A combo box that the wheel scrolls past, so that a form is not changed by scrolling."""

from PySide6.QtGui import QWheelEvent

from bostoette.ui.roomy_box import RoomyBox


class CalmBox(RoomyBox):
    """Changes by keys and by its list only."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()
