"""The review page: the team's week, a line a worker; only exceptions are opened (P88)."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bostoette.models.appointment import Appointment
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.grant import Grant
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.review import Matter, Review
from bostoette.models.review_wording import team_said
from bostoette.models.team import TeamSetting
from bostoette.models.week_plan import ReviewQuestion, WeekPlan
from bostoette.models.worker import Absence, Worker
from bostoette.services.desk import Changes, Desk
from bostoette.services.review_rights import review_right
from bostoette.services.week import active_workers
from bostoette.services.week_review import review_of, week_to_review_now
from bostoette.ui.background import beside
from bostoette.ui.naming import Naming
from bostoette.ui.page import Page
from bostoette.ui.review.figure_cards import FigureCards
from bostoette.ui.review.review_bar import ReviewBar
from bostoette.ui.review.review_figures import figures_of
from bostoette.ui.review.review_list import ReviewList
from bostoette.ui.review.review_panel import ReviewPanel
from bostoette.ui.review.waiting_row import WaitingRow
from bostoette.ui.telling import show_plan_error
from bostoette.ui.theme import Theme

SHOWN_KINDS = (
    Absence,
    Appointment,
    Citizen,
    CitizenProfile,
    Contact,
    ContactCitizen,
    ContactWorker,
    Grant,
    ReviewQuestion,
    TeamSetting,
    WeekPlan,
    Worker,
)
MANY = 60
"""From so many workers on a review is read beside the window."""
READING = "Læser …"
_PANEL_WIDTH = 372
_BESIDE_FROM = 900
_LEAST_HIGH = 220
_LEAST = QSize(420, 300)


class ReviewPage(Page):
    """Reads through the desk and shows; what is decided goes through `ReviewWork`."""

    week_asked = Signal(object, object)
    """Show this worker's IsoWeek on the week page."""
    contact_asked = Signal(object)
    """Show the contact with this key in its week."""
    citizen_asked = Signal(object)
    """Show the citizen with this key."""
    left = Signal(object)
    """The reviewer has seen this worker's week and goes on."""

    def __init__(self, desk: Desk, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk, self._theme, self._now = desk, theme, now
        self._naming = Naming()
        self._stale = True
        self._asked = 0
        self._seen: Key | None = None
        self.week = self._week_now()
        self.review = Review(self.week, (), 0, 0, 0)
        self.bar = ReviewBar(theme, self)
        self.figures = FigureCards(theme, self)
        self.waiting = WaitingRow(theme, self)
        self.list = ReviewList(theme, self)
        self.panel = ReviewPanel(theme, self)
        self._scroll = QScrollArea(self)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._share)

    @property
    def may_review(self) -> bool:
        """Tell whether the person may decide."""
        return self._desk.read(review_right, self._desk.actor_id, self._now().date()).may

    def show_week(self, week: IsoWeek) -> None:
        """Show another week."""
        self._leave(None)
        self.week = week
        self._reload()

    def step(self, weeks: int) -> None:
        """Go so many weeks on; 0 goes to the week that is reviewed now."""
        self.show_week(self.week.plus(weeks) if weeks else self._week_now())

    def choose(self, worker: Key) -> None:
        """Choose a worker's week, with the keyboard in the list."""
        self.list.choose(worker)
        self.list.take_focus()

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
        self._show()

    def panes(self) -> tuple[QWidget, ...]:
        """Return where F6 goes: bar, list, what is chosen."""
        return (self.bar, self.waiting, self.list.view, self.panel)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what was changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere has seen the week that was chosen."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._leave(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the list."""
        super().focusInEvent(event)
        self.list.view.setFocus(event.reason())

    def minimumSizeHint(self) -> QSize:
        """Ask the window for no more: list and panel fold to the room there is."""
        return QSize(self._theme.pixels(_LEAST.width()), self._theme.pixels(_LEAST.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside the list, or below it where it is narrow."""
        super().resizeEvent(event)
        self._share()

    def _week_now(self) -> IsoWeek:
        return self._desk.read(week_to_review_now, self._now().date())

    def _reload(self) -> None:
        """Read anew: a large team beside the window, and meanwhile nothing of another week."""
        self._stale = False
        self._asked += 1
        actor, week, now = self._desk.actor_id, self.week, self._now()
        take = partial(self._take, self._asked)

        def read() -> Review:
            return self._desk.read(review_of, actor, week, now)

        if len(self._desk.look(active_workers)) < MANY:
            take(read())
            return
        if self.review.week != self.week or not self.review.lines:
            self.review = Review(self.week, (), 0, 0, 0)
            self._show()
            self.bar.show_week(self.week, READING)
        beside(self, read, take, partial(show_plan_error, self))

    def _take(self, asked: int, review: Review) -> None:
        """Show what was read, unless something else was asked for meanwhile."""
        if asked == self._asked:
            self.review = review
            self._show()

    def _show(self) -> None:
        review = self.review
        right = self._desk.read(review_right, self._desk.actor_id, self._now().date())
        self.bar.show_week(review.week, team_said(review))
        fit = sum(line.without_remarks for line in review.lines)
        self.bar.offer_all(fit if right.may else 0)
        self.bar.offer_lead(leads=right.may)
        self.figures.show_figures(figures_of(review))
        self.waiting.show_review(review, self._naming)
        self.panel.let_decide(right.may, "" if right.may else right.sentence)
        self.list.show_lines(review.lines, self._naming)
        self.panel.show_line(self.list.line, self._naming)

    def _choose(self, worker: Key | None) -> None:
        self._leave(worker)
        self.panel.show_line(self.list.line, self._naming)

    def _leave(self, worker: Key | None) -> None:
        """Tell whose week was seen, now that another one is looked at."""
        if self._seen is not None and self._seen != worker:
            self.left.emit(self._seen)
        self._seen = worker

    def _open_week(self) -> None:
        if self.list.current is not None:
            self.week_asked.emit(self.list.current, self.week)

    def _open_matter(self, matter: Matter) -> None:
        if matter.contacts:
            self.contact_asked.emit(matter.contacts[0])
        else:
            self.citizen_asked.emit(matter.citizen)

    def _connect(self) -> None:
        self.bar.step_asked.connect(self.step)
        self.waiting.worker_asked.connect(self.choose)
        self.waiting.citizen_asked.connect(self.citizen_asked)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _worker: self._open_week())
        self.panel.open_asked.connect(self._open_week)
        self.panel.matters.opened.connect(self._open_matter)

    def _lay_out(self) -> None:
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(self._theme.pixels(12))
        self._both.addWidget(self.list, 1)
        self._both.addWidget(self.panel)
        edge = self._theme.pixels(16)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(self._theme.pixels(12))
        column.addWidget(self.figures)
        column.addWidget(self.waiting)
        column.addLayout(self._both, 1)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._scroll, 1)

    def _share(self) -> None:
        """Put the panel beside the list; below it, in one long page, where it is narrow."""
        direction = QBoxLayout.Direction
        beside = self.width() >= self._theme.pixels(_BESIDE_FROM)
        self._both.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        wide = self._theme.pixels(_PANEL_WIDTH)
        self.panel.setMinimumWidth(wide if beside else 0)
        self.panel.setMaximumWidth(wide if beside else self.width())
        self.panel.scroll_inside(beside)
        self.list.setMinimumHeight(self._theme.pixels(_LEAST_HIGH))
