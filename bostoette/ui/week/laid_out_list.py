"""A list view whose rows lie where a WeekLayout says: the week's rectangles, seen and heard.

Being a QListView, it shows every row to a screen reader as a list item with its own rectangle.
"""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from bostoette.ui.week.week_layout import Box, WeekLayout
from bostoette.ui.week.week_model import AnyIndex

MOST_SIZES = 4
"""How often a size may bring about another one before it is left at that."""


class LaidOutList(QListView):
    """Answers Qt's questions about where rows lie; ``lay_out_again`` is given by the week."""

    # Qt asks for rectangles while the view is being made.
    _layout: WeekLayout | None = None
    _resizing = 0

    def lay_out_again(self) -> None:
        """Compute the layout anew for the view's size."""

    def week_layout(self) -> WeekLayout | None:
        """Return where everything lies; None before a week is shown."""
        return self._layout

    def box_of(self, row: int) -> Box | None:
        """Return a row's rectangle in the week's own coordinates."""
        boxes = () if self._layout is None else self._layout.boxes
        return boxes[row] if 0 <= row < len(boxes) else None

    def visualRect(self, index: AnyIndex) -> QRect:
        """Return a card's rectangle in the viewport."""
        box = self.box_of(index.row())
        if box is None:
            return QRect()
        left, top = box.left - self.horizontalOffset(), box.top - self.verticalOffset()
        return QRect(left, top, box.width, box.height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the card at a place in the viewport."""
        if self._layout is None:
            return QModelIndex()
        x, y = point.x() + self.horizontalOffset(), point.y() + self.verticalOffset()
        for row, box in enumerate(self._layout.boxes):
            if box is not None and box.holds(x, y):
                return self.model().index(row, 0)
        return QModelIndex()

    def isIndexHidden(self, index: AnyIndex) -> bool:
        """Tell whether a card's day is not shown."""
        return self.box_of(index.row()) is None

    def horizontalOffset(self) -> int:
        """Return how far the week is scrolled sideways."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """Return how far the week is scrolled down."""
        return self.verticalScrollBar().value()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where chosen cards and their rings lie."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).adjusted(-4, -4, 4, 4)
        return region

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the card in the middle of a rectangle."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def scrollTo(
        self,
        index: AnyIndex,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll so far that a card is seen whole."""
        self.show_area(self.visualRect(index))

    def show_area(self, area: QRect) -> None:
        """Scroll so far that a rectangle of the viewport is seen whole."""
        if area.isEmpty():
            return
        area = area.adjusted(-6, -6, 6, 6)
        view = self.viewport().rect()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setValue(down.value() + _shift(area.top(), area.bottom(), view.height()))
        gutter = self._layout.measures.gutter if self._layout else 0
        across.setValue(
            across.value()
            + _shift(area.left() - gutter, area.right() - gutter, view.width() - gutter)
        )

    def doItemsLayout(self) -> None:
        """Lay the week out instead of a list."""
        QAbstractItemView.doItemsLayout(self)
        self.lay_out_again()

    def updateGeometries(self) -> None:
        """Set how far the week can be scrolled."""
        if self._layout is None:
            return
        layout, view = self._layout, self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, layout.height - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(round(layout.hour / 2))
        across.setRange(0, max(0, layout.width - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(round(layout.hour / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for another size.

        A layout can bring scroll bars or send them away, which is another size again; where both
        would go on by turns, the last one stays.
        """
        QAbstractItemView.resizeEvent(self, event)
        if self._resizing < MOST_SIZES:
            self._resizing += 1
            self.lay_out_again()
            self._resizing -= 1

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw another part of the week."""
        QAbstractItemView.scrollContentsBy(self, dx, dy)
        self.viewport().update()


def _shift(low: int, high: int, room: int) -> int:
    """Return how far to scroll so that low to high lies within the room, its beginning first."""
    if low < 0 or high - low > room:
        return low
    return max(0, high - room)
