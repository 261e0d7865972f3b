"""What happens around the week page: the dialogs it opens, and what they give to the desk."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMessageBox

from bostoette.models.contact_fields import ContactDetails
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.planning.week_check import WeekSentence
from bostoette.services import contacts, lists
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.cancel_dialog import CancelDialog
from bostoette.ui.week.contact_dialog import ContactDialog, ContactWish
from bostoette.ui.week.contact_draft import ContactDraft
from bostoette.ui.week.week_page import WeekPage

MORNING = 9 * 60
USUAL_MINUTES = 60
NEW_CONTACT = "new contact"
CONTACT = "contact"


class WeekWork(QObject):
    """Opens what the week page asks for."""

    def __init__(
        self,
        page: WeekPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        naming: Callable[[], Naming],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._theme = theme
        self._now = now
        self._naming = naming
        page.new_asked.connect(self.plan_new)
        page.edit_asked.connect(self.open)
        page.delete_asked.connect(self.delete)
        page.look_asked.connect(self._read_sentences)

    def plan_new(self, span: TimeSpan | None = None, letters: str = "", citizen: Key = b"") -> None:
        """Ask for a new contact, at the span or on the first free morning of the week shown."""
        me = self._desk.actor_id
        dialog = self._dialog()
        dialog.begin(span or self._usual_span(), self._page.workers[0], letters, citizen)
        again = partial(self.plan_new, span, letters, citizen)
        draft = ContactDraft(dialog, self._desk, DraftOf(NEW_CONTACT, me, me), again)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            key = self._desk.do(contacts.create, dialog.fields(), draft.of)
            self._page.grid.choose(key)
        dialog.deleteLater()

    def open(self, key: Key) -> None:
        """Open a contact of the week."""
        if not self._is_contact(key):
            return
        details = self._desk.read(contacts.details, key)
        dialog = self._dialog()
        dialog.show_contact(details)
        of = DraftOf(CONTACT, key, self._desk.actor_id)
        ContactDraft(dialog, self._desk, of, partial(self.open, key))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._carry_out(dialog, details, of)
        dialog.deleteLater()

    def delete(self, key: Key) -> None:
        """Delete a contact nobody counts on; otherwise ask how it is called off."""
        if not self._is_contact(key):
            return
        if self._desk.read(contacts.may_delete, key):
            self._desk.do(contacts.delete, key)
        else:
            self.call_off(key)

    def call_off(self, key: Key) -> None:
        """Ask how a contact came to nothing."""
        shown = next(one for one in self._page.shown.contacts if one.id == key)
        dialog = CancelDialog(shown.initials or "hotline", self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._desk.do(contacts.cancel, key, dialog.status, dialog.reason)
        dialog.deleteLater()

    def _carry_out(self, dialog: ContactDialog, details: ContactDetails, of: DraftOf) -> None:
        key = details.id
        match dialog.wish:
            case ContactWish.SAVE:
                self._desk.do(contacts.change, key, details.version, dialog.fields(), of)
            case ContactWish.HOLD:
                self._desk.do(contacts.hold, key)
            case ContactWish.PLAN_AGAIN:
                self._desk.do(contacts.plan_again, key)
            case ContactWish.CALL_OFF:
                self.call_off(key)
            case ContactWish.DELETE:
                self.delete(key)

    def _read_sentences(self, said: tuple[WeekSentence, ...]) -> None:
        box = QMessageBox(self._page)
        box.setWindowTitle("Se på")
        box.setText("\n\n".join(f"• {sentence.text}" for sentence in said))
        box.addButton("Luk", QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def _is_contact(self, key: Key) -> bool:
        return any(contact.id == key for contact in self._page.shown.contacts)

    def _usual_span(self) -> TimeSpan:
        week, today = self._page.week, self._now().date()
        return TimeSpan(today if today in week.days else week.monday, MORNING, USUAL_MINUTES)

    def _dialog(self) -> ContactDialog:
        choices = self._desk.read(lists.contact_choices)
        return ContactDialog(self._theme, choices, self._now().date(), self._naming(), self._page)
