"""The buttons below the form of a contact: save it, and what else can be done with one."""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from bostoette.models.contact_fields import ContactDetails
from bostoette.models.contact_kinds import ContactStatus
from bostoette.ui.main_button import make_main


class ContactWish(Enum):
    """What the person wants with the contact that was open."""

    SAVE = auto()
    HOLD = auto()
    CALL_OFF = auto()
    PLAN_AGAIN = auto()
    DELETE = auto()
    REPEATED = auto()
    """It has become a series, or its series repeats otherwise: everything is stored."""


class ContactButtons(QDialogButtonBox):
    """*Gem* and *Annullér*, and beside them what fits how the contact stands."""

    wished = Signal(ContactWish)
    """Leave the form for this, with nothing saved."""
    repeat_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.save = QPushButton("Gem", self)
        make_main(self.save)
        self.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        self.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)

    def offer_for_new(self) -> None:
        """Offer what can be done with a contact that is not stored yet."""
        self._add("Gentag …").clicked.connect(self.repeat_asked)

    def offer_for(self, details: ContactDetails) -> None:
        """Offer what else can be done with a stored one."""
        planned = details.status is ContactStatus.PLANNED
        self._offer("Afholdt", ContactWish.HOLD, shown=planned)
        self._offer("Aflys …", ContactWish.CALL_OFF, shown=planned)
        self._offer("Sæt til planlagt", ContactWish.PLAN_AGAIN, shown=not planned)
        self._offer("Slet", ContactWish.DELETE, shown=details.status is not ContactStatus.HELD)
        if planned:
            words = "Gentagelse …" if details.series_id else "Gentag …"
            self._add(words).clicked.connect(self.repeat_asked)

    def _offer(self, words: str, wish: ContactWish, *, shown: bool) -> None:
        if shown:
            self._add(words).clicked.connect(partial(self._leave_for, wish))

    def _leave_for(self, wish: ContactWish) -> None:
        self.wished.emit(wish)

    def _add(self, words: str) -> QPushButton:
        button = self.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        return button
