"""The window before the week: first start, unlocking, and a new passphrase when it is forgotten.

It shows one page at a time, does the slow work beside the window, and hands over an open file.

It is the first window of the morning, so what opens files (`unlocking` and the libraries below
it) is loaded after the first painting: `beside` asks for it in the other thread.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from bostoette.models.machine_settings import MachineSettings
from bostoette.models.plan_error import PlanError
from bostoette.services.data_there import (
    has_data,
    own_of,
    people_here,
    shared_data_there,
)
from bostoette.ui.background import beside
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.unlock_page import UnlockPage
from bostoette.ui.theme import Theme

if TYPE_CHECKING:
    from bostoette.models.recovery_key import RecoveryKey
    from bostoette.services.first_answers import FirstAnswers
    from bostoette.services.program_file import OpenFile
    from bostoette.services.unlocking import Places, Threshold, Unlocked
    from bostoette.ui.entry.coming_in import ComingIn
    from bostoette.ui.entry.first_start_page import FirstStartPage
    from bostoette.ui.entry.recovering import Recovering


_PRESET = MachineSettings()


class EntryWindow(QWidget):
    """Leads from the start of the program to an open file.

    ``ask`` asks for the passphrase although this machine remembers: after *Lås*. ``shared`` are
    the places that the computer's accounts may share, where the person can choose them.
    """

    opened = Signal(object)
    """An OpenFile; whoever takes it closes it."""
    recognised = Signal(object)
    """Somebody Unlocked whom this machine remembers; whoever takes over closes this window."""
    demo_asked = Signal()

    def __init__(
        self,
        places: "Places",
        now: Callable[[], datetime],
        theme: Theme,
        settings: MachineSettings = _PRESET,
        *,
        ask: bool = False,
        shared: "Places | None" = None,
    ) -> None:
        super().__init__()
        self.places = places
        self._shared = shared
        self._own = places if shared is None or places != shared else own_of(shared)
        self._settings = settings
        self._comes_in: ComingIn | None = None
        self._recovers: Recovering | None = None
        self._now = now
        self._theme = theme
        self._ask = ask
        self._settled = False
        self._closed = False
        self._waiting: OpenFile | None = None
        self._stack = QStackedWidget(self)
        self.setWindowTitle("Bostøtte")
        self.setAccessibleName("Bostøtte")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.resize(960, 720)
        if has_data(places):
            self._show_unlock()
        else:
            self._show_first_start()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first painting, make ready what the person will need in a moment."""
        super().paintEvent(event)
        if not self._settled:
            self._settled = True
            QTimer.singleShot(0, self, self._settle)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of a file that was made but not yet handed over."""
        self._closed = True
        if self._waiting is not None:
            self._waiting.close()
            self._waiting = None
        super().closeEvent(event)

    # --- the pages ---

    def _show(self, page: EntryPage) -> None:
        """Show a page, and let the one before it go with everything typed there."""
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def _show_first_start(self) -> None:
        from bostoette.ui.entry.first_start_page import FirstStartPage

        page = FirstStartPage(self._theme, shared=self._shared is not None)
        page.answered.connect(lambda answers, passphrase: self._begin(page, answers, passphrase))
        page.demo_asked.connect(self.demo_asked)
        self._show(page)

    def _show_unlock(self) -> None:
        page = UnlockPage(
            self._theme,
            people_here(self.places),
            example=not self.places.is_example,
            last=self._settings.last_person,
            discreet=self._settings.discreet,
            elsewhere=self._words_elsewhere(),
        )
        page.unlock_asked.connect(lambda passphrase: self._coming_in().unlock(page, passphrase))
        page.forgotten.connect(lambda: self._recovering().begin())
        page.demo_asked.connect(self.demo_asked)
        page.elsewhere_asked.connect(self._go_elsewhere)
        self._show(page)
        if self._settled:
            self._look(page)

    # --- one's own data, and those that are shared ---

    def _words_elsewhere(self) -> str:
        """Say where else on this computer this account's person may belong; empty if nowhere."""
        if self._shared is None:
            return ""
        if self.places == self._shared:
            return "Er du ny her?"
        return "Åbn de fælles data" if shared_data_there(self._shared) else ""

    def _go_elsewhere(self) -> None:
        assert self._shared is not None  # noqa: S101 - nothing was offered otherwise
        if self.places != self._shared:
            self._begin_in(self._shared)
            return
        from bostoette.ui.entry.new_here_page import NewHerePage

        page = NewHerePage(self._theme)
        page.left.connect(self._show_unlock)
        page.own_asked.connect(lambda: self._begin_in(self._own))
        self._show(page)

    def _begin_in(self, places: "Places") -> None:
        """Begin anew in other places: unlock what is there, or make the first data."""
        self.places = places
        self._comes_in = self._recovers = None
        if has_data(places):
            self._show_unlock()
        else:
            self._show_first_start()

    # --- making ready ---

    def _settle(self) -> None:
        page = self.page
        if isinstance(page, UnlockPage):
            self._look(page)
        else:
            self._warm_up()

    def _warm_up(self) -> None:
        beside(self, _load_libraries, lambda _: None, self._never_refused)

    def _look(self, page: UnlockPage) -> None:
        places, ask = self.places, self._ask

        def see() -> "Threshold":
            from bostoette.services import unlocking

            return unlocking.threshold(places, ask=ask)

        def refused(error: PlanError) -> None:
            page.say_error(error)
            self._warm_up()

        beside(page, see, lambda seen: self._step_in(page, seen), refused)

    def _step_in(self, page: UnlockPage, seen: "Threshold") -> None:
        if page.working:
            return
        if seen.key_store:
            page.offer_to_remember(remembered=seen.remembered, whose=seen.whose)
        if seen.unlocked is not None:
            self.recognised.emit(seen.unlocked)
            if not self._closed:
                self.open(seen.unlocked)
        else:
            self._warm_up()

    def _never_refused(self, error: PlanError) -> None:
        raise error

    # --- coming in ---

    def open(self, unlocked: "Unlocked") -> None:
        """Open the data for somebody who has come in, or wait until they are free."""
        page = self.page
        assert isinstance(page, UnlockPage)  # noqa: S101 - the first page shown
        page.show_working("Åbner …")
        self._coming_in().open(page, unlocked)

    def _coming_in(self) -> "ComingIn":
        from bostoette.ui.entry.coming_in import ComingIn

        if self._comes_in is None:
            self._comes_in = ComingIn(
                self,
                self.places,
                self._now,
                self._theme,
                minutes=self._settings.lock_minutes,
                show=self._show,
                opened=self._hand_over,
            )
            self._comes_in.key_missing.connect(
                lambda page, passphrase: self._recovering().make_seen_key(page, passphrase)
            )
            self._comes_in.left.connect(self._show_unlock)
        return self._comes_in

    def _recovering(self) -> "Recovering":
        from bostoette.ui.entry.recovering import Recovering

        if self._recovers is None:
            self._recovers = Recovering(self, self.places, self._now, self._theme, self._show)
            self._recovers.left.connect(self._show_unlock)
            self._recovers.came_in.connect(
                lambda page, unlocked: self._coming_in().open(page, unlocked)
            )
        return self._recovers

    def _hand_over(self, opened: "OpenFile") -> None:
        if self._closed:
            opened.close()
            return
        self._waiting = None
        self.opened.emit(opened)

    # --- the first start ---

    def _begin(self, page: "FirstStartPage", answers: "FirstAnswers", passphrase: str) -> None:
        from bostoette.services import unlocking

        if self._shared is not None:
            if answers.together and shared_data_there(self._shared):
                self._begin_in(self._shared)  # somebody was first
                return
            self.places = self._shared if answers.together else self._own
        places, now = self.places, self._now
        page.show_working("Gør klar …")

        def refused(error: PlanError) -> None:
            page.show_working("")
            page.say_error(error)

        beside(
            self,
            lambda: unlocking.begin(places, passphrase, answers, now),
            lambda made: self._show_first_key(*made),
            refused,
        )

    def _show_first_key(self, opened: "OpenFile", key: "RecoveryKey") -> None:
        if self._closed:
            opened.close()
            return
        from bostoette.services import unlocking
        from bostoette.ui.entry.recovery_key_page import RecoveryKeyPage

        self._waiting = opened
        unlocking.await_proof(opened.places)
        page = RecoveryKeyPage(self._theme, key, self._now)

        def proved() -> None:
            page.show_working("Åbner …")
            unlocking.prove(opened.places)
            self._hand_over(opened)

        page.confirmed.connect(proved)
        self._show(page)


def _load_libraries() -> None:
    from bostoette.services import unlocking

    unlocking.warm_up()
