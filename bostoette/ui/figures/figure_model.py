"""A figure's numbers as Qt asks for them; what can be opened looks and reads as such."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from bostoette.models.figure import Cell, Figure
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FigureModel(QAbstractTableModel):
    """Adapts one figure: the first column names the lines."""

    def __init__(
        self, theme: Theme, figure: Figure, naming: Naming, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._figure, self._naming = theme, figure, naming

    def cell(self, index: AnyIndex) -> Cell | None:
        """Return the number at a place; None where a line is named."""
        if not index.isValid() or not index.column():
            return None
        cells = self._figure.lines[index.row()].cells
        return cells[index.column() - 1] if index.column() <= len(cells) else None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._figure.lines)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._figure.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._figure.heads[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer what a place shows and how it is read aloud."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if cell is None else _RIGHT
        if cell is None:
            return self._named(index.row()) if role in _WORDS else None
        return self._number(index, cell, role)

    def _number(self, index: AnyIndex, cell: Cell, role: int) -> object:
        opens = cell.opens and self._figure.openable
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ForegroundRole:
                return self._theme.colour("accent" if opens else "muted")
            case Qt.ItemDataRole.FontRole if opens:
                font = QFont()
                font.setUnderline(True)
                return font
            case Qt.ItemDataRole.ToolTipRole:
                return f"Se {cell.kind.counted(len(cell.rows))}" if opens else cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                where = f"{self._named(index.row())}, {self._figure.heads[index.column()]}"
                more = f". Enter viser {cell.kind.counted(len(cell.rows))}" if opens else ""
                return f"{where}: {cell.text}{more}"
        return None

    def _named(self, row: int) -> str:
        return self._figure.lines[row].named(names=not self._naming.discreet)


_WORDS = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
