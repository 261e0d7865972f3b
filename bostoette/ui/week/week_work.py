"""What happens around the week page: the dialogs it opens, and what they give to the desk."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from bostoette.models.contact_fields import ContactDetails, ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.mend import Mend, MendKind
from bostoette.models.series_change import Scope
from bostoette.models.timespan import TimeSpan
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.free_span import first_free_span
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services import contacts, drafts, form_choice, lists, mends
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.services.usual_time import usual_time
from bostoette.services.usual_video import links_used
from bostoette.ui.early_keys import ask
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.bridge_work import ask_for_bridge
from bostoette.ui.week.contact_advisor import ContactAdvisor
from bostoette.ui.week.contact_buttons import ContactWish
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.contact_draft import ContactDraft
from bostoette.ui.week.contact_foresight import ContactForesight
from bostoette.ui.week.form_asking import FormAsking
from bostoette.ui.week.look_list import LookList
from bostoette.ui.week.proposed_link import ProposedLink
from bostoette.ui.week.proposed_time import ProposedTime
from bostoette.ui.week.series_work import SeriesWork
from bostoette.ui.week.status_work import StatusWork
from bostoette.ui.week.week_changes import WeekChanges, follow
from bostoette.ui.week.week_page import WeekPage

MORNING = 9 * 60
USUAL_MINUTES = 60
AIR_MINUTES = 15
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
        asking = FormAsking(theme, page, naming)
        self._series = SeriesWork(page, desk, now, asking)
        self._status = StatusWork(page, desk, now)
        WeekChanges(page, desk, asking)
        page.new_asked.connect(self.plan_new)
        page.drawn_asked.connect(partial(self.plan_new, drawn=True))
        page.citizen_plan_asked.connect(lambda citizen: self.plan_new(citizen=citizen))
        page.visit_plan_asked.connect(self.plan_visit)
        page.edit_asked.connect(self.open)
        page.delete_asked.connect(self.delete)
        page.look_asked.connect(self._read_sentences)

    def plan_new(
        self,
        span: TimeSpan | None = None,
        letters: str = "",
        citizen: Key = b"",
        *,
        drawn: bool = False,
        form: ContactForm | None = None,
    ) -> None:
        """Ask for a new contact: at the span, at the slot cursor, or in the first free time.

        A ``drawn`` span keeps its length; otherwise purpose and form propose one. A ``form`` that
        is asked for stands, whatever the purpose proposes.
        """
        me = self._desk.actor_id
        slot = self._page.grid.slot
        if span is None and slot is not None and not citizen:
            span = slot.span()
        dialog, free = self._dialog(), self._usual_span()
        dialog.begin(span or free, self._page.planner, letters, citizen)
        again = partial(self.plan_new, span, letters, citizen, drawn=drawn, form=form)
        draft = ContactDraft(dialog, self._desk, DraftOf(NEW_CONTACT, me, me), again)
        dialog.keep_to(span, letters, citizen, drawn=drawn)
        dialog.look_ahead(ContactForesight(self._desk, self._now))
        dialog.advise(ContactAdvisor(self._desk))
        if form is not None:
            dialog.form.choose(form)
        if span is None and not draft.taken_up:
            ProposedTime(dialog, free, self._usual_time)
        ProposedLink(dialog, self._links_used, at_once=not draft.taken_up)
        draft.settle()
        dialog.repeat_asked.connect(partial(self._repeat, dialog, None))
        if ask(dialog):
            if dialog.wish is ContactWish.REPEATED:
                self._desk.do(drafts.forget, draft.of)
            else:
                key = self._desk.do(form_choice.create, dialog.fields(), draft.of)
                self._page.grid.choose(key)
                follow(self._page, key, dialog.fields().span)
        dialog.deleteLater()

    def _links_used(self, citizen: Key) -> dict[str | None, str]:
        return self._desk.read(links_used, citizen)

    def _usual_time(self, fields: ContactFields) -> TimeSpan | None:
        return self._desk.read(usual_time, fields, self._now())

    def plan_visit(self, citizen: Key) -> None:
        """Ask for a new visit to a citizen."""
        self.plan_new(citizen=citizen, form=ContactForm.PHYSICAL)

    def open(self, key: Key) -> None:
        """Open a contact of the week."""
        if not self._is_contact(key):
            return
        details = self._desk.read(contacts.details, key)
        dialog = self._dialog()
        dialog.show_contact(details)
        of = DraftOf(CONTACT, key, self._desk.actor_id)
        draft = ContactDraft(dialog, self._desk, of, partial(self.open, key))
        if details.status is ContactStatus.PLANNED:
            dialog.look_ahead(ContactForesight(self._desk, self._now, details))
            dialog.advise(ContactAdvisor(self._desk, details))
        draft.settle()
        dialog.repeat_asked.connect(partial(self._repeat, dialog, details))
        if ask(dialog):
            self._carry_out(dialog, details, of)
        dialog.deleteLater()

    def delete(self, key: Key) -> None:
        """Delete a contact nobody counts on; otherwise ask how it is called off."""
        if not self._is_contact(key):
            return
        in_series = self._in_series(key)
        if in_series and self._series.delete(key) is not Scope.THIS:
            return
        if not self._desk.read(contacts.may_delete, key):
            self._status.call_off(key)
        elif in_series:
            self._series.delete_one(key)
        else:
            self._desk.do(contacts.delete, key)

    def _carry_out(self, dialog: ContactDialog, details: ContactDetails, of: DraftOf) -> None:
        key = details.id
        match dialog.wish:
            case ContactWish.REPEATED:
                self._desk.do(drafts.forget, of)
            case ContactWish.SAVE if self._in_series(key):
                self._series.save(details, dialog.fields(), of)
            case ContactWish.SAVE:
                self._desk.do(form_choice.change, key, details.version, dialog.fields(), of)
                follow(self._page, key, dialog.fields().span)
            case ContactWish.HOLD:
                self._status.hold(key)
            case ContactWish.PLAN_AGAIN:
                self._desk.do(contacts.plan_again, key)
            case ContactWish.CALL_OFF:
                self._status.call_off(key)
            case ContactWish.DELETE:
                self.delete(key)

    def _repeat(
        self, dialog: ContactDialog, details: ContactDetails | None, fields: ContactFields
    ) -> None:
        if self._series.repeat(fields, details, dialog):
            dialog.leave_with(ContactWish.REPEATED)

    def _in_series(self, key: Key) -> bool:
        """Tell whether a contact is still planned and one of a series."""
        return any(
            one.id == key
            for one in self._page.shown.contacts
            if one.series_id is not None and one.status is ContactStatus.PLANNED
        )

    def _read_sentences(self, said: tuple[WeekSentence, ...]) -> None:
        if self._page.checked is None:
            return
        shown = LookList(self._theme, said, self._page.checked.rules, self._page, self._mend_for)
        shown.shown.connect(self._show_sentence)
        shown.mend_asked.connect(partial(self._mend, shown))
        shown.undo_asked.connect(partial(self._undo, shown))
        shown.finished.connect(shown.deleteLater)
        shown.exec()
        self._page.grid.setFocus()

    def _show_sentence(self, sentence: WeekSentence) -> None:
        if sentence.contacts:
            self._page.grid.choose(sentence.contacts[0])

    def _mend_for(self, sentence: WeekSentence) -> Mend | None:
        week = self._page.checked
        return None if week is None else self._desk.read(mends.mend_for, week, sentence)

    def _mend(self, shown: LookList, mend: Mend) -> None:
        """Do what was proposed, or open the form of a visit; show what is left to look at."""
        if mend.kind is MendKind.VISIT:
            shown.reject()
            self.plan_visit(mend.citizen_id)
            return
        if mend.kind is MendKind.BRIDGE:
            shown.reject()
            ask_for_bridge(self._page, self._desk, self._theme, mend.citizen_id, self._now())
            return
        self._page.grid.choose(self._desk.do(mends.carry_out, mend))
        shown.show_said(self._page.said)

    def _undo(self, shown: LookList) -> None:
        """Take the latest step back, and show what there is to look at then.

        The window does it: what its message offered to take back has been taken back.
        """
        self._page.undo_asked.emit()
        shown.show_said(self._page.said)

    def _is_contact(self, key: Key) -> bool:
        return any(contact.id == key for contact in self._page.shown.contacts)

    def _usual_span(self) -> TimeSpan:
        """Return the first free hour from today on in the week shown, else its first morning."""
        week, now = self._page.week, self._now()
        today = now.date()
        days = [day for day in week.days if day >= today] or list(week.days)
        shown = self._page.shown
        busy = [one.span for one in shown.contacts if one.status.takes_time]
        busy += [one.span for one in shown.appointments]
        hours = next(
            (one.hours for one in shown.workers if one.id == self._page.planner),
            WorkingHours.standard(),
        )
        if days[0] == today:
            busy.append(TimeSpan(today, 0, max(1, now.hour * 60 + now.minute)))
        free = first_free_span(days, hours, busy, USUAL_MINUTES, AIR_MINUTES)
        return free or TimeSpan(days[0], MORNING, USUAL_MINUTES)

    def _dialog(self) -> ContactDialog:
        choices = self._desk.read(lists.contact_choices)
        today, naming = self._now().date(), self._naming()
        dialog = ContactDialog(self._theme, choices, today, naming, self._page)
        dialog.advice.view.profile_asked.connect(partial(self._show_profile, dialog))
        return dialog

    def _show_profile(self, dialog: ContactDialog, citizen: Key) -> None:
        """Leave the form for the citizen's profile; what was typed waits as a draft."""
        dialog.reject()
        self._page.profile_asked.emit(citizen)
