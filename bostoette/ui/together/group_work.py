"""Shows in the panel who takes part in a contact, and hands to the desk what is noted of them."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from bostoette.models.attendance import Attendance
from bostoette.models.contact import ContactCitizen
from bostoette.models.key import Key
from bostoette.models.panel_contact import PanelContact
from bostoette.services import attendance
from bostoette.services.desk import Changes, Desk
from bostoette.ui.theme import Theme
from bostoette.ui.together.delivery_row import DeliveryRow
from bostoette.ui.together.group_view import GroupView
from bostoette.ui.together.together_parts import TogetherParts
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.week_page import WeekPage


class GroupWork(QObject):
    """Reads anew whenever the panel shows a contact, or somebody noted something."""

    def __init__(
        self, page: WeekPage, panel: ContactPanel, parts: TogetherParts, desk: Desk, theme: Theme
    ) -> None:
        super().__init__(panel)
        self._page = page
        self._panel, self._parts, self._desk = panel, parts, desk
        self._shown: Key | None = None
        self.group = GroupView(theme, panel)
        self.delivery = DeliveryRow(theme, panel)
        for view in (self.group, self.delivery):
            parts.hold(view)
        panel.shown_changed.connect(self._show)
        page.data_changed.connect(self._on_changes)
        self.group.attendance_asked.connect(self._note)
        self.group.consent_asked.connect(self._consent)
        self.delivery.asked.connect(self._deliver)
        self._show(panel.contact)

    def _show(self, shown: PanelContact | None) -> None:
        self._shown = None if shown is None else shown.id
        group = delivery = None
        if shown is not None:
            group = self._desk.read(attendance.group_of, shown.id)
            delivery = self._desk.read(attendance.delivery_said, shown.id)
        if group is not None:
            self.group.show_group(group, self._panel.naming)
        if delivery is not None:
            self.delivery.show_outcome(delivery)
        self._parts.show_part(self.group, on=group is not None)
        self._parts.show_part(self.delivery, on=delivery is not None)

    def _on_changes(self, changes: Changes) -> None:
        if changes.touch(ContactCitizen):
            self._panel.tell_again({one.id for one in self._page.shown.contacts})

    def _note(self, citizen: Key, answer: Attendance) -> None:
        self._do(attendance.note, citizen, answer)

    def _consent(self, citizen: Key, agreed: bool) -> None:  # noqa: FBT001 - a signal's value
        self._do(attendance.note_consent, citizen, agreed=agreed)

    def _deliver(self, seen: bool) -> None:  # noqa: FBT001 - a signal's value
        self._do(attendance.hold_delivery, seen=seen)

    def _do(self, act: Callable[..., None], *args: object, **more: object) -> None:
        """Do something, and show the contact as it is stored, also where it was refused."""
        if self._shown is None:
            return
        try:
            self._desk.do(act, self._shown, *args, **more)
        finally:
            self._show(self._panel.contact)
