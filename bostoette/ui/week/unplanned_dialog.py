"""A contact here and now in two clicks: who, and how long; then whether a visit is needed (P23).

Phone is chosen from the start. A press on the minutes stores the contact, and the dialog asks on.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.week_contact import CitizenName
from bostoette.planning.citizen_search import found, search_text
from bostoette.services.unplanned import FORMS, UnplannedOffer
from bostoette.ui.form_tile import form_icon
from bostoette.ui.naming import Naming
from bostoette.ui.segmented import Segmented
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import ArrowStops
from bostoette.ui.words import Words, quiet

_WIDTH, _HEIGHT = 380, 440
_KEY = Qt.ItemDataRole.UserRole

Store = Callable[[Key, ContactForm, int], Key]
"""Stores a contact with a citizen in a form, so many minutes long; returns its key."""


class UnplannedDialog(QDialog):
    """Stores by itself through ``store``; ``noted`` is then the contact's key."""

    def __init__(
        self, theme: Theme, offer: UnplannedOffer, store: Store, naming: Naming, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Uplanlagt kontakt")
        self.noted: Key | None = None
        self.citizen: Key | None = None
        self.wants_task = self.wants_visit = False
        self._theme, self._store, self._naming = theme, store, naming
        self._form = FORMS[0]
        self._texts = {
            one.id: search_text(one.name, one.initials, one.code) for one in offer.citizens
        }
        self._offer = offer
        self.search = QLineEdit(self)
        self.list = QListWidget(self)
        self.forms = Segmented("Form", self)
        self.minutes: dict[int, QPushButton] = {}
        self.said = Words(parent=self)
        self.no = QPushButton("&Nej", self)
        self.task = QPushButton("Lav en &opgave", self)
        self.visit = QPushButton("&Planlæg besøget …", self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._narrow()
        self.resize(theme.pixels(_WIDTH), theme.pixels(_HEIGHT))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with whom."""
        super().showEvent(event)
        if self.noted is None:
            self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows in the search field go through the list, and Enter on to the minutes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                next(iter(self.minutes.values())).setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if watched is self.list:
                return super().eventFilter(watched, event)
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                last = self.list.count() - 1
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), last))
                return True
        return super().eventFilter(watched, event)

    def _take(self, minutes: int) -> None:
        """Store it, and ask on; with nobody chosen nothing is stored."""
        if self.list.currentRow() < 0:
            return
        item = self.list.currentItem()
        self.citizen = item.data(_KEY)
        assert self.citizen is not None  # noqa: S101 - every item has a key
        self.noted = self._store(self.citizen, self._form, minutes)
        name = self._form.full_name
        self.said.setText(f"Noteret som afholdt: {name}, {minutes} min. med {item.text()}.")
        self._pages.setCurrentIndex(1)
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self, *, task: bool = False, visit: bool = False) -> None:
        self.wants_task, self.wants_visit = task, visit
        self.accept()

    def _choose_form(self, form: object) -> None:
        assert isinstance(form, ContactForm)  # noqa: S101 - so it is offered
        self._form = form
        self.forms.show_chosen(form)

    def _narrow(self) -> None:
        self.list.clear()
        for one in self._offer.citizens:
            if found(self.search.text(), self._texts[one.id]):
                self.list.addItem(self._item(one))
        self.list.setCurrentRow(0)
        for button in self.minutes.values():
            button.setEnabled(self.list.count() > 0)

    def _item(self, one: CitizenName) -> QListWidgetItem:
        item = QListWidgetItem(self._naming.name_of(one.name, one.initials))
        item.setData(_KEY, one.id)
        return item

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.forms.chosen.connect(self._choose_form)
        self.no.clicked.connect(self.accept)
        self.task.clicked.connect(lambda: self._finish(task=True))
        self.visit.clicked.connect(lambda: self._finish(visit=True))

    def _lay_out(self) -> None:
        self.search.setAccessibleName("Søg borger")
        self.search.setPlaceholderText("Søg borger")
        self.list.setAccessibleName("Borger, de seneste først")
        self.forms.offer([(one, one.short_name.capitalize(), one.full_name) for one in FORMS])
        self.forms.show_pictures([form_icon(self._theme, one) for one in FORMS])
        self.forms.show_chosen(self._form)
        self._pages.addWidget(self._first_page())
        self._pages.addWidget(self._second_page())
        column = QVBoxLayout(self)
        column.addWidget(self._pages)

    def _first_page(self) -> QFrame:
        page = QFrame(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.pixels(8))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.forms)
        heading = QLabel("Hvor længe talte I?", page)
        heading.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        column.addWidget(heading)
        column.addWidget(self._minute_buttons(page))
        column.addWidget(quiet("Et tryk noterer kontakten som afholdt nu. Esc lukker.", page))
        return page

    def _minute_buttons(self, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        row.setAccessibleName("Minutter")
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._theme.pixels(8))
        for place, minutes in enumerate(self._offer.minutes):
            button = QPushButton(f"{minutes} min", row)
            button.setAccessibleName(f"{minutes} minutter, noter kontakten")
            button.setAutoDefault(True)  # Enter presses it, as Space does
            button.clicked.connect(partial(_without_state, self._take, minutes))
            grid.addWidget(button, 0, place)
            self.minutes[minutes] = button
        stops = ArrowStops(row)
        stops.set_stops(list(self.minutes.values()))
        return row

    def _second_page(self) -> QFrame:
        page = QFrame(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.pixels(12))
        question = QLabel("Er der brug for et besøg?", page)
        question.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        column.addWidget(self.said)
        column.addWidget(question)
        for button in (self.no, self.task, self.visit):
            button.setAutoDefault(True)
            column.addWidget(button)
        column.addStretch(1)
        return page


def _without_state(do: Callable[[int], None], minutes: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what Qt sends
    do(minutes)
