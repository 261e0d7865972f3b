"""Shows in the panel what goes with a contact at a distance, and hands to the desk what is done."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject

from bostoette.models.contact import ContactCheck, TechLog
from bostoette.models.key import Key
from bostoette.models.note import CitizenSummary
from bostoette.models.panel_contact import PanelContact
from bostoette.models.remote_contact import RemoteContact
from bostoette.models.remote_kinds import CheckPoint, TechOutcome, TechPart
from bostoette.models.remote_start import PreparationStep, VideoPause
from bostoette.models.team_sheet import SheetChangeRow
from bostoette.services import remote_contact
from bostoette.services.desk import Changes, Desk
from bostoette.ui.background import beside_in_steps
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.remote_view import RemoteView
from bostoette.ui.week.week_page import WeekPage

_KINDS = (ContactCheck, TechLog, PreparationStep, SheetChangeRow, VideoPause, CitizenSummary)


class RemoteWork(QObject):
    """Reads anew whenever the panel shows a contact, or somebody ticked something."""

    def __init__(
        self,
        page: WeekPage,
        panel: ContactPanel,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(panel)
        self._page = page
        self._panel = panel
        self._desk = desk
        self._now = now
        self._shown: Key | None = None
        self.view = RemoteView(theme, panel)
        panel.remote_place.hold(self.view)
        panel.shown_changed.connect(self.show)
        page.data_changed.connect(self._on_changes)
        self.view.checks.ticked.connect(self._tick)
        self.view.tech.noted.connect(self._note_tech)
        self.view.superuser_asked.connect(self._take_superuser)
        self.view.alone_asked.connect(self._leave_superuser)

    def show(self, shown: PanelContact | None) -> None:
        """Show what goes with a contact at a distance, and nothing with others."""
        self._tell(self._found(shown, self._now().date()))

    def begin(self) -> Iterator[None]:
        """Show what goes with the contact in the panel, read beside the window."""
        shown = self._panel.contact
        found = yield from beside_in_steps(partial(self._found, shown, self._now().date()))
        if self._panel.contact is shown:
            self._tell(found)

    def _found(self, shown: PanelContact | None, today: date) -> RemoteContact | None:
        if shown is None:
            return None
        return self._desk.read(remote_contact.remote_of, shown.id, today)

    def _tell(self, found: RemoteContact | None) -> None:
        self._shown = None if found is None else found.id
        if found is not None:
            hidden = self._panel.naming.hidden(found.instead)  # a number, and what was typed
            self.view.show_contact(replace(found, instead=hidden))
        self._panel.remote_place.setVisible(found is not None)

    def _on_changes(self, changes: Changes) -> None:
        if changes.touch(*_KINDS):
            # the advice follows
            self._panel.tell_again({one.id for one in self._page.shown.contacts})

    def _tick(self, point: CheckPoint, done: bool) -> None:  # noqa: FBT001 - a signal's value
        if self._shown is not None:
            self._desk.do(
                remote_contact.tick,
                self._shown,
                point,
                done=done,
                by=self._desk.actor_id,
                today=self._now().date(),
            )

    def _note_tech(self, outcome: TechOutcome, part: TechPart | None) -> None:
        if self._shown is not None:
            self._desk.do(
                remote_contact.note_tech,
                self._shown,
                outcome,
                part,
                by=self._desk.actor_id,
                today=self._now().date(),
            )

    def _take_superuser(self, worker: Key) -> None:
        if self._shown is not None:
            self._desk.do(remote_contact.take_superuser, self._shown, worker)

    def _leave_superuser(self) -> None:
        if self._shown is not None:
            self._desk.do(remote_contact.leave_superuser, self._shown)
