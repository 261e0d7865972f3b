"""The passphrase is forgotten: the recovery key opens, and a new passphrase is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.models.recovery_key import RecoveryKey
from bostoette.services.recovery import Recovered
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.link_button import LinkButton
from bostoette.ui.entry.new_passphrase import NewPassphrase
from bostoette.ui.labelled import Labelled
from bostoette.ui.roomy_box import RoomyBox
from bostoette.ui.theme import Theme

_LEAD = (
    "Find papiret med gendannelsesnøglen, og skriv den her. "
    "Store og små bogstaver og mellemrum er ligegyldige."
)
_LEAD_NEW = (
    "Gendannelsesnøglen passer. Vælg en ny adgangssætning; bagefter får du også en ny "
    "gendannelsesnøgle."
)


class ForgottenPage(EntryPage):
    """Asks for the recovery key, then for a new passphrase."""

    key_typed = Signal(str)
    passphrase_chosen = Signal(str, str)
    """The new passphrase, and the slot it is for."""
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Glemt adgangssætning", _LEAD, width=480)
        self.key = QLineEdit()
        self.key.setMaxLength(200)
        self.key.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self._key_row = Labelled(theme, "Gendannelsesnøgle", self.key)
        self.owner = RoomyBox()
        self.owner.setAccessibleName("Hvem er du?")
        self.owner.setPlaceholderText("Vælg dit navn")
        self._owner_row = Labelled(theme, "Hvem er du?", self.owner)
        self.new_passphrase = NewPassphrase(theme)
        self.next_button = QPushButton("Videre")
        self.back_button = LinkButton("Tilbage")
        for part in (self._key_row, self._owner_row, self.new_passphrase):
            self.add(part)
        self.add_actions(self.next_button, (self.back_button,))
        self._owner_row.hide()
        self.new_passphrase.hide()
        self._connect()

    def first_field(self) -> QWidget:
        """Begin with the recovery key, or the passphrase once the key has opened."""
        return self.key if self._asks_for_key else self.new_passphrase.first.edit

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Esc; nothing is changed by then."""
        if event.key() == Qt.Key.Key_Escape and self.back_button.isEnabled():
            self.left.emit()
            return
        super().keyPressEvent(event)

    def ask_for_passphrase(self, recovered: Recovered) -> None:
        """Go on: the key opened. Several persons are asked which of them it is."""
        self.show_working("")
        self.tell("Ny adgangssætning", _LEAD_NEW)
        self._key_row.hide()
        for owner in recovered.owners:
            words = owner.person.full if owner.person else "Uden navn"
            self.owner.addItem(words, owner.slot_id)
        several = len(recovered.owners) > 1
        self._owner_row.setVisible(several)
        self.owner.setCurrentIndex(-1 if several else 0)
        self.new_passphrase.show()
        self.focus_on(self.owner if several else self.new_passphrase.first.edit)

    def show_working(self, words: str) -> None:
        """Say what is under way (in the button), or that nothing is any more."""
        self.next_button.setText(words or "Videre")
        for part in (self.next_button, self.back_button, self.new_passphrase):
            part.setEnabled(not words)
        self.key.setReadOnly(bool(words))

    def say_refused(self, error: PlanError) -> None:
        """Say what went wrong; everything typed stands."""
        self.show_working("")
        self.say_error(error)
        self.focus_on(self.first_field())

    @property
    def _asks_for_key(self) -> bool:
        return not self._key_row.isHidden()

    def _connect(self) -> None:
        self.key.returnPressed.connect(self._go_on)
        self.next_button.clicked.connect(self._go_on)
        self.back_button.clicked.connect(self.left)
        self.new_passphrase.wished.connect(self._go_on)
        self.owner.currentIndexChanged.connect(self._owner_row.clear_fault)

    def _go_on(self) -> None:
        if not self.next_button.isEnabled():
            return
        self.notice.clear()
        if self._asks_for_key:
            self._read_key()
        else:
            self._take_passphrase()

    def _read_key(self) -> None:
        try:
            RecoveryKey.read(self.key.text())
        except PlanError as error:
            self._key_row.say_fault(error.sentence)
            self.focus_on(self.key)
            return
        self.key_typed.emit(self.key.text())

    def _take_passphrase(self) -> None:
        unnamed = self.owner.count() > 0 and self.owner.currentIndex() < 0
        if self._owner_row.say_fault("Vælg dit navn på listen." if unnamed else ""):
            self.focus_on(self.owner)
            return
        faulty = self.new_passphrase.faulty_field()
        if faulty is not None:
            self.focus_on(faulty)
            return
        self.passphrase_chosen.emit(self.new_passphrase.text, self.owner.currentData() or "")
