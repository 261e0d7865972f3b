"""Shows a meeting in the panel, and hands to the desk what is done at it (P74)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from bostoette.models.attendance import MeetingDuty
from bostoette.models.contact import (
    ContactCitizen,
    ContactParticipant,
    ContactWorker,
    MeetingTick,
)
from bostoette.models.key import Key
from bostoette.models.meeting import Seat
from bostoette.models.panel_contact import PanelContact
from bostoette.services import meetings
from bostoette.services.desk import Changes, Desk
from bostoette.ui.main_window import MainWindow
from bostoette.ui.together.meeting_view import MeetingView
from bostoette.ui.together.together_parts import TogetherParts
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.week_page import WeekPage

_KINDS = (MeetingTick, ContactCitizen, ContactParticipant, ContactWorker)


class MeetingWork(QObject):
    """Reads anew whenever the panel shows a contact, or somebody did something at a meeting."""

    def __init__(
        self,
        page: WeekPage,
        panel: ContactPanel,
        parts: TogetherParts,
        desk: Desk,
        window: MainWindow,
    ) -> None:
        super().__init__(panel)
        self._panel, self._parts, self._desk = panel, parts, desk
        self._now: Callable[[], datetime] = window.now
        self._shown: Key | None = None
        self.view = MeetingView(window.theme, panel)
        parts.hold(self.view)
        self.view.present_asked.connect(self._present)
        self.view.duty_asked.connect(self._duty)
        self.view.earlier_asked.connect(self._earlier)
        self.view.ticked.connect(self._tick)
        panel.shown_changed.connect(self._show)
        page.data_changed.connect(self._on_changes)
        self._show(panel.contact)

    def _show(self, shown: PanelContact | None) -> None:
        self._shown = None if shown is None else shown.id
        found = None if shown is None else self._desk.read(meetings.meeting_of, shown.id)
        if found is not None:
            self.view.show_meeting(found, self._panel.naming)
        self._parts.show_part(self.view, on=found is not None)

    def _on_changes(self, changes: Changes) -> None:
        if changes.touch(*_KINDS):
            self._show(self._panel.contact)

    def _present(self, seat: Seat, here: bool) -> None:  # noqa: FBT001 - a signal's value
        if self._shown is not None:
            self._desk.do(meetings.note_present, self._shown, seat.of, seat.key, here=here)

    def _duty(self, seat: Seat, duty: MeetingDuty) -> None:
        if self._shown is not None:
            self._desk.do(meetings.give_duty, self._shown, seat.of, seat.key, duty)

    def _earlier(self, seat: Seat) -> None:
        if self._shown is not None:
            self._desk.do(meetings.talk_earlier, self._shown, seat.of, seat.key)

    def _tick(self, point: str, done: bool) -> None:  # noqa: FBT001 - a signal's value
        if self._shown is not None:
            me, today = self._desk.actor_id, self._now().date()
            self._desk.do(meetings.tick, self._shown, point, done=done, by=me, today=today)
