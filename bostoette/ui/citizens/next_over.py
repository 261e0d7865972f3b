"""NextOver tells when what the list calls the next contact is over, so that it is read anew."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer

from bostoette.models.citizen_fields import ListedCitizen

_SECOND = timedelta(seconds=1)


class NextOver(QTimer):
    """Runs out when the first of today's next contacts ends; with none it does not run."""

    def __init__(self, parent: QObject, now: Callable[[], datetime]) -> None:
        super().__init__(parent)
        self._now = now
        self.setSingleShot(True)

    def minute_now(self) -> int:
        """Return the time of day, in minutes after midnight."""
        now = self._now()
        return now.hour * 60 + now.minute

    def watch(self, citizens: Iterable[ListedCitizen]) -> None:
        """Wait for these instead."""
        now = self._now()
        ends = [one.next_end for one in citizens if one.next_day == now.date() and one.next_end]
        if not ends:
            self.stop()
            return
        midnight = datetime.combine(now.date(), datetime.min.time())
        left = midnight + timedelta(minutes=min(ends)) - now
        self.start(int(max(left, _SECOND) / timedelta(milliseconds=1)))
