"""Whose week is shown: mine, a colleague's, or the team's, and of the team which day."""

from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.wording import WEEKDAYS_SHORT, long_day
from bostoette.models.worker_day import WeekWorker
from bostoette.ui.naming import Naming
from bostoette.ui.roomy_box import RoomyBox
from bostoette.ui.segmented import Segmented

MINE = "mine"
TEAM = "team"
FEWEST_LETTERS = 14
WORKDAYS = 5
TOGETHER = 40
"""So many workers' days can be read beside one another; more are shown in parts."""


@dataclass(frozen=True, slots=True)
class Whose:
    """One worker's week; or with ``team`` those of all, a day of them where ``day`` is named."""

    workers: tuple[Key, ...]
    team: bool = False
    day: date | None = None

    @property
    def one(self) -> Key | None:
        """The one worker whose week it is; None for the team's."""
        return None if self.team or not self.workers else self.workers[0]


def parts_of(everybody: tuple[WeekWorker, ...]) -> tuple[tuple[WeekWorker, ...], ...]:
    """Divide a team that is too large to be read at once into equal parts, by name."""
    if not everybody:
        return ()
    size = ceil(len(everybody) / ceil(len(everybody) / TOGETHER))
    return tuple(everybody[at : at + size] for at in range(0, len(everybody), size))


def part_with(parts: tuple[tuple[WeekWorker, ...], ...], worker: Key) -> tuple[Key, ...]:
    """Return the workers of the part that one of them belongs to, else of the first."""
    keys = [tuple(one.id for one in part) for part in parts]
    return next((part for part in keys if worker in part), keys[0] if keys else ())


class WhoseChoice(QWidget):
    """*Min uge* or *Team*, and beside the team one worker at a time."""

    worker_chosen = Signal(object)
    """A worker's key."""
    team_chosen = Signal()
    widened = Signal()
    """It takes more room now, or less."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me: Key = b""
        self._switch = Segmented("Min uge eller teamets", self)
        self._switch.offer(((MINE, "Min uge", "Min uge"), (TEAM, "Team", "Teamets uge (F4)")))
        self._switch.chosen.connect(self._choose)
        self._workers = RoomyBox(self)
        self._workers.setAccessibleName("Hvis uge")
        self._workers.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._workers.setMinimumContentsLength(FEWEST_LETTERS)
        self._workers.activated.connect(self._choose_worker)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._switch)
        row.addWidget(self._workers)
        self._workers.hide()
        self._switch.show_chosen(MINE)

    def show_workers(
        self, workers: tuple[WeekWorker, ...], me: Key, whose: Whose, naming: Naming
    ) -> None:
        """Offer the workers' weeks, and the team's."""
        self._me = me
        self._workers.clear()
        for worker in workers:
            name = naming.name_of(f"{worker.initials} · {worker.name}", worker.initials)
            self._workers.addItem(name, worker.id)
        self._workers.setPlaceholderText("Alle")
        self.setVisible(len(workers) > 1)
        self.show_whose(whose)

    def show_whose(self, whose: Whose) -> None:
        """Show whose week is shown."""
        keys = [self._workers.itemData(place) for place in range(self._workers.count())]
        self._workers.setCurrentIndex(keys.index(whose.one) if whose.one in keys else -1)
        wanted = whose.team or whose.one != self._me
        if wanted == self._workers.isHidden():
            self._workers.setVisible(wanted)
            self.widened.emit()
        self._switch.show_chosen(TEAM if whose.team else MINE if whose.one == self._me else None)

    def _choose(self, what: object) -> None:
        if what == TEAM:
            self.team_chosen.emit()
        else:
            self.worker_chosen.emit(self._me)

    def _choose_worker(self, place: int) -> None:
        self.worker_chosen.emit(self._workers.itemData(place))


class TeamDays(QWidget):
    """The team's whole week, or one of its days with a column for each worker."""

    day_chosen = Signal(object)
    """A date; None for the whole week."""
    part_chosen = Signal(object)
    """The keys of the workers of another part of the team."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = RoomyBox(self)
        self._parts.setAccessibleName("Hvilken del af teamet")
        self._parts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._parts.activated.connect(
            lambda place: self.part_chosen.emit(self._parts.itemData(place))
        )
        self._parts.hide()
        self._days = Segmented("Teamets uge eller en dag", self)
        self._days.chosen.connect(self.day_chosen)
        hint = QLabel("F4 åbner medarbejderens uge", self)
        hint.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 0)
        row.addWidget(self._days)
        row.addWidget(self._parts)
        row.addStretch(1)
        row.addWidget(hint)
        self.hide()

    def offer_parts(self, everybody: tuple[WeekWorker, ...], whose: Whose) -> None:
        """Offer the parts of a team that is too large to be shown at once."""
        parts = parts_of(everybody)
        self._parts.setVisible(len(parts) > 1)
        self._parts.clear()
        for part in parts:
            keys = tuple(one.id for one in part)
            self._parts.addItem(f"{part[0].initials} til {part[-1].initials}", keys)
            if keys == whose.workers:
                self._parts.setCurrentIndex(self._parts.count() - 1)

    def show_days(self, week: IsoWeek, whose: Whose, *, weekend: bool) -> None:
        """Offer the days of a week while the team is shown."""
        self.setVisible(whose.team)
        if whose.team:
            days = week.days if weekend else week.days[:WORKDAYS]
            each = [
                (day, f"{WEEKDAYS_SHORT[day.weekday()]} {day.day}.", long_day(day)) for day in days
            ]
            self._days.offer(((None, "Hele ugen", "Hele ugen"), *each))
            self._days.show_chosen(whose.day)
