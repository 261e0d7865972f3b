"""Copying a week or a day: to where, for whom, and the list of what happens before it does."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.wording import short_day
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.copying import WEEK_DAYS, CopyKey, CopyLine, CopyWish
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.naming import Naming
from bostoette.ui.tick_list import TickList
from bostoette.ui.week.copy_lines import COPYING
from bostoette.ui.week.lines_preview import LinesPreview
from bostoette.ui.week.roomy_table import roomy
from bostoette.ui.week.week_words import week_said, workers_offered

Look = Callable[[CopyWish], tuple[CopyLine, ...]]
WEEKS_OFFERED = 12
DAYS_OFFERED = 14
_NOTE = "Kopierne er planlagte, ikke aftalte. Intet er kopieret endnu."


class CopyDialog(QDialog):
    """Asks what is copied to where; `wish` and `chosen` after it was accepted."""

    def __init__(
        self,
        week: IsoWeek,
        workers: Sequence[WeekWorker],
        shown: Sequence[Key],
        parent: QWidget | None = None,
        *,
        look: Look,
        today: date,
        naming: Naming,
        day: date | None = None,
    ) -> None:
        super().__init__(parent)
        self._week, self._workers, self._today, self._naming = week, workers, today, naming
        self._which = QButtonGroup(self)
        self.whole_week = QRadioButton("Hele &ugen", self)
        self.one_day = QRadioButton("En &dag", self)
        self.days = CalmBox(self)
        self.targets: TickList[date] = TickList("Kopiér til", self)
        self.people: TickList[Key] = TickList("For hvem", self)
        self.own_time = QCheckBox("Tag egen tid med (møder, dokumentation, pauser …)", self)
        self.preview = LinesPreview(self, lambda: look(self.wish()), COPYING, _NOTE, naming)
        self._lay_out()
        self._offer(day, shown)
        self._connect()
        self._offer_targets()

    @property
    def for_a_day(self) -> bool:
        """Tell whether one day is copied."""
        return self.one_day.isChecked()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the question of where to."""
        super().showEvent(event)
        self.targets.setFocus(Qt.FocusReason.OtherFocusReason)

    def wish(self) -> CopyWish:
        """Return what is to be copied where; raises PlanError where something is missing."""
        people = self.people.ticked()
        day = self.days.currentData() if self.for_a_day else self._week.monday
        return CopyWish(
            people,
            day,
            self.targets.ticked(),
            days=1 if self.for_a_day else WEEK_DAYS,
            own_time=self.own_time.isChecked(),
        )

    def chosen(self) -> tuple[CopyKey, ...]:
        """Return which lines of the list are copied."""
        return self.preview.chosen()

    def _lay_out(self) -> None:
        self.setWindowTitle("Kopiér uge eller dag")
        self.days.setAccessibleName("Dagen, der kopieres")
        column = QVBoxLayout(self)
        column.addLayout(self._source_row())
        beside = QHBoxLayout()
        for title, listed in (("Kopiér &til", self.targets), ("&For hvem", self.people)):
            one = QVBoxLayout()
            label = QLabel(title, self)
            label.setBuddy(listed)
            listed.setProperty("label", label)
            one.addWidget(label)
            one.addWidget(listed)
            beside.addLayout(one, 1)
        column.addLayout(beside)
        column.addWidget(self.own_time)
        column.addWidget(self.preview, 1)
        roomy(self)

    def _source_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in (self.whole_week, self.one_day):
            self._which.addButton(button)
            row.addWidget(button)
        row.addWidget(self.days)
        row.addStretch(1)
        return row

    def _offer(self, day: date | None, shown: Sequence[Key]) -> None:
        self.whole_week.setText(f"Hele &uge {self._week.number}")
        for one in self._week.days:
            self.days.addItem(short_day(one), one)
        self.days.setCurrentIndex(self._week.days.index(day) if day else 0)
        self.whole_week.setChecked(True)
        self.people.offer(workers_offered(self._workers, self._naming), shown)
        alone = len(self._workers) < 2  # noqa: PLR2004 - nobody to choose between
        for widget in (self.people, self.people.property("label")):
            widget.setVisible(not alone)

    def _connect(self) -> None:
        self._which.buttonToggled.connect(lambda _b, on: self._offer_targets() if on else None)
        self.days.activated.connect(lambda _place: self._choose_day())
        for listed in (self.targets, self.people):
            listed.changed.connect(self.preview.refresh)
        self.own_time.toggled.connect(self.preview.refresh)

    def _choose_day(self) -> None:
        self.one_day.setChecked(True)
        self._offer_targets()

    def _offer_targets(self) -> None:
        """Offer weeks or days, the nearest one ticked."""
        if self.for_a_day:
            source = self.days.currentData()
            first = max(self._week.monday, self._today)
            after = (first + timedelta(days=ahead) for ahead in range(DAYS_OFFERED))
            days = [one for one in after if one != source]
            nearest = next((one for one in days if one > source), days[0])
            self.targets.offer(((one, short_day(one)) for one in days), (nearest,))
        else:
            here = max(self._week, IsoWeek.of(self._today))
            weeks = [here.plus(ahead) for ahead in range(WEEKS_OFFERED + 1)]
            weeks = [one for one in weeks if one != self._week][:WEEKS_OFFERED]
            self.targets.offer(((one.monday, week_said(one)) for one in weeks), (weeks[0].monday,))
        self.preview.refresh()
