"""What waits of notes, to be gone through with the arrows and opened with Enter."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from bostoette.models.waiting_note import WaitingNote
from bostoette.ui.naming import Naming
from bostoette.ui.notes.waiting_model import WaitingModel, WaitingRole
from bostoette.ui.notes.waiting_row import WaitingRow
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

NOTHING = (
    "Intet venter. Her står de kontakter, der mangler et notat, dine kladder, det, der er nyt på "
    "dine borgere, og de notater, der skal gives eller overføres."
)
HINT = "Dobbeltklik på en linje, eller tryk Enter, for at åbne den."

BATCH = 100
"""How many lines are laid out at a time."""


class WaitingList(QFrame):
    """Shows what waits; a line is opened with Enter or a double click."""

    opened = Signal(object)
    """A WaitingNote."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName("Det, der venter")
        self.model = WaitingModel(self)
        self.view = QListView(self)
        self.nothing = quiet(NOTHING, self)
        self.hint = quiet(HINT, self)
        self._set_up()
        edge = theme.pixels(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self.nothing)
        column.addWidget(self.hint)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        for one in (self.nothing, self.hint, self.view):
            one.hide()  # until it is known what waits
        theme.changed.connect(self._dress)
        self._dress()

    def show_waiting(self, waiting: Iterable[WaitingNote], naming: Naming, today: date) -> None:
        """Show what waits; the line that was chosen is chosen again, or the one in its place."""
        chosen, place = self.current, max(self.view.currentIndex().row(), 0)
        found = tuple(waiting)
        self.model.replace(found, naming, today)
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.hint.setVisible(bool(found))
        keys = [(one.kind, one.contact_id, one.citizen.id) for one in found]
        same = (chosen.kind, chosen.contact_id, chosen.citizen.id) if chosen else None
        row = keys.index(same) if same in keys else min(place, len(found) - 1)
        if found:
            self.view.setCurrentIndex(self.model.index(row))

    @property
    def current(self) -> WaitingNote | None:
        """The line that is chosen."""
        found = self.view.currentIndex().data(WaitingRole.NOTE)
        return found if isinstance(found, WaitingNote) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows wrap at the new width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.view, self.view.doItemsLayout)

    def _set_up(self) -> None:
        self.view.setAccessibleName("Notater, der venter")
        self.view.setModel(self.model)
        self.view.setItemDelegate(WaitingRow(self._theme, self.view))
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)  # what is in sight first
        self.view.setBatchSize(BATCH)
        self.view.activated.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        note = index.data(WaitingRole.NOTE)
        if isinstance(note, WaitingNote):
            self.opened.emit(note)

    def _dress(self) -> None:
        self.view.setStyleSheet(
            "QListView { border: 2px solid transparent; }"
            f"QListView:focus {{ border-color: {self._theme.tokens.focus}; }}"
        )
        self.view.doItemsLayout()
