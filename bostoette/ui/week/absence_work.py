"""Enters an absence from the week: whose week is shown first, others where one leads the team."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from bostoette.models.key import Key
from bostoette.services import team_rights, week
from bostoette.services.desk import Desk
from bostoette.ui.naming import Naming
from bostoette.ui.page_action import give_action
from bostoette.ui.theme import Theme
from bostoette.ui.week.absence_asking import AbsenceAsking
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_words import workers_offered


class AbsenceWork(QObject):
    """The action in the week's menu, and its key."""

    def __init__(
        self,
        page: WeekPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        naming: Callable[[], Naming],
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._naming = page, desk, naming
        self._asking = AbsenceAsking(page, desk, theme, lambda: now().date(), naming)
        page.bar.more.addAction(give_action(page, "Nyt fravær …", self.ask, "Ctrl+Shift+V"))

    def ask(self) -> None:
        """Ask for an absence; whose week is shown stands first."""
        self._asking.new(self._offered())

    def _offered(self) -> list[tuple[Key, str]]:
        """Return whose absence the person may enter: her own, and everybody's where she leads."""
        actor, planner = self._desk.actor_id, self._page.planner
        leads = self._desk.read(team_rights.lead_right, actor).may
        there = self._desk.read(week.active_workers)
        offered = workers_offered(
            [one for one in there if leads or one.id == actor], self._naming()
        )
        return sorted(offered, key=lambda one: one[0] != planner)
