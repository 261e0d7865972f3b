"""Asks who reviews in the leader's place, and until when; shows who does now."""

from datetime import date, timedelta

from PySide6.QtWidgets import QPushButton, QWidget

from bostoette.models.review import StandIn
from bostoette.models.wording import short_day
from bostoette.services import review_rights, week
from bostoette.services.desk import Desk
from bostoette.ui.date_field import DateField
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import Choice, labelled
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

LEAD = (
    "En stedfortræder ser den samme liste og kan godkende, sende tilbage og spørge til og med "
    "sin sidste dag. Ctrl+Z fortryder."
)
_AT_FIRST = timedelta(days=7)


class StandInDialog(FieldDialog):
    """Names a stand-in; those there are can be ended."""

    def __init__(self, desk: Desk, theme: Theme, today: date, parent: QWidget) -> None:
        super().__init__(theme, "Stedfortræder", LEAD, "Gem stedfortræder", parent)
        self._desk, self._today = desk, today
        others = [
            (one.id, f"{one.initials} · {one.name}")
            for one in desk.look(week.active_workers)
            if one.id != desk.actor_id
        ]
        self.worker = Choice(others)
        self.until = DateField("Sidste dag", today)
        self.until.show_day(today + _AT_FIRST)
        self.enders: list[QPushButton] = []
        for one in desk.read(review_rights.stand_ins, today):
            self._add(one)
        self.column.addWidget(labelled(theme, "Hvem", self.worker))
        self.column.addWidget(labelled(theme, "Sidste dag", self.until))
        self.save_button.setEnabled(bool(others))

    def submit(self) -> None:
        """Store the stand-in."""
        until = self.until.needed_day()
        actor = self._desk.actor_id
        self._desk.do(review_rights.let_stand_in, actor, self.worker.value, until, self._today)
        self.finish()

    def _add(self, one: StandIn) -> None:
        words = Words(f"{one.initials} er stedfortræder til og med {short_day(one.until)}")
        end = QPushButton(f"Stop {one.initials} som stedfortræder")
        end.setAutoDefault(False)
        end.clicked.connect(lambda: self._end(one))
        self.enders.append(end)
        self.column.addWidget(words)
        self.column.addWidget(end)

    def _end(self, one: StandIn) -> None:
        self._desk.do(review_rights.end_stand_in, self._desk.actor_id, one.worker_id)
        self.finish()
