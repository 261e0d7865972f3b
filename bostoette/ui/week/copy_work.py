"""What happens around a whole week or day: copying it, moving it or calling it off."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.planning.copying import CopyLine, CopyWish
from bostoette.planning.day_changes import DayGround
from bostoette.services import copying, day_changes, week
from bostoette.services.desk import Desk
from bostoette.ui.early_keys import ask
from bostoette.ui.naming import Naming
from bostoette.ui.page_action import give_action
from bostoette.ui.week.copy_dialog import CopyDialog
from bostoette.ui.week.day_change_dialog import DayChangeDialog
from bostoette.ui.week.week_page import WeekPage


class CopyWork(QObject):
    """Opens the dialogs for a whole week or day."""

    def __init__(
        self,
        page: WeekPage,
        desk: Desk,
        now: Callable[[], datetime],
        naming: Callable[[], Naming],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._now = now
        self._naming = naming
        for action in (
            give_action(page, "Kopiér uge eller dag …", self.copy, "Ctrl+Shift+D"),
            give_action(page, "Flyt eller aflys en dag …", self.change_day, "Ctrl+Shift+F"),
        ):
            page.bar.more.addAction(action)

    def copy(self) -> None:
        """Ask what is copied to where, copy it, and show the week it came to."""
        dialog = CopyDialog(
            self._page.week,
            self._desk.read(week.active_workers),
            self._page.workers,
            self._page,
            look=self._look,
            today=self._now().date(),
            naming=self._naming(),
            day=self._chosen_day(),
        )
        if ask(dialog):
            wish = dialog.wish()
            self._desk.do(copying.copy, wish, dialog.chosen(), self._now().date())
            self._page.show_week(IsoWeek.of(wish.targets[0]))
        dialog.deleteLater()

    def change_day(self) -> None:
        """Ask what becomes of each contact of a day, and do it in one step."""
        dialog = DayChangeDialog(
            self._page.week.days,
            self._page.shown.workers,
            self._look_at_day,
            self._naming(),
            self._page,
        )
        dialog.begin(self._page.planner, self._chosen_day() or self._page.week.monday)
        if ask(dialog):
            self._desk.do(
                day_changes.change_day, dialog.day, dialog.decisions(), dialog.reason.text()
            )
        dialog.deleteLater()

    def _look_at_day(self, worker_id: Key, day: date) -> DayGround:
        return self._desk.read(day_changes.look_at_day, worker_id, day, self._now().date())

    def _look(self, wish: CopyWish) -> tuple[CopyLine, ...]:
        return self._desk.read(copying.preview, wish, self._now().date())

    def _chosen_day(self) -> date | None:
        """Return the day of what is chosen in the week, else today where it is shown."""
        key, shown = self._page.grid.chosen_key(), self._page.shown
        spans: dict[bytes, TimeSpan] = {one.id: one.span for one in shown.contacts}
        spans |= {one.id: one.span for one in shown.appointments}
        if key in spans:
            return spans[key].day
        today = self._now().date()
        return today if today in self._page.week.days else None
