"""Lets Enter press the button that has the keyboard: in the window as Space does, in a dialog too.

Only the button that had the keyboard as the key was pressed: what Enter did in a field may have
given the keyboard to a button, and that one was not meant.

In a dialog it is not the main button that is pressed then. Buttons beside the main one are not
`autoDefault`, or Qt would move the main action about; while such a button has the keyboard, it is.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget

_LENT = "enter_presses"
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EnterPresses(QObject):
    """Follows the keyboard from button to button, as long as its window lives."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button; Qt leaves that to the dialogs."""
        enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
        )
        if enter and isinstance(watched, QAbstractButton) and watched.isEnabled():
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QAbstractButton):
            old.removeEventFilter(self)
        if isinstance(old, QPushButton) and old.property(_LENT):
            old.setAutoDefault(False)
            old.setProperty(_LENT, False)  # noqa: FBT003 - Qt's signature
        if isinstance(new, QAbstractButton) and new.window() is self._window:
            new.installEventFilter(self)
        elif isinstance(new, QPushButton) and isinstance(new.window(), QDialog):
            self._lend(new)

    def _lend(self, button: QPushButton) -> None:
        if not button.autoDefault():
            button.setAutoDefault(True)
            button.setProperty(_LENT, True)  # noqa: FBT003 - Qt's signature
