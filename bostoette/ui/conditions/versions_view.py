"""The versions of the team's sheet, and what differs between any two of them (P09)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from bostoette.models.sheet_version import Difference, StoredVersion
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.conditions.following_scroll import FollowingScroll
from bostoette.ui.conditions.sheet_words import version_facts, version_title
from bostoette.ui.form_parts import Choice, labelled
from bostoette.ui.naming import Naming
from bostoette.ui.roomy_items import RoomyItems
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

NOW = "Som det gælder nu"
_NO_DIFFERENCE = "De to er ens."


class VersionsView(QWidget):
    """Asks what differs whenever another pair is chosen."""

    compared = Signal(object, object)
    """The earlier and the later StoredVersion; None is the sheet as it is in force."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[StoredVersion | None] = []
        self._naming = Naming()
        self.setAccessibleName("Versioner")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Versioner af teamets rammer")
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RoomyItems(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.facts = Words(parent=self)
        self.other = Choice(())
        self.changes = Words(parent=self)
        self.changes.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._offer_others())
        self.other.currentIndexChanged.connect(lambda _place: self._ask())

    def show_sheet(self, page: SheetPage, naming: Naming) -> None:
        """Show the versions; the sheet as it is now stands first where it was changed since."""
        self._naming = naming
        row = max(self.list.currentRow(), 0)
        self._shown = [*([] if page.settled else [None]), *page.versions]
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.list.clear()
        self.list.addItems([_title(one) for one in self._shown])
        self.list.setCurrentRow(min(row, len(self._shown) - 1))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._offer_others()

    def show_differences(self, found: tuple[Difference, ...]) -> None:
        """Show what differs between the two that are chosen."""
        lines = [f"• {one.what}\n   {one.said}" for one in found]
        self.changes.setText("\n".join(lines) or _NO_DIFFERENCE)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        edge = self._theme.pixels(16)
        column = QVBoxLayout(card)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(self._theme.pixels(12))
        column.addWidget(self.facts)
        column.addWidget(labelled(self._theme, "Sammenlign med", self.other))
        column.addWidget(self.changes)
        column.addWidget(quiet("Pilen peger fra den ældste til den nyeste af de to."))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.pixels(12))
        row.addWidget(self.list, 2)
        row.addWidget(FollowingScroll(card), 3)

    @property
    def _current(self) -> StoredVersion | None:
        return self._shown[self.list.currentRow()]

    def _offer_others(self) -> None:
        if self.list.currentRow() < 0:
            return
        chosen = self._current
        self.facts.setText(
            "Rettet siden den seneste version. Gem en ny version, når I er enige."
            if chosen is None
            else version_facts(chosen, self._naming)
        )
        others = [one for one in self._shown if one is not chosen]
        later = [one for one in others if _place(one) < _place(chosen)]
        self.other.offer([(one, _title(one)) for one in others])
        older = [one for one in others if one not in later]
        self.other.choose(older[0] if older else (others[0] if others else None))
        self._ask()

    def _ask(self) -> None:
        if not self._shown or self.list.currentRow() < 0:
            return
        if len(self._shown) == 1:
            self.changes.setText("Der er kun én version endnu.")
            return
        pair = sorted((self._current, self.other.value), key=_place, reverse=True)
        self.compared.emit(*pair)


def _title(version: StoredVersion | None) -> str:
    return NOW if version is None else version_title(version)


def _place(version: StoredVersion | None) -> float:
    """Order by age: the sheet as it is now comes before every version."""
    return float("-inf") if version is None else -version.number
