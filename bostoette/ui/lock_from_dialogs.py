"""Lets Ctrl+L and F8 act from within a dialog, whose window keeps the keys from the one behind.

Somebody coming through the door does not wait until a form is closed; what is typed in it is kept
as it is typed. Discretion hides what lies behind at once, and covers what is open
(`ui/dialog_cover.py`).
"""

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

KEYS = "Ctrl+L"
DISCRETION_KEY = "F8"
ACTS_FROM_DIALOGS = (
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L),
    QKeyCombination(Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F8),
)
"""The same two as single presses."""
_HAS_IT = "locks"


class LockFromDialogs(QObject):
    """Gives each dialog the two shortcuts when it first gets the keyboard."""

    asked = Signal()
    discretion_asked = Signal()

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
            discretion = QShortcut(QKeySequence(DISCRETION_KEY), dialog)
            discretion.activated.connect(self.discretion_asked)
