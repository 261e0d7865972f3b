"""A citizen's contacts of earlier years: read beside the window, once her page is seen.

Five years of them lie far apart in a large file, and what is asked first is what comes and what
was lately.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.key import Key
from bostoette.services.citizen_page import all_contacts
from bostoette.services.desk import Desk
from bostoette.ui.background import beside
from bostoette.ui.telling import show_plan_error

PAUSE_MS = 100
"""Whoever goes on to the next citizen at once does not wait for this one's past."""

Show = Callable[[Sequence[CitizenContact]], None]


class EarlierYears(QTimer):
    """Waits, reads all of a citizen's contacts and shows them; once shown, they stay."""

    def __init__(self, card: QWidget, desk: Desk) -> None:
        super().__init__(card)
        self._card, self._desk = card, desk
        self._asked: tuple[Key, Show] | None = None
        self._shown_of: Key | None = None
        self._turn = 0
        self.setSingleShot(True)
        self.setInterval(PAUSE_MS)
        self.timeout.connect(self._fetch)

    def let_go(self, citizen_id: Key) -> None:
        """Wait for nobody's any more; another citizen's are to be read anew."""
        self.stop()
        self._turn += 1
        self._asked = None
        if citizen_id != self._shown_of:
            self._shown_of = None

    @property
    def are_shown(self) -> bool:
        """Whether they stand there already: read again, they must not go in between."""
        return self._shown_of is not None

    def expect(self, citizen_id: Key, show: Show) -> None:
        """Show them after the pause."""
        self._asked = citizen_id, show
        self.start()

    def _fetch(self) -> None:
        if self._asked is not None:
            key, show = self._asked
            work = partial(self._desk.read, all_contacts, key)
            then = partial(self._arrive, self._turn, key, show)
            beside(self, work, then, partial(show_plan_error, self._card))

    def _arrive(self, turn: int, key: Key, show: Show, contacts: Sequence[CitizenContact]) -> None:
        if turn == self._turn:
            self._shown_of = key
            show(contacts)
