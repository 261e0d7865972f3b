"""A scroll area that gives its content the height its wrapping text asks for."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class FittingScroll(QScrollArea):
    """Measures its content once more after the content has laid itself out.

    Qt measures while layouts further in still hold old heights, and then squeezes the text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._measure)

    def hold(self, content: QWidget) -> None:
        """Scroll this content."""
        self.setWidget(content)
        content.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again at another size."""
        super().resizeEvent(event)
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when the content has changed."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        """Measure at once: an event made in Python is never left in Qt's queue.

        Qt throws a layout request away where one waits already, and Python then holds what is gone.
        """
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
