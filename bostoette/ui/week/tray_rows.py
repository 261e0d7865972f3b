"""A list of rows in the tray, one Tab stop with arrows inside, each row painted by its delegate."""

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QWidget

from bostoette.ui.theme import Theme


class TrayRows(QListView):
    """Scrolls smoothly, has no frame of its own, and lays its rows anew in another theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)

    def hold(self, items: QAbstractListModel, row: QStyledItemDelegate, theme: Theme) -> None:
        """Show these items, each by this row."""
        self.setModel(items)
        self.setItemDelegate(row)
        theme.changed.connect(self.doItemsLayout)

    def choose(self, row: int) -> None:
        """Choose a row, or the nearest that there is."""
        last = self.model().rowCount() - 1
        if last >= 0:
            index = self.model().index(min(max(row, 0), last), 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)
