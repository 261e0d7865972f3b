"""The citizens as a list: one row each, in the order of names."""

from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.key import Key
from bostoette.models.wording import long_day, short_day
from bostoette.ui.naming import Naming

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CitizenRole(IntEnum):
    """What a row knows beside its texts."""

    CITIZEN = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2


class CitizenListModel(QAbstractListModel):
    """Adapts one tuple of citizens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._citizens: tuple[ListedCitizen, ...] = ()
        self._naming = Naming()

    @property
    def citizens(self) -> tuple[ListedCitizen, ...]:
        """The citizens, row by row."""
        return self._citizens

    def replace(self, citizens: tuple[ListedCitizen, ...]) -> None:
        """Show other citizens; where the same rows stay, only their contents change."""
        if [one.id for one in citizens] == [one.id for one in self._citizens]:
            self._citizens = citizens
            self._tell_changed()
            return
        self.beginResetModel()
        self._citizens = citizens
        self.endResetModel()

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self._naming = naming
        self._tell_changed()

    def index_of(self, key: Key | None) -> QModelIndex:
        """Return the index of a citizen; an invalid one where she is not shown."""
        row = next((row for row, one in enumerate(self._citizens) if one.id == key), None)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the citizens."""
        return 0 if parent.isValid() else len(self._citizens)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with the citizen's texts or herself."""
        if not index.isValid() or index.row() >= len(self._citizens):
            return None
        citizen = self._citizens[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._naming.name_of(citizen.name, citizen.initials)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(citizen)
        if role == CitizenRole.LINE:
            return second_line(citizen)
        return citizen if role == CitizenRole.CITIZEN else None

    def _spoken(self, citizen: ListedCitizen) -> str:
        parts = [self._naming.name_of(citizen.name, citizen.initials), citizen.status.danish]
        if citizen.worker_initials:
            parts.append(f"kontaktperson {citizen.worker_initials}")
        parts.append(
            f"næste kontakt {long_day(citizen.next_day)}"
            if citizen.next_day
            else "ingen planlagt kontakt"
        )
        return ", ".join(parts)

    def _tell_changed(self) -> None:
        if self._citizens:
            self.dataChanged.emit(self.index(0), self.index(len(self._citizens) - 1))


def second_line(citizen: ListedCitizen) -> str:
    """Say status, worker and next contact: ``M.J. · tor. 26. nov.``."""
    status = "" if citizen.status is CitizenStatus.ACTIVE else citizen.status.danish
    when = short_day(citizen.next_day) if citizen.next_day else ""
    if not when and not status:
        when = "ingen planlagt kontakt"
    return " · ".join(part for part in (status, citizen.worker_initials, when) if part)


def counted(citizens: tuple[ListedCitizen, ...], today: date) -> str:
    """Say how many receive support and how many pause: ``22 aktive · 2 på pause``."""
    current = [one for one in citizens if one.is_current(today)]
    paused = sum(one.status is CitizenStatus.PAUSED for one in current)
    active = len(current) - paused
    parts = [f"{active} aktiv" if active == 1 else f"{active} aktive"]
    return " · ".join(parts + ([f"{paused} på pause"] if paused else []))
