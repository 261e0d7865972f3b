"""The page Overblik: figures of the team, a worker or a citizen; every number can be opened."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from threading import Event

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_satisfaction import ContactSatisfaction
from bostoette.models.drive_correction import DriveCorrection
from bostoette.models.figure import Figure
from bostoette.models.figure_scope import Ask, ScopeKind, Section
from bostoette.models.goal import GoalTurn, NoteGoal
from bostoette.models.grant import Grant
from bostoette.models.note import Note
from bostoette.models.plan_error import PlanError
from bostoette.models.team import TeamSetting, TravelPair
from bostoette.models.team_sheet import SheetChangeRow
from bostoette.models.worker import Absence, Worker
from bostoette.services.desk import Changes, Desk
from bostoette.services.drives import drive_list
from bostoette.services.figure_rights import scopes_of
from bostoette.services.figures import figures_of, figures_unless_stopped
from bostoette.ui.background import beside
from bostoette.ui.citizens.tab_row import TabRow
from bostoette.ui.emptied import emptied
from bostoette.ui.figures.counting_line import CountingLine
from bostoette.ui.figures.drives_view import DrivesView
from bostoette.ui.figures.figure_card import FigureCard
from bostoette.ui.figures.figures_bar import FiguresBar
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.naming import Naming
from bostoette.ui.page import Page
from bostoette.ui.page_action import give_action
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

SHOWN_KINDS = (
    Absence,
    Citizen,
    CitizenProfile,
    Contact,
    ContactCitizen,
    ContactSatisfaction,
    ContactWorker,
    DriveCorrection,
    GoalTurn,
    Grant,
    Note,
    NoteGoal,
    SheetChangeRow,
    TeamSetting,
    TravelPair,
    Worker,
)
LONG = timedelta(days=100)
MANY = 28 * LONG.days
"""The team's figures of more days, or of so many workers' days, are counted beside the window."""
COUNTING = "Tæller …"
COUNTING_MANY = (
    "Tæller kontakterne for {workers} medarbejdere. Det kan tage lidt tid; arbejd bare videre, "
    "eller vælg noget andet imens."
)
_OF_ONE_TEAM = 50
_LEAST = QSize(420, 300)


class FiguresPage(Page):
    """Reads through the desk and shows; what is opened and saved goes through `FiguresWork`."""

    cell_opened = Signal(object)
    """The Cell whose rows are asked for."""

    def __init__(self, desk: Desk, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk, self._theme, self._now = desk, theme, now
        self._naming = Naming()
        self._stale = True
        self._asked = 0
        self._under_way = False
        self.section = Section.MIX
        self.figures: tuple[Figure, ...] = ()
        self.cards: list[FigureCard] = []
        self.bar = FiguresBar(now().date(), self)
        self.tabs = TabRow(theme, self)
        for one in Section:
            self.tabs.addTab(one.danish)
        self.drives = DrivesView(theme, now().date(), self)
        self.told = Words(parent=self)
        self.told.setObjectName("trouble")
        self.told.hide()
        self.counting = CountingLine(self)
        self._stopper = Event()
        self._scroll = FittingScroll(self)
        self._cards = QVBoxLayout()
        self._lay_out()
        self.bar.chosen.connect(self._reload)
        self.bar.refused.connect(self._tell)
        self.counting.stop_asked.connect(self._stop)
        self.counting.again_asked.connect(self._reload)
        self.tabs.currentChanged.connect(lambda place: self.show_section(tuple(Section)[place]))
        self.drives.month_asked.connect(lambda _month: self._reload())
        theme.changed.connect(self.show_figures)
        theme.changed.connect(self._dress)
        self._dress()
        for words, key, by in (
            ("Overblik: perioden før", "Alt+Left", -1),
            ("Overblik: perioden efter", "Alt+Right", 1),
        ):
            give_action(self, words, partial(self.step, by), key)

    @property
    def ask(self) -> Ask:
        """What is asked for now."""
        return Ask(self.bar.scope, self.bar.span, self._now())

    def show_section(self, section: Section) -> None:
        """Show other figures of the same people and days."""
        self.section = section
        self.tabs.setCurrentIndex(tuple(Section).index(section))
        self._reload()

    def step(self, by: int) -> None:
        """Go to the period before or after; among the drives to the month."""
        if self.section is Section.DRIVES:
            self.drives.step(by)
        else:
            self.bar.period.go(by)

    def on_changes(self, changes: Changes) -> None:
        """Read anew what somebody changed; at once only where it is seen."""
        if changes.touch(*SHOWN_KINDS):
            if self.isVisible():
                self._reload()
            else:
                self._stale = True

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self._naming = naming
        if not self._stale:
            self._offer()
            self.show_figures()

    def panes(self) -> tuple[QWidget, ...]:
        """Return where F6 goes: bar, tabs, the tables."""
        tables = tuple(card.table for card in self.cards if card.table is not None)
        drives = (self.drives.head, self.drives.table) if self.section is Section.DRIVES else ()
        return (self.bar, self.tabs, *drives, *tables)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what was changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._offer()
            self._reload()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the bar."""
        super().focusInEvent(event)
        self.bar.setFocus(event.reason())

    def minimumSizeHint(self) -> QSize:
        """Ask the window for no more: the figures fold to the room there is."""
        return QSize(self._theme.pixels(_LEAST.width()), self._theme.pixels(_LEAST.height()))

    def _offer(self) -> None:
        actor = self._desk.actor_id
        scopes = self._desk.read(scopes_of, actor, self._now().date())
        self.bar.offer(scopes, actor, self._naming)
        self.bar.days.setToolTip(scopes.sentence)

    def _reload(self) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._asked += 1
        self.drives.setVisible(self.section is Section.DRIVES)
        self.bar.ask_for_days(asks=self.section is not Section.DRIVES)
        if self.section is Section.DRIVES:
            self._show_drives()
            return
        ask, place = self.ask, self._asked
        asked = (self._desk.actor_id, ask, self.section)
        if not self._takes_long(ask):
            try:
                self._take(place, self._desk.read(figures_of, *asked))
            except PlanError as error:
                self._refuse(error)
            return
        self.told.hide()
        self.figures = ()
        self.show_figures()
        self._say_counting()
        if self._under_way:
            return  # what is counted now asks again when it comes, for what is wanted then
        self._under_way = True
        self._stopper = Event()
        read = partial(
            self._desk.read, figures_unless_stopped, *asked, stopped=self._stopper.is_set
        )
        beside(self, read, partial(self._arrive, place), partial(self._miss, place))

    def _takes_long(self, ask: Ask) -> bool:
        days = ask.period.last - ask.period.first
        team = ask.scope.kind is ScopeKind.TEAM
        return team and (days >= LONG or days.days * self.bar.workers > MANY)

    def _say_counting(self) -> None:
        many = self.bar.workers
        words = COUNTING_MANY.format(workers=many) if many > _OF_ONE_TEAM else COUNTING
        self.counting.say_counting(words)

    def _stop(self) -> None:
        """Let the count under way come to nothing; what is shown says so at once."""
        self._stopper.set()
        self._asked += 1
        self.counting.say_stopped()

    def _arrive(self, place: int, figures: tuple[Figure, ...]) -> None:
        """Show what was counted beside; where something else is wanted by now, count that."""
        self._under_way = False
        if place == self._asked:
            self._take(place, figures)
        elif self.counting.under_way:
            self._reload()

    def _miss(self, place: int, error: PlanError) -> None:
        self._under_way = False
        if place == self._asked:
            self._refuse(error)
        elif self.counting.under_way:
            self._reload()

    def _show_drives(self) -> None:
        """Show the list of drives of whoever is chosen; of the team nobody's."""
        scope, found = self.bar.scope, None
        if scope.kind is ScopeKind.WORKER:
            actor, today = self._desk.actor_id, self._now().date()
            found = self._desk.read(drive_list, actor, scope.key, self.drives.month, today)
        self.told.hide()
        self.figures = ()
        self.drives.shown = found
        self.show_figures()

    def _take(self, place: int, figures: tuple[Figure, ...]) -> None:
        """Show what was counted, unless something else was asked for meanwhile."""
        if place == self._asked:
            self.figures = figures
            self.told.hide()
            self.show_figures()

    def _refuse(self, error: PlanError) -> None:
        """Show no figures, and say why."""
        self.figures = ()
        self.show_figures()
        self._tell(error.sentence)

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)
        self.told.show()

    def show_figures(self) -> None:
        """Show what was counted."""
        self.counting.hide()
        self.drives.show_list(self.drives.shown, self._naming)
        emptied(self._cards)
        self.cards = [FigureCard(self._theme, one, self._naming, self) for one in self.figures]
        for card in self.cards:
            card.opened.connect(self.cell_opened)
            self._cards.addWidget(card)
            card.show()

    def _dress(self) -> None:
        self.bar.period.dress(self._theme)

    def _lay_out(self) -> None:
        edge, gap = self._theme.pixels(16), self._theme.pixels(12)
        inside = QWidget(self)
        self._cards.setSpacing(gap)
        column = QVBoxLayout(inside)
        column.setContentsMargins(edge, gap, edge, edge)
        column.setSpacing(gap)
        column.addWidget(self.drives)
        column.addLayout(self._cards)
        column.addStretch(1)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.hold(inside)
        above = QVBoxLayout()
        above.setContentsMargins(edge, 4, edge, 0)
        above.addWidget(self.tabs)
        above.addWidget(self.told)
        above.addWidget(self.counting)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(above)
        whole.addWidget(self._scroll, 1)
