"""What the week page does with a week's review: shows where it stands, sends it, answers."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from bostoette.models.review import AskedQuestion
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.wording import week_title
from bostoette.services import review
from bostoette.services.desk import Desk
from bostoette.services.week_review import own_review
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.review_dialog import ReviewDialog
from bostoette.ui.week.week_page import WeekPage

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class ReviewWork(QObject):
    """Opens the review of the week shown, from the strip and by key."""

    def __init__(  # noqa: PLR0917 - what surrounds the page
        self,
        page: WeekPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        naming: Callable[[], Naming],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._theme, self._now = page, desk, theme, now
        self._naming, self._say = naming, say
        page.strip.review_asked.connect(self.open)
        action = QAction("Ugen i gennemgang …", page)
        action.setShortcut(QKeySequence("Ctrl+Shift+S"))
        action.triggered.connect(lambda _checked=False: self.open())
        page.addAction(action)

    def open(self) -> None:
        """Show where the week stands, and what can be done with it."""
        if len(self._page.workers) != 1:
            self._say("Vælg én medarbejders uge først; så kan du se, hvor den står i gennemgangen.")
            return
        worker, week = self._page.workers[0], self._page.week
        actor = self._desk.actor_id
        found = self._desk.read(own_review, worker, week, actor)

        def answer(question: AskedQuestion, text: str) -> None:
            self._desk.do(
                review.answer, actor, question.id, question.version, self._moment(), text=text
            )

        def decide() -> None:
            if found.status is WeekPlanStatus.SENT:
                self._desk.do(review.take_back, actor, week)
                self._say(f"{week_title(week).capitalize()} er en kladde igen")
            else:
                self._desk.do(review.send, actor, week, self._moment())
                self._say(f"{week_title(week).capitalize()} er sendt til gennemgang")

        ReviewDialog(
            self._theme, found, self._naming(), self._page, answer=answer, decide=decide
        ).show_fitting()

    def _moment(self) -> datetime:
        return self._now().replace(tzinfo=COPENHAGEN).astimezone(UTC)
