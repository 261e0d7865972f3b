"""The form of one loan: what, from when, due back when; and the way to note that it came back."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QWidget

from bostoette.models.loan_fields import LoanFields
from bostoette.models.plan_error import PlanError
from bostoette.ui.date_field import DateField
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme


class LoanEditor(FormDialog):
    """Asks for a loan and gives it to ``save``; one that is out can be given back today."""

    def __init__(
        self,
        theme: Theme,
        today: date,
        save: Callable[[LoanFields], object],
        *,
        known: LoanFields | None = None,
        give_back: Callable[[date], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Ret udlån" if known else "Lån udstyr ud", (440, 340), parent)
        form = QWidget(self)
        self.what = QLineEdit(form)
        self.what.setAccessibleName("Hvad lånes ud?")
        self.what.setPlaceholderText("Fx tablet nr. 4 med oplader")
        self.lent_on = DateField("Udlånt", today, parent=form)
        self.due_back = DateField("Tilbage senest", today, "Ikke aftalt", form)
        self.note = QLineEdit(form)
        self.note.setAccessibleName("Bemærkning")
        self.back: QPushButton | None = None
        if give_back is not None:
            self.back = self._returned_button(today, give_back)
        rows = FormRows(theme, form)
        rows.row(("Hvad lånes ud?", self.what))
        rows.row(("Udlånt", self.lent_on), ("Tilbage senest", self.due_back))
        rows.row(("Bemærkning", self.note))
        rows.addStretch(1)
        self.hold(form, lambda: self._give(save))
        self._fill(known, today)
        self.begin()
        self.what.setFocus()

    def fields(self) -> LoanFields:
        """Return what is filled in; raises PlanError where a day cannot be read."""
        return LoanFields(
            self.what.text().strip(),
            self.lent_on.needed_day(),
            self.due_back.day(),
            self.note.text().strip(),
        )

    def _returned_button(self, today: date, give_back: Callable[[date], object]) -> QPushButton:
        button = QPushButton("Afleveret i dag", self)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)

        def returned() -> None:
            try:
                give_back(today)
            except PlanError as error:
                self.tell(error)
                return
            self.begin()
            self.reject()

        button.clicked.connect(returned)
        return button

    def _give(self, save: Callable[[LoanFields], object]) -> None:
        fields = self.fields()
        fields.check()
        save(fields)

    def _fill(self, known: LoanFields | None, today: date) -> None:
        self.lent_on.show_day(known.lent_on if known else today)
        if known:
            self.what.setText(known.what)
            self.due_back.show_day(known.due_back)
            self.note.setText(known.note)
