"""Unlocking: who one is, the passphrase, and the quiet ways on; the first thing every morning.

Where one person is alone, nobody is asked who she is.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.link_button import LinkButton
from bostoette.ui.entry.passphrase_field import PassphraseField
from bostoette.ui.entry.word_button import word_button
from bostoette.ui.labelled import Labelled
from bostoette.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from bostoette.models.key_person import KeyPerson


class UnlockPage(EntryPage):
    """Asks for the passphrase; says that it is working, and what went wrong."""

    unlock_asked = Signal(str)
    """The passphrase."""
    forgotten = Signal()
    demo_asked = Signal()
    elsewhere_asked = Signal()
    """Other data on this computer, or how one comes in to these."""

    def __init__(
        self,
        theme: Theme,
        people: "Sequence[KeyPerson]" = (),
        *,
        example: bool = True,
        last: str = "",
        discreet: bool = False,
        elsewhere: str = "",
    ) -> None:
        super().__init__(theme, "Lås op", "Dine data er krypteret på denne computer.")
        self._people = tuple(people)
        self._remembered: str | None = None
        self.who: QComboBox | None = None
        self._who_row: Labelled | None = None
        if people:
            self._ask_who(last, discreet=discreet)
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
        self.unlock_button = word_button("Lås op")
        self.forgotten_button = LinkButton("Glemt adgangssætning?")
        self.demo_button = LinkButton("Åbn eksemplet")
        self.elsewhere_button = LinkButton(elsewhere or "Andre data på computeren")
        self.elsewhere_button.setHidden(not elsewhere)
        if not example:
            self.demo_button.hide()
        self._working = False
        self.add(self._question)
        self.add(self.remember_box)
        self.add_actions(self.unlock_button, (self.forgotten_button, self.demo_button))
        self.add_below(self.elsewhere_button)
        self.elsewhere_button.clicked.connect(self.elsewhere_asked)
        self.passphrase.edit.returnPressed.connect(self._ask)
        self.unlock_button.clicked.connect(self._ask)
        self.forgotten_button.clicked.connect(self.forgotten)
        self.demo_button.clicked.connect(self.demo_asked)

    def first_field(self) -> QWidget:
        """Begin with the passphrase, or with the name where nobody is chosen."""
        if self.who is not None and self.who.currentIndex() < 0:
            return self.who
        return self.passphrase.edit

    @property
    def person(self) -> "KeyPerson | None":
        """Whoever was chosen; None where one person is alone."""
        if self.who is None or self.who.currentIndex() < 0:
            return None
        return self._people[self.who.currentIndex()]

    @property
    def remember_wish(self) -> bool | None:
        """Whether this machine shall remember; None where it cannot."""
        return None if self.remember_box.isHidden() else self.remember_box.isChecked()

    @property
    def working(self) -> bool:
        """Tell whether an unlocking is under way."""
        return self._working

    def offer_to_remember(self, *, remembered: bool, whose: str | None = None) -> None:
        """Show the box: this machine has a key store. ``whose`` says whom it remembers."""
        self._remembered = whose if remembered else None
        self.remember_box.setChecked(remembered)
        self._follow_person()
        self.remember_box.show()

    def show_working(self, words: str) -> None:
        """Say what is under way (in the button), or that nothing is any more."""
        self._working = bool(words)
        self.unlock_button.setText(words or "Lås op")
        self.passphrase.edit.setReadOnly(self._working)
        if self.who is not None:
            self.who.setEnabled(not self._working)
        for part in (
            self.unlock_button,
            self.forgotten_button,
            self.demo_button,
            self.elsewhere_button,
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
        unnamed = self.who is not None and self.person is None
        if self._who_row is not None:
            self._who_row.say_fault("Vælg dit navn på listen." if unnamed else "")
        if unnamed and self.who is not None:
            self.focus_on(self.who)
            return
        if self._question.say_fault("" if self.passphrase.text else "Skriv din adgangssætning."):
            self.focus_on(self.passphrase.edit)
            return
        self.unlock_asked.emit(self.passphrase.text)

    def _ask_who(self, last: str, *, discreet: bool) -> None:
        """Offer the names; who came in last is chosen, and initials alone are told on wish."""
        from bostoette.ui.roomy_box import RoomyBox  # not where one person is alone

        self.who = RoomyBox()
        self.who.setAccessibleName("Hvem er du?")
        self.who.setPlaceholderText("Vælg dit navn")
        self.who.addItems([one.initials if discreet else one.full for one in self._people])
        keys = [one.worker for one in self._people]
        self.who.setCurrentIndex(keys.index(last) if last in keys else -1)
        self._who_row = Labelled(self.theme, "Hvem er du?", self.who)
        self.add(self._who_row)
        self.who.currentIndexChanged.connect(self._other_person)

    def _other_person(self) -> None:
        """Begin anew for somebody else: what the one before her typed goes."""
        if self._who_row is not None:
            self._who_row.clear_fault()
        self.notice.clear()
        self.passphrase.edit.clear()
        self._follow_person()

    def _follow_person(self) -> None:
        """Tick the box for whom this machine remembers, and for nobody else."""
        if self.who is not None:
            person = self.person
            mine = person is not None and person.worker == self._remembered
            self.remember_box.setChecked(mine)
