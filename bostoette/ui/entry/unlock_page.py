"""Unlocking: the passphrase, and the quiet ways on. The first thing shown every morning."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.labelled import Labelled
from bostoette.ui.entry.link_button import LinkButton
from bostoette.ui.entry.passphrase_field import PassphraseField
from bostoette.ui.theme import Theme


class UnlockPage(EntryPage):
    """Asks for the passphrase; says that it is working, and what went wrong."""

    unlock_asked = Signal(str)
    """The passphrase."""
    forgotten = Signal()
    demo_asked = Signal()

    def __init__(self, theme: Theme, *, example: bool = True) -> None:
        super().__init__(theme, "Lås op", "Dine data er krypteret på denne computer.")
        self.passphrase = PassphraseField(theme)
        self._question = Labelled(
            theme, "Adgangssætning", self.passphrase, edit=self.passphrase.edit
        )
        self.remember_box = QCheckBox("Husk på denne computer")
        self.remember_box.setAccessibleName("Husk på denne computer")
        self.remember_box.setToolTip(
            "Computerens egen nøglering låser op for dig, så længe du er logget ind på den."
        )
        self.remember_box.hide()
        self.unlock_button = QPushButton("Lås op")
        self.forgotten_button = LinkButton(theme, "Glemt adgangssætning?")
        self.demo_button = LinkButton(theme, "Åbn eksemplet")
        if not example:
            self.demo_button.hide()
        self._working = False
        self.add(self._question)
        self.add(self.remember_box)
        self.add_actions(self.unlock_button, (self.forgotten_button, self.demo_button))
        self.passphrase.edit.returnPressed.connect(self._ask)
        self.unlock_button.clicked.connect(self._ask)
        self.forgotten_button.clicked.connect(self.forgotten)
        self.demo_button.clicked.connect(self.demo_asked)

    def first_field(self) -> QWidget:
        """Begin with the passphrase."""
        return self.passphrase.edit

    @property
    def remember_wish(self) -> bool | None:
        """Whether this machine shall remember; None where it cannot."""
        return None if self.remember_box.isHidden() else self.remember_box.isChecked()

    @property
    def working(self) -> bool:
        """Tell whether an unlocking is under way."""
        return self._working

    def offer_to_remember(self, *, remembered: bool) -> None:
        """Show the box: this machine has a key store."""
        self.remember_box.setChecked(remembered)
        self.remember_box.show()

    def show_working(self, words: str) -> None:
        """Say what is under way (in the button), or that nothing is any more."""
        self._working = bool(words)
        self.unlock_button.setText(words or "Lås op")
        self.passphrase.edit.setReadOnly(self._working)
        for part in (
            self.unlock_button,
            self.forgotten_button,
            self.demo_button,
            self.remember_box,
        ):
            part.setEnabled(not self._working)

    def say_refused(self, error: PlanError) -> None:
        """Say why it did not open; what was typed stands, marked, to be typed over."""
        self.show_working("")
        self.say_error(error)
        self.focus_on(self.passphrase.edit)
        self.passphrase.edit.selectAll()

    def _ask(self) -> None:
        if self._working:
            return
        self.notice.clear()
        if self._question.say_fault("" if self.passphrase.text else "Skriv din adgangssætning."):
            self.focus_on(self.passphrase.edit)
            return
        self.unlock_asked.emit(self.passphrase.text)
