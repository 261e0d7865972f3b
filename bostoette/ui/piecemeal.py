"""A row of small steps in the window's thread, one per turn of the event loop.

Between two of them the window paints and answers, so that much that has to be done right after
the first painting never holds it up. The first key or press has all that is left done at once,
and is lost as little as without.
"""

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from bostoette.ui.first_input import FirstInput

BETWEEN_MS = 1
"""Long enough for what came meanwhile to be painted and answered."""


class Piecemeal(FirstInput):
    """Does one step after the other, each when the window has nothing else to do."""

    done = Signal()
    """Nothing is left to do."""

    def __init__(self, window: QWidget, steps: Iterator[None]) -> None:
        super().__init__(window, self.finish)
        self._steps = steps
        self._under_way = self._ended = False
        self._timer = QTimer(self, interval=BETWEEN_MS, singleShot=True)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left."""
        while not self._ended and not self._under_way:
            self._step()

    def _step(self) -> None:
        if self._under_way or self._ended:
            return  # a step opened a dialog of its own, whose events come through here
        self._under_way = True
        try:
            next(self._steps)
        except StopIteration:
            self._end()
        finally:
            self._under_way = False
            if not self._ended:
                self._timer.start()  # counted from here: a long step is not followed at once

    def _end(self) -> None:
        self._ended = True
        self._timer.stop()
        self.done.emit()
        self.deleteLater()
