"""The main button of a form: Enter presses it from a field, and Ctrl+Enter from everywhere.

Enter in a text of several lines begins a new line, and on another button presses that one.
"""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

_KEYS = ("Ctrl+Return", "Ctrl+Enter")


def make_main(button: QPushButton) -> None:
    """Let a button be what its form is for."""
    button.setProperty("main", True)  # noqa: FBT003 - Qt's signature
    button.setDefault(True)
    for keys in _KEYS:
        QShortcut(QKeySequence(keys), button, button.click)
