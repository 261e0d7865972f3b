"""Keys for what the week shows: whose, which days, how large, and the next week for a contact."""

from functools import partial

from PySide6.QtCore import QObject

from bostoette.models.key import Key
from bostoette.ui.page_action import give_action
from bostoette.ui.week.week_page import WeekPage

WEEK_DAYS = 7


class ViewActions(QObject):
    """Gives the page these actions, each with a name and most with a key."""

    def __init__(self, page: WeekPage, me: Key) -> None:
        super().__init__(page)
        self._page = page
        self._me = me
        give_action(page, "Find en uge i måneden", page.bar.month_asked.emit, "Ctrl+Shift+G")
        give_action(page, "Medarbejderens uge eller teamets", self.one_or_team, "F4")
        give_action(page, "Næste medarbejders uge", partial(self._step_worker, 1), "Ctrl+PgDown")
        give_action(page, "Forrige medarbejders uge", partial(self._step_worker, -1), "Ctrl+PgUp")
        give_action(page, "Min uge", lambda: page.whose.show_worker(me))
        give_action(page, "Teamets uge", page.whose.show_team)
        give_action(page, "Vis eller skjul weekend", self._toggle_weekend)
        give_action(page, "Flyt kontakten til næste uge", partial(self._move_weeks, 1))
        give_action(page, "Flyt kontakten til ugen før", partial(self._move_weeks, -1))

    def one_or_team(self) -> None:
        """Go from the team's week to that of whoever is pointed at, and back to the team's."""
        page = self._page
        if page.whose.chosen.team:
            page.whose.show_worker(page.grid.pointed_worker or self._me)
        else:
            page.whose.show_team()

    def _step_worker(self, step: int) -> None:
        keys = [worker.id for worker in self._page.whose.everybody]
        if not keys:
            return
        here = self._page.whose.chosen.one
        start = keys.index(here) if here in keys else (-1 if step > 0 else 0)
        self._page.whose.show_worker(keys[(start + step) % len(keys)])

    def _toggle_weekend(self) -> None:
        self._page.bar.weekend_asked.emit(not self._page.bar.weekend)

    def _move_weeks(self, weeks: int) -> None:
        card = self._page.grid.chosen_card()
        if card is not None and card.movable:
            to = card.span.moved(days=weeks * WEEK_DAYS)
            self._page.grid.span_asked.emit(card.key, to)
