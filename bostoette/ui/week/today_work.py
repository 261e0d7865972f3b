"""Keeps »I dag« true by the page's clock, hands over what is wanted, and reminds quietly."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from bostoette.models.iso_week import IsoWeek
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.panel_contact import PanelContact
from bostoette.planning.next_contact import NextContact, next_contact
from bostoette.planning.outside_address import Leaving, OutsideAddress, to_call, to_find, to_open
from bostoette.services.contact_panel import panel_of
from bostoette.services.desk import Desk
from bostoette.services.today import ComingDays, coming_days
from bostoette.ui.background import beside_in_steps
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.leaving_dialog import WayOut
from bostoette.ui.week.reminder import Reminder
from bostoette.ui.week.today_box import TodayBox, WayTo
from bostoette.ui.week.week_page import WeekPage

_MAKERS = {Leaving.NUMBER: to_call, Leaving.LINK: to_open, Leaving.PLACE: to_find}
_COPIED = {
    Leaving.NUMBER: "Nummeret er kopieret",
    Leaving.LINK: "Linket er kopieret",
    Leaving.PLACE: "Adressen er kopieret",
}


class TodayWork(QObject):
    """Reads the coming days when something changed, and looks at the clock every half minute."""

    def __init__(  # noqa: PLR0917 - what a page's work is given
        self,
        page: WeekPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        settings: Callable[[], MachineSettings],
        say: Callable[[str], None],
        remind: Callable[[str], None],
        way_out: WayOut | None = None,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._now = now
        self._settings = settings
        self._say = say
        self._way_out = way_out or WayOut(lambda: now().date())
        self._days: ComingDays | None = None
        self._read_for = now().date()
        self._coming: NextContact | None = None
        self._panel: PanelContact | None = None
        self.reminder = Reminder(remind, self)
        self.box = TodayBox(theme, page.right)
        page.right.hold(self.box, 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.refresh)
        page.week_shown.connect(self._rest.start)
        page.minute_passed.connect(self.look)
        self.box.way_asked.connect(self._go)
        self.box.copy_asked.connect(self._copy)
        self.box.show_asked.connect(self._show_in_week)

    def refresh(self) -> None:
        """Read the coming days anew."""
        self._take(self._question()())

    def begin(self) -> Iterator[None]:
        """Do the same, read beside the window."""
        self._take((yield from beside_in_steps(self._question())))

    def _question(self) -> Callable[[], ComingDays]:
        self._read_for = self._now().date()
        return partial(self._desk.read, coming_days, self._desk.actor_id, self._read_for)

    def _take(self, days: ComingDays) -> None:
        self._days, self._panel = days, None
        self.look()

    def look(self) -> None:
        """Look at the clock: say what comes next now, and remind where it is time."""
        now = self._now()
        if now.date() != self._read_for or self._days is None:
            self.refresh()
            return
        days, naming = self._days, Naming(self._settings().discreet)
        self._coming = next_contact(days.contacts, days.travel, days.worker, now)
        self._panel = self._panel_of_next()
        self.box.show_next(self._coming, self._panel, now, days.mode, naming)
        wanted = self._settings().reminder_minutes
        self.reminder.look(self._coming, now, wanted, discreet=naming.discreet)

    def _panel_of_next(self) -> PanelContact | None:
        if self._coming is None:
            return None
        key = self._coming.contact.id
        if self._panel is not None and self._panel.id == key:
            return self._panel
        return self._desk.read(panel_of, key)

    def _go(self, way: WayTo) -> None:
        address: OutsideAddress = _MAKERS[way.what](way.told)
        self._way_out.let_out(address, discreet=self._settings().discreet, parent=self._page)

    def _copy(self, way: WayTo) -> None:
        QGuiApplication.clipboard().setText(way.told)
        self._say(_COPIED[way.what])

    def _show_in_week(self) -> None:
        if self._coming is None:
            return
        contact = self._coming.contact
        if contact.day not in self._page.week.days or not set(contact.workers) & set(
            self._page.workers
        ):
            self._page.show_week(IsoWeek.of(contact.day))
        self._page.grid.choose(contact.id)
