"""The first key or press in a window that is painted but not yet ready to be worked in."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_INPUT = frozenset(
    {
        QEvent.Type.ShortcutOverride,  # comes before any key finds its action
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
        QEvent.Type.DragEnter,
        QEvent.Type.Close,
    }
)

_LAYOUTS = 4
"""How often a row that has found its height may ask what lies around it for another one."""


class FirstInput(QObject):
    """Makes the window ready before it gets the first key or press, so that none is lost.

    It stands where the system's events enter the window, and goes once the window is ready.
    """

    def __init__(self, window: QWidget, make_ready: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._make_ready = make_ready
        self.came = False
        """Whether the person has begun before the window was ready."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _entry: QObject, event: QEvent) -> bool:
        """Make ready, and let the event on to where it belongs; a window that is going stays so.

        What has just been made finds its place first: a press would fall beside what was pressed.
        """
        if event.type() in _INPUT and isValid(self._window):
            self.came = True
            self._make_ready()
            for _ in range(_LAYOUTS):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        return False
