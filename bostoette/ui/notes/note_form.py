"""The fields of one note: few at once, most of them taps; the rest one button away (P92)."""

import json
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.goal_kinds import Independence
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.models.note_kinds import (
    AgreementDoer,
    Certainty,
    HomeImpression,
    RelationMark,
    SeenOrTold,
)
from bostoette.models.note_sheet import NoteInput, NoteSheet
from bostoette.models.satisfaction import Satisfaction
from bostoette.services.note_sheet import answered_agreements
from bostoette.ui.notes.agreement_rows import AgreementRows
from bostoette.ui.notes.note_text import NoteText
from bostoette.ui.notes.taps import Answer, Taps
from bostoette.ui.theme import Theme
from bostoette.ui.typed_state import TypedState
from bostoette.ui.words import Words, quiet

TEXT = "text"
HEADINGS = ("since_last_text", "did_text", "next_time_text")
APART = ("observed_text", "told_text")
_TEXTS = {
    TEXT: ("Notat", "Hvad skete der? Skriv kort, så en kollega kan tage over."),
    "since_last_text": ("Siden sidst", "Hvad er der sket siden sidst?"),
    "did_text": ("Hvad gjorde vi", "Hvad lavede eller talte I om?"),
    "next_time_text": ("Til næste gang", "Hvad skal I tage op igen?"),
    "observed_text": ("Det så jeg", "Det, du selv så"),
    "told_text": ("Det fik jeg fortalt", "Det, borgeren eller andre sagde"),
}
Kind = TypeVar("Kind")
_YES_NO: tuple[Answer, ...] = ((True, "Ja"), (False, "Nej"))
_LADDER = tuple(reversed(Independence))


class NoteForm(QWidget):
    """Asks for a note; `fields` says what was answered, `state` and `put_back` serve drafts."""

    def __init__(
        self, theme: Theme, sheet: NoteSheet, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sheet = sheet
        self.texts = {
            name: NoteText(theme, words, hint, self, lines=3 if name == TEXT else 1)
            for name, (words, hint) in _TEXTS.items()
        }
        usual = SeenOrTold.SEEN if sheet.form.face_to_face else SeenOrTold.TOLD
        self.agreements = AgreementRows(theme, answered_agreements(sheet), usual, today, self)
        self.taps = {
            one: Taps(theme, *_QUESTIONS[one], self)
            for one in (*sheet.asks, *sheet.asks_more)
            if one in _QUESTIONS
        }
        self.goals = {
            goal.id: Taps(theme, goal.words, [(one, _capital(one.danish)) for one in _LADDER], self)
            for goal in sheet.goals
        }
        self.needs_visit = QCheckBox("Der dukkede noget op, som kræver et besøg", self)
        self.headings = QCheckBox("Overskrifter", self)
        self.headings.setToolTip("Del notatet op: siden sidst, hvad gjorde vi, til næste gang")
        self.more = QPushButton("Flere felter", self)
        self.more.setCheckable(True)
        self.more.setAutoDefault(False)
        self._sections: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.headings.toggled.connect(self._show_sections)
        self.more.toggled.connect(self._show_sections)
        self._show_sections()

    def fields(self) -> NoteFields:
        """Return what was answered; raises PlanError where an agreement's day is no day."""
        texts = {name: field.toPlainText().strip() for name, field in self.texts.items()}
        return NoteFields(
            text=texts[TEXT],
            since_last_text=texts["since_last_text"],
            did_text=texts["did_text"],
            next_time_text=texts["next_time_text"],
            observed_text=texts["observed_text"],
            told_text=texts["told_text"],
            certainty=self._answer(Certainty, NoteInput.CERTAINTY),
            home_impression=self._answer(HomeImpression, NoteInput.HOME),
            been_out=self._answer(bool, NoteInput.BEEN_OUT),
            wellbeing_score=self._answer(int, NoteInput.WELLBEING),
            relation=self._answer(RelationMark, NoteInput.RELATION),
            satisfaction=self._answer(Satisfaction, NoteInput.SATISFACTION),
            needs_visit=self.needs_visit.isChecked(),
            agreed=self.agreements.agreed(),
            answered=self.agreements.answers(),
            goals=tuple(
                (goal, taps.value)
                for goal, taps in self.goals.items()
                if isinstance(taps.value, Independence)
            ),
        )

    def state(self) -> TypedState:
        """Return what stands in the form, for a draft."""
        state = {name: field.toPlainText() for name, field in self.texts.items()}
        state |= {f"tap {one.value}": taps.place for one, taps in self.taps.items()}
        state |= {f"goal {goal.hex()}": taps.place for goal, taps in self.goals.items()}
        for row in self.agreements.rows:
            state[f"answer {row.agreement.id.hex()}"] = f"{row.outcome.place} {row.how.place}"
        state["needs visit"] = "x" if self.needs_visit.isChecked() else ""
        state["new agreement"] = self.agreements.text.text()
        state["new agreement doer"] = AgreementDoer(self.agreements.doer.currentData()).value
        state["new agreement due"] = self.agreements.due.text()
        state["made"] = json.dumps([_packed(one) for one in self.agreements.made])
        return state

    def put_back(self, state: TypedState) -> None:
        """Put a draft back; what it does not know is left as it is."""
        for name, field in self.texts.items():
            field.setPlainText(state.get(name, ""))
            field.go_to_end()
        for one, taps in self.taps.items():
            taps.press_place(state.get(f"tap {one.value}", ""))
        for goal, taps in self.goals.items():
            taps.press_place(state.get(f"goal {goal.hex()}", ""))
        for row in self.agreements.rows:
            outcome, _, how = state.get(f"answer {row.agreement.id.hex()}", "").partition(" ")
            row.outcome.press_place(outcome)
            row.how.press_place(how)
            row.outcome.changed.emit()
        self.needs_visit.setChecked(bool(state.get("needs visit")))
        self.agreements.text.setText(state.get("new agreement", ""))
        self.agreements.choose_doer(state.get("new agreement doer", ""))
        self.agreements.due.setText(state.get("new agreement due", ""))
        self.agreements.show_made(_unpacked(one) for one in json.loads(state.get("made", "[]")))
        self._show_sections()

    @property
    def shown_inputs(self) -> list[str]:
        """The names of the fields that are in sight, in order (P92)."""
        return [name for name, section in self._sections.items() if not section.isHidden()]

    @property
    def first_text(self) -> NoteText:
        """The text at the top of the form."""
        shown = (name for name in self._sections if name in self.texts)
        seen = (self.texts[name] for name in shown if not self._sections[name].isHidden())
        return next(seen, self.texts[TEXT])

    def _answer(self, kind: type[Kind], one: NoteInput) -> Kind | None:
        taps = self.taps.get(one)
        value = taps.value if taps else None
        return value if isinstance(value, kind) else None

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.pixels(8))
        remote = NoteInput.NEEDS_VISIT not in (*self.sheet.asks, *self.sheet.asks_more)
        for name in (*HEADINGS[:2], TEXT, *APART, HEADINGS[2]):
            self._hold(name, _TEXTS[name][0], self.texts[name])
            if name == TEXT:
                self.length = quiet("", self)
                self._column.addWidget(self.length)
                self.texts[TEXT].textChanged.connect(self._say_length)
        for one in (*self.sheet.asks, *self.sheet.asks_more):
            if one in self.taps:
                section = self._hold(one.value, self._question(one), self.taps[one])
                if remote and one is NoteInput.CERTAINTY:
                    section.addWidget(self.needs_visit)
            elif one is NoteInput.AGREEMENTS:
                self._hold(one.value, "Aftaler", self.agreements)
            elif one is NoteInput.GOALS:
                self._hold(one.value, "Mål: hvordan gik det?", self._goal_rows())
            elif one is NoteInput.NEEDS_VISIT:
                self._hold(one.value, "", self.needs_visit)
        self._column.addStretch(1)
        self._say_length()

    def _question(self, one: NoteInput) -> str:
        name = _QUESTIONS[one][0]
        walk = one is NoteInput.BEEN_OUT and one in self.sheet.asks and self._walks
        return "Har borgeren ellers været ude siden sidst?" if walk else name

    @property
    def _walks(self) -> bool:
        return self.sheet.form.face_to_face and NoteInput.HOME not in self.sheet.asks

    def _goal_rows(self) -> QWidget:
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.pixels(4))
        for goal in self.sheet.goals:
            line = QHBoxLayout()
            line.addWidget(Words(goal.words, rows), 1)
            line.addWidget(self.goals[goal.id], 1)
            column.addLayout(line)
        return rows

    def _hold(self, name: str, words: str, field: QWidget) -> QVBoxLayout:
        section = QWidget(self)
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.pixels(4))
        if words:
            label = QLabel(words, section)
            label.setWordWrap(True)
            label.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
            label.setBuddy(field)
            column.addWidget(label)
        column.addWidget(field)
        self._sections[name] = section
        self._column.addWidget(section)
        return column

    def _show_sections(self) -> None:
        """Show what is asked, what more was wanted, and whatever holds something already."""
        asked = {one.value for one in self.sheet.asks}
        if self.headings.isChecked():
            asked |= set(HEADINGS)
        if self.more.isChecked():
            asked |= {one.value for one in self.sheet.asks_more} | set(APART)
        asked |= {name for name, field in self.texts.items() if field.toPlainText()}
        asked |= {one.value for one, taps in self.taps.items() if taps.value is not None}
        for name, section in self._sections.items():
            section.setVisible(name in asked)

    def _say_length(self) -> None:
        over = len(self.texts[TEXT].toPlainText()) - self.sheet.longest
        self.length.setVisible(over > 0)
        self.length.setText(f"{over} tegn over {self.sheet.longest}: kan det siges kortere?")


_QUESTIONS: dict[NoteInput, tuple[str, tuple[Answer, ...]]] = {
    NoteInput.HOME: ("Indtryk af hjemmet", tuple((one, one.danish) for one in HomeImpression)),
    NoteInput.CERTAINTY: (
        "Hvor sikker er du på, hvordan det står til?",
        tuple((one, one.danish) for one in Certainty),
    ),
    NoteInput.BEEN_OUT: ("Har borgeren været ude siden sidst?", _YES_NO),
    NoteInput.RELATION: (
        "Hvordan er relationen blevet?",
        tuple((one, one.danish) for one in RelationMark),
    ),
    NoteInput.SATISFACTION: (
        "Hvad sagde borgeren om kontakten?",
        tuple((one, one.danish) for one in Satisfaction),
    ),
    NoteInput.WELLBEING: (
        "Trivsel i dag, 1 er lavest",
        tuple((score, str(score)) for score in range(1, 6)),
    ),
}


def _packed(one: NewAgreement) -> list[str]:
    return [one.text, one.doer.value, one.due.isoformat() if one.due else ""]


def _unpacked(kept: list[str]) -> NewAgreement:
    text, doer, due = kept
    return NewAgreement(text, AgreementDoer(doer), date.fromisoformat(due) if due else None)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
