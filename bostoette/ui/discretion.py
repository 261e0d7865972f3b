"""Discretion: a key hides whom the window is about, also behind an open dialog and in it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bostoette.ui.dialog_cover import cover_dialogs, uncover_dialogs
from bostoette.ui.lock_from_dialogs import LockFromDialogs
from bostoette.ui.overlay import Overlay

if TYPE_CHECKING:
    from bostoette.ui.main_window import MainWindow

_ON = "Diskretion er slået til: kun initialer"
_OFF = "Diskretion er slået fra"
_COVERED = f"{_ON}. Det åbne vindue er dækket til; F8 viser det igen"


class Discretion(QObject):
    """Turns it on and off, says so, and covers what is open; pages use initials by themselves."""

    lock_asked = Signal()
    """Ctrl+L was pressed in a dialog."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        from_dialogs = LockFromDialogs(window)
        from_dialogs.asked.connect(self.lock_asked)
        from_dialogs.discretion_asked.connect(self._turn_behind)

    def turn(self) -> None:
        """Turn it on, or off."""
        window = self._window
        window.keep(replace(window.settings, discreet=not window.settings.discreet))
        window.say(_ON if window.settings.discreet else _OFF)

    def _turn_behind(self) -> None:
        self.turn()
        if self._window.settings.discreet:
            self._window.say(_COVERED)

    def cover(self, *, discreet: bool) -> None:
        """Leave the small cards, which keep what is typed, and cover the dialogs; or uncover."""
        if not discreet:
            uncover_dialogs()
            return
        cover_dialogs()
        for card in self._window.findChildren(Overlay):
            if card.isVisible():
                card.leave()
