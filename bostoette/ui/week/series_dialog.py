"""Making a series: how it repeats, and every date it would have, before anything is stored."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.models.series_change import DateChoices
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.planning.series_preview import SeriesDate
from bostoette.ui.main_button import make_main
from bostoette.ui.week.repetition_fields import RepetitionFields
from bostoette.ui.week.roomy_table import roomy
from bostoette.ui.week.series_dates import SeriesDates, row_of
from bostoette.ui.words import Words, quiet

Look = Callable[[SeriesRule], tuple[SeriesDate, ...]]
SOON_MS = 150


class SeriesDialog(QDialog):
    """Asks how a contact repeats; ``rule()`` and ``choices()`` after it was accepted."""

    def __init__(
        self, whom: str, span: TimeSpan, look: Look, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Gentag kontakten med {whom}")
        self._span, self._look, self._today = span, look, today
        self._rule: SeriesRule | None = None
        self.repetition = RepetitionFields(today, self)
        self.said = QLabel(self)
        self.said.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        self.dates = SeriesDates(self)
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self._buttons = QDialogButtonBox(self)
        self._save = QPushButton("Gem serien", self)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self.repetition.begin(span.day)
        self.repetition.changed.connect(lambda: self._soon.start(SOON_MS))
        self.refresh()

    def rule(self) -> SeriesRule:
        """Return the rule that was accepted."""
        assert self._rule is not None  # noqa: S101 - only called after accept
        return self._rule

    def choices(self) -> DateChoices:
        """Return which dates are skipped or held on another day."""
        return self.dates.choices()

    def refresh(self) -> None:
        """Look at the dates anew, or say why there are none."""
        self._soon.stop()
        try:
            self._rule = self._collect()
            found = self._look(self._rule)
        except PlanError as error:
            self._rule = None
            self._tell(error.sentence)
            return
        self._tell("")
        self.dates.show_rows([row_of(each, self._today) for each in found])
        self.said.setText(_said(self._rule, found))

    def accept(self) -> None:
        """Close with the rule, unless it makes no sense."""
        if self._soon.isActive():
            self.refresh()
        if self._rule is not None:
            super().accept()

    def _collect(self) -> SeriesRule:
        end = self.repetition.end()
        return SeriesRule(
            self.repetition.every_weeks,
            self.repetition.weekdays,
            self._span.day,
            self._span.start,
            self._span.minutes,
            end.until,
            end.count,
        )

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self._save.setEnabled(not sentence)
        if sentence:
            self.said.setText("")
            self.dates.show_rows([])

    def _lay_out(self) -> None:
        make_main(self._save)
        self._buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.repetition)
        column.addWidget(self.said)
        column.addWidget(self.trouble)
        column.addWidget(self.dates, 1)
        column.addWidget(
            quiet("Fjern fluebenet ved en dato for at springe den over. Intet er gemt endnu.", self)
        )
        column.addWidget(self._buttons)
        roomy(self)


def _said(rule: SeriesRule, found: tuple[SeriesDate, ...]) -> str:
    """Say the rule, how many dates are shown, and how many of them to look at."""
    said = rule.said()
    hits = sum(not each.free for each in found)
    number = "1 dato" if len(found) == 1 else f"{len(found)} datoer"
    shown = f"de første {number}" if rule.open_ended else number
    look = f", {hits} at se på" if hits else ", ingen rammer noget"
    return f"{said[0].upper()}{said[1:]}: {shown}{look}"
