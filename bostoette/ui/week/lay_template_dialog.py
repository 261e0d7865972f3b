"""Laying a template week (skabelonuge): from which week, for how long, and what would happen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.listed_template import ListedTemplate
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.copying import CopyKey, CopyLine
from bostoette.planning.week_templates import MOST_WEEKS_LAID, LayWish
from bostoette.ui.form_parts import Choice, number
from bostoette.ui.naming import Naming
from bostoette.ui.week.copy_lines import LineWords
from bostoette.ui.week.lines_preview import LinesPreview
from bostoette.ui.week.roomy_table import roomy
from bostoette.ui.week.week_rows import ask_in_rows
from bostoette.ui.week.week_words import week_said, workers_offered

Look = Callable[[LayWish], tuple[CopyLine, ...]]
_WEEKS_OFFERED = 26
_WORDS = LineWords(
    "Hvad der lægges ind",
    "Linje",
    "Lægges ind",
    "Lægges kun ind med flueben",
    "Der er ikke noget at lægge ind.",
    "Læg {} ind",
)
_NOTE = (
    "Det, der står i forvejen, ændres ikke. Det nye er planlagt, ikke aftalt. "
    "Intet er lagt ind endnu."
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
        self._template = template
        self.people = Choice(workers_offered(workers, naming), template.worker_id)
        weeks = [first.plus(ahead) for ahead in range(_WEEKS_OFFERED)]
        self.first = Choice([(one, week_said(one)) for one in weeks], first)
        self.weeks = number(1, MOST_WEEKS_LAID, "")
        self.weeks.setValue(template.weeks)
        self.begin_with = Choice([(at, f"Rullets uge {at + 1}") for at in range(template.weeks)])
        self.own_time = QCheckBox("Læg også egen tid ind (møder, dokumentation, pauser …)", self)
        self.own_time.setChecked(True)
        self.own_time.setVisible(bool(template.own_time))
        self.preview = LinesPreview(self, lambda: look(self.wish()), _WORDS, _NOTE, naming)
        self._lay_out(naming.title_of(template.name, "skabelonuge"))
        self._connect()
        self.preview.refresh()

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
        return self.preview.chosen()

    def _lay_out(self, name: str) -> None:
        self.setWindowTitle(f"Læg {name} ind")
        column = QVBoxLayout(self)
        form = ask_in_rows(
            column,
            (
                ("&Fra og med", self.first),
                ("&Antal uger", self.weeks),
                ("&Begynd med", self.begin_with),
                ("&Hvis uge", self.people),
            ),
        )
        form.setRowVisible(self.begin_with, self._template.weeks > 1)
        form.setRowVisible(self.people, self.people.count() > 1)
        column.addWidget(self.own_time)
        column.addWidget(self.preview, 1)
        roomy(self)

    def _connect(self) -> None:
        for choice in (self.first, self.begin_with, self.people):
            choice.activated.connect(self.preview.refresh)
        self.weeks.valueChanged.connect(self.preview.refresh)
        self.own_time.toggled.connect(self.preview.refresh)
