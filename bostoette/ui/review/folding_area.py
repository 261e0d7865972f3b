"""An area that is as high as what it holds, and scrolls where there is less room than that."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class FoldingArea(QScrollArea):
    """Leaves the room it does not need to others; may be told not to fold at all."""

    def __init__(self, inside: QWidget, least: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._least, self._inside = least, inside
        self._folds = True
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        inside.installEventFilter(self)

    def fold(self, *, folds: bool) -> None:
        """Scroll where there is little room; else ask for the room of everything."""
        self._folds = folds
        self.measure()

    def keep_least(self, least: int) -> None:
        """Stay at least so high, as far as there is so much to show."""
        self._least = least
        self.measure()

    def measure(self) -> None:
        """Take the room that what it holds asks for now."""
        self.setMaximumHeight(max(1, self._whole()))
        self.updateGeometry()

    def show_area(self, of: QWidget, area: QRect) -> None:
        """Bring a part of what it holds into sight, its beginning before its end."""
        for corner in (area.bottomLeft(), area.topLeft()):
            there = of.mapTo(self._inside, QPoint(0, corner.y()))
            self.ensureVisible(0, there.y(), 0, 0)

    def sizeHint(self) -> QSize:
        """Ask for the least, or for everything; what is above the least is taken where it is."""
        return QSize(1, min(self._least, self._whole()) if self._folds else self._whole())

    def minimumSizeHint(self) -> QSize:
        """Need no less than is asked for."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words take another height at another width."""
        super().resizeEvent(event)
        self.measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when what it holds does."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.measure()
        return super().eventFilter(watched, event)

    def _whole(self) -> int:
        layout = self._inside.layout()
        if layout is None:
            return self._inside.sizeHint().height()
        wide = self.viewport().width()
        return max(layout.totalHeightForWidth(wide), layout.totalSizeHint().height())
