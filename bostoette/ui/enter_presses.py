"""Lets Enter press the button that has the keyboard in a dialog, and not the dialog's main one.

Buttons beside the main one are not `autoDefault`, or Qt would move the main action about; while
such a button has the keyboard, it is.
"""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

_LENT = "enter_presses"


class EnterPresses(QObject):
    """Follows the keyboard from button to button, as long as its window lives."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QPushButton) and old.property(_LENT):
            old.setAutoDefault(False)
            old.setProperty(_LENT, False)  # noqa: FBT003 - Qt's signature
        if not isinstance(new, QPushButton) or new.autoDefault():
            return
        if isinstance(new.window(), QDialog):
            new.setAutoDefault(True)
            new.setProperty(_LENT, True)  # noqa: FBT003 - Qt's signature
