"""Work in the window's own thread, a slice at a time, so that the window answers meanwhile.

For what cannot be done beside the window, such as laying out text; the rest goes `beside`
(`background.py`). Small work is done at once, in the first slice.
"""

from collections.abc import Callable, Generator
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from bostoette.models.plan_error import PlanError

T = TypeVar("T")
FIRST_SLICE = 0.1
SLICE = 0.02
"""Seconds."""


class InSlices(QObject, Generic[T]):
    """Takes steps until they come to an end, or until it is stopped."""

    def __init__(
        self,
        owner: QObject,
        steps: Generator[int, None, T],
        told: Callable[[int], None],
        done: Callable[[T], None],
        refused: Callable[[PlanError], None],
    ) -> None:
        super().__init__(owner)
        self._steps = steps
        self._told, self._done, self._refused = told, done, refused
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take_slice)

    def start(self) -> None:
        """Take the first slice at once, and the others when the window has time."""
        self._timer.start(0)
        self._take(FIRST_SLICE)

    def stop(self) -> None:
        """Take no more steps, and let go of what the steps hold."""
        self._timer.stop()
        self._steps.close()

    def _take_slice(self) -> None:
        self._take(SLICE)

    def _take(self, seconds: float) -> None:
        until = monotonic() + seconds
        try:
            while monotonic() < until:
                number = next(self._steps)
        except StopIteration as end:
            self._timer.stop()
            self._done(end.value)
        except PlanError as error:
            self._timer.stop()
            self._refused(error)
        else:
            self._told(number)
