"""Keeps what stands in a form, half a second behind, so that lock and crash lose nothing.

A draft belongs to one thing by its key and to one person, and nothing else receives it.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer

from bostoette.models.wording import clock
from bostoette.services import drafts
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.typed_state import TypedState

BEHIND_MS = 500
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class FormDraft(QObject):
    """Looks at one form while it is open; ``read`` gives what stands in it."""

    def __init__(
        self, owner: QObject, desk: Desk, of: DraftOf, read: Callable[[], TypedState]
    ) -> None:
        super().__init__(owner)
        self.of = of
        self._desk = desk
        self._read = read
        self._seen = read()
        self._kept = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep_if_typed)
        self._timer.start(BEHIND_MS)

    def begin(self) -> None:
        """Begin anew with what stands in the form: the form stays open after a save."""
        self._seen = self._read()
        self._timer.start(BEHIND_MS)

    def take_up(self, put_back: Callable[[TypedState], None]) -> str:
        """Put back what was kept, if anything; return when that was: ``kl. 12.25``."""
        found = self._desk.read(drafts.find, self.of)
        if found is None:
            return ""
        put_back(found.fields)
        self._seen, self._kept = self._read(), True
        at = found.saved_at.astimezone(COPENHAGEN)
        return f"kl. {clock(at.hour * 60 + at.minute)}"

    def keep_if_typed(self) -> None:
        """Keep what was typed since the last time, if anything."""
        now = self._read()
        if now != self._seen:
            self._seen, self._kept = now, True
            self._desk.do(drafts.keep, self.of, now, datetime.now(UTC))

    def forget(self) -> None:
        """Let the draft go: it was saved, or thrown away."""
        self._timer.stop()
        if self._kept:
            self._kept = False
            self._desk.do(drafts.forget, self.of)


def has_draft(desk: Desk, of: DraftOf) -> bool:
    """Tell whether something half-written is kept."""
    return desk.read(drafts.find, of) is not None
