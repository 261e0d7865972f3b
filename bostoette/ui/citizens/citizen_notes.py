"""A citizen's notes on her page: in a tab of their own, what is new, and that they were read."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bostoette.models.key import Key
from bostoette.ui.citizens.citizen_card import CitizenCard
from bostoette.ui.citizens.citizen_facts import Shown

LOOKED_MS = 1000
"""Notes that were in sight for so long count as read."""


class CitizenNotes(QObject):
    """Fills the tab and counts what is new; what is asked for is opened by whoever assembled it."""

    note_asked = Signal(object, object)
    """Write or read the note of a contact and a citizen, by their keys."""
    news_asked = Signal(object)
    """Show what is new on the citizen with this key."""
    was_read = Signal(object)
    """Notes on the citizen with this key were in sight."""

    def __init__(self, page: QWidget, card: CitizenCard) -> None:
        super().__init__(page)
        self._page, self._card = page, card
        self._citizen: Key | None = None
        self._looked = QTimer(self)
        self._looked.setSingleShot(True)
        self._looked.setInterval(LOOKED_MS)
        self._looked.timeout.connect(self._was_read)
        for timeline in (card.timeline, card.notes):
            timeline.note_asked.connect(self._ask_note)
        card.notes.opened.connect(self._ask_note)
        card.timeline.news_asked.connect(lambda: self.news_asked.emit(self._citizen))

    def show_citizen(self, shown: Shown, noted: int, news: int) -> None:
        """Show a citizen's notes: the contacts that have one, and how much is new."""
        self._citizen = shown.page.details.id
        self._card.show_notes(shown, noted)
        self._card.timeline.show_news(news)
        self._looked.stop()
        if noted:
            self._looked.start()

    def _ask_note(self, contact: Key) -> None:
        self.note_asked.emit(contact, self._citizen)

    def _was_read(self) -> None:
        if self._page.isVisible() and self._citizen is not None:
            self.was_read.emit(self._citizen)
