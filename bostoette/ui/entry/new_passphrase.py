"""A new passphrase: typed twice, with its strength in words, and what is wrong beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.models.passphrase import assess
from bostoette.ui.entry.passphrase_field import PassphraseField
from bostoette.ui.entry.strength_bar import StrengthBar
from bostoette.ui.labelled import Labelled
from bostoette.ui.theme import Theme


class NewPassphrase(QWidget):
    """Two fields and the strength between them."""

    wished = Signal()
    """Enter was pressed in the last field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first = PassphraseField(theme)
        self.second = PassphraseField(theme)
        self.second.show_button.hide()
        self.first.show_button.toggled.connect(self.second.show_text)
        self.strength = StrengthBar(theme)
        self._first_row = Labelled(theme, "Ny adgangssætning", self.first, edit=self.first.edit)
        self._second_row = Labelled(
            theme, "Adgangssætningen en gang til", self.second, edit=self.second.edit
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(12))
        for part in (self._first_row, self.strength, self._second_row):
            column.addWidget(part)
        self.first.edit.textChanged.connect(self.strength.show_strength)
        self.first.edit.returnPressed.connect(self.second.edit.setFocus)
        self.second.edit.returnPressed.connect(self.wished)

    def faulty_field(self) -> QWidget | None:
        """Say beside the fields what is wrong; give the first field to correct, or None."""
        weak = "" if assess(self.first.text).accepted else _too_weak(self.first.text)
        unlike = "" if self.first.text == self.second.text else _unlike(self.second.text)
        first = self._first_row.say_fault(weak)
        second = self._second_row.say_fault(unlike if not weak else "")
        if first:
            return self.first.edit
        return self.second.edit if second else None

    @property
    def text(self) -> str:
        """The passphrase as typed the first time."""
        return self.first.text

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.edit.clear()
        self.second.edit.clear()


def _too_weak(typed: str) -> str:
    if not typed:
        return "Vælg en adgangssætning. Den beskytter borgernes oplysninger."
    return "Den er for let at gætte. Gør den længere eller mindre almindelig."


def _unlike(typed: str) -> str:
    if not typed:
        return "Skriv adgangssætningen en gang til, så en tastefejl ikke låser dig ude."
    return "De to er ikke ens. Skriv den samme adgangssætning begge steder."
