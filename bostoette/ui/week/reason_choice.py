"""Why a contact is called off or converted: one key a reason, and a few words beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QWidget

from bostoette.models.calling_off import CallingOffReason
from bostoette.ui.week.quick_radio import QuickRadio

_WORDS = {
    CallingOffReason.ILL: "&Syg",
    CallingOffReason.HARD_DAY: "Svær &dag",
    CallingOffReason.NO_ENERGY: "&Intet overskud",
    CallingOffReason.TRANSPORT: "&Transport",
    CallingOffReason.OTHER: "A&ndet",
}
_COLUMNS = 3


class ReasonChoice(QWidget):
    """Five reasons side by side, and a line to say more."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[CallingOffReason, QuickRadio] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (reason, words) in enumerate(_WORDS.items()):
            button = QuickRadio(words, self)
            self._group.addButton(button)
            self.buttons[reason] = button
            grid.addWidget(button, *divmod(place, _COLUMNS))
        self.words = QLineEdit(self)
        self.words.setAccessibleName("Uddyb grunden")
        self.words.setPlaceholderText("Uddyb, hvis det hjælper; skriv kun det nødvendige")
        grid.addWidget(self.words, 2, 0, 1, _COLUMNS)
        self.buttons[CallingOffReason.ILL].setChecked(True)
        self._group.buttonToggled.connect(lambda _button, on: self.changed.emit() if on else None)

    @property
    def reason(self) -> CallingOffReason:
        """The reason that is chosen."""
        return next(reason for reason, button in self.buttons.items() if button.isChecked())

    @property
    def said(self) -> str:
        """The reason as it is kept, with what was written."""
        return self.reason.with_words(self.words.text())
