"""What waits until there is a week to work in: the other pages, and what is to be looked after."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from bostoette.ui.background import beside
from bostoette.ui.main_window import MainWindow

LATER_MS = 2000
"""After the first window, so that nothing competes with it."""


class LaterWork(QObject):
    """Loads the other pages a little at a time, and then looks after things beside the window."""

    def __init__(self, window: MainWindow, look_after: Callable[[], None]) -> None:
        """Begin by waiting; ``look_after`` is called in another thread."""
        super().__init__(window)
        self._window = window
        self._look_after = look_after
        self.waits = True
        """Whether it has still to be done."""
        self._wait()

    def _wait(self) -> None:
        QTimer.singleShot(LATER_MS, self, self._load)

    def _load(self) -> None:
        if not self._window.is_workable:
            self._wait()
            return
        from bostoette.ui.pages import load_pages
        from bostoette.ui.unhurried import Unhurried

        Unhurried(self, load_pages(), self._begin)

    def _begin(self) -> None:
        self.waits = False
        message = self._window.message
        beside(
            self._window,
            self._look_after,
            lambda _done: None,
            lambda error: message.say(error.sentence, undoable=False),
        )
