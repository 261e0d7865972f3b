"""The notes page: first what waits for the worker, and beside it the search in all notes.

`search_place` is filled by whoever searches; while nothing is in it, what waits has the page.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bostoette.models.agreement import Agreement
from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.note import CitizenRead, CitizenSummary, Note
from bostoette.models.waiting_note import WaitingKind, WaitingNote
from bostoette.services import waiting_notes
from bostoette.services.desk import Changes, Desk
from bostoette.ui.background import beside
from bostoette.ui.naming import Naming
from bostoette.ui.notes.waiting_list import WaitingList
from bostoette.ui.page import Page
from bostoette.ui.place import Place
from bostoette.ui.telling import show_plan_error
from bostoette.ui.theme import Theme

SHOWN_KINDS = (
    Agreement,
    Citizen,
    CitizenRead,
    CitizenSummary,
    Contact,
    ContactCitizen,
    ContactWorker,
    Note,
)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_WAITING_WIDTH = 380
_BESIDE = 900
"""Width from which the search stands beside what waits, at 100 % text."""
_LEAST = QSize(440, 300)
_PATIENCE = 0.05
"""Seconds that whoever goes to the page waits for what it says, rather than see it come."""


class NotesPage(Page):
    """Reads through the desk and shows; what is opened is asked of whoever assembled it."""

    note_asked = Signal(object)
    """A WaitingNote whose form is to be opened: the note, its summary, or what is news."""
    news = Signal(object)
    """Changes that somebody made, for what stands in `search_place`."""
    renamed = Signal(object)
    """The Naming that holds from now on."""

    def __init__(self, desk: Desk, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._now = now
        self._naming = Naming()
        self._stale = True
        self._turn = 0
        self._bar = QFrame(self)
        self.count = QLabel(self._bar)
        self.waiting = WaitingList(theme, self)
        self.search_place = Place(self)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.waiting.opened.connect(self.note_asked)
        theme.changed.connect(self._share)

    def on_changes(self, changes: Changes) -> None:
        """Read anew what somebody changed; at once only where it is seen."""
        self.news.emit(changes)
        if changes.touch(*SHOWN_KINDS):
            self._stale = True
            if self.isVisible():
                self.refresh()

    def drafts_changed(self) -> None:
        """Read anew after something was typed or thrown away: drafts are no changes."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self._naming = naming
        self._stale = True
        if self.isVisible():
            self.refresh()
        self.renamed.emit(naming)

    def panes(self) -> tuple[QWidget, ...]:
        """Return where F6 goes: what waits, then the search."""
        return (self.waiting.view, *([self.search_place] if self.search_place.filled else []))

    def refresh(self) -> None:
        """Read and show what waits."""
        now = self._begin_to_read()
        self._show_waiting(self._waiting(now), now)

    def _read_first(self) -> None:
        """Read it beside the window: years of notes to carry over take a second."""
        now = self._begin_to_read()
        turn = self._turn

        def show(found: tuple[WaitingNote, ...]) -> None:
            if turn == self._turn:  # nobody has read since
                self._show_waiting(found, now)

        refused = partial(show_plan_error, self)
        beside(self, partial(self._waiting, now), show, refused, patience=_PATIENCE)

    def _begin_to_read(self) -> datetime:
        self._stale = False
        self._turn += 1
        return self._now()

    def _waiting(self, now: datetime) -> tuple[WaitingNote, ...]:
        moment = now.replace(tzinfo=COPENHAGEN).astimezone(UTC)
        return self._desk.read(waiting_notes.waiting, self._desk.actor_id, moment)

    def _show_waiting(self, found: tuple[WaitingNote, ...], now: datetime) -> None:
        self.waiting.show_waiting(found, self._naming, now.date())
        missing = sum(one.kind is WaitingKind.MISSING for one in found)
        self.count.setText(_counted(found, missing))
        if self.hasFocus():  # it came before there was a list
            self.waiting.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what was changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._read_first()
        self._share()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        super().focusInEvent(event)
        self.waiting.view.setFocus(event.reason())

    def minimumSizeHint(self) -> QSize:
        """Ask the window for no more: the lists fold to the room there is."""
        return QSize(self._theme.pixels(_LEAST.width()), self._theme.pixels(_LEAST.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the search beside what waits where there is room, else below."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        beside = self.width() >= self._theme.pixels(_BESIDE) and self.search_place.filled
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._split.setDirection(way)
        self.waiting.setMaximumWidth(self._theme.pixels(_WAITING_WIDTH) if beside else _ANY_WIDTH)

    def _lay_out(self) -> None:
        edge = self._theme.pixels(16)
        self._split.setContentsMargins(edge, edge, edge, edge)
        self._split.setSpacing(self._theme.pixels(12))
        self._split.addWidget(self.waiting, 1)
        self._split.addWidget(self.search_place, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addLayout(self._split, 1)

    def _head(self) -> QFrame:
        self._bar.setObjectName("weekBar")
        title = QLabel("Notater", self._bar)
        title.setObjectName("pageTitle")
        self.count.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        row = QHBoxLayout(self._bar)
        edge = self._theme.pixels(16)
        row.setContentsMargins(edge, self._theme.pixels(10), edge, self._theme.pixels(10))
        row.addWidget(title)
        row.addWidget(self.count)
        row.addStretch(1)
        self._bar.setMinimumHeight(self._theme.pixels(48))
        return self._bar


def _counted(found: tuple[WaitingNote, ...], missing: int) -> str:
    late = sum(one.kind is WaitingKind.MISSING and one.late for one in found)
    if not missing:
        return "Alle afholdte kontakter har et notat"
    words = (
        "1 kontakt mangler et notat" if missing == 1 else f"{missing} kontakter mangler et notat"
    )
    return f"{words}, {late} for sent" if late else words


_ANY_WIDTH = 16_777_215
"""Qt's own word for no limit."""
