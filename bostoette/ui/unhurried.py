"""A row of small steps in the window's thread that nobody waits for."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

BETWEEN_MS = 10
"""Long enough for what came meanwhile to be painted and answered."""


class Unhurried(QObject):
    """Takes one step after the other with room between them, and then does what follows."""

    def __init__(self, owner: QObject, steps: Iterator[None], then: Callable[[], None]) -> None:
        super().__init__(owner)
        self._steps, self._then = steps, then
        self._timer = QTimer(self, interval=BETWEEN_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            self._then()
            self.deleteLater()
