"""Keeps what is typed in a contact form, half a second behind, bound to its contact (trap 11)."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from bostoette.models.wording import clock
from bostoette.services import drafts
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.week.contact_dialog import ContactDialog

BEHIND_MS = 500


class ContactDraft(QObject):
    """Follows one dialog while it is open."""

    def __init__(
        self,
        dialog: ContactDialog,
        desk: Desk,
        of: DraftOf,
        begin_anew: Callable[[], None],
    ) -> None:
        super().__init__(dialog)
        self.of = of
        self._dialog = dialog
        self._desk = desk
        self._begin_anew = begin_anew
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        self._put_back()
        dialog.watch_typing()
        dialog.typed.connect(lambda: self._timer.start(BEHIND_MS))
        dialog.fresh_asked.connect(self._throw_away)
        dialog.rejected.connect(self.keep_if_typed)
        dialog.accepted.connect(self.keep_if_typed)  # a save that is refused leaves the draft

    def keep(self) -> None:
        """Keep what is typed now."""
        self._timer.stop()
        self._desk.do(drafts.keep, self.of, self._dialog.draft(), datetime.now(UTC))

    def keep_if_typed(self) -> None:
        """Keep what was typed since the last time, if anything."""
        if self._timer.isActive():
            self.keep()

    def _put_back(self) -> None:
        found = self._desk.read(drafts.find, self.of)
        if found is not None:
            at = found.saved_at.astimezone()
            self._dialog.take_draft(found.fields, f"kl. {clock(at.hour * 60 + at.minute)}")

    def _throw_away(self) -> None:
        self._desk.do(drafts.forget, self.of)
        self._timer.stop()
        self._dialog.reject()
        self._begin_anew()
