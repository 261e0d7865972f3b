"""Looking for garbage at a moment of our own choosing.

Python's collector of cycles runs in whatever thread and whatever line happens to allocate: within
a painting, within Qt's walk over all widgets, within another thread. What it frees there may be a
widget that Qt holds on to for one line more, and the program is gone. So it never runs by itself
while there is a window: a timer of the window's own thread asks, between two events, whether
enough has been made to be worth a look.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1000
"""How often it is asked; a look at what is young takes a millisecond or less."""
_GENERATIONS = 3


def rest() -> None:
    """Let nothing be collected by itself from here on."""
    gc.disable()


def collect_when_due() -> int:
    """Collect every generation that Python would by now have collected, and count what went."""
    return sum(gc.collect(generation) for generation in range(_GENERATIONS) if _is_due(generation))


def _is_due(generation: int) -> bool:
    limit = gc.get_threshold()[generation]
    return 0 < limit < gc.get_count()[generation]


class Collector(QObject):
    """Looks from now on, but never through what the start made: all of it stays.

    One look through that would stop the window for 80 ms. ``starting`` says that a window is being
    made ready, ``must_wait`` that something is under way beside it whose Qt objects may not be
    freed yet.
    """

    def __init__(
        self, parent: QObject, starting: Callable[[], bool], must_wait: Callable[[], bool]
    ) -> None:
        super().__init__(parent)
        self._starting, self._must_wait = starting, must_wait
        self._unseen = True
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._starting():
            self._unseen = True
        elif self._must_wait():
            return
        elif self._unseen:
            self._unseen = False
            gc.freeze()
        else:
            collect_when_due()
