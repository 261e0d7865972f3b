"""The citizens page: the list on the left, the chosen citizen on the right."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.key import Key
from bostoette.planning.citizen_filter import CitizenFilter
from bostoette.services import citizens
from bostoette.services.desk import Changes, Desk
from bostoette.services.shown_citizen import ShownCitizen, shown_citizen
from bostoette.ui.background import beside
from bostoette.ui.button_row import ButtonRow
from bostoette.ui.citizens.card_work import CardWork
from bostoette.ui.citizens.citizen_card import GOALS, CitizenCard
from bostoette.ui.citizens.citizen_facts import Shown
from bostoette.ui.citizens.citizen_list import CitizenList
from bostoette.ui.citizens.citizen_list_model import counted
from bostoette.ui.citizens.citizen_notes import CitizenNotes
from bostoette.ui.citizens.citizen_on_her_way import CitizenOnHerWay
from bostoette.ui.citizens.citizen_work import CitizenWork
from bostoette.ui.citizens.citizens_bar import CitizensBar
from bostoette.ui.citizens.due_button import DueButton
from bostoette.ui.citizens.empty_citizens import EmptyCitizens
from bostoette.ui.citizens.next_over import NextOver
from bostoette.ui.citizens.purpose_advice import PurposeAdvice
from bostoette.ui.citizens.shown_kinds import SHOWN_KINDS
from bostoette.ui.goals.follow_up_work import FollowUpWork
from bostoette.ui.goals.goals_work import GoalsWork
from bostoette.ui.naming import Naming
from bostoette.ui.page import Page
from bostoette.ui.page_action import give_action
from bostoette.ui.telling import show_plan_error
from bostoette.ui.theme import Theme

_LIST_WIDTH = 268
_LIST_SHARE = 0.4
_LEAST = QSize(440, 300)


class CitizensPage(Page):
    """Reads through the desk and shows; what is changed goes through `CitizenWork`."""

    contact_opened = Signal(object)
    """Open the contact with this key."""
    plan_asked = Signal(object)
    """Plan a contact with the citizen with this key."""
    visit_asked = Signal(object)
    """Plan a visit to the citizen with this key."""
    paper_asked = Signal(object, object)
    """Put something about the citizen with this key on paper: a CitizenPaper."""
    inquiry_asked = Signal(object)
    """Note that somebody turned to us about the citizen with this key."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        today: Callable[[], date],
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__()
        self._now = now or (lambda: datetime.combine(today(), time()))
        self._desk = desk
        self._theme = theme
        self._today = today
        self._naming = Naming()
        self._stale = True
        self._read_on: date | None = None
        self._reading = 0
        self._many = False
        self._card_stale = True
        self._soon = CitizenOnHerWay(self, self._read)
        self._over = NextOver(self, self._now)
        self._typed = ""
        self._shown: Key | None = None
        self.work = CitizenWork(self, desk, theme, today)
        self.goals_work = GoalsWork(self, desk, theme, today, lambda: self.current)
        self.follow_ups = FollowUpWork(self, desk, theme, today, lambda: self.current)
        self.bar = CitizensBar(theme, self)
        self.due = DueButton(desk, theme, today, self)
        self.list = CitizenList(theme, desk.actor_id, self)
        self.card = CitizenCard(theme, desk, self._save_profile, self)
        self.notes = CitizenNotes(self, self.card)
        self._advice = PurposeAdvice(self.card.advice, desk, today, lambda: self.current)
        self._nobody = QWidget(self)
        self._right = QStackedWidget(self)
        self.empty = EmptyCitizens(theme, self)
        self._body = QStackedWidget(self)
        self._first: QWidget = self.list.view
        self._lay_out()
        self._connect()
        CardWork(self, desk, theme, today, self._now)
        theme.changed.connect(self._share)
        self._share()
        self._reload()

    @property
    def current(self) -> Key | None:
        """The citizen who is shown, whom every button acts on; who is chosen may be on her way."""
        return self._shown

    def choose(self, key: Key) -> None:
        """Show a citizen."""
        self.list.choose(key)
        if self._shown != self.list.current:
            self.show_citizen(self.list.current)

    def show_goal(self, citizen: Key, goal: Key, typed: str) -> None:
        """Show a citizen's wish, aim or goal, with what was searched for marked."""
        self.choose(citizen)
        self.card.open_tab(GOALS)
        self.card.goals.show_found(goal, typed)

    def show_silent(self, *, mine: bool) -> None:
        """Show whom nobody has heard from, among the person's own or the whole team's (P43)."""
        whose = self._desk.actor_id if mine else None
        self.list.search.clear()
        self.list.filter.choose(CitizenFilter(worker=whose, not_heard_from=True))

    def on_changes(self, changes: Changes) -> None:
        """Read anew what somebody changed; at once only where it is seen."""
        if changes.touch(*SHOWN_KINDS):
            self._read_anew()

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self.list.set_naming(naming, self._desk.read(citizens.choices).workers)
        self.due.naming = naming
        if naming != self._naming:
            self._naming = self.work.naming = self.follow_ups.naming = naming
            self.show_citizen(self.list.current)

    def panes(self) -> tuple[QWidget, ...]:
        """Return where F6 goes: bar, list, contacts or profile, agreement and grant."""
        beside = (self.card.side,) if self.card.side_is_beside else ()
        return (self.bar, self.list.view, self.card.head, self.card.middle, *beside)

    def keep_drafts(self) -> None:
        """Keep what is half-written: the window is about to close or lock."""
        self.work.keep_drafts()

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what was changed meanwhile, and on another day everything."""
        super().showEvent(event)
        if self._stale or self._read_on != self._today():
            self._reload()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on; a focus proxy would make Tab skip what stands before it."""
        super().focusInEvent(event)
        self._first.setFocus(event.reason())

    def minimumSizeHint(self) -> QSize:
        """Ask the window for no more: list, head and column fold to the room there is."""
        return QSize(self._theme.pixels(_LEAST.width()), self._theme.pixels(_LEAST.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its share."""
        super().resizeEvent(event)
        self._share()

    def _read_anew(self) -> None:
        if self.isVisible():
            self._reload()
        else:
            self._stale = True

    def _reload(self) -> None:
        """Read the list anew; among very many what is known of their contacts follows beside."""
        self._stale = False
        self._reading += 1
        today, me, turn = self._today(), self._desk.actor_id, self._reading
        minute, self._read_on = self._over.minute_now(), today
        self._card_stale = True
        self._many = self._desk.read(citizens.many)
        if not self._many:
            self._show_list(self._desk.read(citizens.listed, today, me, minute))
        else:
            self._show_list(self.list.as_known(self._desk.read(citizens.named)))
            beside(
                self,
                lambda: self._desk.read(citizens.listed, today, me, minute),
                lambda found: self._show_list(found) if turn == self._reading else None,
                partial(show_plan_error, self),
            )
        if self._card_stale:
            self.show_citizen(self.list.current)

    def _show_list(self, everybody: tuple[ListedCitizen, ...]) -> None:
        today = self._today()
        self.bar.show_count(counted(everybody, today) if everybody else "")
        self._body.setCurrentIndex(1 if everybody else 0)
        self._first = self.list.view if everybody else self.empty.new
        self.list.show_citizens(everybody, today)
        self._over.watch(everybody)
        self.due.count()

    def _show_chosen(self, key: Key | None) -> None:
        """Show who is chosen; while somebody types, once a key has not come for a moment.

        Among very many the first one is read beside the window, as the list is.
        """
        before, self._typed = self._typed, self.list.search.text()
        typing = self.list.search.hasFocus() and self._typed != before
        if key is not None and self._shown is None and self._many:
            self._card_stale = False
            self._soon.expect_now(key)
        elif typing and key is not None and self._shown is not None:
            self._soon.expect(key)
        else:
            self.show_citizen(key)

    def show_citizen(self, key: Key | None) -> None:
        """Read a citizen anew and show her; None shows nobody."""
        self._soon.let_go()
        self._card_stale = False
        if key is None:
            self._shown = None
            self._right.setCurrentIndex(0)
        else:
            self._show(key, self._read(key))

    def _read(self, key: Key) -> ShownCitizen:
        actor = self._desk.actor_id
        purpose, minute = self._advice.purpose, self._over.minute_now()
        return self._desk.read(
            shown_citizen, key, actor, purpose, self._today(), from_minute=minute
        )

    def _show(self, key: Key, read: ShownCitizen) -> None:
        """Show a citizen as she was read."""
        self._shown, self._card_stale = key, False
        self._right.setCurrentIndex(1)
        shown = Shown(read.page, self._naming)
        self.card.side.worth.show_raised(read.raised)
        self.card.show_citizen(shown)
        self.notes.show_citizen(shown, read.noted, read.news)
        self.card.head.show_relapse(read.relapse, read.page.today)
        self.card.head.count_in_tab(GOALS, read.active_goals)
        self.card.goals.show_by(partial(self.goals_work.shown, key, self._naming))
        self.card.development.show_by(partial(self.goals_work.developed, key, self._naming))
        self.card.side.follow_ups.show_facts(self.follow_ups.facts(read.follow_ups))
        self.card.side.hold_buttons()
        if read.advised is not None:
            self._advice.show(read.advised)

    def _change_chosen(self) -> None:
        """Change who is chosen in the list, shown first."""
        if self.list.current != self.current:
            self.show_citizen(self.list.current)
        if self.current is not None:
            self.work.change(self.current)

    def _save_profile(self, version: int, answers: dict[str, Any]) -> None:
        if self.current is not None:
            self.work.save_profile(self.current, version, answers)

    def _connect(self) -> None:
        for button in (self.bar.new, self.empty.new):
            button.clicked.connect(self.work.new_citizen)
        give_action(self, "Ny borger", self.work.new_citizen, "Ctrl+N")
        for button in (self.bar.new, self.bar.take_in, self.empty.new, self.empty.take_in):
            button.setAutoDefault(True)  # Enter presses it, as Space does
        ButtonRow(self, [self.due, self.bar.take_in, self.bar.new])
        for button in (self.bar.take_in, self.empty.take_in):
            button.clicked.connect(self.work.take_in_file)
        self.work.created.connect(self.choose)
        self.list.chosen.connect(self._show_chosen)
        self._soon.arrived.connect(self._show)
        self._over.timeout.connect(self._read_anew)
        self.list.opened.connect(self._change_chosen)

    def _lay_out(self) -> None:
        split = QWidget(self)
        row = QHBoxLayout(split)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.pixels(12))
        self._right.addWidget(self._nobody)
        self._right.addWidget(self.card)
        row.addWidget(self.list)
        row.addWidget(self._right, 1)
        self._body.addWidget(self.empty)
        self._body.addWidget(split)
        inside = QVBoxLayout()
        edge = self._theme.pixels(16)
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.setSpacing(self._theme.pixels(8))
        inside.addWidget(self.due, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(inside, 1)

    def _share(self) -> None:
        self.list.setFixedWidth(
            min(self._theme.pixels(_LIST_WIDTH), round(self.width() * _LIST_SHARE))
        )
