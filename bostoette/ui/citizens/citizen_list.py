"""The list of citizens with its search field and its filter by status."""

from datetime import date

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.key import Key
from bostoette.planning.citizen_search import citizens_texts, narrowed
from bostoette.ui.citizens.choice_box import ChoiceBox
from bostoette.ui.citizens.citizen_list_model import CitizenListModel, CitizenRole
from bostoette.ui.citizens.citizen_row import CitizenRow
from bostoette.ui.entry.words import quiet
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme

CURRENT = "current"
ALL = "all"
_FILTERS: list[tuple[str, str]] = [
    (CURRENT, "Aktive og på pause"),
    *((status.value, status.danish) for status in CitizenStatus),
    (ALL, "Alle"),
]


class CitizenList(QFrame):
    """Narrows the citizens as the person types, and says who is chosen."""

    chosen = Signal(object)
    """A citizen's key; None where nobody is chosen."""
    opened = Signal()
    """Enter or a double click on the one who is chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._everybody: tuple[ListedCitizen, ...] = ()
        self._texts: dict[Key, str] = {}
        self._today = date.min
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName("Borgere")
        self.search = QLineEdit(self)
        self.search.setAccessibleName("Søg borger")
        self.search.setPlaceholderText("Søg borger")
        self.filter = ChoiceBox[str]("Vis borgere med status", _FILTERS, self)
        self.model = CitizenListModel(self)
        self.view = QListView(self)
        self._nobody = quiet("Ingen borgere passer til søgningen. Esc viser alle igen.", self)
        self._set_up_view()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()

    def show_citizens(self, citizens: tuple[ListedCitizen, ...], today: date) -> None:
        """Show other citizens, keeping who is chosen."""
        self._everybody, self._today = citizens, today
        self._texts = citizens_texts(citizens)
        self._narrow()

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self.model.set_naming(naming)

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
            self.filter.choose(ALL)
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
        self.view.setItemDelegate(CitizenRow(self._theme, self.view))
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
        column.addWidget(self.filter.box)
        column.addWidget(self._nobody)
        column.addWidget(self.view, 1)
        self._nobody.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.filter.box.currentIndexChanged.connect(self._narrow)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.activated.connect(self.opened)

    def _narrow(self) -> None:
        before = self.current
        shown = tuple(one for one in self._everybody if self._fits(one))
        self.model.replace(narrowed(shown, self._texts, self.search.text()))
        self._nobody.setVisible(not self.model.citizens)
        index = self.model.index_of(before)
        self._choose_index(index if index.isValid() else self.model.index(0))
        if not self.model.citizens:
            self.chosen.emit(None)

    def _fits(self, citizen: ListedCitizen) -> bool:
        wanted = self.filter.value
        if wanted == ALL:
            return True
        if wanted == CURRENT:
            return citizen.is_current(self._today)
        return citizen.status.value == wanted

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

    def _dress(self) -> None:
        self.view.setStyleSheet(
            "QListView { border: 2px solid transparent; }"
            f"QListView:focus {{ border-color: {self._theme.tokens.focus}; }}"
        )
        self.view.doItemsLayout()
