"""Choosing a form: one button for each of the four, and a list for the rarer ones."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from bostoette.models.advice import Advice, Outcome
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.wording import capital
from bostoette.ui import icons
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.form_look import look_of
from bostoette.ui.theme import Theme


class FormChoice(QWidget):
    """Says and takes a form."""

    chosen = Signal(object)
    refused = Signal(str)
    """A form that is not offered was asked for by its key; why it is not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._form = ContactForm.PHYSICAL
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[ContactForm, QToolButton] = {}
        self._refusing: dict[ContactForm, QShortcut] = {}
        self._rare = CalmBox(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        side = theme.pixels(16)
        for place, form in enumerate(CORE_FORMS, start=1):
            look = look_of(form)
            button = QToolButton(self)
            button.setAccessibleName(form.full_name)
            button.setText(form.short_name.capitalize())
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setCheckable(True)
            button.setIcon(icons.icon(look.icon, look.ink_of(theme.tokens), side))
            button.setIconSize(QSize(side, side))
            button.setShortcut(QKeySequence(f"Alt+{place}"))  # as in the week's grid
            button.clicked.connect(lambda _checked=False, form=form: self.choose(form))
            self._buttons[form] = button
            self._refusing[form] = self._answer_in_vain(f"Alt+{place}", form)
            self._group.addButton(button)
            row.addWidget(button)
        self._rare.setAccessibleName("Andre former")
        self._rare.addItem("Andet …", None)
        for form in ContactForm:
            if form not in CORE_FORMS:
                self._rare.addItem(capital(form.full_name), form)
        self._rare.activated.connect(self._choose_rare)
        row.addWidget(self._rare)
        row.addStretch(1)
        self.show_form(self._form)

    def _answer_in_vain(self, keys: str, form: ContactForm) -> QShortcut:
        """Let a form's key say why it is not offered; on only while its button is off."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setEnabled(False)
        shortcut.activated.connect(lambda: self._say_why_not(form))
        return shortcut

    def _say_why_not(self, form: ContactForm) -> None:
        why = self._buttons[form].toolTip().partition("\n")[2].replace("\n", " ")
        self.refused.emit(f"{capital(form.short_name)} kan ikke vælges her. {why}".strip())

    @property
    def form(self) -> ContactForm:
        """The form that is chosen."""
        return self._form

    def show_form(self, form: ContactForm) -> None:
        """Show a form as chosen."""
        self._form = form
        self._group.setExclusive(False)
        for one, button in self._buttons.items():
            button.setChecked(one is form)
        self._group.setExclusive(True)
        self._rare.setCurrentIndex(max(0, self._rare.findData(form)))

    def show_advice(self, advice: Advice | None) -> None:
        """Say at each button how the form fits; what is not offered cannot be chosen (P04)."""
        for form, button in self._buttons.items():
            found = advice.of(form) if advice is not None else None
            refused = found is not None and found.outcome is Outcome.EXCLUDED
            button.setEnabled(not refused)
            self._refusing[form].setEnabled(refused)
            said = [found.word, *(reason.text for reason in found.reasons)] if found else []
            button.setToolTip("\n".join(said))
            button.setAccessibleDescription(" ".join(said))

    def choose(self, form: ContactForm) -> None:
        """Choose a form, as a press on its button does."""
        self.show_form(form)
        self.chosen.emit(form)

    def _choose_rare(self, place: int) -> None:
        form = self._rare.itemData(place)
        if form is None:
            self.show_form(self._form)
        else:
            self.choose(ContactForm(form))
