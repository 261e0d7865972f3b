"""The way from the week to a contact's note: its key, its button, and what was said last time."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer

from bostoette.models.key import Key
from bostoette.models.panel_contact import PanelContact
from bostoette.services import citizen_news
from bostoette.services.desk import Desk
from bostoette.ui.page_action import give_action
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.contact_panel_work import ContactPanelWork
from bostoette.ui.week.since_last import SinceLastLines
from bostoette.ui.week.week_actions import NONE_CHOSEN
from bostoette.ui.week.week_page import WeekPage

if TYPE_CHECKING:
    from bostoette.ui.notes.note_work import NoteWork

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
LOOKED_MS = 1000
"""Notes that were in sight for so long count as read."""


class NoteInWeek(QObject):
    """Shows in the panel what the last note said, and opens the note that is asked for."""

    def __init__(
        self,
        page: WeekPage,
        panel_work: ContactPanelWork,
        desk: Desk,
        work: Callable[[], "NoteWork"],
        *,
        say: Callable[[str], None],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._work = work
        self._say = say
        self._now = now
        self.panel: ContactPanel = panel_work.panel
        self.lines = SinceLastLines(self.panel.since)
        self.panel.since.column.addWidget(self.lines)
        self._looked = QTimer(self)
        self._looked.setSingleShot(True)
        self._looked.setInterval(LOOKED_MS)
        self._looked.timeout.connect(self._note_reading)
        self.panel.shown_changed.connect(self._show)
        self.lines.news_asked.connect(self._open_news)
        panel_work.note_asked.connect(self._open)
        give_action(page, "Skriv notat", self._open_chosen, "Ctrl+Return", "Ctrl+Enter")
        self._show(self.panel.contact)

    def _show(self, shown: PanelContact | None) -> None:
        self._looked.stop()
        if shown is None:
            return
        found = self._desk.read(
            citizen_news.since_last, shown.id, self._desk.actor_id, self._moment()
        )
        now = self._now()
        due = (shown.span.day, shown.span.start) <= (now.date(), now.hour * 60 + now.minute)
        self.panel.foot.offer_contact(
            shown.status,
            shown.form,
            due=due,
            noted=found.noted,
            noteless=found.noteless,
            alone=not shown.citizens,
        )
        self.lines.show_last(found, self.panel.naming)
        self.panel.since.setVisible(shown.last_held is not None or self.lines.says_something)
        self.panel.since.stops.set_stops([self.lines.news])
        if found.last is not None:
            self._looked.start()

    def _note_reading(self) -> None:
        shown = self.panel.contact
        if shown is not None and shown.citizens and self.panel.isVisible():
            self._work().note_reading(shown.citizens[0].id)

    def _open_news(self) -> None:
        shown = self.panel.contact
        if shown is not None:
            self._work().show_news(shown.citizens[0].id)

    def _open_chosen(self) -> None:
        key = self._page.grid.chosen_key()
        if key is not None and any(one.id == key for one in self._page.shown.contacts):
            self._open(key)
        else:
            self._say(NONE_CHOSEN)

    def _open(self, contact: Key) -> None:
        self._work().of_contact(contact)

    def _moment(self) -> datetime:
        return self._now().replace(tzinfo=COPENHAGEN).astimezone(UTC)
