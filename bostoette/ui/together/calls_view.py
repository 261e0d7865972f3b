"""A hotline duty in the panel: how many called, each call, and who may become a citizen (P75)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bostoette.models.inquiry_fields import ListedInquiry
from bostoette.models.key import Key
from bostoette.models.wording import clock
from bostoette.ui.citizens.emptied import emptied
from bostoette.ui.entry.words import Words, quiet
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import PanelGroup


class CallsView(PanelGroup):
    """Lists a day's calls, the latest first."""

    note_asked = Signal()
    citizen_asked = Signal(object)
    """The key of a call whose caller becomes a citizen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Opkald", parent)
        self.count = quiet("", self)
        self.new = QPushButton("Notér opkald …", self)
        self.new.setAutoDefault(False)
        self.new.setAccessibleName("Notér opkald på hotlinen")
        self.new.clicked.connect(self.note_asked)
        self.become: dict[Key, QPushButton] = {}
        self._rows = QWidget(self)
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        for widget in (self.count, self.new, self._rows):
            self.column.addWidget(widget)

    def show_calls(self, calls: Sequence[ListedInquiry], naming: Naming) -> None:
        """Show a day's calls."""
        self.count.setText(_counted(len(calls)))
        emptied(self._lines)
        self.become = {}
        for call in calls:
            self._lines.addWidget(Words(call_words(call, naming), self._rows))
            if call.may_become_citizen:
                self._lines.addWidget(self._become(call))
        self.stops.set_stops([self.new, *self.become.values()])

    def _become(self, call: ListedInquiry) -> QPushButton:
        button = QPushButton("Opret som borger …", self._rows)
        button.setAutoDefault(False)
        button.setAccessibleName(f"Opret opkaldet kl. {clock(call.start)} som borger")
        key = call.id
        button.clicked.connect(lambda: self.citizen_asked.emit(key))
        self.become[call.id] = button
        return button


def call_words(call: ListedInquiry, naming: Naming) -> str:
    """Say a call: ``10.05 · pårørende til A.M. (mor) · Spiser ikke · Råd: …``."""
    name = naming.name_of(call.citizen.name, call.citizen.initials) if call.citizen else ""
    who = call.caller.danish.lower()
    said = [
        clock(call.start),
        f"{who}{f': {name}' if name else ''}{f' ({naming.hidden(call.who)})' if call.who else ''}",
        naming.hidden(call.topic),
        f"Råd: {naming.hidden(call.advice)}" if call.advice else "",
        f"Henvist til: {naming.hidden(call.guided_to)}" if call.guided_to else "",
        f"Belastning: {call.strain.danish}" if call.strain else "",
        f"Sendt: {', '.join(call.materials)}" if call.materials else "",
    ]
    return " · ".join(one for one in said if one)


def _counted(number: int) -> str:
    match number:
        case 0:
            return "Ingen opkald noteret den dag."
        case 1:
            return "1 opkald den dag."
        case _:
            return f"{number} opkald den dag."
