"""The first start: three questions that all have an answer, and then a passphrase.

Esc, and a quiet button, open the example instead; there are no own data before the end.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from bostoette.models.working_hours import WorkingHours
from bostoette.services.first_answers import (
    FirstAnswers,
    fault_in_initials,
    fault_in_name,
    proposed_initials,
)
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.hours_fields import HoursFields
from bostoette.ui.entry.link_button import LinkButton
from bostoette.ui.entry.new_passphrase import NewPassphrase
from bostoette.ui.entry.together_fields import TogetherFields
from bostoette.ui.labelled import Labelled
from bostoette.ui.theme import Theme

_FIRST = "Velkommen"
_FIRST_LEAD = "{} spørgsmål, så er din uge klar. Det hele kan ændres senere."
_SECOND = "Vælg en adgangssætning"
_SECOND_LEAD = (
    "Alt, du skriver, bliver gemt krypteret på denne computer. Adgangssætningen låser det op."
)

_MAKE = "Opret mine data"


class FirstStartPage(EntryPage):
    """Asks about the person, and for a passphrase; keeps every answer until it is used."""

    answered = Signal(object, str)
    """FirstAnswers and the passphrase."""
    demo_asked = Signal()

    def __init__(self, theme: Theme, *, shared: bool = False) -> None:
        lead = _FIRST_LEAD.format("Fire" if shared else "Tre")
        super().__init__(theme, _FIRST, lead)
        self._lead_words = lead
        self.name = QLineEdit()
        self.initials = QLineEdit()
        self._name_row = Labelled(theme, "Navn", self.name)
        self._initials_row = Labelled(
            theme, "Initialer", self.initials, hint="Det, kollegerne ser i kalenderen."
        )
        self.hours = HoursFields(theme, WorkingHours.standard())
        self.together = TogetherFields(theme)
        self._may_share = shared
        self.new_passphrase = NewPassphrase(theme)
        self._own_initials = False
        self._questions = self._make_questions()
        self.next_button = QPushButton("Videre")
        self.back_button = LinkButton("Tilbage til spørgsmålene")
        self.demo_button = LinkButton("Se eksemplet først")
        self.add(self._questions)
        self.add(self.new_passphrase)
        self.add_actions(self.next_button, (self.back_button, self.demo_button))
        self._connect()
        self._show_questions()

    def first_field(self) -> QWidget:
        """Begin with the name, or with the passphrase once the questions are answered."""
        return self.new_passphrase.first.edit if self._at_passphrase else self.name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the example by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.demo_button.isEnabled():
            self.demo_asked.emit()
            return
        super().keyPressEvent(event)

    def show_working(self, words: str) -> None:
        """Say what is under way (in the button), or that nothing is any more."""
        self.next_button.setText(words or _MAKE)
        for part in (self.next_button, self.back_button, self.demo_button, self.new_passphrase):
            part.setEnabled(not words)

    def _make_questions(self) -> QWidget:
        questions = QWidget()
        column = QVBoxLayout(questions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.pixels(16))
        for part in (self._name_row, self._initials_row, self.hours, self.together):
            column.addWidget(part)
        self.together.setHidden(not self._may_share)
        return questions

    def _connect(self) -> None:
        self.name.textEdited.connect(self._propose_initials)
        self.initials.textEdited.connect(self._note_own_initials)
        self.name.returnPressed.connect(self._go_on)
        self.initials.returnPressed.connect(self._go_on)
        self.new_passphrase.wished.connect(self._go_on)
        self.next_button.clicked.connect(self._go_on)
        self.back_button.clicked.connect(self._show_questions)
        self.demo_button.clicked.connect(self.demo_asked)

    @property
    def _at_passphrase(self) -> bool:
        return not self.new_passphrase.isHidden()

    def _propose_initials(self, name: str) -> None:
        if not self._own_initials:
            self.initials.setText(proposed_initials(name))
            self._initials_row.clear_fault()

    def _note_own_initials(self, initials: str) -> None:
        self._own_initials = bool(initials)

    def _show_questions(self) -> None:
        self._show_step(_FIRST, self._lead_words, passphrase=False)
        self.next_button.setText("Videre")
        self.focus_on(self.name)

    def _show_passphrase(self) -> None:
        self._show_step(_SECOND, _SECOND_LEAD, passphrase=True)
        self.next_button.setText(_MAKE)
        self.focus_on(self.new_passphrase.first.edit)

    def _show_step(self, heading: str, lead: str, *, passphrase: bool) -> None:
        self.tell(heading, lead)
        self.notice.clear()
        self._questions.setVisible(not passphrase)
        self.new_passphrase.setVisible(passphrase)
        self.back_button.setVisible(passphrase)

    def _go_on(self) -> None:
        self.notice.clear()
        faulty = self._faulty_answer()
        if faulty is None and not self._at_passphrase:
            self._show_passphrase()
            return
        faulty = faulty or self.new_passphrase.faulty_field()
        hours = self.hours.hours()
        if faulty is not None or hours is None:
            self.focus_on(faulty or self.hours.change_button)
            return
        name, initials = self.name.text().strip(), self.initials.text().strip()
        answers = FirstAnswers(name, initials, hours, self.together.together, self.together.role)
        self.answered.emit(answers, self.new_passphrase.text)

    def _faulty_answer(self) -> QWidget | None:
        name = self._name_row.say_fault(fault_in_name(self.name.text()))
        initials = self._initials_row.say_fault(fault_in_initials(self.initials.text()))
        hours = self.hours.faulty_field()
        if name:
            return self.name
        return self.initials if initials else hours
