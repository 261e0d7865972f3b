"""Somebody who is not on the list: what she asks for, and her own data in the meantime."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.link_button import LinkButton
from bostoette.ui.theme import Theme

_LEAD = (
    "Bed en teamleder om at give dig adgang: Indstillinger, Personer, Ny person. Det tager et "
    "minut, og du får en adgangssætning, som du selv skifter ved den første start."
)


class NewHerePage(EntryPage):
    """Says how one comes in, and offers data of one's own."""

    left = Signal()
    own_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Er du ny her?", _LEAD)
        self.back_button = QPushButton("Tilbage")
        self.own_button = LinkButton("Brug egne data på min konto")
        self.add_actions(self.back_button, (self.own_button,))
        self.back_button.clicked.connect(self.left)
        self.own_button.clicked.connect(self.own_asked)

    def first_field(self) -> QWidget:
        """Begin with the way back."""
        return self.back_button
