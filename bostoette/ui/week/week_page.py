"""The week page: one week of one worker, or of the team, to read and to plan in."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from bostoette.models.appointment import Appointment
from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.team import Purpose, TravelPair
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.models.worker import Absence, Worker
from bostoette.planning.week_check import WeekSentence
from bostoette.services import appointments, contacts, lists, week
from bostoette.services.desk import Changes, Desk
from bostoette.services.week import Week
from bostoette.ui.naming import Naming
from bostoette.ui.page import Page
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_bar import ALL_WORKERS, WeekBar
from bostoette.ui.week.week_grid import WeekGrid
from bostoette.ui.week.week_sheet import sheet_of
from bostoette.ui.week.week_strip import WeekStrip

SHOWN = (Contact, Citizen, Worker, Absence, Appointment, Purpose, TravelPair)
MINUTE_MS = 30_000
SATURDAY = 5


class WeekPage(Page):
    """Shows a week and hands what the person wants to the desk."""

    edit_asked = Signal(object)
    """Open the contact or appointment with this key."""
    new_asked = Signal(object, str)
    """A new contact at a TimeSpan (or None), beginning with the letters typed."""
    delete_asked = Signal(object)
    look_asked = Signal(object)
    """Read these sentences."""
    series_span_asked = Signal(object, object)
    """A contact of a series (its key) at another TimeSpan."""
    series_form_asked = Signal(object, object)
    """A contact of a series (its key) in another ContactForm."""
    export_asked = Signal()
    import_asked = Signal()
    print_asked = Signal()

    def __init__(self, desk: Desk, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk = desk
        self._now = now
        self._naming = Naming()
        self._day_name: Callable[[date], str | None] | None = None
        self._workers: tuple[Key, ...] = (desk.actor_id,)
        self._purposes: dict[str, str] | None = None
        self._week: Week | None = None
        self._said: tuple[WeekSentence, ...] = ()
        self.bar = WeekBar(theme, self)
        self.strip = WeekStrip(self)
        self.grid = WeekGrid(theme, self)
        self.setFocusProxy(self.grid)
        self._lay_out()
        self._connect()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._show_now)
        self._clock.start(MINUTE_MS)
        self.show_week(_week_to_plan(now().date()))

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
        return self._said

    @property
    def planner(self) -> Key:
        """Return for whom something new is planned: whose week it is, in the team's the person."""
        return self._workers[0] if len(self._workers) == 1 else self._desk.actor_id

    @property
    def workers(self) -> tuple[Key, ...]:
        """Whose week is shown."""
        return self._workers

    def show_week(self, wanted: IsoWeek) -> None:
        """Show another week."""
        self._load(wanted)

    def step(self, weeks: int) -> None:
        """Go so many weeks on, or to this week with 0."""
        here = IsoWeek.of(self._now().date())
        self._load(self.week.plus(weeks) if weeks else here)

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self._naming = naming
        self._show()
        self._offer_workers()

    def use_settings(self, settings: MachineSettings) -> None:
        """Show the weekend and the zoom that the person is used to."""
        self.grid.show_weekend(settings.weekend)
        self.grid.zoom_to(settings.zoom)

    def finish_start(self) -> None:
        """Do what can wait until the week is painted: holidays and whose week can be chosen."""
        from bostoette.planning.danish_days import day_name

        self._day_name = day_name
        self._show()
        self._offer_workers()

    def on_changes(self, changes: Changes) -> None:
        """Read anew what somebody changed."""
        if changes.touch(Purpose):
            self._purposes = None
        if changes.touch(*SHOWN):
            self._load(self.week)
        if changes.touch(Worker):
            self._offer_workers()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.strip)
        column.addWidget(self.grid, 1)

    def _connect(self) -> None:
        self.bar.step_asked.connect(self.step)
        self.bar.worker_chosen.connect(self._choose_worker)
        self.bar.new_asked.connect(lambda: self.new_asked.emit(None, ""))
        self.bar.export_asked.connect(self.export_asked)
        self.bar.import_asked.connect(self.import_asked)
        self.bar.print_asked.connect(self.print_asked)
        self.strip.look_asked.connect(lambda: self.look_asked.emit(self._said))
        self.grid.open_asked.connect(self.edit_asked)
        self.grid.create_asked.connect(self.new_asked)
        self.grid.delete_asked.connect(self.delete_asked)
        self.grid.span_asked.connect(self._move)
        self.grid.form_asked.connect(self._change_form)

    def _load(self, wanted: IsoWeek) -> None:
        if self._purposes is None:
            offered = self._desk.read(lists.purposes)
            self._purposes = {str(purpose.id): purpose.title for purpose in offered}
        self._week = self._desk.read(week.week_of, self._workers, wanted)
        self._show()

    def _show(self) -> None:
        today = self._now().date()
        self._said = week.sentences(self.shown, self._day_name or _no_name)
        self.bar.show_week(self.week)
        self.strip.show_week(self.shown, self._said)
        self.grid.show_sheet(
            sheet_of(
                self.shown,
                said=self._said,
                purposes=self._purposes or {},
                naming=self._naming,
                today=today,
                day_name=self._day_name,
            )
        )
        self._show_now()

    def _show_now(self) -> None:
        now = self._now()
        self.grid.show_now(now.hour * 60 + now.minute if now.date() in self.week.days else None)

    def _offer_workers(self) -> None:
        chosen = self._workers[0] if len(self._workers) == 1 else ALL_WORKERS
        self.bar.show_workers(self._desk.read(week.active_workers), chosen, self._naming)

    def _choose_worker(self, key: Key) -> None:
        everybody = self._desk.read(week.active_workers)
        self._workers = (key,) if key else tuple(worker.id for worker in everybody)
        self._load(self.week)

    def _move(self, key: Key, to: TimeSpan) -> None:
        contact = self._contact(key)
        if contact is None:
            self._desk.do(appointments.move, key, to)
        elif contact.series_id is None:
            self._desk.do(contacts.move, key, to)
        else:
            self.series_span_asked.emit(key, to)

    def _change_form(self, key: Key, form: ContactForm) -> None:
        contact = self._contact(key)
        if contact is not None and contact.series_id is None:
            self._desk.do(contacts.change_form, key, form)
        elif contact is not None:
            self.series_form_asked.emit(key, form)

    def _contact(self, key: Key) -> WeekContact | None:
        return next((one for one in self.shown.contacts if one.id == key), None)


def _week_to_plan(today: date) -> IsoWeek:
    """Return this week, or at the weekend the coming one."""
    week = IsoWeek.of(today)
    return week.plus(1) if today.weekday() >= SATURDAY else week


def _no_name(_day: date) -> None:
    """Know no holidays yet."""
