"""The week page: one week of one worker, or of the team, to read and to plan in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.first_look import FirstLook
from bostoette.services.week import Week
from bostoette.ui.naming import Naming
from bostoette.ui.one_stop import OneStop
from bostoette.ui.page import Page
from bostoette.ui.side_pane import PanesBeside, SidePane
from bostoette.ui.theme import Theme
from bostoette.ui.week.drawn_week import DrawnWeek
from bostoette.ui.week.week_at_hand import WeekAtHand
from bostoette.ui.week.week_bar import WeekBar
from bostoette.ui.week.week_grid import WeekGrid
from bostoette.ui.week.week_strip import WeekStrip
from bostoette.ui.week.whose_is_shown import WhoseIsShown
from bostoette.ui.week.whose_week import TeamDays

if TYPE_CHECKING:
    from bostoette.planning.checked_week import CheckedWeek
    from bostoette.services.desk import Changes, Desk

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
        self.naming = Naming()
        """How people are named."""
        self._at_hand = WeekAtHand(now)
        self._looked_over = False
        self.bar = WeekBar(theme, self)
        self.strip = WeekStrip(theme, self)
        self.days = TeamDays(self)
        self.whose = WhoseIsShown(self.bar, self.days, self._at_hand)
        OneStop(self.strip, on=(self.days,))
        self.left = SidePane(theme, "Mangler en tid", LEFT_WIDTH, self)
        self.grid = WeekGrid(theme, self)
        self.right = SidePane(theme, "Kontakten", RIGHT_WIDTH, self)
        self._beside = PanesBeside(theme, self.left, self.grid, self.right, self)
        self._drawn = DrawnWeek(self.grid, self._at_hand, self.whose, now)
        self.setFocusProxy(self.grid)
        self._lay_out()
        self._connect()
        self._begin(source)

    def _begin(self, source: "Desk | FirstLook") -> None:
        if isinstance(source, FirstLook):
            self.whose.begin_with(source)
            self._at_hand.take_first(source)
            self._show()
        else:
            self.take_desk(source)
            self.whose.begin_with(source.actor_id)
            self.show_week(week_to_plan(self._now().date()))

    def take_desk(self, desk: "Desk") -> None:
        """Read and change at this desk from now on."""
        self._at_hand.take_desk(desk)

    @property
    def week(self) -> IsoWeek:
        """The week that is shown."""
        return self._at_hand.shown.week

    @property
    def shown(self) -> Week:
        """The values that are shown."""
        return self._at_hand.shown

    @property
    def said(self) -> tuple[WeekSentence, ...]:
        """What there is to look at."""
        return self._at_hand.found.said

    @property
    def checked(self) -> "CheckedWeek | None":
        """The week with all that its checks look at; None until it has been looked over."""
        return self._at_hand.found.checked

    @property
    def planner(self) -> Key:
        """Return for whom something new is planned: whose week it is, in the team's the person."""
        return self.whose.chosen.one or self.grid.pointed_worker or self._at_hand.desk.actor_id

    @property
    def workers(self) -> tuple[Key, ...]:
        """Whose week is shown."""
        return self.whose.chosen.workers

    def show_week(self, wanted: IsoWeek) -> None:
        """Show another week, and look it over once it is drawn; of many contacts beside."""
        self._at_hand.read(self.workers, wanted)
        if self._at_hand.is_much:
            self._show_week()
            self._at_hand.look_over_beside(self, self._show)
        else:
            self.whose.keep_day_in_week()
            self._look_over_drawn()

    def show_contact(self, key: Key, day: date, workers: tuple[Key, ...]) -> None:
        """Show a contact chosen in its week: in the one shown if she takes part, else hers."""
        if not set(self.workers).intersection(workers):
            self.whose.show_worker(workers[0])
        if day not in self.week.days:
            self.show_week(IsoWeek.of(day))
        self.grid.choose(key)

    def step(self, weeks: int) -> None:
        """Go so many weeks on, or to this week with 0."""
        here = IsoWeek.of(self._now().date())
        self.show_week(self.week.plus(weeks) if weeks else here)

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self.naming = naming
        self._show()
        self.whose.offer(naming)

    def use_settings(self, settings: MachineSettings) -> None:
        """Show the weekend and the zoom that the person is used to."""
        self.grid.show_weekend(settings.weekend)
        self.bar.show_weekend(settings.weekend)
        self.grid.zoom_to(settings.zoom)

    def finish_start(self) -> None:
        """Do what can wait until the week is painted: holidays and whose week can be chosen."""
        if not self._looked_over:
            self._at_hand.name_days()
            self._at_hand.look_over()
        self._looked_over = False
        self._show()
        self.whose.offer(self.naming)

    def look_over_in_steps(self) -> Iterator[None]:
        """Look the first week over; `finish_start` shows what was found."""
        self._at_hand.name_days()
        yield from self._at_hand.look_over_in_steps()
        self._looked_over = True

    def panes(self) -> tuple[QWidget, ...]:
        """Return where F6 goes: bar, strip, tray, week, contact."""
        return (self.bar, self.strip, self.left, self.grid, self.right)

    def on_changes(self, changes: "Changes") -> None:
        """Read anew what somebody changed; what the program made waits for nobody."""
        if changes.by_program:
            self._follow_program(changes)
            return
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
            self._at_hand.read_purposes()
        shown = (Contact, ContactWorker, Citizen, Worker, Absence, Appointment, Purpose, TravelPair)
        if changes.touch(*shown, CitizenProfile, DayType, EquipmentLoan, SheetChangeRow, Task):
            self._load_anew()
        if changes.touch(Worker):
            self.whose.offer(self.naming)
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
        self.whose.other_workers.connect(self._show_others)
        self.whose.other_day.connect(self._show)
        self.grid.worker_asked.connect(self.whose.show_worker)
        self._drawn.minute_passed.connect(self.minute_passed)
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

    def _show_others(self) -> None:
        self.show_week(self.week)

    def _load_anew(self) -> None:
        """Read the same week again; what was found stands until it is looked over."""
        self._at_hand.read_anew(self.workers)
        self._look_over_drawn()

    def _follow_program(self, changes: "Changes") -> None:
        """Follow what is made at every start, mostly tasks, and contacts half a year ahead.

        What lies around the week hears of tasks at once, and of the rest only where the week at
        hand has changed.
        """
        from bostoette.models.task import Task

        def seen() -> None:
            self._show()
            self.data_changed.emit(changes)

        self._at_hand.read_anew_beside(self, self.workers, seen)
        if changes.touch(Task):
            self.data_changed.emit(replace(changes, kinds=frozenset({Task})))

    def _look_over_drawn(self) -> None:
        """Let the week be seen before it is looked over, which takes longer than drawing it."""
        self._drawn.draw(self.naming)
        self._at_hand.look_over()
        self._show()

    def _show(self) -> None:
        self._show_week()
        self.week_shown.emit()

    def _show_week(self) -> None:
        self.whose.keep_day_in_week()
        self._drawn.draw(self.naming)
        self.bar.show_week(self.week)
        self.strip.show_week(self.shown, self.said, looked_over=self.checked is not None)
        self.whose.show_days()


def week_to_plan(today: date) -> IsoWeek:
    """Return this week, or at the weekend the coming one."""
    week = IsoWeek.of(today)
    return week.plus(1) if today.weekday() >= SATURDAY else week
