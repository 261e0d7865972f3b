"""The template weeks (skabelonuger): their list, what lies in one, and what is done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.key import Key
from bostoette.models.listed_template import ListedTemplate
from bostoette.models.wording import WEEKDAYS_SHORT, from_to, listed
from bostoette.planning.week_templates import TemplatePart
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.naming import Naming
from bostoette.ui.roomy_items import RoomyItems
from bostoette.ui.week.roomy_table import roomy
from bostoette.ui.words import Words, quiet

_EMPTY = (
    "Der er ingen skabelonuger endnu. Vælg »Gem uger som skabelon …« for at gemme en eller "
    "flere af dine uger, så de kan lægges ind igen."
)
_LEAD = "En skabelonuge er en eller flere uger (et rul), der kan lægges ind igen og igen."


class TemplatesDialog(QDialog):
    """Shows templates; what is asked of them is done by `TemplateWork`."""

    save_asked = Signal()
    lay_asked = Signal(object)
    rename_asked = Signal(object)
    delete_asked = Signal(object)
    drop_asked = Signal(object, object)
    """This template, and the keys of the parts that are taken out of it."""

    def __init__(
        self,
        read: Callable[[Key], Sequence[TemplatePart]],
        naming: Naming,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._naming = read, naming
        self._templates: tuple[ListedTemplate, ...] = ()
        self._parts: tuple[TemplatePart, ...] = ()
        self.list = _plain_list("Skabelonuger", self)
        self.parts = _plain_list("Hvad der ligger i skabelonen", self)
        self.parts.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.empty = Words(_EMPTY, self)
        self.lay_button = self._button("&Læg ind …", lambda: self._ask(self.lay_asked))
        self.save_button = self._button("&Gem uger som skabelon …", self.save_asked.emit)
        self.rename_button = self._button("&Omdøb …", lambda: self._ask(self.rename_asked))
        self.drop_button = self._button("&Tag linjer ud", self._drop)
        self.delete_button = self._button("&Slet skabelonen", lambda: self._ask(self.delete_asked))
        self.close_button = self._button("L&uk", self.reject)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_parts())
        self.list.itemActivated.connect(lambda _item: self._ask(self.lay_asked))
        self.parts.itemSelectionChanged.connect(self._allow)
        QShortcut(QKeySequence.StandardKey.Delete, self.parts, self._drop)

    @property
    def current(self) -> ListedTemplate | None:
        """The template that is chosen."""
        row = self.list.currentRow()
        return self._templates[row] if 0 <= row < len(self._templates) else None

    def show_templates(
        self, templates: Sequence[ListedTemplate], chosen: Key | None = None
    ) -> None:
        """Show these templates, and choose one, or what was chosen before, or the first."""
        wanted = chosen or (self.current.id if self.current else None)
        row = max(self.list.currentRow(), 0)
        self._templates = tuple(templates)
        self.list.blockSignals(True)  # noqa: FBT003 – Qt's signature
        self.list.clear()
        for one in self._templates:
            name = self._naming.title_of(one.name, "Skabelonuge")
            self.list.addItem(f"{name}\n{one.said}")
        keys = [one.id for one in self._templates]
        self.list.setCurrentRow(keys.index(wanted) if wanted in keys else min(row, len(keys) - 1))
        self.list.blockSignals(False)  # noqa: FBT003 – Qt's signature
        self._show_parts()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list, or at the way to the first template."""
        super().showEvent(event)
        first = self.list if self._templates else self.save_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self) -> None:
        chosen = self.current
        self._parts = tuple(self._read(chosen.id)) if chosen else ()
        self.parts.clear()
        for part in self._parts:
            self.parts.addItem(part_words(part, self._naming, chosen.weeks if chosen else 1))
        for widget in (self.list, self.parts, *self._heads):
            widget.setVisible(bool(self._templates))
        self.empty.setVisible(not self._templates)
        self._allow()

    def _allow(self) -> None:
        there = self.current is not None
        for button in (self.lay_button, self.rename_button, self.delete_button):
            button.setEnabled(there)
        self.drop_button.setEnabled(there and bool(self.parts.selectedIndexes()))

    def _ask(self, wish: SignalInstance) -> None:
        if self.current is not None:
            wish.emit(self.current)

    def _drop(self) -> None:
        rows = {one.row() for one in self.parts.selectedIndexes()}
        if self.current is not None and rows:
            keys = tuple(self._parts[row].key for row in sorted(rows))
            self.drop_asked.emit(self.current, keys)

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _lay_out(self) -> None:
        self.setWindowTitle("Skabelonuger")
        self.lay_button.setProperty("main", True)  # noqa: FBT003 – Qt's signature
        self._heads: list[QLabel] = []
        beside = QHBoxLayout()
        for title, widget, share in (
            ("S&kabeloner", self.list, 2),
            ("&Indhold (Del tager ud)", self.parts, 3),
        ):
            label = QLabel(title, self)
            label.setBuddy(widget)
            self._heads.append(label)
            one = QVBoxLayout()
            one.addWidget(label)
            one.addWidget(widget, 1)
            beside.addLayout(one, share)
        column = QVBoxLayout(self)
        column.addWidget(quiet(_LEAD, self))
        column.addWidget(self.empty)
        column.addLayout(beside, 1)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, 8, 8)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (
            self.lay_button,
            self.save_button,
            self.rename_button,
            self.drop_button,
            self.delete_button,
            self.close_button,
        ):
            flow.addWidget(button)
        column.addWidget(buttons)
        roomy(self)


def _plain_list(name: str, parent: QWidget) -> QListWidget:
    made = QListWidget(parent)
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setResizeMode(QListWidget.ResizeMode.Adjust)
    made.setItemDelegate(RoomyItems(made))
    made.setTextElideMode(Qt.TextElideMode.ElideNone)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def part_words(part: TemplatePart, naming: Naming, weeks: int) -> str:
    """Say a line of a template: ``Uge 1 · man. 09.00–10.00 · besøg · Asta Mortensen``."""
    week = f"Uge {part.week + 1}" if weeks > 1 else ""
    when = f"{WEEKDAYS_SHORT[part.weekday]} {from_to(part.span)}".replace(" ", "\u00a0")
    if part.form is None:
        what, who = naming.title_of(part.title, part.kind.danish), ""
    else:
        alone = part.variant.alone if part.variant.for_staff else ""
        what = part.form.short_name
        who = listed(naming.name_of(one.name, one.initials) for one in part.citizens) or alone
    return " · ".join(piece for piece in (week, when, what, who) if piece)
