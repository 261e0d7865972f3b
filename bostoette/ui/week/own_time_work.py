"""What happens around own time in the week: its form, its keys, and what goes to the desk."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject

from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.planning.danish_days import day_name
from bostoette.services import appointments
from bostoette.services.desk import Desk
from bostoette.ui.early_keys import ask
from bostoette.ui.page_action import give_action
from bostoette.ui.week.own_time_dialog import OwnTimeDialog, OwnTimeWish
from bostoette.ui.week.week_changes import follow
from bostoette.ui.week.week_page import WeekPage

MORNING = 8 * 60
EVENING = 18 * 60
"""What would end later is proposed for the next morning."""
QUARTER = 15
FRIDAY = 4
USUAL_MINUTES = 60


class OwnTimeWork(QObject):
    """Opens own time that is chosen in the week; time read from a calendar is left alone."""

    def __init__(self, page: WeekPage, desk: Desk, now: Callable[[], datetime]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._now = now
        page.edit_asked.connect(self.open)
        page.delete_asked.connect(self.delete)
        give_action(page, "Ny egen tid", self.plan_new, "Ctrl+Shift+N")
        page.bar.own_time_asked.connect(self.plan_new)

    def plan_new(self) -> None:
        """Ask for new own time of whose week is shown."""
        dialog = OwnTimeDialog(self._now().date(), self._page)
        dialog.begin(self._usual_span())
        if ask(dialog):
            key = self._make(dialog)
            self._page.grid.choose(key)
            follow(self._page, key, dialog.fields().span)
        dialog.deleteLater()

    def open(self, key: Key) -> None:
        """Open own time of the week; time read from a calendar says where it is changed."""
        if not self._is_other_time(key):
            return
        details = self._desk.read(appointments.details, key)
        dialog = OwnTimeDialog(self._now().date(), self._page)
        dialog.show_appointment(details)
        if ask(dialog):
            if dialog.wish is OwnTimeWish.DELETE:
                self._desk.do(appointments.delete, key, following=dialog.for_following)
            else:
                self._desk.do(
                    appointments.change,
                    key,
                    details.version,
                    dialog.fields(),
                    following=dialog.for_following,
                )
        dialog.deleteLater()

    def delete(self, key: Key) -> None:
        """Delete own time; one key takes it back."""
        if self._is_other_time(key):
            self._desk.do(appointments.delete, key)

    def _make(self, dialog: OwnTimeDialog) -> Key:
        worker, fields, rule = self._page.planner, dialog.fields(), dialog.rule
        if rule is None:
            return self._desk.do(appointments.create, worker, fields)
        return self._desk.do(appointments.repeat, worker, fields, rule, _is_day_off)[0]

    def _is_other_time(self, key: Key) -> bool:
        return any(other.id == key for other in self._page.shown.appointments)

    def _usual_span(self) -> TimeSpan:
        """Return the time pointed at, else an hour from the next quarter on.

        Late in the day it is the morning of the next working day.
        """
        slot = self._page.grid.slot
        if slot is not None:
            return slot.span()
        now, days = self._now(), self._page.week.days
        if now.date() not in days:
            return TimeSpan(days[0], MORNING, USUAL_MINUTES)
        next_quarter = -(-(now.hour * 60 + now.minute) // QUARTER) * QUARTER
        start = max(MORNING, next_quarter)
        if start + USUAL_MINUTES <= EVENING:
            return TimeSpan(now.date(), start, USUAL_MINUTES)
        return TimeSpan(_next_working_day(now.date()), MORNING, USUAL_MINUTES)


def _next_working_day(today: date) -> date:
    day = today + timedelta(days=1)
    while day.weekday() > FRIDAY or _is_day_off(day):
        day += timedelta(days=1)
    return day


def _is_day_off(day: date) -> bool:
    return day_name(day) is not None
