"""One's own tasks as a list: the most overdue first, what was done today at the end."""

from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bostoette.models.key import Key
from bostoette.models.task_fields import ListedTask
from bostoette.models.wording import short_day
from bostoette.ui.naming import Naming

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TaskRole(IntEnum):
    """What a row knows beside its text."""

    TASK = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2
    """By which day, and for whom."""
    OVERDUE = Qt.ItemDataRole.UserRole + 3


class TaskModel(QAbstractListModel):
    """Adapts one tuple of tasks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[ListedTask, ...] = ()
        self._naming = Naming()
        self._today = date.min

    @property
    def tasks(self) -> tuple[ListedTask, ...]:
        """The tasks, row by row."""
        return self._tasks

    def replace(self, tasks: tuple[ListedTask, ...], naming: Naming, today: date) -> None:
        """Show other tasks, as seen from today."""
        if (tasks, naming, today) == (self._tasks, self._naming, self._today):
            return
        self.beginResetModel()
        self._tasks, self._naming, self._today = tasks, naming, today
        self.endResetModel()

    def row_of(self, key: Key) -> int:
        """Return a task's row; -1 where it is not shown."""
        keys = [task.id for task in self._tasks]
        return keys.index(key) if key in keys else -1

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._tasks)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with a row's texts or its task."""
        if not index.isValid() or index.row() >= len(self._tasks):
            return None
        task = self._tasks[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                answer: object = self._said(task)
            case Qt.ItemDataRole.AccessibleTextRole:
                answer = self._spoken(task)
            case Qt.ItemDataRole.ToolTipRole:
                answer = self._tip(task)
            case TaskRole.LINE:
                answer = self._line(task)
            case TaskRole.OVERDUE:
                answer = task.overdue(self._today)
            case TaskRole.TASK:
                answer = task
            case _:
                answer = None
        return answer

    def _who(self, task: ListedTask) -> str:
        one = task.citizen
        return "" if one is None else self._naming.name_of(one.name, one.initials)

    def _said(self, task: ListedTask) -> str:
        """Say the task; in discretion only what the program wrote, which names nobody."""
        return task.text if task.tells else self._naming.hidden(task.text)

    def _line(self, task: ListedTask) -> str:
        what = "Giv besked" if task.tells else ""
        line = " · ".join(filter(None, (self._when(task), self._who(task), what)))
        return line[:1].upper() + line[1:]

    def _when(self, task: ListedTask) -> str:
        if task.done_at is not None:
            how = "" if task.told_how is None else f" ({task.told_how.danish})"
            return (f"udført af {task.done_by}" if task.done_by else "udført") + how
        if task.due is None:
            return ""
        if task.due == self._today:
            return "i dag"
        day = short_day(task.due)
        return f"skulle være gjort {day}" if task.overdue(self._today) else f"senest {day}"

    def _spoken(self, task: ListedTask) -> str:
        where = "" if task.done_at is not None else "opgave"
        return ", ".join(filter(None, (self._when(task), where, self._who(task), self._said(task))))

    def _tip(self, task: ListedTask) -> str:
        key = "Mellemrum tager op igen" if task.done_at else "Mellemrum sætter til udført"
        return f"{self._said(task)}\n{key}"
