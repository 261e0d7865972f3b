"""Whose week is shown: how it is chosen, among whom, and what the page's bar says of it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from bostoette.models.key import Key
from bostoette.models.worker_day import WeekWorker
from bostoette.services import week
from bostoette.services.first_look import FirstLook
from bostoette.ui.naming import Naming
from bostoette.ui.week.week_at_hand import WeekAtHand
from bostoette.ui.week.week_bar import WeekBar
from bostoette.ui.week.whose_week import TeamDays, Whose, part_with, parts_of


class WhoseIsShown(QObject):
    """One worker, the team, or a part or a day of it."""

    other_workers = Signal()
    """Others' weeks are to be read."""
    other_day = Signal()
    """The same week is to be shown otherwise: as one worker's, the team's, or a day of theirs."""

    def __init__(self, bar: WeekBar, days: TeamDays, at_hand: WeekAtHand) -> None:
        super().__init__(bar)
        self._bar, self._days, self._at_hand = bar, days, at_hand
        self.chosen = Whose(())
        self.everybody: tuple[WeekWorker, ...] = ()
        """The workers whose weeks can be shown, by name."""
        bar.whose.worker_chosen.connect(self.show_worker)
        bar.whose.team_chosen.connect(self.show_team)
        days.day_chosen.connect(self.show_team)
        days.part_chosen.connect(self._show_other_part)

    def begin_with(self, source: FirstLook | Key) -> None:
        """Begin with one worker; a first look knows the others too."""
        if isinstance(source, FirstLook):
            self.everybody = source.everybody
            source = source.worker
        self.chosen = Whose((source,))

    def offer(self, naming: Naming) -> None:
        """Offer in the bar whoever works here now."""
        if self._at_hand.has_desk:
            self.everybody = self._at_hand.desk.look(week.active_workers)
            me = self._at_hand.desk.actor_id
            self._bar.whose.show_workers(self.everybody, me, self.chosen, naming)

    def show_worker(self, key: Key) -> None:
        """Show one worker's week."""
        self._show(Whose((key,)))

    def show_team(self, day: date | None = None) -> None:
        """Show everybody's week, or everybody's day side by side; a large team's in parts."""
        desk, shown = self._at_hand.desk, self.chosen.workers
        self.everybody = desk.look(week.active_workers)
        near = shown[0] if shown else desk.actor_id
        self._show(Whose(part_with(parts_of(self.everybody), near), team=True, day=day))

    def keep_day_in_week(self) -> None:
        """Go to the same weekday of the week at hand."""
        shown, day = self._at_hand.shown.week, self.chosen.day
        if day is not None and day not in shown.days:
            self.chosen = replace(self.chosen, day=shown.days[day.weekday()])

    def show_days(self) -> None:
        """Offer the days of the week at hand while the team is shown."""
        week_shown = self._at_hand.shown.week
        self._days.show_days(week_shown, self.chosen, weekend=self._bar.weekend)

    def _show_other_part(self, workers: tuple[Key, ...]) -> None:
        self._show(Whose(workers, team=True, day=self.chosen.day))

    def _show(self, chosen: Whose) -> None:
        same = self.chosen.workers == chosen.workers
        self.chosen = chosen
        self._bar.whose.show_whose(chosen)
        if chosen.team:
            self._days.offer_parts(self.everybody, chosen)
        if same:
            self.other_day.emit()
        else:
            self.other_workers.emit()
