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
from bostoette.services.data_there import has_data, people_here
from bostoette.ui.background import beside
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.unlock_page import UnlockPage
from bostoette.ui.theme import Theme

if TYPE_CHECKING:
    from bostoette.models.recovery_key import RecoveryKey
    from bostoette.services.first_answers import FirstAnswers
    from bostoette.services.program_file import OpenFile
    from bostoette.services.recovery import Recovered, Renewal
    from bostoette.services.unlocking import Places, Threshold, Unlocked
    from bostoette.ui.entry.coming_in import ComingIn
    from bostoette.ui.entry.first_start_page import FirstStartPage
    from bostoette.ui.entry.forgotten_page import ForgottenPage
    from bostoette.ui.entry.recovery_key_page import RecoveryKeyPage


_PRESET = MachineSettings()


class EntryWindow(QWidget):
    """Leads from the start of the program to an open file.

    ``ask`` asks for the passphrase although this machine remembers: after *Lås*.
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
    ) -> None:
        super().__init__()
        self._places = places
        self._settings = settings
        self._comes_in: ComingIn | None = None
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

        page = FirstStartPage(self._theme)
        page.answered.connect(lambda answers, passphrase: self._begin(page, answers, passphrase))
        page.demo_asked.connect(self.demo_asked)
        self._show(page)

    def _show_unlock(self) -> None:
        page = UnlockPage(
            self._theme,
            people_here(self._places),
            example=not self._places.is_example,
            last=self._settings.last_person,
            discreet=self._settings.discreet,
        )
        page.unlock_asked.connect(lambda passphrase: self._coming_in().unlock(page, passphrase))
        page.forgotten.connect(self._show_forgotten)
        page.demo_asked.connect(self.demo_asked)
        self._show(page)
        if self._settled:
            self._look(page)

    def _show_forgotten(self) -> None:
        from bostoette.ui.entry.forgotten_page import ForgottenPage

        page = ForgottenPage(self._theme)
        page.key_typed.connect(lambda typed: self._recover(page, typed))
        page.left.connect(self._show_unlock)
        self._show(page)

    def _show_recovery_key(
        self, key: "RecoveryKey", confirmed: Callable[["RecoveryKeyPage"], None]
    ) -> None:
        from bostoette.ui.entry.recovery_key_page import RecoveryKeyPage

        page = RecoveryKeyPage(self._theme, key, self._now)
        page.confirmed.connect(lambda: confirmed(page))
        self._show(page)

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
        places, ask = self._places, self._ask

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

    def _make_seen_key(self, page: UnlockPage, passphrase: str) -> None:
        """Show a new recovery key, as nobody has proved to have seen the first."""
        from bostoette.services import recovery

        places = self._places
        beside(
            page,
            lambda: recovery.new_recovery_key(places, passphrase),
            self._show_new_key,
            page.say_refused,
        )

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
                self._places,
                self._now,
                self._theme,
                minutes=self._settings.lock_minutes,
                show=self._show,
                opened=self._hand_over,
            )
            self._comes_in.key_missing.connect(self._make_seen_key)
            self._comes_in.left.connect(self._show_unlock)
        return self._comes_in

    def _hand_over(self, opened: "OpenFile") -> None:
        if self._closed:
            opened.close()
            return
        self._waiting = None
        self.opened.emit(opened)

    # --- the first start ---

    def _begin(self, page: "FirstStartPage", answers: "FirstAnswers", passphrase: str) -> None:
        from bostoette.services import unlocking

        places, now = self._places, self._now
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

        self._waiting = opened
        unlocking.await_proof(self._places)

        def proved(page: "RecoveryKeyPage") -> None:
            page.show_working("Åbner …")
            unlocking.prove(self._places)
            self._hand_over(opened)

        self._show_recovery_key(key, proved)

    # --- the passphrase is forgotten ---

    def _recover(self, page: "ForgottenPage", typed: str) -> None:
        from bostoette.services import recovery

        places = self._places
        page.show_working("Prøver nøglen …")

        def recovered(found: "Recovered") -> None:
            page.passphrase_chosen.connect(
                lambda passphrase, slot_id: self._renew(page, found, passphrase, slot_id)
            )
            page.ask_for_passphrase(found)

        beside(page, lambda: recovery.recover(places, typed), recovered, page.say_refused)

    def _renew(
        self, page: "ForgottenPage", found: "Recovered", passphrase: str, slot_id: str
    ) -> None:
        from bostoette.services import recovery

        page.show_working("Låser op …")
        beside(
            page,
            lambda: recovery.renew(found, passphrase, slot_id or None),
            self._show_new_key,
            page.say_refused,
        )

    def _show_new_key(self, renewal: "Renewal") -> None:
        self._show_recovery_key(renewal.recovery_key, lambda page: self._keep(page, renewal))

    def _keep(self, page: "RecoveryKeyPage", renewal: "Renewal") -> None:
        from bostoette.services import recovery

        places = self._places
        page.show_working("Gemmer …")
        beside(
            page,
            lambda: recovery.keep(places, renewal),
            lambda unlocked: self._coming_in().open(page, unlocked),
            page.say_refused,
        )


def _load_libraries() -> None:
    from bostoette.services import unlocking

    unlocking.warm_up()
