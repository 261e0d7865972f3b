"""Repaint a widget 500 times in a plain process: ``python tests/ui/repaint_500_times.py``.

Some versions of PySide6 lose a reference to None at nearly every call that returns nothing, and the
process aborts after some thousands of them (docs/dependencies.md). A test suite stays green
meanwhile, because pytest holds None often enough; so this is run by itself.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

REPAINTS = 500
BOXES = 40  # as many as a worker's busy week has contacts


class BusyWeek(QWidget):
    """Paint as many boxes as a week has, each with calls that return nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        """Paint the boxes and count."""
        painter = QPainter(self)
        for number in range(BOXES):
            box = QRect(number % 5 * 80, number // 5 * 30, 76, 26)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#3d6b8f"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor("white"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "13.00")
        painter.end()
        self.painted += 1


def main() -> None:
    """Repaint, and say how often."""
    app = QApplication([])
    week = BusyWeek()
    week.resize(420, 260)
    week.show()
    for _ in range(REPAINTS):
        week.repaint()
        app.processEvents()
    print(week.painted)  # noqa: T201 - the test that started this process reads it


if __name__ == "__main__":
    main()
