"""Notices whether somebody is at the machine: nobody for a while, or the machine was asleep."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

MINUTE_MS = 60_000
LOOK_MS = 10_000
ASLEEP = timedelta(seconds=60)
"""A look at the clock that comes so much too late means that the machine slept."""
SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Presence(QObject):
    """Watches every window that gets the focus; ``gone`` is sent when nobody is there.

    It stands where the system's events enter a window: looking at each event of each widget
    would take a tenth of all the window does.
    """

    gone = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._minutes = 0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.gone)
        self._looked = now()
        self._looks = QTimer(self)
        self._looks.timeout.connect(self.look)
        self._looks.start(LOOK_MS)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())

    def wait(self, minutes: int) -> None:
        """Count so many idle minutes from now; 0 waits for ever."""
        self._minutes = minutes
        self._begin()

    @property
    def waits_ms(self) -> int:
        """How long nobody must be there from now on; -1 when it waits for ever."""
        return self._idle.remainingTime()

    def look(self) -> None:
        """Look at the clock: a long gap since the last look means sleep."""
        before, self._looked = self._looked, self._now()
        if self._minutes and self._looked - before > ASLEEP:
            self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count anew at every sign of somebody."""
        if event.type() in SIGNS:
            self._begin()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _begin(self) -> None:
        if self._minutes:
            self._idle.start(self._minutes * MINUTE_MS)
        else:
            self._idle.stop()
