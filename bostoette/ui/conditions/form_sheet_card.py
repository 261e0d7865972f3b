"""What the team says of one form: good for, not good for, terms, and its lengths (P09, P71)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bostoette.models.conditions import FormLength, LineAbout
from bostoette.models.contact_form import ContactForm
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.conditions.form_name import FormFrame, FormName
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_NOTHING = "Intet skrevet endnu."


class FormSheetCard(FormFrame):
    """Reads as a card; a leader corrects it in a dialog."""

    correction_asked = Signal(object)
    """The ContactForm."""

    def __init__(self, theme: Theme, form: ContactForm, parent: QWidget | None = None) -> None:
        super().__init__(theme, form, parent)
        self.setAccessibleName(f"Teamets rammer for {form.short_name}")
        self.action = QPushButton("Ret", self)
        self.action.setAccessibleName(f"Ret kortet om {form.short_name}")
        self.action.setAutoDefault(False)
        self.action.clicked.connect(lambda: self.correction_asked.emit(form))
        top = QHBoxLayout()
        top.addWidget(FormName(theme, form, self, size=18), 1)
        top.addWidget(self.action)
        self.column.addLayout(top)
        self.lengths = quiet("", self)
        self.column.addWidget(self.lengths)
        self.parts = {about: Words(parent=self) for about in LineAbout}
        for about, words in self.parts.items():
            heading = Words(about.danish, self)
            heading.setProperty("heading", "true")
            words.setTextFormat(Qt.TextFormat.PlainText)
            self.column.addWidget(heading)
            self.column.addWidget(words)
        self.column.addStretch(1)

    def show_sheet(self, page: SheetPage) -> None:
        """Show what the sheet in force says of the form."""
        conditions, delivered = page.practice.conditions, page.delivered.conditions
        self.action.setVisible(page.right.may)
        for about, words in self.parts.items():
            lines = conditions.lines_of(self.form, about)
            told = [f"• {one.text}{' (teamets egen)' if one.own else ''}" for one in lines]
            words.setText("\n".join(told) or _NOTHING)
        self.lengths.setText(
            lengths_words(conditions.lengths[self.form], delivered.lengths[self.form])
        )


def lengths_words(length: FormLength, delivered: FormLength) -> str:
    """Say a form's lengths, and what they were as delivered where the team changed them."""
    said = f"Normalt {length.default_minutes} minutter, højst {length.cap_minutes}"
    if length == delivered:
        return said
    return (
        f"{said} · ændret fra {delivered.default_minutes} og højst {delivered.cap_minutes} minutter"
    )
