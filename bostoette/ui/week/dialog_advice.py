"""The advice inside the contact form: it follows what is filled in, and asks for a reason (P07).

For a new contact the purpose proposes form and length until the person has chosen the form.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFormLayout

from bostoette.models.advice import Outcome
from bostoette.models.contact_fields import ContactFields
from bostoette.models.form_question import FormProposal, FormQuestion, OfferedCode
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.services.form_choice import ContactAdvice
from bostoette.ui.theme import Theme
from bostoette.ui.week.advice_view import AdviceView
from bostoette.ui.week.fitted_row import FittedRow
from bostoette.ui.week.form_choice import FormChoice
from bostoette.ui.week.reason_fields import ReasonFields

PAUSE_MS = 120


class AdviceSource(Protocol):
    """Answers what the form asks while it is filled in."""

    def advice(self, fields: ContactFields) -> ContactAdvice | None:
        """Return the advice on a contact as filled in."""

    def question(self, fields: ContactFields) -> FormQuestion | None:
        """Return what its form asks for."""

    def proposal(self, purpose_id: str, fields: ContactFields | None) -> FormProposal | None:
        """Return the form and length that a purpose proposes."""


@dataclass(frozen=True, slots=True)
class AskedForm:
    """What the advice reads of the form around it."""

    filled_in: Callable[[], ContactFields | None]
    purpose: Callable[[], str]
    take: Callable[[FormProposal], None]
    """Show a proposed form and its length."""
    give: Callable[[Key], None]
    """Let a colleague hold it."""


class DialogAdvice(QObject):
    """Stands below the form's buttons."""

    def __init__(
        self,
        theme: Theme,
        form: FormChoice,
        around: AskedForm,
        codes: tuple[OfferedCode, ...],
        rows: QFormLayout,
    ) -> None:
        super().__init__(form)
        self._form = form
        self._around = around
        self._rows = rows
        self._source: AdviceSource | None = None
        self._question: FormQuestion | None = None
        self._proposing = False
        self.view = AdviceView(theme, form.parentWidget())
        self.view.colleague_asked.connect(around.give)
        self.reason = ReasonFields(theme, form.parentWidget())
        self.reason.know(codes)
        self._row = FittedRow(self.view, form.parentWidget())
        rows.addRow("", self._row)
        rows.addRow("Hvorfor formen", self.reason)
        rows.setRowVisible(self.reason, False)  # noqa: FBT003 – Qt's signature
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.look_now)

    def begin(self, source: AdviceSource, *, proposing: bool) -> None:
        """Advise from now on; ``proposing`` for a contact that has no form of its own yet."""
        self._source = source
        self._proposing = proposing
        self.reason.changed.connect(self.look_soon)
        self._form.chosen.connect(self._keep_form)
        self.look_now()

    def look_soon(self) -> None:
        """Look when nothing is typed for a moment."""
        if self._source is not None:
            self._pause.start(PAUSE_MS)

    def propose(self) -> None:
        """Propose the form that suits the purpose, as long as nobody has chosen one (P08)."""
        if self._source is not None and self._proposing:
            purpose = self._around.purpose()
            found = self._source.proposal(purpose, self._around.filled_in())
            if found is not None:
                self._around.take(found)
        self.look_now()

    def keep_form(self) -> None:
        """Propose no form any more: the person has chosen."""
        self._proposing = False

    def look_now(self) -> None:
        """Show the advice on what is filled in."""
        if self._source is None:
            return
        self._pause.stop()
        fields = self._around.filled_in()
        shown = self._source.advice(fields) if fields is not None else None
        self._question = self._source.question(fields) if fields is not None else None
        self.view.show_advice(shown)
        self._rows.setRowVisible(self._row, shown is not None)
        self._form.show_advice(shown.advice if shown else None)
        self._ask(shown)

    def check(self, fields: ContactFields) -> None:
        """Raise PlanError where the form is not offered, or lacks its reason."""
        if self._source is None:
            return
        self.look_now()
        question = self._question
        if question is not None and question.refused:
            raise PlanError(question.refusal)
        if question is not None and not question.answered_by(fields.override_reason):
            self.reason.words.setFocus()
            raise PlanError(question.asks)

    def _ask(self, shown: ContactAdvice | None) -> None:
        """Ask for a reason where one is missing or stands already."""
        question = self._question
        if question is not None and not question.refused:
            self.reason.ask(question.letters, question.codes)
        else:
            self.reason.ask(0, ())
        found = shown.advice.of(shown.form) if shown is not None else None
        chosen = found is not None and found.outcome is not Outcome.EXCLUDED
        against = found is not None and bool(found.reasons or found.cleared)
        without = (
            any(one.form.outcome is Outcome.EXCLUDED for one in shown.members) if shown else False
        )
        self._rows.setRowVisible(self.reason, (chosen and against) or without)

    def _keep_form(self) -> None:
        self.keep_form()
        self.look_now()
