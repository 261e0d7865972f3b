"""From a passphrase to an open file: an own passphrase where one was given, and waiting.

What opens files is loaded here, after the first painting.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from bostoette.models.plan_error import PlanError
from bostoette.services import unlocking
from bostoette.services.unlocking import AlreadyOpen, Places, Unlocked
from bostoette.ui.background import beside
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.own_passphrase_page import OwnPassphrasePage
from bostoette.ui.entry.unlock_page import UnlockPage
from bostoette.ui.entry.waiting_page import WaitingPage
from bostoette.ui.theme import Theme

if TYPE_CHECKING:
    from bostoette.services.program_file import OpenFile


class Refusable(Protocol):
    """A page that says why it went no further."""

    def say_refused(self, error: PlanError) -> None:
        """Say it, and let the person try again."""


class ComingIn(QObject):
    """Unlocks and opens, beside the window; ``opened`` takes the open file."""

    key_missing = Signal(object, str)
    """Nobody has proved to have seen the recovery key: the page, and the passphrase."""
    left = Signal()
    """Back to the unlock page."""

    def __init__(
        self,
        parent: QObject,
        places: Places,
        now: Callable[[], datetime],
        theme: Theme,
        *,
        minutes: int,
        show: Callable[[EntryPage], None],
        opened: Callable[["OpenFile"], None],
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._now = now
        self._theme = theme
        self._minutes = minutes
        self._show = show
        self._opened = opened
        self._waits: WaitingPage | None = None

    def unlock(self, page: UnlockPage, passphrase: str) -> None:
        """Come in by passphrase, as whoever was chosen."""
        places, wish, now = self._places, page.remember_wish, self._now
        worker = page.person.worker if page.person else None
        page.show_working("Låser op …")

        def refused(error: PlanError) -> None:
            if isinstance(error, unlocking.KeyStoreUnavailable):
                page.remember_box.setChecked(False)
            page.say_refused(error)

        def came_in(unlocked: Unlocked) -> None:
            if unlocking.must_choose_own(places, unlocked):
                self._choose_own(unlocked, passphrase, remember=wish)
            elif unlocking.proof_missing(places) and not unlocking.people_here(places):
                self.key_missing.emit(page, passphrase)
            else:
                self.open(page, unlocked)

        def come_in() -> Unlocked:
            unlocked = unlocking.come_in(places, passphrase, remember=wish, worker=worker)
            if unlocking.must_choose_own(places, unlocked):
                unlocking.refuse_unless_here(places, unlocked, now)
            return unlocked

        beside(page, come_in, came_in, refused)

    def open(self, page: Refusable, unlocked: Unlocked) -> None:
        """Open the data, or wait until they are free."""
        places, now = self._places, self._now

        def refused(error: PlanError) -> None:
            if isinstance(error, AlreadyOpen):
                self._wait(unlocked, error)
            else:
                page.say_refused(error)

        beside(
            self,
            lambda: unlocking.open_unlocked(places, unlocked, now),
            self._opened,
            refused,
        )

    def _wait(self, unlocked: Unlocked, error: AlreadyOpen) -> None:
        page = self._waits = WaitingPage(self._theme, error, minutes=self._minutes)
        page.try_asked.connect(lambda: self._try_again(page, unlocked))
        page.left.connect(self._wait_no_more)
        self._show(page)

    def _wait_no_more(self) -> None:
        self._waits = None
        self.left.emit()

    def _try_again(self, page: WaitingPage, unlocked: Unlocked) -> None:
        places, now = self._places, self._now

        def opened(file: "OpenFile") -> None:
            if self._waits is page:
                self._opened(file)
            else:
                file.close()  # nobody waits for it any more

        def refused(error: PlanError) -> None:
            if self._waits is not page:
                return
            if isinstance(error, AlreadyOpen):
                page.tell_holder(error)
            else:
                page.say_refused(error)

        beside(self, lambda: unlocking.open_unlocked(places, unlocked, now), opened, refused)

    def _choose_own(self, unlocked: Unlocked, given: str, *, remember: bool | None) -> None:
        page = OwnPassphrasePage(self._theme)
        page.chosen.connect(
            lambda new: self._take_own(page, unlocked, given, new, remember=remember)
        )
        page.left.connect(self.left)
        self._show(page)

    def _take_own(
        self,
        page: OwnPassphrasePage,
        unlocked: Unlocked,
        given: str,
        new: str,
        *,
        remember: bool | None,
    ) -> None:
        places = self._places
        page.show_working("Gemmer …")

        def take() -> Unlocked:
            own = unlocking.choose_own(places, unlocked, given, new)
            if remember is not None:
                unlocking.keep_wish(places, own, remember=remember)
            return own

        beside(page, take, lambda own: self.open(page, own), page.say_refused)
