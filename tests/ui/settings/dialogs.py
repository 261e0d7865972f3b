"""Finds the dialog that is open."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog

T = TypeVar("T", bound=QDialog)


def open_dialog(kind: type[T]) -> T:
    """Return the one open dialog of a kind."""
    (found,) = (
        one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
    )
    return found


def is_open(kind: type[QDialog]) -> bool:
    """Tell whether a dialog of a kind is open."""
    return any(isinstance(one, kind) and one.isVisible() for one in QApplication.topLevelWidgets())


def none_open() -> bool:
    """Tell whether every dialog is closed."""
    return not any(
        isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets()
    )
