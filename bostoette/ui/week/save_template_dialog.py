"""Saving weeks as a template (skabelonuge): whose and which, a name, and what comes along."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.listed_template import LONGEST_NAME
from bostoette.models.week_template import MOST_WEEKS
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.copying import CopyKey, CopyLine
from bostoette.services.week_templates import SavingWish
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.form_parts import Choice, number
from bostoette.ui.naming import Naming
from bostoette.ui.week.copy_lines import LineWords
from bostoette.ui.week.lines_preview import LinesPreview
from bostoette.ui.week.roomy_table import roomy
from bostoette.ui.week.week_rows import ask_in_rows
from bostoette.ui.week.week_words import week_said, workers_offered

Look = Callable[[SavingWish], tuple[CopyLine, ...]]
_BEFORE, _AFTER = 8, 12
_WORDS = LineWords(
    "Hvad der kommer med",
    "Linje",
    "Kommer med",
    "Kommer kun med, hvis du sætter flueben",
    "Der står ikke noget at gemme. Vælg en anden uge eller medarbejder.",
    "Gem {} linjer",
)
_NOTE = "Flere uger bliver et rul, der begynder forfra, når det er lagt."


class SaveTemplateDialog(CarefulDialog):
    """Asks for a name and weeks; `wish`, `name` and `chosen` after it was accepted."""

    def __init__(
        self,
        week: IsoWeek,
        workers: Sequence[WeekWorker],
        whose: Key,
        parent: QWidget | None = None,
        *,
        look: Look,
        naming: Naming,
    ) -> None:
        super().__init__(parent)
        self.name = QLineEdit(self)
        self.people = Choice(workers_offered(workers, naming), whose)
        weeks = [week.plus(ahead) for ahead in range(-_BEFORE, _AFTER + 1)]
        self.first = Choice([(one, week_said(one)) for one in weeks], week)
        self.weeks = number(1, MOST_WEEKS, "")
        self.own_time = QCheckBox("Tag egen tid med (møder, dokumentation, pauser …)", self)
        self.own_time.setChecked(True)
        self.preview = LinesPreview(self, lambda: look(self.wish()), _WORDS, _NOTE, naming)
        self._lay_out()
        self._connect()
        self.preview.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the name."""
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def wish(self) -> SavingWish:
        """Return which weeks of whom are kept."""
        first: IsoWeek = self.first.value
        return SavingWish(
            self.people.value, first.monday, self.weeks.value(), self.own_time.isChecked()
        )

    def chosen(self) -> tuple[CopyKey, ...]:
        """Return which lines are kept."""
        return self.preview.chosen()

    def accept(self) -> None:
        """Close where it has a name; else say that one is missing."""
        if not self.name.text().strip():
            self.preview.tell("Giv skabelonen et navn, så I kan finde den igen.")
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().accept()

    def _lay_out(self) -> None:
        self.setWindowTitle("Gem som skabelonuge")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText("Fx »Lige uger« eller »Vinter«, uden borgeres navne")
        column = QVBoxLayout(self)
        form = ask_in_rows(
            column,
            (
                ("&Navn", self.name),
                ("&Hvis uge", self.people),
                ("&Fra og med", self.first),
                ("&Antal uger", self.weeks),
            ),
        )
        form.setRowVisible(self.people, self.people.count() > 1)
        column.addWidget(self.own_time)
        column.addWidget(self.preview, 1)
        roomy(self)

    def _connect(self) -> None:
        for choice in (self.people, self.first):
            choice.activated.connect(self.preview.refresh)
        self.weeks.valueChanged.connect(self.preview.refresh)
        self.own_time.toggled.connect(self.preview.refresh)
