"""The number at *Notater* on the rail: held contacts that the worker has not noted yet."""

from datetime import UTC
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer

from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.note import Note
from bostoette.services import waiting_notes
from bostoette.services.desk import Changes, Desk
from bostoette.ui.desk_news import DeskNews
from bostoette.ui.main_window import MainWindow

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_COUNTED = (Contact, ContactCitizen, ContactWorker, Note)


class MissingCount(QObject):
    """Counts at first and after each change, once the window has nothing else to do."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.count)
        DeskNews(desk, self).changed.connect(self._follow)
        self.count()

    def count(self) -> None:
        """Count now, and show it."""
        moment = self._window.now().replace(tzinfo=COPENHAGEN).astimezone(UTC)
        missing = self._desk.read(waiting_notes.missing_count, self._desk.actor_id, moment)
        self._window.rail.show_count("notes", missing, f"{missing} mangler et notat")

    def _follow(self, changes: Changes) -> None:
        if changes.touch(*_COUNTED) and not changes.by_program:  # it makes what is to come
            self._soon.start()
