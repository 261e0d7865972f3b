"""The key for a contact here and now, from anywhere in the window (P23)."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services import unplanned
from bostoette.services.desk import Desk
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.week.unplanned_dialog import UnplannedDialog
from bostoette.ui.week.week_page import WeekPage

KEYS = "Ctrl+U"


class UnplannedWork(QObject):
    """Notes what came up between planned contacts."""

    def __init__(
        self, window: MainWindow, page: WeekPage, desk: Desk, naming: Callable[[], Naming]
    ) -> None:
        super().__init__(page)
        self._window, self._page = window, page
        self._desk, self._naming = desk, naming
        action = QAction("Uplanlagt kontakt …", window)
        action.setShortcut(QKeySequence(KEYS))
        action.triggered.connect(lambda _checked=False: self.ask())
        window.addAction(action)
        page.bar.more.addAction(action)

    def ask(self) -> None:
        """Ask who and how long, note it, and follow up on the need for a visit."""
        me, now = self._desk.actor_id, self._window.now()
        offer = self._desk.read(unplanned.offer, me, now.date())

        def store(citizen: Key, form: ContactForm, minutes: int) -> Key:
            return self._desk.do(
                unplanned.note, citizen, form, minutes, by=me, now=self._window.now()
            )

        dialog = UnplannedDialog(self._window.theme, offer, store, self._naming(), self._window)
        dialog.exec()
        noted, citizen = dialog.noted, dialog.citizen
        task, visit = dialog.wants_task, dialog.wants_visit
        dialog.deleteLater()
        if noted is None:
            return
        if self._page.week == IsoWeek.of(now.date()):
            self._page.grid.choose(noted)
        if task:
            self._desk.do(unplanned.visit_needed, noted, by=me)
        if visit:
            self._window.show_page("week")
            self._page.visit_plan_asked.emit(citizen)
