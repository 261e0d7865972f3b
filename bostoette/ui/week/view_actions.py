"""Keys for what the week shows: whose, which days, how large, and the next week for a contact."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from bostoette.models.key import Key
from bostoette.ui.week.week_page import WeekPage

WEEK_DAYS = 7


class ViewActions(QObject):
    """Gives the page these actions, each with a name and most with a key."""

    def __init__(self, page: WeekPage, me: Key) -> None:
        super().__init__(page)
        self._page = page
        self._me = me
        self._add("Find en uge i måneden", "Ctrl+Shift+G", page.bar.month_asked.emit)
        self._add("Medarbejderens uge eller teamets", "F4", self.one_or_team)
        self._add("Næste medarbejders uge", "Ctrl+PgDown", partial(self._step_worker, 1))
        self._add("Forrige medarbejders uge", "Ctrl+PgUp", partial(self._step_worker, -1))
        self._add("Min uge", "", lambda: page.show_worker(me))
        self._add("Teamets uge", "", page.show_team)
        self._add("Vis eller skjul weekend", "", self._toggle_weekend)
        self._add("Flyt kontakten til næste uge", "", partial(self._move_weeks, 1))
        self._add("Flyt kontakten til ugen før", "", partial(self._move_weeks, -1))

    def one_or_team(self) -> None:
        """Go from the team's week to that of whoever is pointed at, and back to the team's."""
        page = self._page
        if page.whose.team:
            page.show_worker(page.grid.pointed_worker or self._me)
        else:
            page.show_team()

    def _step_worker(self, step: int) -> None:
        keys = [worker.id for worker in self._page.everybody]
        if not keys:
            return
        here = self._page.whose.one
        start = keys.index(here) if here in keys else (-1 if step > 0 else 0)
        self._page.show_worker(keys[(start + step) % len(keys)])

    def _toggle_weekend(self) -> None:
        self._page.bar.weekend_asked.emit(not self._page.bar.weekend)

    def _move_weeks(self, weeks: int) -> None:
        card = self._page.grid.chosen_card()
        if card is not None and card.movable:
            to = card.span.moved(days=weeks * WEEK_DAYS)
            self._page.grid.span_asked.emit(card.key, to)

    def _add(self, words: str, key: str, do: Callable[[], object]) -> None:
        action = QAction(words, self._page)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: do())
        self._page.addAction(action)
