"""Calls below each other, and what becomes of those that are about nobody of ours yet (P75)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bostoette.models.inquiry import Caller
from bostoette.models.inquiry_fields import ListedInquiry
from bostoette.models.key import Key
from bostoette.models.wording import clock, short_day
from bostoette.ui.emptied import emptied
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words


class CallRows(QWidget):
    """Says each call; one about nobody known can become a citizen or be tied to one."""

    citizen_asked = Signal(object)
    """The key of a call whose caller becomes a citizen."""
    tie_asked = Signal(object)
    """The key of a call that is about a citizen whom we know."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, dated: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._dated = theme, dated
        self.become: dict[Key, QPushButton] = {}
        self.tie: dict[Key, QPushButton] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)

    def show_calls(self, calls: Sequence[ListedInquiry], naming: Naming) -> None:
        """Show these calls."""
        emptied(self._lines)
        self.become, self.tie = {}, {}
        for call in calls:
            day = f"{short_day(call.day).capitalize()} · {call.worker} · " if self._dated else ""
            self._lines.addWidget(Words(day + call_words(call, naming), self))
            if call.may_become_citizen:
                self._lines.addWidget(self._ways(call))

    @property
    def buttons(self) -> list[QPushButton]:
        """Every button, from above and down."""
        return [one for key in self.become for one in (self.become[key], self.tie[key])]

    @property
    def said(self) -> str:
        """Everything that is said, line by line."""
        return "\n".join(one.text() for one in self.findChildren(Words))

    def _ways(self, call: ListedInquiry) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, self._theme.pixels(8), self._theme.pixels(4))
        when = f"{short_day(call.day)} kl. {clock(call.start)}"
        self.become[call.id] = QPushButton("Opret som borger …", row)
        self.become[call.id].setAccessibleName(f"Opret opkaldet {when} som borger")
        self.tie[call.id] = QPushButton("Knyt til borger …", row)
        self.tie[call.id].setAccessibleName(f"Knyt opkaldet {when} til en borger")
        key = call.id
        self.become[key].clicked.connect(lambda: self.citizen_asked.emit(key))
        self.tie[key].clicked.connect(lambda: self.tie_asked.emit(key))
        for button in (self.become[key], self.tie[key]):
            button.setAutoDefault(False)
            flow.addWidget(button)
        return row


def call_words(call: ListedInquiry, naming: Naming) -> str:
    """Say a call: ``10.05 · pårørende til A.M. (mor) · Spiser ikke · Råd: …``."""
    said = [
        clock(call.start),
        _who(call, naming),
        naming.hidden(call.topic),
        f"Råd: {naming.hidden(call.advice)}" if call.advice else "",
        f"Henvist til: {naming.hidden(call.guided_to)}" if call.guided_to else "",
        f"Belastning: {call.strain.danish}" if call.strain else "",
        f"Sendt: {', '.join(call.materials)}" if call.materials else "",
    ]
    return " · ".join(one for one in said if one)


def _who(call: ListedInquiry, naming: Naming) -> str:
    words = call.caller.danish.lower()
    if call.citizen is not None:
        name = naming.name_of(call.citizen.name, call.citizen.initials)
        between = {Caller.CITIZEN: ": ", Caller.RELATIVE: " til ", Caller.UNKNOWN: " om "}
        words += f"{between[call.caller]}{name}"
    return f"{words} ({naming.hidden(call.who)})" if call.who else words
