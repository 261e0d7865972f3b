"""Saving weeks as a template (skabelonuge): whose and which, a name, and what comes along."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.listed_template import LONGEST_NAME
from bostoette.models.plan_error import PlanError
from bostoette.models.week_template import MOST_WEEKS
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.copying import CopyKey, CopyLine
from bostoette.services.week_templates import SavingWish
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.form_parts import Choice, number
from bostoette.ui.naming import Naming
from bostoette.ui.week.copy_lines import CopyLines, LineWords
from bostoette.ui.week.line_list_foot import LineListFoot
from bostoette.ui.week.series_dates import roomy
from bostoette.ui.week.week_words import week_said, workers_offered
from bostoette.ui.words import Words, quiet

Look = Callable[[SavingWish], tuple[CopyLine, ...]]
_BEFORE, _AFTER = 8, 12
_WORDS = LineWords(
    "Hvad der kommer med",
    "Linje",
    "Kommer med",
    "Kommer kun med, hvis du sætter flueben",
    "Der står ikke noget at gemme. Vælg en anden uge eller medarbejder.",
)


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
        self._look = look
        self.name = QLineEdit(self)
        self.people = Choice(workers_offered(workers, naming), whose)
        weeks = [week.plus(ahead) for ahead in range(-_BEFORE, _AFTER + 1)]
        self.first = Choice([(one, week_said(one)) for one in weeks], week)
        self.weeks = number(1, MOST_WEEKS, "")
        self.own_time = QCheckBox("Tag egen tid med (møder, dokumentation, pauser …)", self)
        self.own_time.setChecked(True)
        self.said = Words(parent=self)
        self.trouble = Words(parent=self)
        self.lines = CopyLines(naming, self, _WORDS)
        self.foot = LineListFoot("Gem {} linjer", self)
        self._lay_out()
        self._connect()
        self.refresh()

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
        return self.lines.chosen()

    def accept(self) -> None:
        """Close where it has a name; else say that one is missing."""
        if not self.name.text().strip():
            self._tell("Giv skabelonen et navn, så I kan finde den igen.")
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().accept()

    def refresh(self) -> None:
        """Show what would come along."""
        self._tell("")
        try:
            found = self._look(self.wish())
        except PlanError as error:
            self._tell(error.sentence)
            found = ()
        self.lines.show_lines(found)
        self.said.setText(_WORDS.summed(found))
        self._count()

    def _count(self) -> None:
        self.foot.count(len(self.chosen()))

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self.setWindowTitle("Gem som skabelonuge")
        self.said.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        self.trouble.setObjectName("trouble")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText("Fx »Lige uger« eller »Vinter«, uden borgeres navne")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Navn", self.name),
            ("&Hvis uge", self.people),
            ("&Fra og med", self.first),
            ("&Antal uger", self.weeks),
        )
        for label, field in rows:
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(label, field)
        form.setRowVisible(self.people, self.people.count() > 1)
        column = QVBoxLayout(self)
        column.addLayout(form)
        for widget in (self.own_time, self.said, self.trouble):
            column.addWidget(widget)
        column.addWidget(self.lines, 1)
        column.addWidget(
            quiet("Flere uger bliver et rul, der begynder forfra, når det er lagt.", self)
        )
        column.addWidget(self.foot)
        roomy(self)

    def _connect(self) -> None:
        self.people.activated.connect(lambda _place: self.refresh())
        self.first.activated.connect(lambda _place: self.refresh())
        self.weeks.valueChanged.connect(lambda _number: self.refresh())
        self.own_time.toggled.connect(lambda _on: self.refresh())
        self.lines.changed.connect(self._count)
