"""A citizen's contacts, to be read, filtered by form, status, people and goal, and opened."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.timeline_facts import TimelineFacts
from bostoette.ui.button_row import ButtonRow
from bostoette.ui.citizens.timeline_filter import ShownContacts, TimelineFilter
from bostoette.ui.citizens.timeline_model import Complete, TimelineModel, TimelineRole
from bostoette.ui.citizens.timeline_row import TimelineRow
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.page_action import give_action
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet


class ContactTimeline(QFrame):
    """The contacts to come, then the past; more are laid out as one scrolls."""

    opened = Signal(object)
    """A contact's key."""
    plan_asked = Signal()
    note_asked = Signal(object)
    """Write or read the note of the contact with this key."""
    news_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: tuple[CitizenContact, ...] = ()
        self._more_to_come = False
        self._today = date.min
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName("Kontakter")
        self.count = quiet("", self)
        self.filter = TimelineFilter(self)
        self.more = QPushButton(self)
        self.more.setCheckable(True)
        self.note = QPushButton("Notat", self)
        self.note.setAccessibleName("Skriv eller se kontaktens notat")
        self.note.setToolTip("Skriv eller se notatet ved den valgte kontakt (Ctrl+Enter)")
        self.news = QPushButton(self)
        self.news.hide()
        self.model = TimelineModel(self)
        self.view = QListView(self)
        self.nothing = quiet("", self)
        self.plan = QPushButton("+ Kontakt", self)
        self.plan.setAccessibleName("Planlæg en kontakt")
        self.plan.setAutoDefault(True)
        self._set_up()
        self._lay_out()
        self._connect()
        self._dress()

    def show_contacts(
        self,
        contacts: Iterable[CitizenContact],
        today: date,
        complete: Complete = tuple,
        facts: Callable[[], TimelineFacts] | None = None,
        *,
        more: bool = False,
    ) -> None:
        """Show a citizen's contacts, given in order of time; what is chosen stays chosen.

        ``complete`` adds to contacts what is told of them in full, as they come into sight;
        ``facts`` tells whom and what they can be chosen by, once that is asked for; ``more`` says
        that there are earlier ones, which follow.
        """
        self.model.complete_with(complete)
        self._all, self._today, self._more_to_come = tuple(contacts), today, more
        self.filter.naming = self.model.naming
        self.filter.offer(self._all, facts)
        self._show()

    @property
    def current(self) -> Key | None:
        """The contact that is chosen."""
        found = self.view.currentIndex().data(TimelineRole.CONTACT)
        return found.id if isinstance(found, CitizenContact) else None

    def choose(self, key: Key) -> None:
        """Choose a contact, showing all to come where it is one of them."""
        index = self.model.index_of(key)
        if not index.isValid() and self.model.hidden:
            self.more.setChecked(True)
            index = self.model.index_of(key)
        if index.isValid():
            self.view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def show_only(
        self,
        forms: Iterable[ContactForm] = (),
        statuses: Iterable[ContactStatus] = (),
    ) -> None:
        """Show only these forms and statuses; none chosen shows all."""
        self.filter.choose(ShownContacts(frozenset(forms), frozenset(statuses)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows wrap at the new width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.view, self.view.doItemsLayout)

    def _set_up(self) -> None:
        self.view.setAccessibleName("Kontakter, kommende og tidligere")
        self.view.setModel(self.model)
        self.view.setItemDelegate(TimelineRow(self._theme, self.view))
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _lay_out(self) -> None:
        edge = self._theme.pixels(8)
        above = QWidget(self)
        top = FlowLayout(above, self._theme.pixels(8), self._theme.pixels(4))
        top.setContentsMargins(self._theme.pixels(8), 0, 0, 0)
        for widget in (self.count, self.news, self.note, self.more, self.filter):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(edge)
        column.addWidget(above)
        empty = QVBoxLayout()
        empty.setContentsMargins(edge, 0, edge, 0)
        empty.addWidget(self.nothing)
        empty.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(empty)
        column.addWidget(self.view, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self.view.activated.connect(self._open)
        self.plan.clicked.connect(self._next_step)
        self.more.toggled.connect(self._show_all_coming)
        self.row = ButtonRow(self, [self.news, self.note, self.more, self.filter])
        self.news.clicked.connect(self.news_asked)
        self.note.clicked.connect(self._ask_note)
        give_action(self, "Notat", self._ask_note, "Ctrl+Return", "Ctrl+Enter")
        self.filter.changed.connect(self._show)
        self._theme.changed.connect(self._dress)

    def _show(self) -> None:
        before = self.current
        shown = self.filter.value.among(self._all)
        self.model.replace(shown, self._today)
        self._say(len(shown))
        if before is not None and self.model.index_of(before).isValid():
            self.choose(before)
        if self.current is None and shown:
            self.view.selectionModel().setCurrentIndex(
                self.model.index(0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.view.scrollToTop()

    def _say(self, shown: int) -> None:
        filtered = self.filter.value != ShownContacts()
        total = len(self._all)
        counted = "1 kontakt" if total == 1 else f"{total} kontakter"
        if self._more_to_come:
            counted = f"mindst {counted}"
        self.count.setText(f"{shown} af {counted}" if filtered else counted)
        self.filter.setVisible(bool(total))
        self.count.setVisible(bool(total))
        self.note.setVisible(bool(shown))
        self.nothing.setText(
            "Ingen af kontakterne passer til det, der er valgt."
            if total
            else "Her kommer borgerens kontakter til at stå: de kommende først, så de tidligere. "
            "Planlæg den første."
        )
        self.plan.setText("Vis alle kontakter" if total else "+ Kontakt")
        self.plan.setAccessibleName("Vis alle kontakter" if total else "Planlæg en kontakt")
        for widget in (self.nothing, self.plan):
            widget.setVisible(not shown)
        self.view.setVisible(bool(shown))
        self.more.setVisible(bool(self.model.hidden) or self.more.isChecked())
        self.more.setText("Alle kommende")
        self.more.setToolTip("Vis alle kommende kontakter, også dem længere fremme")

    def _show_all_coming(self, shown: bool) -> None:  # noqa: FBT001 - from toggled(bool)
        self.model.show_all_coming(shown)
        self._show()

    def _open(self, index: QModelIndex) -> None:
        contact = index.data(TimelineRole.CONTACT)
        if isinstance(contact, CitizenContact):
            self.opened.emit(contact.id)

    def show_news(self, number: int) -> None:
        """Offer what is new since the worker last looked; nothing where there is none."""
        self.news.setVisible(bool(number))
        self.news.setText(f"Nyt siden sidst: {number}")

    def _ask_note(self) -> None:
        if self.current is not None:
            self.note_asked.emit(self.current)

    def _next_step(self) -> None:
        if self._all:
            self.show_only()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.plan_asked.emit()

    def _dress(self) -> None:
        self.view.setStyleSheet(
            "QListView { border: 2px solid transparent; }"
            f"QListView:focus {{ border-color: {self._theme.tokens.focus}; }}"
        )
        self.view.doItemsLayout()
