"""Suggestions that forgive: ``soeren`` and ``soren`` both suggest Søren."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from bostoette.models.folded_text import search_folded
from bostoette.planning.citizen_search import search_text

FOLDED = Qt.ItemDataRole.UserRole + 1


def fold_items(box: QComboBox) -> None:
    """Keep beside each name how it may be typed."""
    for row in range(box.count()):
        box.setItemData(row, search_text(box.itemText(row)), FOLDED)


class ForgivingCompleter(QCompleter):
    """Suggests from a box whose items were folded; what it puts in is the name itself."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box.model(), box)
        self.setCompletionRole(FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def splitPath(self, path: str) -> list[str]:
        """Look for the folded form of what was typed."""
        return [search_folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Put in the name as it is written."""
        return str(index.data())
