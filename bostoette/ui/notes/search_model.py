"""What a search found, as a list; more is fetched when the end comes in sight."""

from collections.abc import Callable
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bostoette.models.found_text import FoundDraft, FoundText, SearchAnswer, Snippet
from bostoette.models.wording import long_day, short_day
from bostoette.ui.naming import Naming

AnyIndex = QModelIndex | QPersistentModelIndex
Found = FoundDraft | FoundText
_ROOT = QModelIndex()
DRAFT = "Din kladde"


class FoundRole(IntEnum):
    """What a line knows beside its words."""

    FOUND = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2
    SNIPPET = Qt.ItemDataRole.UserRole + 3


class SearchModel(QAbstractListModel):
    """Adapts one answer, and those that go on from it."""

    def __init__(self, more: Callable[[int], SearchAnswer], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask_on = more
        self._found: tuple[Found, ...] = ()
        self._more = False
        self._naming = Naming()

    def replace(self, answer: SearchAnswer, naming: Naming) -> None:
        """Show another answer."""
        self.beginResetModel()
        self._found, self._more = (*answer.drafts, *answer.found), answer.more
        self._naming = naming
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._found)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Tell whether there is more than is shown."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: AnyIndex) -> None:
        """Fetch what is older than the last line."""
        last = self._found[-1] if self._found else None
        if parent.isValid() or not isinstance(last, FoundText):
            return
        answer = self._ask_on(last.row.number)
        first = len(self._found)
        self._more = answer.more
        if answer.found:
            self.beginInsertRows(_ROOT, first, first + len(answer.found) - 1)
            self._found = (*self._found, *answer.found)
            self.endInsertRows()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with a line's words, or with what was found."""
        if not index.isValid() or index.row() >= len(self._found):
            return None
        found = self._found[index.row()]
        tell: dict[int, Callable[[Found], object]] = {
            Qt.ItemDataRole.DisplayRole: self._name,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            FoundRole.LINE: lambda one: _line(one, short_day),
            FoundRole.SNIPPET: self._snippet,
            FoundRole.FOUND: lambda one: one,
        }
        return tell[role](found) if role in tell else None

    def _name(self, found: Found) -> str:
        one = found.row if isinstance(found, FoundText) else found
        return self._naming.name_of(one.citizen, one.initials)

    def _snippet(self, found: Found) -> Snippet:
        shown = self._naming.hidden(found.snippet.text)
        return found.snippet if shown == found.snippet.text else Snippet(shown)

    def _spoken(self, found: Found) -> str:
        parts = (self._name(found), _line(found, long_day), self._snippet(found).text)
        return ", ".join(part for part in parts if part)


def kind_said(found: Found) -> str:
    """Say what it is: ``Notat``, ``Aftale``, ``Din kladde``."""
    return found.row.kind.danish if isinstance(found, FoundText) else DRAFT


def _line(found: Found, say: Callable[[date], str]) -> str:
    one = found.row if isinstance(found, FoundText) else found
    parts = [kind_said(found), f"{say(one.day)} {one.day.year}"]
    if one.form is not None:
        parts.append(one.form.full_name)
    if isinstance(found, FoundText) and found.row.author:
        parts.append(found.row.author)
    return " · ".join(parts)
