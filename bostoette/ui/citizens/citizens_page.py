"""The citizens page: the list on the left, the chosen citizen on the right."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.key import Key
from bostoette.planning.citizen_filter import CitizenFilter
from bostoette.services import citizens
from bostoette.services.desk import Changes, Desk
from bostoette.services.shown_citizen import (
    OfferedAdvice,
    ShownCitizen,
    offered_advice,
    shown_citizen,
)
from bostoette.ui import icons
from bostoette.ui.background import beside
from bostoette.ui.button_row import ButtonRow
from bostoette.ui.citizens.citizen_card import GOALS, LIFE, PROFILE, CitizenCard
from bostoette.ui.citizens.citizen_facts import Shown
from bostoette.ui.citizens.citizen_list import CitizenList
from bostoette.ui.citizens.citizen_list_model import counted
from bostoette.ui.citizens.citizen_notes import CitizenNotes
from bostoette.ui.citizens.citizen_on_her_way import CitizenOnHerWay
from bostoette.ui.citizens.citizen_work import CitizenWork
from bostoette.ui.citizens.due_button import DueButton
from bostoette.ui.citizens.empty_citizens import EmptyCitizens
from bostoette.ui.citizens.life_work import LifeWork
from bostoette.ui.citizens.next_over import NextOver
from bostoette.ui.citizens.preparation_work import PreparationWork
from bostoette.ui.citizens.shown_kinds import SHOWN_KINDS
from bostoette.ui.goals.follow_up_work import FollowUpWork
from bostoette.ui.goals.goals_work import GoalsWork
from bostoette.ui.naming import Naming
from bostoette.ui.page import Page
from bostoette.ui.page_action import give_action
from bostoette.ui.telling import show_plan_error
from bostoette.ui.theme import Theme

ORDINARY = "support_conversation"
"""The purpose that the page advises on at first."""
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
        self._card_stale = True
        self._purpose = ORDINARY
        self._soon = CitizenOnHerWay(self, self._read)
        self._over = NextOver(self, self._now)
        self._typed = ""
        self._shown: Key | None = None
        self.work = CitizenWork(self, desk, theme, today)
        self.goals_work = GoalsWork(self, desk, theme, today, lambda: self.current)
        self.follow_ups = FollowUpWork(self, desk, theme, today, lambda: self.current)
        self._bar = QFrame(self)
        self.count = QLabel(self._bar)
        self.take_in = QPushButton("Importér", self._bar)
        self.new = QPushButton("+ Ny borger", self._bar)
        self.due = DueButton(desk, theme, today, self)
        self.list = CitizenList(theme, desk.actor_id, self)
        self.card = CitizenCard(theme, desk, self._save_profile, self)
        self.notes = CitizenNotes(self, self.card)
        self._nobody = QWidget(self)
        self._right = QStackedWidget(self)
        self.empty = EmptyCitizens(theme, self)
        self._body = QStackedWidget(self)
        self._first: QWidget = self.list.view
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()
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
        self.card.head.tabs.setCurrentIndex(GOALS)
        self.card.goals.show_found(goal, typed)

    def show_silent(self, *, mine: bool) -> None:
        """Show whom nobody has heard from, among the person's own or the whole team's (P43)."""
        whose = self._desk.actor_id if mine else None
        self.list.search.clear()
        self.list.filter.choose(CitizenFilter(worker=whose, not_heard_from=True))

    def show_profile(self) -> None:
        """Show the chosen citizen's profile."""
        self.card.head.tabs.setCurrentIndex(PROFILE)

    def show_life(self) -> None:
        """Show what happens around the chosen citizen's contacts."""
        self.card.head.tabs.setCurrentIndex(LIFE)

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
        return (self._bar, self.list.view, self.card.head, self.card.middle, *beside)

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
        if not self._desk.read(citizens.many):
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
        self.count.setText(counted(everybody, today) if everybody else "")
        self._body.setCurrentIndex(1 if everybody else 0)
        self.take_in.setVisible(bool(everybody))
        self.new.setVisible(bool(everybody))
        self._first = self.list.view if everybody else self.empty.new
        self.list.show_citizens(everybody, today)
        self._over.watch(everybody)
        self.due.count()

    def _show_chosen(self, key: Key | None) -> None:
        """Show who is chosen; while somebody types, once a key has not come for a moment."""
        before, self._typed = self._typed, self.list.search.text()
        typing = self.list.search.hasFocus() and self._typed != before
        if typing and key is not None and self._shown is not None:
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
        return self._desk.read(shown_citizen, key, actor, self._purpose, self._today())

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
            self._show_advice(read.advised)

    def _show_advice(self, found: OfferedAdvice) -> None:
        self._purpose = found.purpose
        self.card.advice.offer(found.purposes)
        self.card.advice.show_advice(found.advice, found.purpose, found.good_for)

    def _choose_purpose(self, purpose_id: str) -> None:
        self._purpose = purpose_id
        if self.current is not None:
            actor, today = self._desk.actor_id, self._today()
            self._show_advice(
                self._desk.read(offered_advice, self.current, actor, purpose_id, today)
            )

    def _change_chosen(self) -> None:
        """Change who is chosen in the list, shown first."""
        if self.list.current != self.current:
            self.show_citizen(self.list.current)
        if self.current is not None:
            self.work.change(self.current)

    def _save_profile(self, version: int, answers: dict[str, Any]) -> None:
        if self.current is not None:
            self.work.save_profile(self.current, version, answers)

    def _with_current(self, do: Callable[..., None]) -> Callable[..., None]:
        """Hand the citizen who is shown to an action, followed by what a signal carries."""

        def act(*carried: object) -> None:
            if self.current is not None:
                do(self.current, *carried)

        return act

    def _connect(self) -> None:
        for button in (self.new, self.empty.new):
            button.clicked.connect(self.work.new_citizen)
        self.new.setToolTip("Ny borger (Ctrl+N)")
        give_action(self, "Ny borger", self.work.new_citizen, "Ctrl+N")
        for button in (self.new, self.take_in, self.empty.new, self.empty.take_in):
            button.setAutoDefault(True)  # Enter presses it, as Space does
        self._bar_row = ButtonRow(self, [self.due, self.take_in, self.new])
        for button in (self.take_in, self.empty.take_in):
            button.clicked.connect(self.work.take_in_file)
        self.work.created.connect(self.choose)
        self.list.chosen.connect(self._show_chosen)
        self._soon.arrived.connect(self._show)
        self._over.timeout.connect(self._read_anew)
        self.list.opened.connect(self._change_chosen)
        self._connect_card(self._with_current(self.work.change))

    def _connect_card(self, change: Callable[..., None]) -> None:
        head, side, work = self.card.head, self.card.side, self.work
        head.change_asked.connect(change)
        self.card.profile.change_asked.connect(change)
        head.status_asked.connect(self._with_current(work.change_status))
        head.relapse_asked.connect(self._with_current(work.note_relapse))
        head.paper_asked.connect(self._with_current(self.paper_asked.emit))
        for plan_asked in (head.plan_asked, self.card.timeline.plan_asked):
            plan_asked.connect(self._with_current(self.plan_asked.emit))
        for visit_asked in (side.worth.visit_asked, self.card.development.visit_asked):
            visit_asked.connect(self._with_current(self.visit_asked.emit))
        self.card.advice.purpose_chosen.connect(self._choose_purpose)
        self.card.timeline.opened.connect(self.contact_opened)
        side.agreement.action_asked.connect(self._with_current(work.agree))
        side.history.correction_asked.connect(self._with_current(work.correct_agreement))
        side.grant.action_asked.connect(self._with_current(work.grant))
        side.grant.correction_asked.connect(self._with_current(work.correct_grant))
        PreparationWork(self, self._desk, self._today, lambda: self.current).attach(
            side.package, side.wishes
        )
        LifeWork(self, self._desk, self._theme, self._now, lambda: self.current).attach(
            self.card.life
        )
        self.goals_work.attach(self.card.goals)
        side.inquiries.action_asked.connect(self._with_current(self.inquiry_asked.emit))
        self.follow_ups.attach(side.follow_ups, self.card.development)
        side.loans.action_asked.connect(self._with_current(work.lend))
        side.loans.correction_asked.connect(self._with_current(work.correct_loan))

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
        whole.addWidget(self._head())
        whole.addLayout(inside, 1)

    def _head(self) -> QFrame:
        self._bar.setObjectName("weekBar")
        title = QLabel("Borgere", self._bar)
        title.setObjectName("pageTitle")
        self.count.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        self.new.setAccessibleName("Ny borger")
        self.new.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        self.take_in.setAccessibleName("Importér borgere fra en fil")
        row = QHBoxLayout(self._bar)
        edge = self._theme.pixels(16)
        row.setContentsMargins(edge, self._theme.pixels(10), edge, self._theme.pixels(10))
        row.addWidget(title)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.take_in)
        row.addWidget(self.new)
        return self._bar

    def _dress(self) -> None:
        size = self._theme.pixels(16)
        self.take_in.setIcon(icons.icon("upload", self._theme.tokens.ink, size))
        self.take_in.setIconSize(QSize(size, size))
        self._share()

    def _share(self) -> None:
        self.list.setFixedWidth(
            min(self._theme.pixels(_LIST_WIDTH), round(self.width() * _LIST_SHARE))
        )
