"""The form of a trial (prøveforløb, P10): which form, from when to when, and what to find out."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from bostoette.models.citizen_life import TrialFields
from bostoette.models.contact_form import ContactForm
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.date_field import DateField
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

_FORMS = tuple(
    (form, form.full_name.capitalize())
    for form in ContactForm
    if form not in {ContactForm.PHYSICAL, ContactForm.HOTLINE}
)


class TrialEditor(FormDialog):
    """Asks for a trial and gives it to ``save``."""

    def __init__(
        self,
        theme: Theme,
        today: date,
        begun: TrialFields,
        save: Callable[[TrialFields], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Prøv en form", (520, 380), parent, save_words="Begynd")
        form = QWidget(self)
        self.form = ChoiceBox[ContactForm]("Form", _FORMS, form)
        self.first_day = DateField("Fra og med", today, parent=form)
        self.last_day = DateField("Til og med", today, parent=form)
        self.question = QLineEdit(form)
        self.question.setAccessibleName("Hvad vil I have svar på?")
        self.question.setPlaceholderText("Fx: Kan vi holde overblikket over ugen på video?")
        rows = FormRows(theme, form)
        rows.row(("Form", self.form.box))
        rows.row(("Fra og med", self.first_day), ("Til og med", self.last_day))
        rows.row(("Hvad vil I have svar på?", self.question))
        rows.addWidget(
            quiet("På den sidste dag spørger en opgave: behold, ret til eller stop?", form)
        )
        rows.addStretch(1)
        self.form.choose(begun.form)
        self.first_day.show_day(begun.first_day)
        self.last_day.show_day(begun.last_day)
        self.hold(form, lambda: save(self.fields()))
        self.begin()

    def fields(self) -> TrialFields:
        """Return what is filled in; raises PlanError where a day cannot be read."""
        return TrialFields(
            self.form.value,
            self.first_day.needed_day(),
            self.last_day.needed_day(),
            self.question.text(),
        )
