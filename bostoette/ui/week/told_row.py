"""What the citizen is still to be told of a contact, ready to be said or sent (P49)."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bostoette.models.panel_contact import OpenTask
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import ArrowStops
from bostoette.ui.words import quiet


class ToldRow(QWidget):
    """The words, and two buttons: copy them, and note that she was told."""

    told_asked = Signal()
    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Fortæl borgeren det")
        self.task: OpenTask | None = None
        self.words = quiet("", self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.told = QPushButton("Er orienteret …", self)
        self.told.setAccessibleName("Borgeren er orienteret")
        self.told.setToolTip("Lukker opgaven; du bliver spurgt, hvordan borgeren fik besked")
        self.copy = QPushButton("Kopiér besked", self)
        self.copy.setAccessibleName("Kopiér beskeden til borgeren")
        self.told.clicked.connect(self.told_asked)
        self.copy.clicked.connect(self.copy_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.pixels(8))
        buttons.addWidget(self.told)
        buttons.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(8))
        column.addWidget(self.words)
        column.addLayout(buttons)
        self._stops = ArrowStops(self)
        self._stops.set_stops([self.told, self.copy])
        self.hide()

    def show_task(self, task: OpenTask | None) -> None:
        """Show an open task; None takes no room."""
        self.task = task
        self.words.setText("" if task is None else task.text)
        self.setVisible(task is not None)

    @property
    def menu_place(self) -> QPoint:
        """Where on the screen a menu about it opens."""
        return self.told.mapToGlobal(self.told.rect().bottomLeft())
