"""What waits of notes, as a list in groups; each line says who, when, and why it waits."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bostoette.models.waiting_note import WaitingKind, WaitingNote
from bostoette.models.wording import clock, short_day
from bostoette.ui.naming import Naming

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class WaitingRole(IntEnum):
    """What a line knows beside its words."""

    NOTE = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2
    HEADING = Qt.ItemDataRole.UserRole + 3
    MARK = Qt.ItemDataRole.UserRole + 4
    """A word at the right edge; empty where nothing presses."""


class WaitingModel(QAbstractListModel):
    """Adapts one tuple of what waits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[WaitingNote, ...] = ()
        self._naming = Naming()
        self._today = date.min

    def replace(self, waiting: Iterable[WaitingNote], naming: Naming, today: date) -> None:
        """Show what waits now."""
        self.beginResetModel()
        self._waiting, self._naming, self._today = tuple(waiting), naming, today
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._waiting)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with a line's words, or with what waits."""
        if not index.isValid() or index.row() >= len(self._waiting):
            return None
        note = self._waiting[index.row()]
        if role == WaitingRole.HEADING:
            return self._heading(index.row())
        told: dict[int, Callable[[WaitingNote], object]] = {
            Qt.ItemDataRole.DisplayRole: self._name,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: lambda one: f"{_DOES[one.kind]} (Enter)",
            WaitingRole.LINE: self._line,
            WaitingRole.MARK: _mark,
            WaitingRole.NOTE: lambda one: one,
        }
        tell = told.get(role)
        return tell(note) if tell else None

    def _name(self, note: WaitingNote) -> str:
        return self._naming.name_of(note.citizen.name, note.citizen.initials)

    def _line(self, note: WaitingNote) -> str:
        day = "i dag" if note.day == self._today else short_day(note.day)
        if note.kind is WaitingKind.NEWS:
            many = "1 nyt notat" if note.number == 1 else f"{note.number} nye notater"
            return f"{many}, senest {day}"
        return f"{note.form.full_name.capitalize()} {day} {clock(note.start)}"

    def _heading(self, row: int) -> str:
        kind = self._waiting[row].kind
        if row and self._waiting[row - 1].kind is kind:
            return ""
        number = sum(one.kind is kind for one in self._waiting)
        return f"{kind.danish} · {number}"

    def _spoken(self, note: WaitingNote) -> str:
        parts = (note.kind.danish, self._name(note), self._line(note), _mark(note))
        return ", ".join(part for part in parts if part)


def _mark(note: WaitingNote) -> str:
    begun = note.kind is WaitingKind.DRAFT or note.drafted_at is not None
    said = ("begyndt" if begun else "", LATE if note.late else "")
    return ", ".join(one for one in said if one)


LATE = "for sent"
_DOES = {
    WaitingKind.MISSING: "Skriv notatet",
    WaitingKind.DRAFT: "Skriv videre",
    WaitingKind.NEWS: "Læs, hvad der er nyt siden sidst",
    WaitingKind.SUMMARY: "Giv borgeren opsummeringen",
    WaitingKind.TRANSFER: "Åbn notatet for at kopiere det",
}
