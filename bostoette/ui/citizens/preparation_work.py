"""Hands to the desk what is done on the way to contacts at a distance: steps, wishes, the pause."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.remote_kinds import StartStep
from bostoette.services import form_wishes, video_startup
from bostoette.services.desk import Desk
from bostoette.ui.citizens.video_startup_card import VideoStartupCard
from bostoette.ui.citizens.wishes_card import WishesCard


class PreparationWork(QObject):
    """Acts on the citizen who is shown; the page reads anew by itself."""

    def __init__(
        self,
        parent: QObject,
        desk: Desk,
        today: Callable[[], date],
        current: Callable[[], Key | None],
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._today = today
        self._current = current

    def attach(self, package: VideoStartupCard, wishes: WishesCard) -> None:
        """Carry out what the two cards ask for."""
        package.ticked.connect(self._tick)
        package.ready_asked.connect(self._mark_ready)
        package.resume_asked.connect(self._resume)
        package.visit_asked.connect(self._take_along)
        package.off_asked.connect(self._take_off)
        wishes.asked.connect(self._ask)

    def _tick(self, step: StartStep, number: int, done: bool) -> None:  # noqa: FBT001 - a signal's value
        if (citizen := self._current()) is not None:
            self._desk.do(
                video_startup.tick_step,
                citizen,
                step,
                number,
                done=done,
                by=self._desk.actor_id,
                today=self._today(),
            )

    def _mark_ready(self) -> None:
        if (citizen := self._current()) is not None:
            self._desk.do(video_startup.mark_ready, citizen, self._today())

    def _resume(self) -> None:
        if (citizen := self._current()) is not None:
            self._desk.do(video_startup.resume_video, citizen, self._today())

    def _take_along(self, visit: Key) -> None:
        if (citizen := self._current()) is not None:
            self._desk.do(video_startup.take_along, citizen, visit, self._today())

    def _take_off(self, visit: Key) -> None:
        if (citizen := self._current()) is not None:
            self._desk.do(video_startup.take_off, citizen, visit, self._today())

    def _ask(self, form: ContactForm, wish: FormWish) -> None:
        if (citizen := self._current()) is not None:
            self._desk.do(
                form_wishes.ask,
                citizen,
                form,
                wish,
                by=self._desk.actor_id,
                today=self._today(),
            )
