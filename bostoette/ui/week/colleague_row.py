"""Who knows the citizen and has the time, where whoever is to call does not (P13)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bostoette.models.cover import Cover
from bostoette.models.key import Key
from bostoette.ui.emptied import emptied
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

LEAD = "Kender borgeren og har tid da:"
_BETWEEN = 6


class ColleagueRow(QWidget):
    """A button for each of them; hidden where there is nobody to name."""

    asked = Signal(object)
    """The key of the colleague who is to hold the contact."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Key, QPushButton] = {}
        self._place = QWidget(self)
        between = theme.pixels(_BETWEEN)
        self._flow = FlowLayout(self._place, between, between)
        self._flow.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Words(LEAD, self))
        column.addWidget(self._place)
        self.hide()

    def offer(self, known: Sequence[Cover]) -> None:
        """Offer these, the best known first."""
        emptied(self._flow)
        self.buttons = {}
        for one in known:
            button = QPushButton(f"Giv til {one.initials}", self._place)
            button.setAutoDefault(False)
            knows = one.relation.said()
            button.setToolTip(f"{one.initials} {knows}")
            button.setAccessibleName(f"Giv kontakten til {one.initials}, der {knows}")
            key = one.worker_id
            button.clicked.connect(lambda _checked=False, key=key: self.asked.emit(key))
            self.buttons[key] = button
            self._flow.addWidget(button)
        self.setVisible(bool(known))
