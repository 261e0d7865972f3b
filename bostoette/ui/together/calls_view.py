"""A hotline duty in the panel: how many called, each call, and who may become a citizen (P75)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bostoette.models.inquiry_fields import ListedInquiry
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.together.call_rows import CallRows
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.words import quiet


class CallsView(PanelGroup):
    """Lists a day's calls on the hotline, the latest first."""

    note_asked = Signal()
    all_asked = Signal()
    """Whoever turned to us is to be shown, also on other days and outside the hotline."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Opkald", parent)
        self.count = quiet("", self)
        self.new = QPushButton("Notér opkald …", self)
        self.new.setAccessibleName("Notér opkald på hotlinen")
        self.all = QPushButton("Alle henvendelser …", self)
        self.new.clicked.connect(self.note_asked)
        self.all.clicked.connect(self.all_asked)
        self.rows = CallRows(theme, self)
        for button in (self.new, self.all):
            button.setAutoDefault(False)
        for widget in (self.count, self.new, self.rows, self.all):
            self.column.addWidget(widget)

    def show_calls(self, calls: Sequence[ListedInquiry], naming: Naming) -> None:
        """Show a day's calls."""
        self.count.setText(_counted(len(calls)))
        self.rows.show_calls(calls, naming)
        self.stops.set_stops([self.new, *self.rows.buttons, self.all])


def _counted(number: int) -> str:
    match number:
        case 0:
            return "Ingen opkald noteret den dag."
        case 1:
            return "1 opkald den dag."
        case _:
            return f"{number} opkald den dag."
