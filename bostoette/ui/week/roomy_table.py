"""A table to look through before something is done: lines as high as their words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QWidget

LETTERS_WIDE = 90
LINES_HIGH = 38
EDGES = 24
"""Pixels around a cell's words, on both sides together."""


def roomy(dialog: QWidget) -> None:
    """Give a dialog with such a list the room that its text size asks for, and the screen has."""
    metrics, screen = dialog.fontMetrics(), dialog.screen().availableSize()
    wide = metrics.horizontalAdvance("n") * LETTERS_WIDE
    high = metrics.lineSpacing() * LINES_HIGH
    dialog.resize(min(wide, screen.width()), min(high, screen.height()))


class RoomyLines(QStyledItemDelegate):
    """Measures lines with their tick and edges, which Qt leaves out where a style sheet is worn."""

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room that a cell's words take at its column's width."""
        hint = super().sizeHint(option, index)
        metrics = self._table.fontMetrics()
        edges = metrics.height() * 2 + EDGES
        room = self._table.columnWidth(index.column()) - edges
        flags = Qt.TextFlag.TextWordWrap.value
        words = metrics.boundingRect(QRect(0, 0, max(1, room), 0), flags, str(index.data()))
        return QSize(hint.width() + EDGES, max(hint.height(), words.height() + EDGES // 2))


class RoomyTable(QTableWidget):
    """Reads like a list: Tab goes past its cells, and nothing is typed in them."""

    def __init__(self, name: str, headings: list[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings), parent)
        self.setItemDelegate(RoomyLines(self))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(headings)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
