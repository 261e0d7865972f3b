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
        self._timer = QTimer(self, interval=BETWEEN_MS, singleShot=True)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        over = False
        try:
            next(self._steps)
        except StopIteration:
            over = True
        finally:
            if not over:
                self._timer.start()  # counted from here: a long step is not followed at once
        if over:
            self._then()
            self.deleteLater()
