"""The citizen found while somebody types: read beside the window, once no key came for a moment.

So that the next key is not felt, and only the one who was found last is shown.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from bostoette.models.key import Key
from bostoette.services.shown_citizen import ShownCitizen
from bostoette.ui.background import beside
from bostoette.ui.telling import show_plan_error

PAUSE_MS = 150


class CitizenOnHerWay(QTimer):
    """Waits, reads and hands over; stopped, it hands over nobody."""

    arrived = Signal(object, object)
    """A citizen's key, and the ShownCitizen."""

    def __init__(self, page: QWidget, read: Callable[[Key], ShownCitizen]) -> None:
        super().__init__(page)
        self._page, self._read = page, read
        self._key: Key | None = None
        self._turn = 0
        self.setSingleShot(True)
        self.setInterval(PAUSE_MS)
        self.timeout.connect(self.fetch)

    def expect(self, key: Key) -> None:
        """Read this citizen after the pause, and nobody who was asked for before."""
        self.let_go()
        self._key = key
        self.start()

    def expect_now(self, key: Key) -> None:
        """Read this citizen beside the window, without a pause."""
        self.expect(key)
        self.stop()
        self.fetch()

    def let_go(self) -> None:
        """Hand over nobody who was asked for until now."""
        self.stop()
        self._turn += 1
        self._key = None

    def fetch(self) -> None:
        """Read her now."""
        key = self._key
        if key is not None:
            refused = partial(show_plan_error, self._page)
            beside(self, partial(self._read, key), partial(self._arrive, self._turn, key), refused)

    def _arrive(self, turn: int, key: Key, read: ShownCitizen) -> None:
        if turn == self._turn:
            self.arrived.emit(key, read)
