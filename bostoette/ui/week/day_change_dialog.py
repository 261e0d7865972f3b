"""A day that falls apart: each contact with a proposal, looked over before anything changes."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import short_day
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.day_changes import DayGround
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.naming import Naming
from bostoette.ui.week.contacts_change_dialog import ContactsChangeDialog
from bostoette.ui.week.week_words import workers_offered

Look = Callable[[Key, date], DayGround]
USUAL_REASON = "Sygdom"


class DayChangeDialog(ContactsChangeDialog):
    """Asks for a day and a worker above her contacts."""

    empty = "Der er ingen planlagte kontakter den dag. Vælg en anden dag eller medarbejder."

    def __init__(
        self,
        days: Sequence[date],
        workers: Sequence[WeekWorker],
        look: Look,
        naming: Naming,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Flyt eller aflys en dag", USUAL_REASON, naming, parent)
        self._look = look
        self.days, self.workers = CalmBox(self), CalmBox(self)
        for day in days:
            self.days.addItem(short_day(day), day)
        for key, said in workers_offered(workers, naming):
            self.workers.addItem(said, key)
        for name, field in (("Dag", self.days), ("Medarbejder", self.workers)):
            field.setAccessibleName(name)
            field.activated.connect(lambda _place: self.load())
            self.head.addWidget(field)
        self.workers.setVisible(self.workers.count() > 1)
        self.setTabOrder(self.days, self.workers)

    def begin(self, worker_id: Key, day: date) -> None:
        """Show one worker's day."""
        self.workers.setCurrentIndex(max(0, self.workers.findData(worker_id)))
        self.days.setCurrentIndex(max(0, self.days.findData(day)))
        self.load()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first contact's choice."""
        super().showEvent(event)
        first = self.contact_lines[0].choice if self.contact_lines else self.days
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def day(self) -> date:
        """The day that is shown."""
        day: date = self.days.currentData()
        return day

    @property
    def leaves(self) -> Key:
        """Whose day it is."""
        worker: Key = self.workers.currentData()
        return worker

    def load(self) -> None:
        """Read the day, and fill in what is proposed."""
        try:
            self.show_ground(self._look(self.leaves, self.day))
        except PlanError as error:
            self.show_nothing(error.sentence)
