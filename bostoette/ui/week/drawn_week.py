"""The week as it is drawn: cards only where they are others than before, and the line of now."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from bostoette.ui.naming import Naming
from bostoette.ui.week.week_at_hand import WeekAtHand
from bostoette.ui.week.week_card import WeekSheet
from bostoette.ui.week.week_grid import WeekGrid
from bostoette.ui.week.week_sheet import Around, sheet_around
from bostoette.ui.week.whose_is_shown import WhoseIsShown

MINUTE_MS = 30_000


class DrawnWeek(QObject):
    """Draws the week at hand in the grid, and lets the time go on in it."""

    minute_passed = Signal()

    def __init__(
        self, grid: WeekGrid, at_hand: WeekAtHand, whose: WhoseIsShown, now: Callable[[], datetime]
    ) -> None:
        super().__init__(grid)
        self._grid, self._at_hand, self._whose, self._now = grid, at_hand, whose, now
        self._sheet: WeekSheet | None = None
        clock = QTimer(self)
        clock.timeout.connect(self._show_now)
        clock.timeout.connect(self.minute_passed)
        clock.start(MINUTE_MS)

    def draw(self, naming: Naming) -> None:
        """Draw the cards; they are seen before what lies around them is read."""
        sheet = sheet_around(self._at_hand.shown, self._around(naming))
        if sheet == self._sheet:
            return
        self._sheet = sheet
        self._grid.show_sheet(sheet)
        self._show_now()
        if self._grid.isVisible():
            self._grid.viewport().repaint()

    def _around(self, naming: Naming) -> Around:
        at_hand, whose = self._at_hand, self._whose
        return Around(
            at_hand.found.said,
            at_hand.purposes,
            naming,
            self._now().date(),
            at_hand.day_name,
            {worker.id: worker.initials for worker in whose.everybody},
            uninformed=at_hand.found.uninformed,
            team=whose.chosen.team,
            day=whose.chosen.day,
        )

    def _show_now(self) -> None:
        now, days = self._now(), self._at_hand.shown.week.days
        self._grid.show_now(now.hour * 60 + now.minute if now.date() in days else None)
