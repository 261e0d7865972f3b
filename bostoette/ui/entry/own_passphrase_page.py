"""The first start of somebody who was given a passphrase: she chooses her own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.link_button import LinkButton
from bostoette.ui.entry.new_passphrase import NewPassphrase
from bostoette.ui.theme import Theme

_LEAD = (
    "Den adgangssætning, du fik, gælder kun denne ene gang. Vælg nu din egen, som ingen anden "
    "kender."
)


class OwnPassphrasePage(EntryPage):
    """Asks twice for an own passphrase."""

    chosen = Signal(str)
    """The new passphrase."""
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Vælg din egen adgangssætning", _LEAD)
        self.new_passphrase = NewPassphrase(theme)
        self.next_button = QPushButton("Gem og åbn")
        self.back_button = LinkButton("Tilbage")
        self.add(self.new_passphrase)
        self.add_actions(self.next_button, (self.back_button,))
        self.next_button.clicked.connect(self._go_on)
        self.back_button.clicked.connect(self.left)
        self.new_passphrase.wished.connect(self._go_on)

    def first_field(self) -> QWidget:
        """Begin with the passphrase."""
        return self.new_passphrase.first.edit

    def show_working(self, words: str) -> None:
        """Say what is under way (in the button), or that nothing is any more."""
        self.next_button.setText(words or "Gem og åbn")
        for part in (self.next_button, self.back_button, self.new_passphrase):
            part.setEnabled(not words)

    def say_refused(self, error: PlanError) -> None:
        """Say what went wrong; everything typed stands."""
        self.show_working("")
        self.say_error(error)
        self.focus_on(self.first_field())

    def _go_on(self) -> None:
        if not self.next_button.isEnabled():
            return
        self.notice.clear()
        faulty = self.new_passphrase.faulty_field()
        if faulty is not None:
            self.focus_on(faulty)
            return
        self.chosen.emit(self.new_passphrase.text)
