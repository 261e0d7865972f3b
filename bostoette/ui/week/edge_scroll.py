"""Scrolls a view while something is dragged to its edge, also when the pointer rests there."""

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

REACH = 24
STEP = 10
EVERY_MS = 30


class EdgeScroll(QObject):
    """Scrolls in small steps for as long as the pointer is near an edge."""

    scrolled = Signal()

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._across = 0
        self._down = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._step)

    def follow(self, point: QPoint) -> None:
        """Look where the pointer is, in the viewport."""
        view = self._area.viewport().rect()
        self._across = _direction(point.x(), view.width())
        self._down = _direction(point.y(), view.height())
        if self._across or self._down:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Stop scrolling."""
        self._timer.stop()

    def _step(self) -> None:
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        before = across.value(), down.value()
        across.setValue(before[0] + self._across * STEP)
        down.setValue(before[1] + self._down * STEP)
        if before != (across.value(), down.value()):
            self.scrolled.emit()


def _direction(place: int, length: int) -> int:
    if place < REACH:
        return -1
    return 1 if place > length - REACH else 0
