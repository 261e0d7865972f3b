"""Opens from the review page what a leader looks at besides: board, absences, emergency list."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bostoette.models.review import AwayToday
from bostoette.services import team_rights, week
from bostoette.ui.exchange.paper_work import show_emergency_list, show_paper
from bostoette.ui.exchange.review_paper import review_paper
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.places_shown import show_citizen
from bostoette.ui.review.review_page import ReviewPage
from bostoette.ui.together.board_work import open_board
from bostoette.ui.week.absence_asking import AbsenceAsking
from bostoette.ui.week.week_words import workers_offered

if TYPE_CHECKING:
    from bostoette.services.program_file import OpenFile


class LeadersWork(QObject):
    """Fills the page's menu, and follows what waits."""

    def __init__(self, page: ReviewPage, opened: "OpenFile", window: MainWindow) -> None:
        super().__init__(page)
        self._opened, self._window = opened, window
        self._asking = AbsenceAsking(
            page, opened.desk, window.theme, lambda: window.now().date(), self._naming
        )
        page.citizen_asked.connect(lambda key: show_citizen(window, key))
        page.waiting.away_asked.connect(self._show_away)
        page.bar.paper_asked.connect(partial(self._put_on_paper, page))
        entries: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Tavlen: hvem er hvor …", partial(open_board, opened.desk, window)),
            ("Nyt fravær …", self._ask_absence),
            ("Nødliste …", partial(show_emergency_list, opened, window)),
        )
        for words, do in entries:
            action = page.bar.menu.addAction(words)
            action.triggered.connect(lambda _checked=False, do=do: do())

    def _put_on_paper(self, page: ReviewPage) -> None:
        example = self._opened.places.is_example
        show_paper(self._window, review_paper(self._window, page.review, example=example))

    def _show_away(self, away: AwayToday) -> None:
        self._asking.show_contacts(away.worker_id, away.absence)

    def _ask_absence(self) -> None:
        """Ask for anybody's absence where the person leads the team, else for her own."""
        desk = self._opened.desk
        leads = desk.read(team_rights.lead_right, desk.actor_id).may
        there = desk.read(week.active_workers)
        self._asking.new(
            workers_offered(
                [one for one in there if leads or one.id == desk.actor_id], self._naming()
            )
        )

    def _naming(self) -> Naming:
        return Naming(self._window.settings.discreet)
