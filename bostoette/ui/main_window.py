"""The main window: the rail, the pages, the keys that hold everywhere, and the quiet message.

It is a frame around pages. What a page does stands in the page.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from bostoette.models.machine_settings import MachineSettings
from bostoette.ui.desk_news import DeskNews
from bostoette.ui.discretion import Discretion
from bostoette.ui.enter_presses import EnterPresses
from bostoette.ui.focus_in_sight import FocusInSight
from bostoette.ui.lock_from_dialogs import DISCRETION_KEY, KEYS
from bostoette.ui.naming import Naming
from bostoette.ui.one_stop import go_on, tab_stops
from bostoette.ui.page import Page
from bostoette.ui.presence import Presence
from bostoette.ui.quiet_message import QuietMessage
from bostoette.ui.rail import Rail, RailPage
from bostoette.ui.said_done import said_done
from bostoette.ui.side_pane import PaneWalk
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.undo_actions import UndoActions

if TYPE_CHECKING:
    from bostoette.services.desk import Changes, Desk

PAGES = (
    RailPage("week", "Uge", "calendar", "Ctrl+1"),
    RailPage("citizens", "Borgere", "people", "Ctrl+2"),
    RailPage("notes", "Notater", "note", "Ctrl+3"),
    RailPage("review", "Gennemgang", "check", "Ctrl+4"),
    RailPage("figures", "Overblik", "chart", "Ctrl+5"),
    RailPage("conditions", "Rammer", "list-check", "Ctrl+6"),
    RailPage("settings", "Indstillinger", "settings", "Ctrl+7", at_foot=True),
)

MOST_STOPS = 10
"""Tab comes round in no more."""
FRAME = QSize(8, 40)
"""What a title and edges take, on any system."""


class MainWindow(QMainWindow):
    """Everything between unlock and lock.

    Without a desk it only shows, until it is given one (`take_desk`).
    """

    painted = Signal()
    """The window has been painted for the first time."""
    lock_asked = Signal()
    example_asked = Signal()
    leave_example_asked = Signal()
    example_as_asked = Signal(bool)
    """See the example as its team leader, or as its worker."""
    settings_changed = Signal(object)
    """The MachineSettings to keep."""

    def __init__(
        self,
        desk: "Desk | None",
        theme: Theme,
        settings: MachineSettings,
        now: Callable[[], datetime],
        *,
        example: bool,
    ) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self.theme = theme
        self.settings = settings
        self.now = now
        self.is_example = example
        """Whether the people are invented; everything printed says so."""
        self._was_painted = False
        self.is_workable = False
        """Whether all that belongs to the first page is there, not only its picture."""
        self._pages: dict[str, Page] = {}
        self._makers: dict[str, Callable[[], Page]] = {}
        self.rail = Rail(theme, PAGES, self, example=example)
        self.stack = QStackedWidget(self)
        self.message = QuietMessage(self)
        self._walk = PaneWalk(self)
        FocusInSight(self)
        self.undoing = UndoActions(self)
        self.discretion = Discretion(self)
        self._lay_out()
        self._connect()
        self._make_actions()
        EnterPresses(self)
        self.presence = Presence(now, self)
        self.presence.gone.connect(self.lock_asked)
        self.presence.wait(settings.lock_minutes)
        if desk is not None:
            self.take_desk(desk)

    @property
    def desk(self) -> "Desk":
        """What the window works with."""
        assert self._desk is not None  # noqa: S101 - nobody works before it is given
        return self._desk

    def take_desk(self, desk: "Desk") -> None:
        """Work with this desk from now on, and follow what it changes."""
        self._desk = desk
        DeskNews(desk, self).changed.connect(self._tell_pages)

    def add_page(self, key: str, make: Callable[[], Page]) -> None:
        """Say how a page is made; it is made when it is first shown."""
        self._makers[key] = make

    def show_page(self, key: str) -> None:
        """Show a page by its key on the rail; nothing where the file could not be opened."""
        if key not in self._makers:
            return
        page = self.make_page(key)
        self.stack.setCurrentWidget(page)
        self.rail.show_current(key)
        self._title()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_page(self, key: str) -> Page:
        """Return a page, made if it was not there yet; what is shown stays."""
        if key not in self._pages:
            page = self._makers[key]()
            self._pages[key] = page
            self.stack.addWidget(page)
            page.set_naming(Naming(self.settings.discreet))
            page.use_settings(self.settings)
            if self.isVisible():
                page.finish_start()
        return self._pages[key]

    def make_pages(self) -> None:
        """Make all pages, for what looks through every one of them."""
        for key in self._makers:
            self.make_page(key)

    def page(self, key: str) -> Page | None:
        """Return a page that has been shown."""
        return self._pages.get(key)

    def keep(self, settings: MachineSettings) -> None:
        """Use other settings from now on, and ask for them to be kept."""
        before, self.settings = self.settings, settings
        if (before.appearance, before.text_percent) != (
            settings.appearance,
            settings.text_percent,
        ):
            self.theme.use(Appearance(settings.appearance), settings.text_percent)
        if before.discreet != settings.discreet:
            for page in self._pages.values():
                page.set_naming(Naming(settings.discreet))
            self.discretion.cover(discreet=settings.discreet)
        for page in self._pages.values():
            page.use_settings(settings)
        self.presence.wait(settings.lock_minutes)
        self.settings_changed.emit(settings)

    def finish_start(self) -> None:
        """Let pages do what could wait until they were painted."""
        for page in self._pages.values():
            page.finish_start()

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Let Tab go round as the page is laid out, whatever order its parts were made in."""
        page = self.stack.currentWidget()
        order = tab_stops(self.rail, page, self.message) if page is not None else []
        if len(order) > MOST_STOPS:  # F6 goes to the message, Ctrl+Z does what it offers
            order = [one for one in order if not self.message.isAncestorOf(one)]
        gone = go_on(order, self.focusWidget(), onward=onward)
        return gone or super().focusNextPrevChild(onward)

    def fit(self, room: QSize) -> None:
        """Be no larger than the screen has room for, with the frame around the window."""
        self.resize(self.size().boundedTo(room - FRAME))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, after the first painting, that it is done."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let pages keep what is half-written."""
        for page in self._pages.values():
            page.keep_drafts()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.message.setParent(middle)
        self.message.lie_over(self.stack)
        self.resize(1280, 800)

    def _connect(self) -> None:
        self.rail.page_chosen.connect(self.show_page)
        self.rail.lock_asked.connect(self.lock_asked)
        self.rail.entered.connect(self._lend_keys)
        self.rail.leave_example_asked.connect(self.leave_example_asked)
        self.rail.example_as_asked.connect(self.example_as_asked)
        self.message.undo_asked.connect(self.undoing.undo)
        self.discretion.lock_asked.connect(self.lock_asked)

    def _make_actions(self) -> None:
        self._action("Lås", [KEYS], self.lock_asked.emit)
        self._action("Diskretion", [DISCRETION_KEY], self.discretion.turn)
        self._action("Næste del af siden", ["F6"], partial(self._next_pane, 1))
        self._action("Forrige del af siden", ["Shift+F6"], partial(self._next_pane, -1))
        for place, page in enumerate(PAGES, start=1):
            self._action(
                f"Gå til {page.word}", [f"Ctrl+{place}"], partial(self.show_page, page.key)
            )

    def _action(self, words: str, keys: list[str], do: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked=False: do())
        self.addAction(action)
        return action

    def _next_pane(self, by: int) -> None:
        page = self.stack.currentWidget()
        inside = page.panes() if isinstance(page, Page) else ()
        self._walk.step((self.rail, *inside, self.message), self.focusWidget(), by)

    def _lend_keys(self) -> None:
        """Let the keys of the page shown hold while the rail has the keyboard."""
        page = self.stack.currentWidget()
        self.rail.borrow(page.actions() if page is not None else [])

    def _tell_pages(self, changes: "Changes") -> None:
        for page in self._pages.values():
            page.on_changes(changes)
        if changes.undoable:
            self.message.say(said_done(changes.label), undoable=True)

    def say(self, sentence: str) -> None:
        """Tell in the quiet message, with nothing to undo."""
        self.message.say(sentence, undoable=False)

    def _title(self) -> None:
        shown = self.stack.currentWidget()
        word = next(page.word for page in PAGES if self._pages.get(page.key) is shown)
        mark = " – Eksempel" if self.is_example else ""
        self.setWindowTitle(f"{word} – Bostøtte{mark}")
