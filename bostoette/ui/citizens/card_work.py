"""What the buttons of a citizen's card do, each with the citizen who is shown."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bostoette.services.desk import Desk
from bostoette.ui.citizens.life_work import LifeWork
from bostoette.ui.citizens.preparation_work import PreparationWork
from bostoette.ui.theme import Theme

if TYPE_CHECKING:
    from bostoette.ui.citizens.citizens_page import CitizensPage


class CardWork(QObject):
    """Connects head, tabs and column with what is done, here or elsewhere in the program."""

    def __init__(
        self,
        page: "CitizensPage",
        desk: Desk,
        theme: Theme,
        today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._connect_head()
        self._connect_contacts()
        self._connect_side()
        side, card = page.card.side, page.card
        preparation = PreparationWork(page, desk, today, lambda: page.current)
        preparation.attach(side.package, side.wishes)
        LifeWork(page, desk, theme, now, lambda: page.current).attach(card.life)
        page.goals_work.attach(card.goals)
        page.follow_ups.attach(side.follow_ups, card.development)

    def _connect_head(self) -> None:
        page, head, work = self._page, self._page.card.head, self._page.work
        head.change_asked.connect(self._with_current(work.change))
        head.status_asked.connect(self._with_current(work.change_status))
        head.relapse_asked.connect(self._with_current(work.note_relapse))
        head.paper_asked.connect(self._with_current(page.paper_asked.emit))
        head.plan_asked.connect(self._with_current(page.plan_asked.emit))

    def _connect_contacts(self) -> None:
        page, card = self._page, self._page.card
        card.profile.change_asked.connect(self._with_current(page.work.change))
        card.timeline.plan_asked.connect(self._with_current(page.plan_asked.emit))
        card.timeline.opened.connect(page.contact_opened)
        card.development.visit_asked.connect(self._with_current(page.visit_asked.emit))

    def _connect_side(self) -> None:
        page, side, work = self._page, self._page.card.side, self._page.work
        side.worth.visit_asked.connect(self._with_current(page.visit_asked.emit))
        side.agreement.action_asked.connect(self._with_current(work.agree))
        side.history.correction_asked.connect(self._with_current(work.correct_agreement))
        side.grant.action_asked.connect(self._with_current(work.grant))
        side.grant.correction_asked.connect(self._with_current(work.correct_grant))
        side.inquiries.action_asked.connect(self._with_current(page.inquiry_asked.emit))
        side.loans.action_asked.connect(self._with_current(work.lend))
        side.loans.correction_asked.connect(self._with_current(work.correct_loan))

    def _with_current(self, do: Callable[..., None]) -> Callable[..., None]:
        """Hand the citizen who is shown to an action, followed by what a signal carries."""

        def act(*carried: object) -> None:
            if self._page.current is not None:
                do(self._page.current, *carried)

        return act
