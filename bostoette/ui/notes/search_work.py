"""Puts the search into the notes page, asks the desk, and opens what was found."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject

from bostoette.models.citizen import Citizen
from bostoette.models.found_text import FoundDraft, FoundText, SearchAnswer, SearchLimits
from bostoette.models.worker import Worker
from bostoette.services import citizens, search
from bostoette.services.desk import Changes, Desk
from bostoette.ui.naming import Naming
from bostoette.ui.notes.notes_page import NotesPage
from bostoette.ui.notes.search_panel import SearchPanel
from bostoette.ui.theme import Theme


class SearchWork(QObject):
    """Belongs to the notes page; reads who can be chosen when the page is first seen."""

    def __init__(
        self,
        page: NotesPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        *,
        show: Callable[[FoundText | FoundDraft, str], None],
        naming: Naming,
    ) -> None:
        super().__init__(page)
        self._desk, self._naming = desk, naming
        self._stale = True
        self.panel = SearchPanel(theme, self._ask, now().date(), page)
        self.panel.installEventFilter(self)
        page.search_place.hold(self.panel)
        page.news.connect(self._hear)
        page.renamed.connect(self._rename)
        self.panel.opened.connect(show)

    def begin(self, typed: str, limits: SearchLimits | None = None) -> None:
        """Search for something that was asked for elsewhere."""
        self._offer()
        self.panel.begin(typed, limits)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read who can be chosen before it is seen."""
        if watched is self.panel and event.type() == QEvent.Type.Show:
            self._offer()
        return super().eventFilter(watched, event)

    def _ask(self, typed: str, limits: SearchLimits, after: int) -> SearchAnswer:
        return self._desk.look(search.find, typed, self._desk.actor_id, limits, after=after)

    def _offer(self) -> None:
        if not self._stale:
            return
        self._stale = False
        writing = self._desk.read(citizens.choices).workers
        self.panel.offer(self._desk.read(citizens.named), writing, self._naming)

    def _rename(self, naming: Naming) -> None:
        self._naming, self._stale = naming, True
        if self.panel.isVisible():
            self._offer()

    def _hear(self, changes: Changes) -> None:
        if changes.touch(Citizen, Worker):
            self._rename(self._naming)
        elif self.panel.isVisible():
            self.panel.search()
