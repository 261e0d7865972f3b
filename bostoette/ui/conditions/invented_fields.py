"""The answers and the situation of an invented citizen, to try conditions on (P09)."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.practice_condition import Companion
from bostoette.models.sheet_trial import InventedCase
from bostoette.models.situation import Situation
from bostoette.ui.citizens.profile_questions import GROUPS, WISHES, Question
from bostoette.ui.form_parts import Choice, labelled, number
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

_MOST_MEETINGS, _MOST_DAYS, _LONGEST_WAY = 200, 730, 600
_NEVER = -1
_USUAL_MEETINGS, _USUAL_DAYS, _USUAL_WAY = 3, 7, 15
_COMPANIONS = (
    (Companion.NONE, "Ingen"),
    (Companion.SUPERUSER, "En superbruger"),
    (Companion.RELATIVE, "En pårørende"),
    (Companion.STAFF, "Personale"),
)


class InventedFields(QWidget):
    """Begins with a citizen about whom nothing special is known."""

    changed = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self.ticks: dict[str, QCheckBox] = {}
        self.chosen: dict[str, Choice] = {}
        self.met = self._number(0, _MOST_MEETINGS, _USUAL_MEETINGS)
        self.home, self.face = self._days(), self._days()
        self.travel = self._number(0, _LONGEST_WAY, _USUAL_WAY)
        self.companion = Choice(_COMPANIONS)
        self.place = Choice([(one, one.danish) for one in ContactPlace])
        self.relapse = self._tick("Tilbagefald, og I har ikke mødtes siden")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.pixels(8))
        self._lay_out()
        for choice in (self.companion, self.place, *self.chosen.values()):
            choice.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def case(self, purpose: str) -> InventedCase:
        """Return the citizen and the contact as filled in."""
        answers: dict[str, Any] = {name: tick.isChecked() for name, tick in self.ticks.items()}
        answers |= {name: choice.value for name, choice in self.chosen.items()}
        profile = replace(
            ProfileFields(filled_on=self._today, travel_minutes_one_way=self.travel.value()),
            **answers,
        )
        situation = Situation(
            purpose,
            self.met.value(),
            _since(self.home),
            _since(self.face),
            companion=self.companion.value,
            place=self.place.value,
            has_relapsed=self.relapse.isChecked(),
            meetings_lately=self.met.value(),
        )
        return InventedCase(profile, situation)

    def _lay_out(self) -> None:
        theme = self._theme
        self._heading("Situationen")
        for words, field in (
            ("Har mødt medarbejderen, gange", self.met),
            ("Dage siden hjemmet blev set", self.home),
            ("Dage siden nogen mødte borgeren", self.face),
            ("Rejsetid den ene vej, minutter", self.travel),
            ("Hvem er hos borgeren?", self.companion),
            ("Sted", self.place),
        ):
            self._column.addWidget(labelled(theme, words, field))
        self._column.addWidget(self.relapse)
        self._heading("Borgerens ønsker")
        for question in WISHES:
            self._column.addWidget(self._choose(question))
        for group in GROUPS:
            self._heading(group.title)
            for question in group.questions:
                self._column.addWidget(self._ask(question))

    def _ask(self, question: Question) -> QWidget:
        if question.words is not None:
            return self._choose(question)
        tick = self._tick(question.asked)
        tick.setChecked(getattr(ProfileFields(), question.field))
        self.ticks[question.field] = tick
        return tick

    def _choose(self, question: Question) -> QWidget:
        assert question.words is not None  # noqa: S101 - asked only of such
        choice = Choice([(word, _danish(word)) for word in question.words])
        choice.choose(getattr(ProfileFields(), question.field))
        self.chosen[question.field] = choice
        return labelled(self._theme, question.asked, choice)

    def _heading(self, words: str) -> None:
        heading = Words(words, self)
        heading.setProperty("heading", "true")
        self._column.addWidget(heading)

    def _tick(self, words: str) -> QCheckBox:
        tick = QCheckBox(words, self)
        tick.toggled.connect(lambda _on: self.changed.emit())
        return tick

    def _days(self) -> QSpinBox:
        field = self._number(_NEVER, _MOST_DAYS, _USUAL_DAYS)
        field.setSpecialValueText("aldrig")
        return field

    def _number(self, low: int, high: int, value: int) -> QSpinBox:
        field = number(low, high, "")
        field.setValue(value)
        field.valueChanged.connect(lambda _value: self.changed.emit())
        return field


def _since(field: QSpinBox) -> int | None:
    return None if field.value() == _NEVER else field.value()


def _danish(word: StrEnum) -> str:
    """Return the Danish word that every such value knows."""
    return str(getattr(word, "danish"))  # noqa: B009 - the kinds share no class that says so
