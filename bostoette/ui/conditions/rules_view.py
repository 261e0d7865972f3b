"""All rules by group at the left, with a search; the chosen one at the right."""

from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.practice_rule import PracticeRule
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.conditions.following_scroll import FollowingScroll
from bostoette.ui.conditions.rule_card import RuleCard
from bostoette.ui.form_parts import Choice
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

_KEY = Qt.ItemDataRole.UserRole
_SHORT = 90
_LEAST = 100
"""Height of the list at 100 % text, where there is little room."""
_BELOW = 760
"""Width at 100 % text, below which the card stands under the list."""


class Shown(Enum):
    """Which rules are shown."""

    ALL = auto()
    CHANGED = auto()
    OFF = auto()
    NUMBERS = auto()
    OVERRIDDEN = auto()


_FILTERS = (
    (Shown.ALL, "Alle regler"),
    (Shown.CHANGED, "Ændret af teamet"),
    (Shown.OFF, "Slået fra"),
    (Shown.NUMBERS, "Med tal"),
    (Shown.OVERRIDDEN, "Oftest sat til side"),
)


class RulesView(QFrame):
    """The list is one Tab stop, with arrows inside."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: SheetPage | None = None
        self._wanted = ""
        self.setAccessibleName("Reglerne")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Søg i reglerne")
        self.search.setAccessibleName("Søg i reglerne")
        self.search.setClearButtonEnabled(True)
        self.filter = Choice(_FILTERS)
        self.filter.setAccessibleName("Vis")
        self.filter.setSizeAdjustPolicy(self.filter.SizeAdjustPolicy.AdjustToContents)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Regler")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = quiet("Ingen regler passer til det, du søger.", self)
        self.list.setMinimumHeight(theme.pixels(_LEAST))
        self.card = RuleCard(theme)
        self.beside = FollowingScroll(self.card, self)
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._fill())
        self.filter.currentIndexChanged.connect(lambda _place: self._fill())
        self.list.currentItemChanged.connect(lambda _item: self._choose())

    def show_sheet(self, page: SheetPage) -> None:
        """Show the sheet in force; what is chosen stays chosen."""
        self._page = page
        self._fill()

    def show_rule(self, rule_id: str) -> None:
        """Show one rule, whatever was searched."""
        self._wanted = rule_id
        self.search.clear()
        self.filter.choose(Shown.ALL)
        self._fill()

    @property
    def rules(self) -> list[str]:
        """The ids of the rules in the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_KEY) for item in items if item.data(_KEY)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the card below the list where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.pixels(_BELOW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)

    def _lay_out(self) -> None:
        gap = self._theme.pixels(12)
        left = QVBoxLayout()
        left.setSpacing(self._theme.pixels(8))
        sought = QHBoxLayout()
        sought.addWidget(self.search, 1)
        sought.addWidget(self.filter)
        left.addLayout(sought)
        left.addWidget(self.list, 1)
        left.addWidget(self.none)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._row.addLayout(left, 2)
        self._row.addWidget(self.beside, 3)

    def _fill(self) -> None:
        page = self._page
        if page is None:
            return
        found = self._found(page)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.list.clear()
        for group in page.practice.rules.groups:
            some = [one for one in found if one.group == group.id]
            if some:
                self._add_heading(f"{group.id} · {group.title}")
            for rule in some:
                item = QListWidgetItem(_line(rule, page), self.list)
                item.setData(_KEY, rule.id)
                item.setToolTip(rule.text)
        self._choose_again()
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self._choose()

    def _choose_again(self) -> None:
        wanted = self._wanted or self.card.rule_id
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_KEY)]
        here = next((row for row in rows if self.list.item(row).data(_KEY) == wanted), None)
        place = here if here is not None else next(iter(rows), -1)
        self.list.setCurrentRow(place)
        if here is not None and self._wanted:
            self.list.scrollToItem(self.list.item(here))
        self._wanted = ""

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words, self.list)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self.list.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        item.setForeground(self._theme.colour("muted"))
        item.setSizeHint(QSize(0, self._theme.pixels(36)))

    def _found(self, page: SheetPage) -> list[PracticeRule]:
        words = self.search.text().casefold().split()
        shown = self.filter.value
        rules = page.practice.rules.rules.values()
        return [
            rule
            for rule in rules
            if all(word in _searched(rule) for word in words) and _is_shown(rule, shown, page)
        ]

    def _now(self) -> SheetPage:
        assert self._page is not None  # noqa: S101 - shown before anything is chosen
        return self._page

    def _choose(self) -> None:
        chosen = self.list.currentRow() >= 0
        rule = self.list.currentItem().data(_KEY) if chosen else None
        self.beside.setVisible(rule is not None)
        page = self._page
        if rule is not None and page is not None:
            if rule != self.card.rule_id:
                self._wanted = rule
                self.card.settle()
                self._wanted = ""
            self.card.show_rule(rule, self._now())
            self.chosen.emit(rule)


def _is_shown(rule: PracticeRule, shown: Shown, page: SheetPage) -> bool:
    if shown is Shown.CHANGED:
        return rule != page.delivered.rules.rules[rule.id]
    if shown is Shown.OFF:
        return not rule.on
    if shown is Shown.OVERRIDDEN:
        return rule.id in page.overridden
    return shown is Shown.ALL or bool(rule.numbers)


def _searched(rule: PracticeRule) -> str:
    numbers = " ".join(one.title for one in rule.numbers.values())
    return f"{rule.id} {rule.text} {rule.why} {numbers}".casefold()


def _line(rule: PracticeRule, page: SheetPage) -> str:
    marks = []
    if not rule.on:
        marks.append("slået fra")
    if rule.numbers != page.delivered.rules.rules[rule.id].numbers:
        marks.append("ændret")
    found = page.overridden.get(rule.id)
    if found is not None:
        marks.append(f"sat til side {found.times} gange" if found.times > 1 else "sat til side")
    text = rule.text
    if len(text) > _SHORT:
        text = text[:_SHORT].rsplit(" ", 1)[0] + " …"
    first = " · ".join([rule.id, *marks])
    return f"{first}\n{text}"
