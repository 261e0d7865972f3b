"""The citizens as a list: one row each, in the order of names."""

from collections.abc import Callable
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.citizen_kinds import CitizenStatus, RiskLevel
from bostoette.models.key import Key
from bostoette.models.wording import WEEKDAYS_SHORT, clock, long_day, short_day
from bostoette.ui.naming import Naming

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DAYS_A_WEEK = 7


class CitizenRole(IntEnum):
    """What a row knows beside its texts."""

    CITIZEN = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2
    BRIEF = Qt.ItemDataRole.UserRole + 3
    """The line where there is little room."""


class CitizenListModel(QAbstractListModel):
    """Adapts one tuple of citizens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._citizens: tuple[ListedCitizen, ...] = ()
        self._naming = Naming()
        self._today = date.min
        self._rows: dict[Key, int] = {}

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
        self._rows = {one.id: row for row, one in enumerate(citizens)}
        self.endResetModel()

    def set_today(self, today: date) -> None:
        """Say days as seen from today."""
        self._today = today

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self._naming = naming
        self._tell_changed()

    def index_of(self, key: Key | None) -> QModelIndex:
        """Return the index of a citizen; an invalid one where she is not shown."""
        row = None if key is None else self._rows.get(key)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the citizens."""
        return 0 if parent.isValid() else len(self._citizens)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with the citizen's texts or herself."""
        if not index.isValid() or index.row() >= len(self._citizens):
            return None
        citizen = self._citizens[index.row()]
        if role == CitizenRole.CITIZEN:
            return citizen
        tells: dict[int, Callable[[ListedCitizen], str]] = {
            Qt.ItemDataRole.DisplayRole: self.named,
            Qt.ItemDataRole.ToolTipRole: self.named,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            CitizenRole.LINE: self.line,
            CitizenRole.BRIEF: self.brief,
        }
        tell = tells.get(role)
        return tell(citizen) if tell else None

    def named(self, citizen: ListedCitizen) -> str:
        """Return the name that is drawn."""
        return self._naming.name_of(citizen.name, citizen.initials)

    def line(self, citizen: ListedCitizen) -> str:
        """Return the line below the name."""
        return second_line(citizen, self._today)

    def brief(self, citizen: ListedCitizen) -> str:
        """Return the line in fewer words."""
        line = self.line(citizen)
        for long, brief in (
            ("Kendt relation", "Kendt"),
            ("Ny borger", "Ny"),
            ("Ny for dig · ", ""),
        ):
            line = line.replace(long, brief)
        return line

    def _spoken(self, citizen: ListedCitizen) -> str:
        parts = [self._naming.name_of(citizen.name, citizen.initials), citizen.status.danish]
        if citizen.looked_up:
            parts.append(relation(citizen).lower())
        if citizen.risk is not RiskLevel.GREEN:
            parts.append(f"{citizen.risk.danish.lower()} risiko")
        if citizen.worker_initials:
            parts.append(f"kontaktperson {citizen.worker_initials}")
        if citizen.looked_up:
            parts.append(
                f"næste kontakt {long_day(citizen.next_day)}{_at(citizen.next_start)}"
                if citizen.next_day
                else "ingen planlagt kontakt"
            )
        return ", ".join(parts)

    def _tell_changed(self) -> None:
        if self._citizens:
            self.dataChanged.emit(self.index(0), self.index(len(self._citizens) - 1))


def second_line(citizen: ListedCitizen, today: date) -> str:
    """Say status or relation, and the next contact: ``Kendt relation · tor. 09.00``."""
    active = citizen.status is CitizenStatus.ACTIVE
    if not citizen.looked_up:
        return "" if active else citizen.status.danish
    first = relation(citizen) if active else citizen.status.danish
    if active and citizen.risk is not RiskLevel.GREEN:
        first = f"{citizen.risk.sign} {citizen.risk.danish} · {first}"
    when = next_words(citizen, today)
    if not when and active:
        when = "intet planlagt"
    return " · ".join(part for part in (first, when) if part)


def relation(citizen: ListedCitizen) -> str:
    """Say whether the person who looks has met her face to face (P11, P15)."""
    if citizen.met_by_me:
        return "Kendt relation"
    return "Ny for dig" if citizen.met else "Ny borger"


def next_words(citizen: ListedCitizen, today: date) -> str:
    """Say when the next contact is, a day of the coming week by its name: ``tor. 09.00``."""
    if citizen.next_day is None:
        return ""
    away = (citizen.next_day - today).days
    start = "" if citizen.next_start is None else clock(citizen.next_start)
    if away == 0:
        return f"i dag {start}".strip()
    if 0 < away < _DAYS_A_WEEK:
        return f"{WEEKDAYS_SHORT[citizen.next_day.weekday()]} {start}".strip()
    return short_day(citizen.next_day)


def counted(citizens: tuple[ListedCitizen, ...], today: date) -> str:
    """Say how many receive support, pause, and were met by nobody: ``22 aktive · 2 nye``."""
    current = [one for one in citizens if one.is_current(today)]
    paused = sum(one.status is CitizenStatus.PAUSED for one in current)
    active = len(current) - paused
    parts = [f"{active} aktiv" if active == 1 else f"{active} aktive"]
    new = sum(not one.met for one in current)
    if paused:
        parts.append(f"{paused} på pause")
    if new:
        parts.append(f"{new} ny" if new == 1 else f"{new} nye")
    return " · ".join(parts)


def _at(start: int | None) -> str:
    return "" if start is None else f" klokken {clock(start)}"
