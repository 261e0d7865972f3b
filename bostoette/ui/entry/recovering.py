"""From the recovery key on paper to a new passphrase and a new key, typed back and kept."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bostoette.services import recovery
from bostoette.services.recovery import Recovered, Renewal
from bostoette.ui.background import beside
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.forgotten_page import ForgottenPage
from bostoette.ui.entry.recovery_key_page import RecoveryKeyPage
from bostoette.ui.theme import Theme

if TYPE_CHECKING:
    from bostoette.services.unlocking import Places
    from bostoette.ui.entry.unlock_page import UnlockPage


class Recovering(QObject):
    """Shows the pages of a forgotten passphrase, and works for them beside the window."""

    left = Signal()
    """Back to the unlock page."""
    came_in = Signal(object, object)
    """The page, and whoever is Unlocked."""

    def __init__(
        self,
        parent: QObject,
        places: "Places",
        now: Callable[[], datetime],
        theme: Theme,
        show: Callable[[EntryPage], None],
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._now = now
        self._theme = theme
        self._show = show

    def begin(self) -> None:
        """Ask for the recovery key."""
        page = ForgottenPage(self._theme)
        page.key_typed.connect(lambda typed: self._recover(page, typed))
        page.left.connect(self.left)
        self._show(page)

    def make_seen_key(self, page: "UnlockPage", passphrase: str) -> None:
        """Show a new recovery key, as nobody has proved to have seen the first."""
        places = self._places
        beside(
            page,
            lambda: recovery.new_recovery_key(places, passphrase),
            self._show_new_key,
            page.say_refused,
        )

    def _recover(self, page: ForgottenPage, typed: str) -> None:
        places = self._places
        page.show_working("Prøver nøglen …")

        def recovered(found: Recovered) -> None:
            page.passphrase_chosen.connect(
                lambda passphrase, slot_id: self._renew(page, found, passphrase, slot_id)
            )
            page.ask_for_passphrase(found)

        beside(page, lambda: recovery.recover(places, typed), recovered, page.say_refused)

    def _renew(self, page: ForgottenPage, found: Recovered, passphrase: str, slot_id: str) -> None:
        page.show_working("Låser op …")
        beside(
            page,
            lambda: recovery.renew(found, passphrase, slot_id or None),
            self._show_new_key,
            page.say_refused,
        )

    def _show_new_key(self, renewal: Renewal) -> None:
        page = RecoveryKeyPage(self._theme, renewal.recovery_key, self._now)
        page.confirmed.connect(lambda: self._keep(page, renewal))
        self._show(page)

    def _keep(self, page: RecoveryKeyPage, renewal: Renewal) -> None:
        places = self._places
        page.show_working("Gemmer …")
        beside(
            page,
            lambda: recovery.keep(places, renewal),
            lambda unlocked: self.came_in.emit(page, unlocked),
            page.say_refused,
        )
