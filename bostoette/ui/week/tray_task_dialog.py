"""A small form for a task of one's own: what, by when, and for whom if anybody."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QWidget

from bostoette.models.task_fields import ListedTask, TaskFields
from bostoette.services.lists import CitizenChoice
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.date_field import DateField
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme

NOBODY = "Ingen bestemt"


class TaskDialog(FieldDialog):
    """Takes what is to be done; ``store`` is given it before the form closes."""

    def __init__(
        self,
        theme: Theme,
        citizens: tuple[CitizenChoice, ...],
        store: Callable[[TaskFields], object],
        *,
        naming: Naming,
        today: date,
        parent: QWidget,
    ) -> None:
        self._store = store
        super().__init__(theme, "Ny opgave", "", "Gem opgave", parent)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName("Opgave")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.pixels(72))
        self.due = DateField("Senest", today, "ingen bestemt dag", self)
        self.citizen = CalmBox(self)
        self.citizen.setAccessibleName("Borger")
        self.citizen.addItem(NOBODY, None)
        for one in citizens:
            self.citizen.addItem(naming.name_of(one.name, one.initials), one.id)
        rows = QFormLayout()
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        rows.addRow("Hvad skal gøres?", self.text)
        rows.addRow("Senest", self.due)
        rows.addRow("Borger", self.citizen)
        self.column.addLayout(rows)

    def show_task(self, task: ListedTask) -> None:
        """Show a task that is to be changed."""
        self.setWindowTitle("Ret opgave")
        self.text.setPlainText(task.text)
        self.due.show_day(task.due)
        key = None if task.citizen is None else task.citizen.id
        self.citizen.setCurrentIndex(max(0, self.citizen.findData(key)))

    def fields(self) -> TaskFields:
        """Return what was filled in; raises PlanError where the day is none."""
        return TaskFields(self.text.toPlainText(), self.due.day(), self.citizen.currentData())

    def submit(self) -> None:
        """Store what was filled in, and close; raises PlanError where something is wrong."""
        self._store(self.fields())
        self.finish()
