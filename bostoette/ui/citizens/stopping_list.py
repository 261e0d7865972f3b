"""The list of all that stops, looked through before it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from bostoette.models.stopping import Stopping
from bostoette.models.wording import clock, short_day
from bostoette.ui.theme import Theme


class StoppingList(QListWidget):
    """A line for each series, contact and task; out of sight where nothing stops."""

    def __init__(self, theme: Theme, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Det, der stopper")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.pixels(28) * lines)
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)

    def show_what_stops(self, found: Stopping) -> None:
        """Show something else that would stop."""
        self.clear()
        self.addItems(_lines(found))
        self.setVisible(not found.nothing)
        if self.count():
            self.setCurrentRow(0)


def _lines(found: Stopping) -> list[str]:
    """Say each thing that stops in a line."""
    contacts = [
        f"{short_day(one.day)} {clock(one.start)} · {one.form.full_name} · {one.fate.danish}"
        for one in found.contacts
    ]
    series = [f"Serie: {one.said} · slutter" for one in found.series]
    tasks = [
        f"Opgave: {task.text}{f' (inden {short_day(task.due)})' if task.due else ''} · falder væk"
        for task in found.tasks
    ]
    return [*series, *contacts, *tasks]
