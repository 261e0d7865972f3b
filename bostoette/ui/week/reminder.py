"""A quiet reminder before the next contact or the leaving for it: a sentence, and no sound."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from bostoette.planning.next_contact import NextContact, reminder_said
from bostoette.ui import icons
from bostoette.ui.theme import Theme

SHOWN_MS = 10_000


class Reminder(QObject):
    """Says once for each contact and time that it comes soon, where the person wants that."""

    def __init__(self, tell: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._told: set[tuple[bytes, int]] = set()

    def look(
        self, coming: NextContact | None, now: datetime, wanted_minutes: int, *, discreet: bool
    ) -> None:
        """Say what comes within the minutes; with 0 wanted minutes nothing is said."""
        if coming is None or not 0 < coming.minutes_until(now) <= wanted_minutes:
            return
        told = (coming.contact.id, coming.moment)
        if told not in self._told:
            self._told.add(told)
            self._tell(reminder_said(coming, now, discreet=discreet))


class QuietNotice(QObject):
    """Shows a sentence in the window, or by the desktop while the window is not in use."""

    def __init__(
        self, theme: Theme, window: QWidget, say_inside: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        self._say_inside = say_inside
        self._icon: QSystemTrayIcon | None = None
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.timeout.connect(self._put_away)

    def show(self, sentence: str) -> None:
        """Show the sentence."""
        self._say_inside(sentence)
        if self._window.isActiveWindow() or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        mark = icons.icon("calendar", self._theme.tokens.accent)
        if self._icon is None:
            self._icon = QSystemTrayIcon(mark, self)
        self._icon.show()
        self._icon.showMessage("Bostøtte", sentence, mark, SHOWN_MS)
        self._gone.start(SHOWN_MS)

    def _put_away(self) -> None:
        if self._icon is not None:
            self._icon.hide()
