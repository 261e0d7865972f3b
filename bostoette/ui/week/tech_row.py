"""The technology in one tap (P65): how it did, which part gave trouble, and what to do instead."""

from collections.abc import Iterable
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.models.remote_contact import RemoteContact
from bostoette.models.remote_kinds import TechOutcome, TechPart
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.words import Words

TITLE = "Teknikken"
_SHORT = {
    TechOutcome.WORKED: "Virkede",
    TechOutcome.DELAYED: "Drillede",
    TechOutcome.FALLBACK: "Over til telefon",
    TechOutcome.FAILED: "Svigtede",
}
Word = TypeVar("Word", bound=StrEnum)


class TechRow(PanelGroup):
    """One tap notes it; another one corrects it."""

    noted = Signal(object, object)
    """A TechOutcome, and a TechPart or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TITLE, parent)
        self._part: TechPart | None = None
        self._outcome: TechOutcome | None = None
        self.outcomes = _Choice(theme, ((one, _SHORT[one], one.danish) for one in TechOutcome))
        self.parts = _Choice(theme, ((one, one.danish, one.danish) for one in TechPart))
        self.instead = Words(parent=self)
        for widget in (self.outcomes.row, self.parts.row, self.instead):
            self.column.addWidget(widget)
        for outcome, button in self.outcomes.buttons.items():
            button.clicked.connect(partial(self._note, outcome))
        for part, button in self.parts.buttons.items():
            button.clicked.connect(partial(self._say_part, part))
        self.hide()

    def show_contact(self, shown: RemoteContact) -> None:
        """Show what was noted, and offer to note it once the contact's day has come."""
        self._outcome = shown.tech.outcome if shown.tech else None
        self._part = shown.tech.part if shown.tech else None
        trouble = self._outcome not in {None, TechOutcome.WORKED}
        over = shown.form is ContactForm.VIDEO or self._outcome is TechOutcome.FALLBACK
        self.outcomes.buttons[TechOutcome.FALLBACK].setVisible(over)
        self.outcomes.press(self._outcome)
        self.parts.press(self._part)
        self.parts.row.setVisible(trouble)
        failed = self._outcome is not None and self._outcome.is_failure
        self.instead.setText(shown.instead)
        self.instead.setVisible(failed and bool(shown.instead))
        self.setVisible(shown.may_note_tech)
        wanted = [*self.outcomes.buttons.values(), *self.parts.buttons.values()]
        self.stops.set_stops([button for button in wanted if not button.isHidden()])

    def _note(self, outcome: TechOutcome) -> None:
        self.outcomes.press(self._outcome)  # it changes when the change is stored
        if outcome is not self._outcome:
            part = None if outcome is TechOutcome.WORKED else self._part
            self.noted.emit(outcome, part)

    def _say_part(self, part: TechPart) -> None:
        self.parts.press(self._part)
        self.noted.emit(self._outcome, None if part is self._part else part)


class _Choice(Generic[Word]):
    """Buttons in lines, of which one may be pressed."""

    def __init__(self, theme: Theme, words: Iterable[tuple[Word, str, str]]) -> None:
        self.row = QWidget()
        gap = theme.pixels(4)
        flow = FlowLayout(self.row, gap, gap)
        flow.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[Word, QPushButton] = {}
        for place, (word, short, name) in enumerate(words):
            button = QPushButton(short, self.row)
            button.setCheckable(True)
            button.setProperty("answer", True)  # noqa: FBT003 - Qt's signature
            button.setAutoDefault(False)
            button.setAccessibleName(name)
            button.setToolTip(name)
            flow.insert_widget(place, button)
            self.buttons[word] = button

    def press(self, wanted: Word | None) -> None:
        """Show one as pressed."""
        for word, button in self.buttons.items():
            button.setChecked(word is wanted)
