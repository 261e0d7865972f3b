"""Asks why a form is chosen that is advised against, wherever a form is changed (P07, P14)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from bostoette.models.form_question import FormQuestion
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.stranger_question import StrangerAnswer, StrangerQuestion
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.reason_dialog import KEEP_FORM, ReasonDialog
from bostoette.ui.week.stranger_dialog import StrangerDialog

Question = Callable[[tuple[str, ...]], FormQuestion | None]
"""Tells what choosing the form asks for when these codes are ticked."""


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """Why the form is chosen; empty where nothing had to be said."""

    reason: str = ""
    codes: tuple[str, ...] = ()


class FormAsking:
    """Opens the small question over the page."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        naming: Callable[[], Naming] = Naming,
        *,
        leave: str = KEEP_FORM,
    ) -> None:
        """``leave`` is the word on the button that leaves the question."""
        self._theme = theme
        self._naming = naming
        self._parent = parent
        self._leave = leave

    def answer(self, question: Question) -> FormAnswer | None:
        """Return the person's answer, an empty one where nothing is asked; None to leave it.

        Raises PlanError where the form cannot be chosen at all.
        """
        asked = question(())
        if asked is None:
            return FormAnswer()
        if asked.refused:
            raise PlanError(asked.refusal)
        if not asked.letters:
            return FormAnswer()
        dialog = ReasonDialog(self._theme, asked, question, self._parent, leave=self._leave)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        given = FormAnswer(dialog.reason, dialog.codes)
        dialog.deleteLater()
        return given if accepted else None

    def who_instead(self, asked: StrangerQuestion, comes: Key) -> StrangerAnswer | None:
        """Return what is done where the citizen does not know who is to call; None to leave it."""
        dialog = StrangerDialog(self._theme, asked, comes, self._naming(), self._parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.answer()
        dialog.deleteLater()
        return answer if accepted else None
