"""A table of plain rows: what leaves, or what comes in, to be read and not to be changed."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QWidget

AnyIndex = QModelIndex | QPersistentModelIndex
Rows = tuple[tuple[str, ...], ...]
_ROOT = QModelIndex()
_WIDEST = 320
_ROW_AIR = 14


class PlainRows(QAbstractTableModel):
    """Adapts one tuple of rows of text."""

    def __init__(self, headings: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._rows: Rows = ()

    def replace(self, rows: Rows) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._headings[section] if 0 <= section < len(self._headings) else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with a cell's text, on one line; the pointer gets it as it is.

        A screen reader hears the column's name with it.
        """
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text.replace("\n", " · ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()]}: {text or 'intet'}"
        return None


class PlainTable(QTableView):
    """Shows plain rows; Tab goes through it and the arrows walk in it."""

    def __init__(self, name: str, headings: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PlainRows(headings, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        for corner in self.findChildren(QAbstractButton):  # Qt's own, and never seen
            corner.setAccessibleName("Vælg alle rækker")
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)

    def show_rows(self, rows: Rows) -> None:
        """Show other rows, each column as wide as its text within reason."""
        self.rows.replace(rows)
        header: QHeaderView = self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_AIR)
        self.resizeColumnsToContents()
        widest = max(_WIDEST, self.fontMetrics().averageCharWidth() * 44)
        header.setStretchLastSection(False)
        for column in range(self.rows.columnCount() - 1):
            header.resizeSection(column, min(widest, header.sectionSize(column)))
        header.setStretchLastSection(header.length() <= self.viewport().width())
        if rows:
            self.choose(0)

    def choose(self, row: int) -> None:
        """Choose a row alone, whatever key is held: Ctrl would add it to the others."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.rows.index(row, 0), flag.ClearAndSelect | flag.Rows
        )
