"""What has no time yet as a list: one row a line of a citizen's agreement, her rows together."""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bostoette.models.wording import short_day
from bostoette.services.tray import TrayItem
from bostoette.ui.naming import Naming

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TrayRole(IntEnum):
    """What a row knows beside its text."""

    ITEM = Qt.ItemDataRole.UserRole + 1
    NAME = Qt.ItemDataRole.UserRole + 2
    """Who, on the first row of a citizen; empty on the following."""
    LAST = Qt.ItemDataRole.UserRole + 3
    """Whether it is a citizen's last row."""
    UNTIL = Qt.ItemDataRole.UserRole + 4
    """Until when it may wait; empty where it is due."""


class TrayModel(QAbstractListModel):
    """Adapts one tuple of items."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[TrayItem, ...] = ()
        self._naming = Naming()

    @property
    def items(self) -> tuple[TrayItem, ...]:
        """The items, row by row."""
        return self._items

    def replace(self, items: tuple[TrayItem, ...], naming: Naming) -> None:
        """Show other items."""
        if (items, naming) == (self._items, self._naming):
            return
        self.beginResetModel()
        self._items, self._naming = items, naming
        self.endResetModel()

    def row_of(self, item: TrayItem) -> int:
        """Return the row of an item's line, whatever it lacks now; -1 where there is none."""
        lines = [(one.citizen.id, one.place) for one in self._items]
        wanted = (item.citizen.id, item.place)
        return lines.index(wanted) if wanted in lines else -1

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with a row's texts or its item."""
        row = index.row()
        if not index.isValid() or row >= len(self._items):
            return None
        return self._answer(row, self._items[row], role)

    def _answer(self, row: int, item: TrayItem, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                answer: object = line_text(item)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                answer = spoken(item, self._naming)
            case TrayRole.NAME:
                first = not self._same_citizen(row, row - 1)
                answer = _name(item, self._naming) if first else ""
            case TrayRole.LAST:
                answer = not self._same_citizen(row, row + 1)
            case TrayRole.UNTIL:
                answer = f"senest {short_day(item.until)}" if item.waits else ""
            case TrayRole.ITEM:
                answer = item
            case _:
                answer = None
        return answer

    def _same_citizen(self, row: int, other: int) -> bool:
        there = 0 <= other < len(self._items)
        return there and self._items[row].citizen.id == self._items[other].citizen.id


def line_text(item: TrayItem) -> str:
    """Say a row: ``2 × telefon 15 min``."""
    return f"{item.number} × {_forms(item)} {item.minutes} min"


def spoken(item: TrayItem, naming: Naming) -> str:
    """Say a row in full: ``A.P., besøg, 60 minutter, mangler en tid``."""
    lacks = "mangler en tid" if item.number == 1 else f"{item.number} mangler en tid"
    waits = f", kan vente til {short_day(item.until)}" if item.waits else ""
    return f"{_name(item, naming)}, {_forms(item)}, {item.minutes} minutter, {lacks}{waits}"


def _name(item: TrayItem, naming: Naming) -> str:
    return naming.name_of(item.citizen.name, item.citizen.initials)


def _forms(item: TrayItem) -> str:
    return " eller ".join(form.short_name for form in item.forms)
