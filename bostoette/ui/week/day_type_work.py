"""Says in the week's head where a worker works on each day, and lets her choose (P82)."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from bostoette.models.day_kind import DayKind
from bostoette.models.key import Key
from bostoette.models.wording import long_day
from bostoette.services.day_types import set_day_kind
from bostoette.services.desk import Desk
from bostoette.ui.page_action import give_action
from bostoette.ui.week.week_page import WeekPage

WORDS: dict[DayKind | None, str] = {
    DayKind.OUT: "Ude",
    DayKind.HOME: "Hjemme",
    DayKind.OFFICE: "Kontor",
    None: "Ikke valgt",
}


class DayTypeWork(QObject):
    """Follows the page: the words in the head, the menu and its key."""

    def __init__(self, page: WeekPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self.menu = QMenu("Dagtype", page)
        self.menu.setAccessibleName("Dagtype")
        page.bar.more.addAction(
            give_action(page, "Dagtype …", self.ask_for_pointed, "Ctrl+Shift+T")
        )
        page.grid.header.day_kind_asked.connect(self.ask)
        page.week_shown.connect(self._show)
        self._show()

    def ask_for_pointed(self) -> None:
        """Ask for the day of the slot cursor or the chosen card, else the week's first."""
        grid = self._page.grid
        card, slot = grid.chosen_card(), grid.slot
        day = slot.day if slot else card.span.day if card else self._page.week.monday
        header = grid.header
        self.ask(day, header.mapToGlobal(QPoint(header.width() // 3, header.height())))

    def ask(self, day: date, at: QPoint) -> None:
        """Open the menu for a day."""
        self.menu.clear()
        worker = self._page.planner
        initials = {one.id: one.initials for one in self._page.shown.workers}.get(worker, "")
        self.menu.addSection(f"{initials} {long_day(day)}".strip())
        now = self._kinds_by_worker().get((worker, day))
        group = QActionGroup(self.menu)
        for kind, words in WORDS.items():
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(kind is now)
            group.addAction(action)
            action.triggered.connect(partial(self._choose, worker, day, kind))
            if kind is now:
                self.menu.setActiveAction(action)
        self.menu.popup(at)

    def _choose(self, worker: Key, day: date, kind: DayKind | None) -> None:
        self._desk.do(set_day_kind, worker, day, kind)

    def _show(self) -> None:
        workers = self._page.workers
        alone = len(workers) == 1
        kinds = {
            day: kind.danish
            for (worker, day), kind in self._kinds_by_worker().items()
            if alone and worker == workers[0]
        }
        self._page.grid.header.show_day_kinds(kinds)

    def _kinds_by_worker(self) -> dict[tuple[Key, date], DayKind]:
        checked = self._page.checked
        return dict(checked.known.day_kinds) if checked else {}
