"""A row of a form whose text wraps: as high as the text is at its width, and no higher.

A form's own layout gives such a row the height it would need at its narrowest.
"""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_TURNS = (QEvent.Type.LayoutRequest, QEvent.Type.Show)


class FittedRow(QWidget):
    """Holds one widget, and follows its height."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        content.setParent(self)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(1, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure at another width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when the content says something else."""
        if watched is self._content and event.type() in _TURNS:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        height = self._content.heightForWidth(self.width())
        self._content.setGeometry(0, 0, self.width(), height)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
