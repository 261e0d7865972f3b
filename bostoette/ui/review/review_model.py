"""The workers' weeks as a list: one row a worker, read aloud as a sentence."""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bostoette.models.key import Key
from bostoette.models.review import ReviewLine
from bostoette.ui.naming import Naming
from bostoette.ui.review.review_words import spoken

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ReviewRole(IntEnum):
    """What a row knows beside its sentence."""

    LINE = Qt.ItemDataRole.UserRole + 1
    NAME = Qt.ItemDataRole.UserRole + 2


class ReviewModel(QAbstractListModel):
    """Adapts the lines of one review."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ReviewLine, ...] = ()
        self._naming = Naming()

    @property
    def lines(self) -> tuple[ReviewLine, ...]:
        """The lines that are shown."""
        return self._lines

    def replace(self, lines: tuple[ReviewLine, ...], naming: Naming) -> None:
        """Show other lines; the same workers keep their rows, so that the choice stays."""
        same = [one.worker_id for one in lines] == [one.worker_id for one in self._lines]
        if same and lines:
            self._lines, self._naming = lines, naming
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines, self._naming = lines, naming
        self.endResetModel()

    def row_of(self, worker: Key | None) -> int:
        """Return a worker's row; -1 where she is not shown."""
        found = (row for row, one in enumerate(self._lines) if one.worker_id == worker)
        return next(found, -1)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the workers."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with the sentence, the line or the name."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == ReviewRole.LINE:
            return line
        if role == ReviewRole.NAME:
            return self._naming.name_of(line.name, line.initials)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(line, self._naming)
        return None
