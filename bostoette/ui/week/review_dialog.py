"""A worker's own week on its way through review: where it stands, and the leader's questions."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from bostoette.models.review import AskedQuestion, OwnReview
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.wording import week_title
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import labelled
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_LEADS = {
    WeekPlanStatus.DRAFT: "Ugen er en kladde. Når den er sendt, kan du stadig ændre alt i den.",
    WeekPlanStatus.SENT: "Ugen ligger til gennemgang. Du kan stadig ændre alt i den.",
    WeekPlanStatus.APPROVED: "Ugen er godkendt. Ændrer du noget, ser teamlederen det.",
    WeekPlanStatus.RETURNED: "Ugen er sendt tilbage til dig. Ret den til, og send den igen.",
}
_DONE = {
    WeekPlanStatus.DRAFT: "Send til gennemgang",
    WeekPlanStatus.RETURNED: "Send igen",
    WeekPlanStatus.SENT: "Træk tilbage",
    WeekPlanStatus.APPROVED: "Luk",
}


class ReviewDialog(FieldDialog):
    """Sends the week or takes it back; answers are stored with it."""

    def __init__(
        self,
        theme: Theme,
        review: OwnReview,
        naming: Naming,
        parent: QWidget,
        *,
        answer: Callable[[AskedQuestion, str], object],
        decide: Callable[[], object],
    ) -> None:
        title = f"{week_title(review.week).capitalize()} i gennemgang"
        self._own = review.own
        word = _DONE[review.status] if review.own else "Luk"
        super().__init__(theme, title, _LEADS[review.status], word, parent)
        self._review, self._answer, self._decide = review, answer, decide
        self.answers: dict[bytes, QLineEdit] = {}
        if review.comment:
            who = f"{review.decided_by}: " if review.decided_by else ""
            self.column.addWidget(Words(f"{who}»{naming.hidden(review.comment)}«"))
        for question in review.questions:
            self._add(question, naming)
        if self.answers:
            self.answer_button = QPushButton("Gem svar")
            self.answer_button.setAutoDefault(False)
            self.answer_button.clicked.connect(self._store_answers)
            self.column.addWidget(self.answer_button)
        elif review.own and review.status in {WeekPlanStatus.DRAFT, WeekPlanStatus.RETURNED}:
            self.save_button.setFocus()  # Enter sends; it can be taken back

    def submit(self) -> None:
        """Store the answers, and send the week or take it back."""
        self._give_answers()
        if self._own and self._review.status is not WeekPlanStatus.APPROVED:
            self._decide()
        self.finish()

    def _store_answers(self) -> None:
        self._give_answers()
        self.finish()

    def _give_answers(self) -> None:
        for question in self._review.questions:
            field = self.answers.get(question.id)
            if field is not None and field.text().strip() not in {"", question.answer}:
                self._answer(question, field.text())

    def _add(self, question: AskedQuestion, naming: Naming) -> None:
        about = f" om {question.about}" if question.about else ""
        self.column.addWidget(quiet(f"{question.asked_by} spørger{about}:"))
        self.column.addWidget(Words(naming.hidden(question.text)))
        if question.closed or not self._own:
            said = naming.hidden(question.answer) or "Intet svar"
            self.column.addWidget(quiet(f"Svar: {said}"))
            return
        field = QLineEdit(question.answer)
        self.answers[question.id] = field
        self.column.addWidget(labelled(self.theme, "Dit svar", field))
        field.setAccessibleName(f"Dit svar{about}")
