"""The week page: one week of one worker, or of the team, to read and to plan in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services import week
from bostoette.services.first_look import FirstLook
from bostoette.services.week import Week
from bostoette.ui.background import beside
from bostoette.ui.naming import Naming
from bostoette.ui.one_stop import OneStop
from bostoette.ui.page import Page
from bostoette.ui.side_pane import PanesBeside, SidePane
from bostoette.ui.telling import show_plan_error
from bostoette.ui.theme import Theme
from bostoette.ui.week.looking_over import AT_ONCE, LookedOver, look_over
from bostoette.ui.week.week_bar import WeekBar
from bostoette.ui.week.week_card import WeekSheet
from bostoette.ui.week.week_grid import WeekGrid
from bostoette.ui.week.week_sheet import Around, sheet_around
from bostoette.ui.week.week_strip import WeekStrip
from bostoette.ui.week.whose_week import TeamDays, Whose, part_with, parts_of

if TYPE_CHECKING:
    from bostoette.planning.checked_week import CheckedWeek
    from bostoette.services.desk import Changes, Desk

MINUTE_MS = 30_000
SATURDAY = 5
LEFT_WIDTH = 208
RIGHT_WIDTH = 288


class WeekPage(Page):
    """Shows a week and hands what the person wants to the desk.

    A first look is shown without a desk; then nothing may be wanted before `take_desk`.
    """

    week_shown = Signal()
    """Another week, or the same one read anew, is shown."""
    data_changed = Signal(object)
    """Somebody changed something (Changes); what the week itself shows is read anew."""
    edit_asked = Signal(object)
    """Open the contact or appointment with this key."""
    new_asked = Signal(object, str)
    """A new contact at a TimeSpan (or None), beginning with the letters typed."""
    drawn_asked = Signal(object)
    """A new contact at exactly this TimeSpan."""
    citizen_plan_asked = Signal(object)
    """A new contact with the citizen of this key."""
    visit_plan_asked = Signal(object)
    """A new visit to the citizen of this key."""
    delete_asked = Signal(object)
    profile_asked = Signal(object)
    """Show the profile of the citizen with this key."""
    status_asked = Signal(object, object)
    """Note where the contact with this key stands (a StatusWish)."""
    undo_asked = Signal()
    """Take the latest step back, as Ctrl+Z does."""
    minute_passed = Signal()
    look_asked = Signal(object)
    """Read these sentences."""
    series_span_asked = Signal(object, object)
    """A contact of a series (its key) at another TimeSpan."""
    series_form_asked = Signal(object, object)
    """A contact of a series (its key) in another ContactForm."""
    export_asked = Signal()
    import_asked = Signal()
    print_asked = Signal()

    def __init__(
        self, source: "Desk | FirstLook", theme: Theme, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._now = now
        self._naming = Naming()
        self._day_name: Callable[[date], str | None] | None = None
        self._given: Desk | None = None
        self._everybody: tuple[WeekWorker, ...] = ()
        self._whose = Whose(())
        self._purposes: dict[str, str] | None = None
        self._week: Week | None = None
        self._sheet: WeekSheet | None = None
        self._found = LookedOver()
        self._looked_over = False
        self.bar = WeekBar(theme, self)
        self.strip = WeekStrip(theme, self)
        self.days = TeamDays(self)
        OneStop(self.strip, on=(self.days,))
        self.left = SidePane(theme, "Mangler en tid", LEFT_WIDTH, self)
        self.grid = WeekGrid(theme, self)
        self.right = SidePane(theme, "Kontakten", RIGHT_WIDTH, self)
        self._beside = PanesBeside(theme, self.left, self.grid, self.right, self)
        self.setFocusProxy(self.grid)
        self._lay_out()
        self._connect()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._show_now)
        self._clock.timeout.connect(self.minute_passed)
        self._clock.start(MINUTE_MS)
        self._begin(source)

    def _begin(self, source: "Desk | FirstLook") -> None:
        if isinstance(source, FirstLook):
            self._whose = Whose((source.worker,))
            self._purposes, self._week = source.purposes, source.week
            self._everybody = source.everybody
            self._show()
        else:
            self.take_desk(source)
            self._whose = Whose((source.actor_id,))
            self.show_week(week_to_plan(self._now().date()))

    def take_desk(self, desk: "Desk") -> None:
        """Read and change at this desk from now on."""
        self._given = desk

    @property
    def _desk(self) -> "Desk":
        assert self._given is not None  # noqa: S101 - nothing is wanted before it is given
        return self._given

    @property
    def week(self) -> IsoWeek:
        """The week that is shown."""
        assert self._week is not None  # noqa: S101 - shown from the start
        return self._week.week

    @property
    def shown(self) -> Week:
        """The values that are shown."""
        assert self._week is not None  # noqa: S101 - shown from the start
        return self._week

    @property
    def said(self) -> tuple[WeekSentence, ...]:
        """What there is to look at."""
        return self._found.said

    @property
    def checked(self) -> "CheckedWeek | None":
        """The week with all that its checks look at; None until it has been looked over."""
        return self._found.checked

    @property
    def planner(self) -> Key:
        """Return for whom something new is planned: whose week it is, in the team's the person."""
        return self._whose.one or self.grid.pointed_worker or self._desk.actor_id

    @property
    def workers(self) -> tuple[Key, ...]:
        """Whose week is shown."""
        return self._whose.workers

    @property
    def whose(self) -> Whose:
        """One worker's week, or the team's."""
        return self._whose

    @property
    def everybody(self) -> tuple[WeekWorker, ...]:
        """The workers whose weeks can be shown, by name."""
        return self._everybody

    def show_week(self, wanted: IsoWeek) -> None:
        """Show another week."""
        self._load(wanted)

    def show_contact(self, key: Key, day: date, workers: tuple[Key, ...]) -> None:
        """Show a contact chosen in its week: in the one shown if she takes part, else hers."""
        if not set(self._whose.workers).intersection(workers):
            self.show_worker(workers[0])
        if day not in self.week.days:
            self.show_week(IsoWeek.of(day))
        self.grid.choose(key)

    def step(self, weeks: int) -> None:
        """Go so many weeks on, or to this week with 0."""
        here = IsoWeek.of(self._now().date())
        self._load(self.week.plus(weeks) if weeks else here)

    def show_worker(self, key: Key) -> None:
        """Show one worker's week."""
        self._show_whose(Whose((key,)))

    def show_team(self, day: date | None = None) -> None:
        """Show everybody's week, or everybody's day side by side; a large team's in parts."""
        self._everybody = self._desk.look(week.active_workers)
        near = self._whose.workers[0] if self._whose.workers else self._desk.actor_id
        self._show_part(part_with(parts_of(self._everybody), near), day)

    def _show_part(self, workers: tuple[Key, ...], day: date | None) -> None:
        self._show_whose(Whose(workers, team=True, day=day))

    def _show_whose(self, whose: Whose) -> None:
        same = self._whose.workers == whose.workers
        self._whose = whose
        self.bar.whose.show_whose(whose)
        if whose.team:
            self.days.offer_parts(self._everybody, whose)
        if same:
            self._show()
        else:
            self._load(self.week)

    @property
    def naming(self) -> Naming:
        """How people are named."""
        return self._naming

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self._naming = naming
        self._show()
        self._offer_workers()

    def use_settings(self, settings: MachineSettings) -> None:
        """Show the weekend and the zoom that the person is used to."""
        self.grid.show_weekend(settings.weekend)
        self.bar.show_weekend(settings.weekend)
        self.grid.zoom_to(settings.zoom)

    def finish_start(self) -> None:
        """Do what can wait until the week is painted: holidays and whose week can be chosen."""
        if not self._looked_over:
            self.look_over()
        self._looked_over = False
        self._show()
        self._offer_workers()

    def look_over(self) -> None:
        """Look the first week over; `finish_start` shows what was found."""
        from bostoette.planning.danish_days import day_name

        self._day_name = day_name
        self._check()
        self._looked_over = True

    def panes(self) -> tuple[QWidget, ...]:
        """Return where F6 goes: bar, strip, tray, week, contact."""
        return (self.bar, self.strip, self.left, self.grid, self.right)

    def on_changes(self, changes: "Changes") -> None:
        """Read anew what somebody changed."""
        from bostoette.models.appointment import Appointment
        from bostoette.models.citizen import Citizen
        from bostoette.models.citizen_profile import CitizenProfile
        from bostoette.models.contact import Contact, ContactWorker
        from bostoette.models.day_type import DayType
        from bostoette.models.equipment_loan import EquipmentLoan
        from bostoette.models.task import Task
        from bostoette.models.team import Purpose, TravelPair
        from bostoette.models.team_sheet import SheetChangeRow
        from bostoette.models.worker import Absence, Worker

        if changes.touch(Purpose):
            self._purposes = self._desk.look(week.purpose_titles)
        shown = (Contact, ContactWorker, Citizen, Worker, Absence, Appointment, Purpose, TravelPair)
        if changes.touch(*shown, CitizenProfile, DayType, EquipmentLoan, SheetChangeRow, Task):
            self._load_anew()
        if changes.touch(Worker):
            self._offer_workers()
        self.data_changed.emit(changes)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.strip)
        column.addWidget(self.days)
        column.addWidget(self._beside, 1)

    def _connect(self) -> None:
        self.bar.step_asked.connect(self.step)
        self.bar.whose.worker_chosen.connect(self.show_worker)
        self.bar.whose.team_chosen.connect(self.show_team)
        self.days.day_chosen.connect(self.show_team)
        self.days.part_chosen.connect(lambda part: self._show_part(part, self._whose.day))
        self.grid.worker_asked.connect(self.show_worker)
        for pane in (self.left, self.right):
            self.bar.offer_pane(pane, self._beside.want)
        self.bar.new_asked.connect(lambda: self.new_asked.emit(None, ""))
        self.bar.export_asked.connect(self.export_asked)
        self.bar.import_asked.connect(self.import_asked)
        self.bar.print_asked.connect(self.print_asked)
        self.strip.look_asked.connect(lambda: self.look_asked.emit(self.said))
        self.grid.open_asked.connect(self.edit_asked)
        self.grid.create_asked.connect(self.new_asked)
        self.grid.drawn_asked.connect(self.drawn_asked)
        self.grid.delete_asked.connect(self.delete_asked)

    def _load(self, wanted: IsoWeek) -> None:
        if self._purposes is None:
            self._purposes = self._desk.look(week.purpose_titles)
        self._week = self._desk.look(week.week_of, self._whose.workers, wanted)
        if len(self._week.contacts) > AT_ONCE and self._day_name is not None:
            self._show_first(self._week, self._day_name)
        else:
            self._check()
            self._show()

    def _show_first(self, shown: Week, day_name: Callable[[date], str | None]) -> None:
        """Show a week of many contacts, and look it over beside the window."""

        def looked_over(found: LookedOver) -> None:
            if self._week is shown:
                self._found = found
                self._show()

        self._found = LookedOver()
        self._show_week()
        work = partial(look_over, self._desk, shown, day_name, self._now())
        beside(self, work, looked_over, partial(show_plan_error, self))

    def _load_anew(self) -> None:
        """Read the same week again; what was done is seen before it is looked over."""
        self._week = self._desk.look(week.week_of, self._whose.workers, self.week)
        self._draw()
        self._check()
        self._show()

    def _check(self) -> None:
        """Look the week over; the first one is painted before that."""
        if self._day_name is None or self._given is None:
            return
        self._found = look_over(self._given, self.shown, self._day_name, self._now())

    def _show(self) -> None:
        self._show_week()
        self.week_shown.emit()

    def _show_week(self) -> None:
        self._keep_day_in_week()
        self._draw()
        self.bar.show_week(self.week)
        self.strip.show_week(self.shown, self.said, looked_over=self.checked is not None)
        self.days.show_days(self.week, self._whose, weekend=self.bar.weekend)

    def _draw(self) -> None:
        """Draw the cards; they are seen before what lies around them is read."""
        around = Around(
            self.said,
            self._purposes or {},
            self._naming,
            self._now().date(),
            self._day_name,
            {worker.id: worker.initials for worker in self._everybody},
            uninformed=self._found.uninformed,
            team=self._whose.team,
            day=self._whose.day,
        )
        sheet = sheet_around(self.shown, around)
        if sheet == self._sheet:
            return
        self._sheet = sheet
        self.grid.show_sheet(sheet)
        self._show_now()
        if self.grid.isVisible():
            self.grid.viewport().repaint()

    def _show_now(self) -> None:
        now = self._now()
        self.grid.show_now(now.hour * 60 + now.minute if now.date() in self.week.days else None)

    def _keep_day_in_week(self) -> None:
        """Show the same weekday of another week."""
        day = self._whose.day
        if day is not None and day not in self.week.days:
            self._whose = replace(self._whose, day=self.week.days[day.weekday()])

    def _offer_workers(self) -> None:
        if self._given is not None:
            self._everybody = self._given.look(week.active_workers)
            me = self._given.actor_id
            self.bar.whose.show_workers(self._everybody, me, self._whose, self._naming)


def week_to_plan(today: date) -> IsoWeek:
    """Return this week, or at the weekend the coming one."""
    week = IsoWeek.of(today)
    return week.plus(1) if today.weekday() >= SATURDAY else week
