"""The list of citizens with its search field and its filter."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.citizen_fields import ListedCitizen, WorkerName
from bostoette.models.key import Key
from bostoette.planning.citizen_filter import CitizenFilter, find
from bostoette.planning.citizen_search import citizens_texts
from bostoette.ui.citizens.citizen_list_model import CitizenListModel, CitizenRole
from bostoette.ui.citizens.citizen_row import CitizenRow
from bostoette.ui.citizens.list_filter import ListFilter
from bostoette.ui.citizens.row_lines import RowLines
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

_AFTER_PAINTING_MS = 100
_BORDER = 2


class CitizenList(QFrame):
    """Narrows the citizens as the person types, and says who is chosen."""

    chosen = Signal(object)
    """A citizen's key; None where nobody is chosen."""
    opened = Signal()
    """Enter or a double click on the one who is chosen."""

    def __init__(self, theme: Theme, me: Key, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._me = me
        self._begun = False
        self._everybody: tuple[ListedCitizen, ...] = ()
        self._texts: dict[Key, str] = {}
        self._texts_soon = QTimer(self, singleShot=True, interval=_AFTER_PAINTING_MS)
        self._texts_soon.timeout.connect(self._make_texts)
        self._today = date.min
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName("Borgere")
        self.search = QLineEdit(self)
        self.search.setAccessibleName("Søg borger")
        self.search.setPlaceholderText("Søg borger")
        self.filter = ListFilter(me, self)
        self.model = CitizenListModel(self)
        self.view = QListView(self)
        self._row = CitizenRow(theme, self.view)
        self._lines = RowLines()
        self._nobody = quiet("", self)
        self.widen = QPushButton(self)
        self._set_up_view()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()

    def show_citizens(self, citizens: tuple[ListedCitizen, ...], today: date) -> None:
        """Show other citizens, keeping who is chosen."""
        if [*map(_searched, citizens)] != [*map(_searched, self._everybody)]:
            self._texts = {}
            self._texts_soon.start()
        self._everybody, self._today = citizens, today
        self.model.set_today(today)
        self._measure()
        if not self._begun:
            self._begun = True
            self._begin_with_mine()
        self._narrow()

    def as_known(self, citizens: tuple[ListedCitizen, ...]) -> tuple[ListedCitizen, ...]:
        """Return citizens read by name, with what is known from before of their contacts."""
        known = {one.id: one for one in self._everybody if one.looked_up}
        return tuple(
            one if one.id not in known else _with_contacts(one, known[one.id]) for one in citizens
        )

    def set_naming(self, naming: Naming, workers: tuple[WorkerName, ...]) -> None:
        """Use full names or initials; offer these workers in the filter."""
        self.model.set_naming(naming)
        self._measure()
        self.filter.offer([one for one in workers if one.active], naming)

    @property
    def current(self) -> Key | None:
        """The citizen who is chosen."""
        found = self.view.currentIndex().data(CitizenRole.CITIZEN)
        return found.id if isinstance(found, ListedCitizen) else None

    def choose(self, key: Key) -> None:
        """Choose a citizen, showing all where she would not be seen otherwise."""
        if not self.model.index_of(key).isValid():
            self.search.clear()
        if not self.model.index_of(key).isValid():
            self._show_all()
        self._choose_index(self.model.index_of(key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows, Enter and Esc in the search field work on the list, and Ctrl+Z on the plan.

        With nothing typed there is nothing of its own that the field could undo.
        """
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.search.isUndoAvailable()
        ):
            event.ignore()
            return True
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _set_up_view(self) -> None:
        self.view.setAccessibleName("Liste over borgere")
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._row)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        edge = self._theme.pixels(8)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(edge)
        column.addWidget(self.search)
        column.addWidget(self.filter)
        column.addWidget(self._nobody)
        column.addWidget(self.widen)
        column.addWidget(self.view, 1)
        self._nobody.hide()
        self.widen.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.filter.changed.connect(self._narrow)
        self.widen.clicked.connect(self._show_all)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.activated.connect(self.opened)

    def _narrow(self) -> None:
        before = self.current
        if self.search.text().strip():
            self._make_texts()
        found = find(
            self._everybody, self._texts, self.search.text(), self.filter.value, self._today
        )
        self._make_room(found.shown)
        self.model.replace(found.shown)
        self._say(shown=len(found.shown), outside=found.outside)
        index = self.model.index_of(before)
        self._choose_index(index if index.isValid() else self.model.index(0))
        if not found.shown:
            self.chosen.emit(None)

    def _measure(self) -> None:
        """Find the rows whose words are wrapped, as wide as the list is once it is seen."""
        if not self.isVisible():
            return
        bar = self.view.verticalScrollBar().sizeHint().width()
        font, model = self.view.font(), self.model
        room = self._row.room_for_words(self.view.width() - bar - 2 * _BORDER, font)
        self._lines.measure(font, room)
        self._lines.show(self._everybody, model.named, model.line, model.brief)
        self._make_room(model.citizens)

    def _make_room(self, shown: tuple[ListedCitizen, ...]) -> None:
        """Give rows whose words are wrapped the room for it."""
        more = self._lines.more(shown)
        if more != self._row.more:
            self._row.more = more
            self.view.setUniformItemSizes(not more)
            self.view.scheduleDelayedItemsLayout()

    def _make_texts(self) -> None:
        """Make what is searched in, before the first key where there is time for it."""
        if not self._texts:
            self._texts = citizens_texts(self._everybody)

    def _say(self, *, shown: int, outside: int) -> None:
        """Say that nobody is shown, and offer those whom only the filter hides."""
        typed = bool(self.search.text().strip())
        self._nobody.setText(_nobody_words(typed=typed, outside=outside))
        self._nobody.setVisible(not shown)
        self.widen.setText("Vis alle" if not typed else f"Vis {outside} uden for filteret")
        self.widen.setVisible(bool(outside) and (typed or not shown))

    def _show_all(self) -> None:
        self.filter.choose(CitizenFilter(ended_too=True))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_with_mine(self) -> None:
        """Begin with the person's own citizens, where she has any."""
        mine = CitizenFilter(worker=self._me)
        if any(mine.fits(one, self._today) for one in self._everybody):
            self.filter.choose(mine)

    def _choose_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.view.scrollTo(index)

    def _tell(self, index: QModelIndex) -> None:
        citizen = index.data(CitizenRole.CITIZEN)
        if isinstance(citizen, ListedCitizen):
            self.chosen.emit(citizen.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """Wrap the words as wide as the list is at last."""
        super().showEvent(event)
        self._measure()

    def _dress(self) -> None:
        self.view.setStyleSheet(
            f"QListView {{ border: {_BORDER}px solid transparent; }}"
            f"QListView:focus {{ border-color: {self._theme.tokens.focus}; }}"
        )
        self._measure()
        self.view.doItemsLayout()


def _with_contacts(citizen: ListedCitizen, known: ListedCitizen) -> ListedCitizen:
    return replace(
        citizen,
        next_day=known.next_day,
        next_start=known.next_start,
        next_end=known.next_end,
        met=known.met,
        met_by_me=known.met_by_me,
        silent=known.silent,
        mostly_alone=known.mostly_alone,
        looked_up=True,
    )


def _searched(citizen: ListedCitizen) -> tuple[Key, str, str, str]:
    """Return what her search text is made of."""
    return citizen.id, citizen.name, citizen.initials, citizen.code


def _nobody_words(*, typed: bool, outside: int) -> str:
    if typed and outside:
        return "Ingen i dette udvalg passer til søgningen."
    if typed:
        return "Ingen borgere passer til søgningen. Esc viser alle igen."
    return "Ingen borgere i dette udvalg."
