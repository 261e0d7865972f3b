"""What was sent with a contact, and the way to note more (P76)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bostoette.models.key import Key
from bostoette.models.material_fields import SentMaterial
from bostoette.models.wording import short_day
from bostoette.ui.emptied import emptied
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.words import Words


class MaterialsView(PanelGroup):
    """A line for each thing sent, with a way to take it back."""

    send_asked = Signal()
    take_back_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Sendt materiale", parent)
        self.send = QPushButton("Notér sendt materiale …", self)
        self.send.setAutoDefault(False)
        self.send.setAccessibleName(self.send.text())
        self.send.clicked.connect(self.send_asked)
        self.take_back: dict[Key, QPushButton] = {}
        self._rows = QWidget(self)
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._rows)
        self.column.addWidget(self.send)

    def show_sent(self, sent: Sequence[SentMaterial], *, may_send: bool) -> None:
        """Show what was sent."""
        emptied(self._lines)
        self.take_back = {}
        for one in sent:
            self._lines.addWidget(Words(sent_words(one), self._rows))
            button = QPushButton("Ikke sendt alligevel", self._rows)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{one.title} er ikke sendt alligevel")
            key = one.id
            button.clicked.connect(lambda _on=False, key=key: self.take_back_asked.emit(key))
            self._lines.addWidget(button)
            self.take_back[one.id] = button
        self.send.setVisible(may_send)
        self.stops.set_stops([*self.take_back.values(), self.send])


def sent_words(one: SentMaterial) -> str:
    """Say what was sent when: ``Øvelser for hånden · tor. 26. nov. · M.J.``."""
    return f"{one.title} · {short_day(one.day)} · {one.worker}"
