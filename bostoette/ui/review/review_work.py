"""What a reviewer decides on the review page, done through the desk."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.review import AskedQuestion, ReviewLine
from bostoette.services import review
from bostoette.services.desk import Desk
from bostoette.ui.review.review_actions import ReviewActions
from bostoette.ui.review.review_page import ReviewPage
from bostoette.ui.review.stand_in_dialog import StandInDialog
from bostoette.ui.theme import Theme

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class ReviewWork(QObject):
    """Connects the page's buttons with the acts behind them."""

    def __init__(
        self,
        page: ReviewPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        ReviewActions(page)
        self._page, self._desk, self._theme, self._now, self._say = page, desk, theme, now, say
        panel = page.panel
        panel.approve_asked.connect(self._approve)
        panel.return_asked.connect(self._send_back)
        panel.withdraw_asked.connect(self._withdraw)
        panel.ask_asked.connect(self._ask)
        panel.questions.close_asked.connect(self._close)
        page.bar.approve_all_asked.connect(self._approve_all)
        page.bar.stand_in_asked.connect(self._choose_stand_in)
        page.left.connect(self._was_seen)

    def _approve(self) -> None:
        line, panel = self._line(), self._page.panel
        field = panel.reason if panel.reason.isVisible() else panel.words
        said = {"words": panel.words.toPlainText(), "reason": panel.reason.text()}
        if self._write(field, review.approve, line, **said):
            self._decided(f"{line.initials}s uge er godkendt")

    def _send_back(self) -> None:
        line, words = self._line(), self._page.panel.words
        if self._write(words, review.send_back, line, words=words.toPlainText()):
            self._decided(f"{line.initials}s uge er sendt tilbage")

    def _withdraw(self) -> None:
        line = self._line()
        today = self._now().date()
        actor = self._desk.actor_id
        self._desk.do(review.withdraw, actor, line.worker_id, self._page.week, today)
        self._say(f"Godkendelsen af {line.initials}s uge er trukket tilbage")

    def _ask(self) -> None:
        """Ask about the contact of the matter that is chosen, else about the whole week."""
        line, panel = self._line(), self._page.panel
        asked = {"text": panel.words.toPlainText(), "contact_id": panel.matters.about}
        if self._write(panel.words, review.ask, line, **asked):
            self._done(f"Spørgsmålet er sendt til {line.initials}")

    def _write(
        self, field: QWidget, act: Callable[..., object], line: ReviewLine, **said: object
    ) -> bool:
        """Do what was written of a week; where it is refused, say so at the field."""
        actor, today = self._desk.actor_id, self._now().date()
        week, moment = self._page.week, self._moment()
        try:
            self._desk.do(act, actor, line.worker_id, week, moment, today=today, **said)
        except PlanError as error:
            self._page.panel.refuse(error.sentence, field)
            return False
        return True

    def _close(self, question: AskedQuestion) -> None:
        self._desk.do(
            review.close,
            self._desk.actor_id,
            question.id,
            question.version,
            self._moment(),
            today=self._now().date(),
        )
        self._say("Spørgsmålet er lukket")

    def _approve_all(self) -> None:
        week = self._page.week
        fit = tuple(
            (line.worker_id, week) for line in self._page.review.lines if line.without_remarks
        )
        today = self._now().date()
        self._desk.do(review.approve_all, self._desk.actor_id, fit, self._moment(), today)
        self._decided("1 uge er godkendt" if len(fit) == 1 else f"{len(fit)} uger er godkendt")

    def _choose_stand_in(self) -> None:
        StandInDialog(self._desk, self._theme, self._now().date(), self._page).show_fitting()

    def _was_seen(self, worker: Key) -> None:
        if self._page.may_review:
            self._desk.do(review.looked, self._desk.actor_id, worker, self._page.week)

    def _line(self) -> ReviewLine:
        line = self._page.list.line
        assert line is not None  # noqa: S101 - the panel is hidden where nobody is chosen
        return line

    def _done(self, sentence: str) -> None:
        self._page.panel.words.clear()
        self._page.panel.reason.clear()
        self._say(sentence)

    def _decided(self, sentence: str) -> None:
        """Say what was decided, and go on to the next week that waits for it."""
        more = self._page.list.go_on()
        self._done(sentence if more else f"{sentence}. Ingen uger venter på dig")

    def _moment(self) -> datetime:
        return self._now().replace(tzinfo=COPENHAGEN).astimezone(UTC)
