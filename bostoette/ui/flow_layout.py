"""A layout that fills lines from left to right and goes on below where one is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class FlowLayout(QLayout):
    """Nothing is cut where there is little room: what does not fit comes in the next line."""

    def __init__(self, parent: QWidget, between: int, below: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._between, self._below = between, below

    def addItem(self, item: QLayoutItem) -> None:
        """Take in an item, as Qt asks."""
        self._items.append(item)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one at a place, or last where there are fewer."""
        self.addChildWidget(widget)
        self._items.insert(place, QWidgetItem(widget))
        self.invalidate()

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let an item go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than there is."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(area)
        self._lay_out(area, move=True)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self._between for size in shown) - self._between
        return self._with_margins(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Need room for the widest item."""
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return self._with_margins(
            max((size.width() for size in shown), default=0),
            max((size.height() for size in shown), default=0),
        )

    def _with_margins(self, width: int, height: int) -> QSize:
        edges = self.contentsMargins()
        return QSize(
            max(0, width) + edges.left() + edges.right(), height + edges.top() + edges.bottom()
        )

    def _lay_out(self, area: QRect, *, move: bool) -> int:
        """Lay the items out line by line; return the height that they take."""
        inside = area.marginsRemoved(self.contentsMargins())
        top = inside.top()
        lines = self._lines(inside.width())
        for line in lines:
            height = max(item.sizeHint().height() for item in line)
            left = inside.left()
            for item in line:
                size = item.sizeHint()
                size.setWidth(min(size.width(), inside.width()))
                if move:
                    down = top + (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, down), size))
                left += size.width() + self._between
            top += height + self._below
        used = top - inside.top() - (self._below if lines else 0)
        edges = self.contentsMargins()
        return used + edges.top() + edges.bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if lines and left + wide <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
                left = 0
            left += wide + self._between
        return lines
