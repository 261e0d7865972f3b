"""A scroll area that gives its content the height its wrapping text asks for."""

from PySide6.QtCore import QEvent, QObject
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

    def hold(self, content: QWidget) -> None:
        """Scroll this content."""
        self.setWidget(content)
        content.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again at another size."""
        super().resizeEvent(event)
        self._measure_later()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when the content has changed."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._measure_later()
        return super().eventFilter(watched, event)

    def _measure_later(self) -> None:
        QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
