"""Keys typed while a form is being made: they are kept for it, so that no letter is lost.

Where windows get the keyboard only once they are mapped (X11, Wayland), what is typed meanwhile
comes to the window behind, which the form blocks. Elsewhere the system keeps it for the form.
"""

from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_LATE_FOCUS = ("xcb", "wayland")
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_KEPT_OUT = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.Close,
    }
)
"""What the form will keep from the window behind anyway."""


class EarlyKeys(QObject):
    """Stands where events enter the window behind, and takes its keys."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[QKeyEvent] = []

    def eventFilter(self, _entry: QObject, event: QEvent) -> bool:
        """Take keys, and let no shortcut or press act on the window behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            self.kept.append(event.clone())
            return True
        return event.type() in _KEPT_OUT


def ask(dialog: QDialog) -> bool:
    """Run a form and tell whether it was accepted; what is typed already goes into it."""
    hand_over_where_late(dialog)
    return dialog.exec() == QDialog.DialogCode.Accepted


def hand_over_where_late(dialog: QDialog) -> None:
    """Hand over what is typed, where the system does not."""
    if QGuiApplication.platformName() in _LATE_FOCUS:
        hand_over(dialog)


def hand_over(dialog: QDialog) -> None:
    """Take what is typed so far, and type it into a form once it runs."""
    behind = cast("QWindow | None", QGuiApplication.focusWindow())
    if behind is None:
        return
    early = EarlyKeys()
    behind.installEventFilter(early)
    QApplication.processEvents()
    behind.removeEventFilter(early)
    if early.kept:
        QTimer.singleShot(0, dialog, partial(_type, dialog, early.kept))


def _type(dialog: QDialog, keys: list[QKeyEvent]) -> None:
    for key in keys:
        focused = cast("QWidget | None", dialog.focusWidget())
        QCoreApplication.sendEvent(focused or dialog, key)
