"""The agreements in a note: what became of the earlier ones, and those made today (P33)."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.note_fields import AnsweredAgreement, NewAgreement
from bostoette.models.note_kinds import AgreementDoer, AgreementOutcome, SeenOrTold
from bostoette.models.note_sheet import OpenAgreement
from bostoette.models.wording import short_day
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.date_field import DateField
from bostoette.ui.emptied import emptied
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.notes.taps import Taps
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

OUTCOMES = (
    (AgreementOutcome.DONE, "Gjort"),
    (AgreementOutcome.PARTLY, "Delvist"),
    (AgreementOutcome.NOT_DONE, "Ikke gjort"),
)
WAYS = ((SeenOrTold.SEEN, "Set"), (SeenOrTold.TOLD, "Fortalt"))
DOERS = (
    (AgreementDoer.BOTH, "Sammen"),
    (AgreementDoer.CITIZEN, "Borgeren"),
    (AgreementDoer.WORKER, "Mig"),
)
"""Nobody is given a duty that nobody chose: what is agreed is carried together until it is said
otherwise, since it comes back as a question (P33), on the agenda (P68) and in the citizen's letter.
"""

_LEAST_WORDS = 140


class AnswerRow(QWidget):
    """One earlier agreement: done, partly or not, and whether it was seen or told."""

    def __init__(
        self, theme: Theme, agreement: OpenAgreement, usual: SeenOrTold, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.agreement = agreement
        self._usual = usual
        self.outcome = Taps(theme, agreement.text, OUTCOMES, self)
        self.how = Taps(theme, f"{agreement.text}, set eller fortalt", WAYS, self)
        kept = self.how.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.how.setSizePolicy(kept)
        self.outcome.changed.connect(self._offer_way)
        self._lay_out(theme)
        self._offer_way()

    def answer(self) -> AnsweredAgreement | None:
        """Return the answer; None where none is given."""
        outcome, how = self.outcome.value, self.how.value
        if not isinstance(outcome, AgreementOutcome):
            return None
        way = how if isinstance(how, SeenOrTold) else self._usual
        return AnsweredAgreement(self.agreement.id, outcome, way)

    def _lay_out(self, theme: Theme) -> None:
        """Put the taps beside the words, so that a note with some agreements needs no scroll."""
        words = Words(said_agreement(self.agreement), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setMinimumWidth(theme.pixels(_LEAST_WORDS))
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        taps = QWidget(self)
        flow = FlowLayout(taps, theme.pixels(12), theme.pixels(4))
        flow.setContentsMargins(0, 0, 0, 0)
        flow.insert_widget(0, self.outcome)
        flow.insert_widget(1, self.how)
        line = QHBoxLayout()
        line.setSpacing(theme.pixels(8))
        line.addWidget(words, 1)
        line.addWidget(taps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(2))
        column.addLayout(line)
        if self.agreement.ask_seen:
            times = f"{self.agreement.told_in_row} gange i træk"
            hint = quiet(
                f"Kun fortalt {times}. Bed om at se det, hvis det kan lade sig gøre.", self
            )
            column.addWidget(hint)

    def _offer_way(self) -> None:
        """Ask seen or told once there is an answer; the form tells which is usual."""
        given = self.outcome.value is not None
        self.how.setVisible(given)
        if given and self.how.value is None:
            self.how.press(self._usual)


class AgreementRows(QWidget):
    """Earlier agreements with their answers, then the line for a new one."""

    def __init__(
        self,
        theme: Theme,
        agreements: Sequence[OpenAgreement],
        usual: SeenOrTold,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self.rows = [AnswerRow(theme, one, usual, self) for one in agreements]
        self.made: list[NewAgreement] = []
        self._made_column = QVBoxLayout()
        self.text = QLineEdit(self)
        self.text.setAccessibleName("Ny aftale")
        self.text.setPlaceholderText("Ny aftale: hvad skal der ske?")
        self.doer = CalmBox(self)
        self.doer.setAccessibleName("Hvem gør det")
        for value, word in DOERS:
            self.doer.addItem(word, value)
        self.due = DateField("Senest", today, "Senest", self)
        self.add = QPushButton("Tilføj", self)
        self.add.setAccessibleName("Tilføj aftalen")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.take_typed)
        for field in (self.text, self.due):
            field.returnPressed.connect(self.take_typed)
        self._lay_out()

    def answers(self) -> tuple[AnsweredAgreement, ...]:
        """Return what was answered of the earlier ones."""
        found = (row.answer() for row in self.rows)
        return tuple(one for one in found if one is not None)

    def agreed(self) -> tuple[NewAgreement, ...]:
        """Return what was agreed, with what stands in the line; raises PlanError for no day."""
        if not self.text.text().strip():
            return tuple(self.made)
        return (*self.made, self._typed())

    def take_typed(self) -> None:
        """Put what stands in the line among the agreements, and make room for another."""
        if self.text.text().strip():
            self.made.append(self._typed())
            self.text.clear()
            self.due.clear()
            self.choose_doer("")
            self._show_made()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_made(self, made: Iterable[NewAgreement]) -> None:
        """Show agreements that a draft kept."""
        self.made = list(made)
        self._show_made()

    def choose_doer(self, kept: str) -> None:
        """Choose who does it as a draft kept it; the first where it kept nothing known."""
        known = [one.value for one, _word in DOERS]
        self.doer.setCurrentIndex(known.index(kept) if kept in known else 0)

    def _typed(self) -> NewAgreement:
        doer = self.doer.currentData()
        return NewAgreement(self.text.text().strip(), AgreementDoer(doer), self.due.day())

    def _show_made(self) -> None:
        emptied(self._made_column)
        for place, one in enumerate(self.made):
            self._made_column.addWidget(self._made_line(place, one))

    def _made_line(self, place: int, one: NewAgreement) -> QWidget:
        line = QWidget(self)
        words = Words(said_new(one), line)
        words.setTextFormat(Qt.TextFormat.PlainText)
        gone = QPushButton("Fjern", line)
        gone.setAccessibleName(f"Fjern aftalen: {one.text}")
        gone.setAutoDefault(False)
        gone.clicked.connect(partial(self._remove, place))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _remove(self, place: int) -> None:
        del self.made[place]
        self._show_made()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.pixels(4))
        self._made_column.setSpacing(self._theme.pixels(4))
        for row in self.rows:
            column.addWidget(row)
        column.addLayout(self._made_column)
        line = QHBoxLayout()
        line.setSpacing(self._theme.pixels(4))
        line.addWidget(self.text, 4)
        line.addWidget(self.doer)
        line.addWidget(self.due, 1)
        line.addWidget(self.add)
        column.addLayout(line)


def said_agreement(agreement: OpenAgreement) -> str:
    """Say an earlier agreement: what, who, and by when."""
    due = f", senest {short_day(agreement.due)}" if agreement.due else ""
    partly = ", delvist gjort" if agreement.outcome is AgreementOutcome.PARTLY else ""
    return f"{agreement.text} ({agreement.doer.danish.lower()}{due}{partly})"


def said_new(agreement: NewAgreement) -> str:
    """Say a new agreement."""
    due = f", senest {short_day(agreement.due)}" if agreement.due else ""
    return f"{agreement.text} ({agreement.doer.danish.lower()}{due})"
