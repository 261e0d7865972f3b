"""Somebody else has the data open: says who and since when, and waits until they are free.

It waits no longer than the program would stay open unattended: whoever went away meanwhile must
not find her week open on the screen.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.services.unlocking import AlreadyOpen
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

AGAIN_MS = 2000
MINUTE_MS = 60_000
LONGEST_MINUTES = 10
"""Where the program never locks itself."""


class WaitingPage(EntryPage):
    """Asks again and again whether the data are free."""

    try_asked = Signal()
    """Look once more whether they are free."""
    left = Signal()

    def __init__(self, theme: Theme, error: AlreadyOpen, *, minutes: int) -> None:
        super().__init__(theme, "Et øjeblik", "")
        self._minutes = minutes or LONGEST_MINUTES
        self.who = Words()
        self.promise = Words(
            "Du kommer ind af dig selv, så snart det andet vindue er lukket eller låst. "
            f"Programmet venter højst {self._minutes} minutter."
        )
        self.promise.setProperty("quiet", "true")
        self.try_button = QPushButton("Prøv nu")
        self.stop_button = QPushButton("Vent ikke")
        self.add(self.who)
        self.add(self.promise)
        self.add_actions(self.try_button, (self.stop_button,))
        self.try_button.clicked.connect(self._try)
        self.stop_button.clicked.connect(self.left)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self._try)
        self._enough = QTimer(self, singleShot=True, interval=self._minutes * MINUTE_MS)
        self._enough.timeout.connect(self.left)
        self._busy = False
        self.tell_holder(error)
        self._again.start()
        self._enough.start()

    def first_field(self) -> QWidget:
        """Begin with what can be done."""
        return self.try_button

    def tell_holder(self, error: AlreadyOpen) -> None:
        """Say who has the data open; another may have come in before."""
        self._busy = False
        self.who.setText(error.brief)

    def show_working(self, words: str) -> None:
        """Say in the button what is under way, or that nothing is any more."""
        self._busy = bool(words)
        self.try_button.setText(words or "Prøv nu")

    def say_refused(self, error: PlanError) -> None:
        """Say what else stands in the way; it waits no more."""
        self._again.stop()
        self.show_working("")
        self.say_error(error)

    def _try(self) -> None:
        if not self._busy:
            self._busy = True
            self.try_asked.emit()
