"""Correcting one form's card: a line each for what it is good for, not good for, and takes."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from bostoette.models.conditions import LineAbout
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.sheet_card import SheetCard
from bostoette.planning.sheet_bounds import LONGEST, SHORTEST
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import labelled, number, side_by_side
from bostoette.ui.theme import Theme

_ROWS = 4


class CardDialog(FieldDialog):
    """Forms that nobody is advised on have lengths alone."""

    def __init__(
        self,
        theme: Theme,
        form: ContactForm,
        page: SheetPage,
        store: Callable[[SheetCard], object],
        parent: QWidget,
    ) -> None:
        super().__init__(
            theme,
            f"Teamets rammer for {form.short_name}",
            "Skriv én linje for hver ting, I er enige om." if form in CORE_FORMS else "",
            "Gem",
            parent,
        )
        self._form, self._page, self._store = form, page, store
        self.fields: dict[LineAbout, QPlainTextEdit] = {}
        if form in CORE_FORMS:
            self._add_lines()
        length = page.practice.conditions.lengths[form]
        self.usual = number(SHORTEST, LONGEST, " min", 5)
        self.usual.setValue(length.default_minutes)
        self.cap = number(SHORTEST, LONGEST, " min", 5)
        self.cap.setValue(length.cap_minutes)
        self.column.addWidget(
            side_by_side(
                theme,
                labelled(theme, "Normal længde", self.usual),
                labelled(theme, "Højst", self.cap),
            )
        )
        self.back = QPushButton("Hent programmets egne linjer og tal frem igen")
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.take_delivered)
        self.column.addWidget(self.back)

    def take_delivered(self) -> None:
        """Fill in what is delivered, with the team's own lines after it; not saved yet."""
        delivered = self._page.delivered.conditions
        for about, field in self.fields.items():
            lines = [one.text for one in delivered.lines_of(self._form, about)]
            own = [text for text in _typed(field) if text not in lines]
            field.setPlainText("\n".join([*lines, *own]))
        length = delivered.lengths[self._form]
        self.usual.setValue(length.default_minutes)
        self.cap.setValue(length.cap_minutes)

    def submit(self) -> None:
        """Store the card."""
        lines = {about: _typed(field) for about, field in self.fields.items()}
        self._store(SheetCard(lines, self.usual.value(), self.cap.value()))
        self.finish()

    def _add_lines(self) -> None:
        conditions = self._page.practice.conditions
        for about in LineAbout:
            field = QPlainTextEdit()
            field.setTabChangesFocus(True)
            field.setPlainText(
                "\n".join(one.text for one in conditions.lines_of(self._form, about))
            )
            field.setMinimumHeight(_ROWS * self.theme.pixels(22))
            self.fields[about] = field
            self.column.addWidget(labelled(self.theme, about.danish, field))


def _typed(field: QPlainTextEdit) -> tuple[str, ...]:
    """Return the lines that say something."""
    return tuple(line.strip() for line in field.toPlainText().splitlines() if line.strip())
