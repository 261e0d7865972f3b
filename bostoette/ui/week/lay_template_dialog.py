"""Laying a template week (skabelonuge): from which week, for how long, and what would happen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.listed_template import ListedTemplate
from bostoette.models.plan_error import PlanError
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.copying import CopyKey, CopyLine
from bostoette.planning.week_templates import MOST_WEEKS_LAID, LayWish
from bostoette.ui.form_parts import Choice, number
from bostoette.ui.naming import Naming
from bostoette.ui.week.copy_lines import CopyLines, LineWords
from bostoette.ui.week.line_list_foot import LineListFoot
from bostoette.ui.week.series_dates import roomy
from bostoette.ui.week.week_words import week_said, workers_offered
from bostoette.ui.words import Words, quiet

Look = Callable[[LayWish], tuple[CopyLine, ...]]
_WEEKS_OFFERED = 26
_WORDS = LineWords(
    "Hvad der lægges ind",
    "Linje",
    "Lægges ind",
    "Lægges kun ind med flueben",
    "Der er ikke noget at lægge ind.",
)


class LayTemplateDialog(QDialog):
    """Asks from which week a template is laid; `wish` and `chosen` after it was accepted."""

    def __init__(
        self,
        template: ListedTemplate,
        first: IsoWeek,
        workers: Sequence[WeekWorker],
        parent: QWidget | None = None,
        *,
        look: Look,
        naming: Naming,
    ) -> None:
        super().__init__(parent)
        self._template, self._look = template, look
        self.people = Choice(workers_offered(workers, naming), template.worker_id)
        weeks = [first.plus(ahead) for ahead in range(_WEEKS_OFFERED)]
        self.first = Choice([(one, week_said(one)) for one in weeks], first)
        self.weeks = number(1, MOST_WEEKS_LAID, "")
        self.weeks.setValue(template.weeks)
        self.begin_with = Choice([(at, f"Rullets uge {at + 1}") for at in range(template.weeks)])
        self.own_time = QCheckBox("Læg også egen tid ind (møder, dokumentation, pauser …)", self)
        self.own_time.setChecked(True)
        self.own_time.setVisible(bool(template.own_time))
        self.said = Words(parent=self)
        self.trouble = Words(parent=self)
        self.lines = CopyLines(naming, self, _WORDS)
        self.foot = LineListFoot("Læg {} ind", self)
        self._lay_out(naming.title_of(template.name, "skabelonuge"))
        self._connect()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first week."""
        super().showEvent(event)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def wish(self) -> LayWish:
        """Return what is laid where; raises PlanError where the number of weeks cannot be."""
        worker: Key = self.people.value
        first: IsoWeek = self.first.value
        return LayWish(
            self._template.id,
            worker,
            first.monday,
            self.weeks.value(),
            self.begin_with.value,
            self.own_time.isChecked(),
        )

    def chosen(self) -> tuple[CopyKey, ...]:
        """Return which lines are laid."""
        return self.lines.chosen()

    def refresh(self) -> None:
        """Show what would happen, or what is in the way."""
        try:
            found = self._look(self.wish())
        except PlanError as error:
            self.trouble.setText(error.sentence)
            found = ()
        else:
            self.trouble.setText("")
        self.trouble.setVisible(bool(self.trouble.text()))
        self.lines.show_lines(found)
        self.said.setText(_WORDS.summed(found))
        self._count()

    def _count(self) -> None:
        self.foot.count(len(self.chosen()))

    def _lay_out(self, name: str) -> None:
        self.setWindowTitle(f"Læg {name} ind")
        self.said.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        self.trouble.setObjectName("trouble")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Fra og med", self.first),
            ("&Antal uger", self.weeks),
            ("&Begynd med", self.begin_with),
            ("&Hvis uge", self.people),
        )
        for label, field in rows:
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(label, field)
        form.setRowVisible(self.begin_with, self._template.weeks > 1)
        form.setRowVisible(self.people, self.people.count() > 1)
        column = QVBoxLayout(self)
        column.addLayout(form)
        for widget in (self.own_time, self.said, self.trouble):
            column.addWidget(widget)
        column.addWidget(self.lines, 1)
        column.addWidget(
            quiet(
                "Det, der står i forvejen, ændres ikke. Det nye er planlagt, ikke aftalt. "
                "Intet er lagt ind endnu.",
                self,
            )
        )
        column.addWidget(self.foot)
        roomy(self)

    def _connect(self) -> None:
        for choice in (self.first, self.begin_with, self.people):
            choice.activated.connect(lambda _place: self.refresh())
        self.weeks.valueChanged.connect(lambda _number: self.refresh())
        self.own_time.toggled.connect(lambda _on: self.refresh())
        self.lines.changed.connect(self._count)
