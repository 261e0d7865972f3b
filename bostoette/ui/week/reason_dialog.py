"""The small question when a form is chosen that is advised against (P07, P14)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from bostoette.models.form_question import FormQuestion
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.main_button import make_main
from bostoette.ui.theme import Theme
from bostoette.ui.week.reason_fields import ReasonFields
from bostoette.ui.words import Words

AskAnew = Callable[[tuple[str, ...]], FormQuestion | None]
"""Tells what is still asked when these codes are ticked."""
KEEP_FORM = "Behold den anden form"
"""What leaving the question means where a contact has a form already."""


class ReasonDialog(CarefulDialog):
    """``reason`` and ``codes`` after it was accepted."""

    def __init__(
        self,
        theme: Theme,
        question: FormQuestion,
        ask_anew: AskAnew,
        parent: QWidget | None = None,
        *,
        leave: str = KEEP_FORM,
    ) -> None:
        super().__init__(parent)
        self._question: FormQuestion | None = question
        self._ask_anew = ask_anew
        title = f"{question.form.full_name.capitalize()} – {question.word.lower()}"
        self.setWindowTitle(title)
        self._said = Words(parent=self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.fields = ReasonFields(theme, self)
        self.fields.ask(question.letters, question.codes)
        self.choose = QPushButton("Vælg formen", self)
        self._lay_out(theme, leave)
        self.fields.changed.connect(self._look)
        for box in self.fields.codes_boxes.values():
            box.toggled.connect(self._ask_again)
        self._tell()
        self._look()

    @property
    def reason(self) -> str:
        """What was written; "" where the codes took everything away."""
        return self.fields.reason

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that were ticked."""
        return self.fields.codes

    @property
    def said(self) -> str:
        """What speaks against the form."""
        return self._said.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the wrapped lines need."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = self.layout()
        if lines is not None:
            self.resize(self.width(), lines.totalHeightForWidth(self.width()))

    def _ask_again(self) -> None:
        self._question = self._ask_anew(self.fields.codes)
        question = self._question
        self.fields.ask(question.letters if question else 0, question.codes if question else ())
        self._tell()
        self._look()
        self._fit()

    def _tell(self) -> None:
        question = self._question
        if question is None:
            self._said.setText("Jeres grund er nok; der skal ikke skrives mere.")
            return
        lines = [
            f"• {one.text}" + (f"\n   Hvad skal der til: {one.lift}" if one.lift else "")
            for one in question.reasons
        ]
        self._said.setText("\n".join(lines))

    def _look(self) -> None:
        question = self._question
        self.choose.setEnabled(question is None or question.answered_by(self.fields.reason))

    def _lay_out(self, theme: Theme, leave: str) -> None:
        heading = QLabel("Hvorfor er formen alligevel rigtig her?", self)
        heading.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        heading.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        make_main(self.choose)
        buttons.addButton(self.choose, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(theme.pixels(10))
        column.addWidget(self._said)
        column.addWidget(heading)
        column.addWidget(self.fields)
        column.addWidget(buttons)
        self.setMinimumWidth(theme.pixels(480))
        self.fields.words.setFocus()
