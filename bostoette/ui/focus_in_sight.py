"""Brings what gets the keyboard into sight where it lies in something that scrolls."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def pressed_now() -> bool:
    """Tell whether the mouse brought the focus: what moves under a press loses its click."""
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton


class FocusInSight(QObject):
    """Follows the focus within one window; Qt does so only where it moves the focus itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self._window or pressed_now():
            return
        parent = new.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(new)
            parent = parent.parentWidget()
