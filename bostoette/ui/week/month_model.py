"""A month as a table: six weeks of seven days, each with its number before them."""

from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bostoette.models.iso_week import IsoWeek
from bostoette.models.wording import WEEKDAYS_SHORT, long_day, week_title

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
WEEKS = 6
WEEK_COLUMN = 0
LAST_COLUMN = 7


class MonthModel(QAbstractTableModel):
    """Shows the weeks that one month touches."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._month = today.replace(day=1)
        self._today = today
        self._busy: frozenset[date] = frozenset()

    @property
    def month(self) -> date:
        """The month's first day."""
        return self._month

    @property
    def first_day(self) -> date:
        """The Monday at the table's head."""
        return IsoWeek.of(self._month).monday

    @property
    def last_day(self) -> date:
        """The Sunday at the table's foot."""
        return self.first_day + timedelta(days=7 * WEEKS - 1)

    def show_month(self, day: date, today: date) -> None:
        """Show the month that holds a day."""
        self.beginResetModel()
        self._month, self._today = day.replace(day=1), today
        self._busy = frozenset()
        self.endResetModel()

    def mark(self, busy: frozenset[date]) -> None:
        """Mark the days that hold contacts."""
        self._busy = busy
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, LAST_COLUMN))

    def day_of(self, index: AnyIndex) -> date:
        """Return a cell's day; of a week's number its Monday."""
        return self.first_day + timedelta(days=7 * index.row() + max(index.column() - 1, 0))

    def index_of(self, day: date) -> QModelIndex:
        """Return a day's cell; an invalid one where it is not shown."""
        row, column = divmod((day - self.first_day).days, 7)
        return self.index(row, column + 1) if 0 <= row < WEEKS else QModelIndex()

    def is_busy(self, index: AnyIndex) -> bool:
        """Tell whether contacts lie on the day, or in the week."""
        day = self.day_of(index)
        if index.column() == WEEK_COLUMN:
            return not self._busy.isdisjoint(IsoWeek.of(day).days)
        return day in self._busy

    def is_today(self, index: AnyIndex) -> bool:
        """Tell whether the cell is today's."""
        return index.column() != WEEK_COLUMN and self.day_of(index) == self._today

    def is_beside(self, index: AnyIndex) -> bool:
        """Tell whether the day belongs to the month before or after."""
        day = self.day_of(index)
        return index.column() != WEEK_COLUMN and day.month != self._month.month

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the days, and the week's number before them."""
        return 0 if parent.isValid() else LAST_COLUMN + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with the number that is drawn, or with what is read aloud."""
        if not index.isValid():
            return None
        day = self.day_of(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(IsoWeek.of(day).number if index.column() == WEEK_COLUMN else day.day)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._spoken(index, day)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name the columns after the weekdays."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "uge" if section == WEEK_COLUMN else WEEKDAYS_SHORT[section - 1].rstrip(".")
        return None

    def _spoken(self, index: AnyIndex, day: date) -> str:
        week = week_title(IsoWeek.of(day))
        parts = [week] if index.column() == WEEK_COLUMN else [long_day(day), week]
        parts += ["i dag"] if self.is_today(index) else []
        parts += ["med kontakter"] if self.is_busy(index) else []
        return ", ".join(parts)
