"""The search in everything written: a field, what it is narrowed to, and what was found."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from bostoette.models.citizen_fields import ListedCitizen, WorkerName
from bostoette.models.found_text import SearchAnswer, SearchLimits
from bostoette.ui.naming import Naming
from bostoette.ui.notes.search_filters import SearchFilters
from bostoette.ui.notes.search_model import FoundRole, SearchModel
from bostoette.ui.notes.search_row import SearchRow
from bostoette.ui.one_stop import OneStop
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

Ask = Callable[[str, SearchLimits, int], SearchAnswer]
"""What is typed, what it is narrowed to, and the number of the last row known."""
PLACEHOLDER = "Søg i notater, aftaler og mål"
EMPTY = (
    "Her finder du det, der er skrevet: underskrevne notater, aftaler og mål – og dine egne "
    "kladder. Skriv et par ord eller begyndelsen af dem; æ, ø og å må skrives ae, o og a. Ord i "
    "anførselstegn findes side om side. Eller vælg en borger, en form, en medarbejder eller en "
    "periode."
)
NOTHING = "Intet fundet. Prøv færre ord eller kun begyndelsen af dem{limits}."
_LESS = ", eller søg bredere end det, der er valgt ovenfor"
_AFTER_TYPING_MS = 40
_NO_ANSWER = SearchAnswer((), (), more=False)


class SearchPanel(QFrame):
    """Searches as the person types; a line is opened with Enter or a click."""

    opened = Signal(object, str)
    """A FoundText or FoundDraft, and what was typed."""

    def __init__(self, theme: Theme, ask: Ask, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._ask = theme, ask
        self._naming = Naming()
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName("Søgning")
        self.field = QLineEdit(self)
        self.field.setAccessibleName(PLACEHOLDER)
        self.field.setPlaceholderText(PLACEHOLDER)
        self.filters = SearchFilters(theme, today, self)
        self.model = SearchModel(self._ask_on, self)
        self.view = QListView(self)
        self.hint = quiet(EMPTY, self)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._set_up()
        self._lay_out()
        self._connect()
        self._dress()

    def offer(
        self, citizens: Sequence[ListedCitizen], workers: Sequence[WorkerName], naming: Naming
    ) -> None:
        """Offer these people to narrow to, and name them so."""
        self._naming = naming
        self.filters.offer(citizens, workers, naming)
        self.search()

    def begin(self, typed: str, limits: SearchLimits | None = None) -> None:
        """Search for something, with the keyboard in the field."""
        self.filters.choose(limits or SearchLimits())
        self.field.setText(typed)
        self.search()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Search anew for what is typed."""
        self._soon.stop()
        typed, limits = self.field.text(), self.filters.limits
        asked = bool(typed.strip()) or limits.narrows
        answer = self._ask(typed, limits, -1) if asked else _NO_ANSWER
        self.model.replace(answer, self._naming)
        found = self.model.rowCount() > 0
        self.view.setVisible(found)
        self.hint.setVisible(not found)
        self.hint.setText(
            NOTHING.format(limits=_LESS if limits.narrows else "") if asked else EMPTY
        )
        self.field.setAccessibleDescription(_counted(answer) if found else self.hint.text())
        if found:
            self.view.setCurrentIndex(self.model.index(0))
            self.view.scrollToTop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter in the field work on the list, and Ctrl+Z on the plan."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if (
                event.type() == QEvent.Type.ShortcutOverride
                and event.matches(QKeySequence.StandardKey.Undo)
                and not self.field.isUndoAvailable()
            ):
                event.ignore()
                return True
            if event.type() == QEvent.Type.KeyPress and self._pressed(event.key()):
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the lines wrap at the new width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.view, self.view.doItemsLayout)

    def _pressed(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._soon.isActive():
                self.search()
            self._open(self.view.currentIndex())
            return True
        if key == Qt.Key.Key_Down and self.view.isVisible():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        return False

    def _ask_on(self, after: int) -> SearchAnswer:
        return self._ask(self.field.text(), self.filters.limits, after)

    def _open(self, index: QModelIndex) -> None:
        found = index.data(FoundRole.FOUND)
        if found is not None:
            self.opened.emit(found, self.field.text())

    def _set_up(self) -> None:
        self.view.setAccessibleName("Fundet")
        self.view.setModel(self.model)
        self.view.setItemDelegate(SearchRow(self._theme, self.view))
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.hide()

    def _lay_out(self) -> None:
        edge = self._theme.pixels(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(edge)
        for widget in (self.field, self.filters, self.hint):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        OneStop(self.filters)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._soon.start)
        self._soon.timeout.connect(self.search)
        self.filters.changed.connect(self._soon.start)
        self.view.activated.connect(self._open)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.field.setMinimumHeight(self._theme.pixels(32))
        self.view.setStyleSheet(
            "QListView { border: 2px solid transparent; }"
            f"QListView:focus {{ border-color: {self._theme.tokens.focus}; }}"
        )
        self.view.doItemsLayout()


def _counted(answer: SearchAnswer) -> str:
    many = len(answer.drafts) + len(answer.found)
    if answer.more:
        return f"De nyeste {many} er fundet; der er flere"
    return "1 er fundet" if many == 1 else f"{many} er fundet"
