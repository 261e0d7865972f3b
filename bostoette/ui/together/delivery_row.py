"""A delivery at the door: one press says whether they saw each other and talked (P52)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.words import Words

EXPLAINED = "Tæller kun som et møde ansigt til ansigt, når I har set hinanden og talt sammen. (P52)"


class DeliveryRow(PanelGroup):
    """Two buttons; both note the contact as held."""

    asked = Signal(bool)
    """Whether they saw each other and talked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Aflevering ved døren", parent)
        self.said = Words(EXPLAINED, self)
        self.seen = QPushButton("Set og talt med", self)
        self.unseen = QPushButton("Ikke set", self)
        row = QHBoxLayout()
        row.setSpacing(theme.pixels(8))
        for button, seen in ((self.seen, True), (self.unseen, False)):
            button.setAutoDefault(False)
            button.setAccessibleName(f"{button.text()}: notér afleveringen")
            button.clicked.connect(lambda _checked=False, seen=seen: self.asked.emit(seen))
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(self.said)
        self.column.addLayout(row)
        self.stops.set_stops([self.seen, self.unseen])

    def show_outcome(self, outcome: str) -> None:
        """Ask where nothing is noted, else say what was."""
        self.said.setText(outcome or EXPLAINED)
        for button in (self.seen, self.unseen):
            button.setVisible(not outcome)
