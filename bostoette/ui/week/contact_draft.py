"""Keeps what is typed in a contact form, half a second behind, bound to its contact.

Esc, a lock and a crash leave it for the next time; *Annullér* asks whether it is thrown away.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer

from bostoette.models.wording import clock
from bostoette.services import drafts
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.leaving_form import ask_whether_it_may_go, say_it_is_kept
from bostoette.ui.week.contact_dialog import ContactDialog

BEHIND_MS = 500
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


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
        self.taken_up = self._kept = self._put_back()
        self._began = dialog.draft()
        dialog.watch_typing()
        dialog.typed.connect(lambda: self._timer.start(BEHIND_MS))
        dialog.fresh_asked.connect(self._begin_afresh)
        dialog.cancel_asked.connect(self.cancel)
        dialog.rejected.connect(self._keep_for_the_next_time)
        dialog.accepted.connect(self.keep_if_typed)  # a save that is refused leaves the draft

    def settle(self) -> None:
        """Take what stands in the form now as what was proposed, not typed."""
        self._timer.stop()
        self._began = self._dialog.draft()

    def keep(self) -> None:
        """Keep what is typed now."""
        self._timer.stop()
        self._kept = True
        self._desk.do(drafts.keep, self.of, self._dialog.draft(), datetime.now(UTC))

    def keep_if_typed(self) -> None:
        """Keep what was typed since the last time, if anything."""
        if self._timer.isActive():
            self.keep()

    def _keep_for_the_next_time(self) -> None:
        """Keep what was typed, and say so where there is anything."""
        if not self.taken_up and self._dialog.draft() == self._began:
            self._forget()
        self.keep_if_typed()
        if self._kept:
            say_it_is_kept(self._dialog)

    def cancel(self) -> None:
        """Close the form; where something was typed, ask first whether it may go."""
        if self._kept or self._dialog.draft() != self._began:
            title = self._dialog.windowTitle()
            ask_whether_it_may_go(self._dialog, title, self._leave_without, self._dialog.reject)
        else:
            self._leave_without()

    def _leave_without(self) -> None:
        self._forget()
        self._dialog.reject()

    def _put_back(self) -> bool:
        found = self._desk.read(drafts.find, self.of)
        if found is not None:
            at = found.saved_at.astimezone(COPENHAGEN)
            self._dialog.take_draft(found.fields, f"kl. {clock(at.hour * 60 + at.minute)}")
        return found is not None

    def _forget(self) -> None:
        self._timer.stop()
        if self._kept:
            self._kept = False
            self._desk.do(drafts.forget, self.of)

    def _begin_afresh(self) -> None:
        self._leave_without()
        self._begin_anew()
