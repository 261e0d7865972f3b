"""The question before a series changes: this, this and the following, all – and what happens."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.models.series_change import DateChoices, DateFate, Scope, SeriesChange
from bostoette.models.series_rule import SeriesRule
from bostoette.services.series_changes import SeriesPreview
from bostoette.ui.main_button import make_main
from bostoette.ui.week.repetition_fields import RepetitionFields
from bostoette.ui.week.roomy_table import roomy
from bostoette.ui.week.series_dates import SeriesDates, row_of_change
from bostoette.ui.words import Words, quiet

Look = Callable[[Scope, SeriesChange], SeriesPreview]
SOON_MS = 150
SCOPES = (
    (Scope.THIS, "&Kun denne"),
    (Scope.FOLLOWING, "Denne og &følgende"),
    (Scope.ALL, "&Alle, fra i dag og frem"),
)


class SeriesChangeDialog(QDialog):
    """Asks for how much of a series a change holds; with a rule given, also for the repetition."""

    def __init__(
        self,
        title: str,
        do_words: str,
        look: Look,
        asked: SeriesChange,
        today: date,
        *,
        rule: SeriesRule | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._look, self._asked, self._today, self._rule = look, asked, today, rule
        self._fine = False
        self._scopes = QButtonGroup(self)
        self.repetition = RepetitionFields(today, self) if rule is not None else None
        self.said = Words(parent=self)
        self.said.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        self.dates = SeriesDates(self)
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self._buttons = QDialogButtonBox(self)
        self._do = QPushButton(do_words, self)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        if self.repetition is not None and rule is not None:
            self.repetition.show_rule(rule)
            self.repetition.changed.connect(lambda: self._soon.start(SOON_MS))
        self._scopes.idToggled.connect(lambda _id, on: self.refresh() if on else None)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the question."""
        super().showEvent(event)
        self._scopes.button(self._scopes.checkedId()).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def scope(self) -> Scope:
        """How much of the series is meant."""
        return SCOPES[self._scopes.checkedId()][0]

    def choose(self, scope: Scope) -> None:
        """Choose how much is meant."""
        self._scopes.button([one for one, _words in SCOPES].index(scope)).setChecked(True)

    def asked(self) -> SeriesChange:
        """Return the change; raises PlanError where the repetition cannot be read."""
        if self.repetition is None or self._rule is None:
            return self._asked
        end, rule = self.repetition.end(), self._rule
        weekdays, every = self.repetition.weekdays, self.repetition.every_weeks
        same_end = (end.until, end.count) == (rule.until, rule.count)
        return replace(
            self._asked,
            every_weeks=None if every == rule.every_weeks else every,
            weekdays=None if weekdays == rule.weekdays else weekdays,
            end=None if same_end else end,
        )

    def choices(self) -> DateChoices:
        """Return which dates are skipped or held on another day."""
        return self.dates.choices() if self.scope is not Scope.THIS else {}

    def refresh(self) -> None:
        """Show what would happen, or why it cannot."""
        self._soon.stop()
        try:
            seen = self._look(self.scope, self.asked())
        except PlanError as error:
            self._tell(error.sentence)
            return
        self._tell("")
        self.said.setText(_said(seen))
        several = self.scope is not Scope.THIS
        self.dates.show_rows(
            [row_of_change(each, self._today, choosable=several) for each in seen.dates]
        )

    def accept(self) -> None:
        """Close, unless the change cannot be made."""
        if self._soon.isActive():
            self.refresh()
        if self._fine:
            super().accept()

    def _tell(self, sentence: str) -> None:
        self._fine = not sentence
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self._do.setEnabled(self._fine)
        if sentence:
            self.said.setText("")
            self.dates.show_rows([])

    def _lay_out(self) -> None:
        make_main(self._do)
        self._buttons.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.dates.setAccessibleName("Hvad der sker")
        self.dates.setHorizontalHeaderLabels(["Kontakt", "Hvad der sker", "I stedet"])
        column = QVBoxLayout(self)
        if self.repetition is not None:
            column.addWidget(self.repetition)
        for place, (scope, words) in enumerate(SCOPES):
            choice = QRadioButton(words, self)
            self._scopes.addButton(choice, place)
            column.addWidget(choice)
            choice.setVisible(scope is not Scope.THIS or self.repetition is None)
        self.choose(Scope.THIS if self.repetition is None else Scope.FOLLOWING)
        column.addWidget(self.said)
        column.addWidget(self.trouble)
        column.addWidget(self.dates, 1)
        column.addWidget(quiet("Det, der har været, står fast. Intet er ændret endnu.", self))
        column.addWidget(self._buttons)
        roomy(self)


def _said(seen: SeriesPreview) -> str:
    """Say what the series is and becomes, and how many contacts that touches."""
    touched = len(seen.dates) - len(seen.with_fate(DateFate.KEPT, DateFate.FIXED))
    number = "1 kontakt" if touched == 1 else f"{touched} kontakter"
    if seen.after == seen.before or not seen.before:
        return f"{number}."
    if not seen.after:
        return f"{number}. Serien slutter."
    return f"{number}. Serien: {seen.before} – derefter: {seen.after}."
