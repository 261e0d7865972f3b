"""Lets Ctrl+L lock from within a dialog too, whose window keeps the keys from the one behind.

Somebody coming through the door does not wait until a form is closed; what is typed in it is kept
as it is typed.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

KEYS = "Ctrl+L"
_HAS_IT = "locks"


class LockFromDialogs(QObject):
    """Gives each dialog the shortcut when it first gets the keyboard."""

    asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        dialog = new.window() if new is not None else None
        if isinstance(dialog, QDialog) and not dialog.property(_HAS_IT):
            dialog.setProperty(_HAS_IT, True)  # noqa: FBT003 - Qt's signature
            QShortcut(QKeySequence(KEYS), dialog).activated.connect(self.asked)
