"""What the page says before there is a citizen: what belongs here, and the next step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bostoette.ui.theme import Theme
from bostoette.ui.words import Words


class EmptyCitizens(QFrame):
    """Offers the two ways to begin."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.new = QPushButton("+ Ny borger", self)
        self.new.setAccessibleName("Ny borger")
        self.new.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        self.take_in = QPushButton("Importér", self)
        title = Words("Her kommer dine borgere til at stå", self)
        title.setObjectName("pageTitle")
        said = Words(
            "For hver borger samler programmet, hvor I mødes, hvad der er aftalt og bevilget, og "
            "hvilken kontaktform der passer. Begynd med én borger, eller hent hele listen fra "
            "kommunens system som CSV-fil.",
            self,
        )
        edge = theme.pixels(32)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.pixels(12))
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(said)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addWidget(self.take_in)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
