"""The form of one contact: takes values, gives values, and loses nothing that was typed."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.contact_fields import ContactDetails, ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.form_question import FormProposal
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.services.lists import ContactChoices
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.naming import Naming
from bostoette.ui.one_stop import go_on, tab_stops
from bostoette.ui.theme import Theme
from bostoette.ui.typed_state import TypedState, put_back, typed_state, watch
from bostoette.ui.week.contact_buttons import ContactButtons, ContactWish
from bostoette.ui.week.dialog_advice import AdviceSource, AskedForm, DialogAdvice
from bostoette.ui.week.fetched_row import FetchedRow
from bostoette.ui.week.form_choice import FormChoice
from bostoette.ui.week.form_fields import FormFields
from bostoette.ui.week.lines_field import lines_field
from bostoette.ui.week.participants_text import participants_from, participants_text
from bostoette.ui.week.people_field import PeopleField
from bostoette.ui.week.proposed_length import ProposedLength
from bostoette.ui.week.staff_meeting_rows import StaffMeetingRows
from bostoette.ui.week.tight_spots import LookAhead, TightSpots
from bostoette.ui.week.trouble_line import TroubleLine
from bostoette.ui.week.variant_fields import VariantFields
from bostoette.ui.week.when_fields import WhenFields

SCREEN_SHARE = 0.96
FORM = "form"


class ContactDialog(QDialog):
    """Asks for one contact; ``fields()`` after it was accepted."""

    typed = Signal()
    """Something was typed or chosen that a draft should keep."""
    fresh_asked = Signal()
    """The person wants to begin anew, without the draft that was put back."""
    cancel_asked = Signal()
    """*Annullér*: whoever keeps what is typed asks what becomes of it, and closes the form."""
    repeat_asked = Signal(object)
    """The contact is to be repeated, as filled in (ContactFields)."""

    def __init__(
        self,
        theme: Theme,
        choices: ContactChoices,
        today: date,
        naming: Naming,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices = choices
        self._form_kept = False
        self._asked: ContactFields | None = None
        self._known: ContactFields | None = None
        self.wish = ContactWish.SAVE
        self.citizens = PeopleField(
            "Borger",
            tuple((one.id, naming.name_of(one.name, one.initials)) for one in choices.citizens),
            self,
            created="borgeren på siden Borgere (Ctrl+2)",
        )
        self.workers = PeopleField(
            "Medarbejder",
            tuple((_key(one.id), one.title) for one in choices.workers),
            self,
            created="medarbejderen under Indstillinger",
        )
        self.purpose = CalmBox(self)
        for choice in choices.purposes:
            self.purpose.addItem(choice.title, choice.id)
        self.form = FormChoice(theme, self)
        self.when = WhenFields(today, self)
        self._length = ProposedLength(
            self.when.minutes,
            lambda: choices.usual_minutes(self.form.form, self.variant.chosen),
        )
        self._rows = QFormLayout()
        self.agenda = lines_field("Dagsorden", "Ét punkt på hver linje", self)
        hint = "Fx søster; pårørende; 10.00–10.20"
        self.participants = lines_field("Andre deltagere", hint, self)
        self.agreed = QCheckBox("Tiden er aftalt med borgeren", self)
        self._fetched = FetchedRow(self)
        self.trouble = TroubleLine(self)
        self._column = QVBoxLayout(self)
        self._buttons = ContactButtons(self)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.cancel_asked)
        self._buttons.wished.connect(self.leave_with)
        self._buttons.repeat_asked.connect(self._ask_repeat)
        self._fetched.fresh_asked.connect(self.fresh_asked)
        self.form.chosen.connect(self._take_form)
        self.form.refused.connect(lambda why: self.trouble.say(why, self._area))
        self.variant.variant.activated.connect(self._length.propose)
        self.citizens.changed.connect(self._offer_from_citizen)
        self.typed.connect(self.trouble.hide)

    def draft(self) -> TypedState:
        """Return everything typed so far."""
        return {FORM: self.form.form.value, **typed_state(self)}

    def take_draft(self, draft: TypedState, kept_at: str) -> None:
        """Put a draft back, and say so."""
        self.citizens.make_room_for(draft)
        self.workers.make_room_for(draft)
        form = ContactForm(draft.get(FORM, self.form.form.value))
        self.form.show_form(form)
        self._show_form_rows(form)
        put_back(self, draft)
        self._length.stands = self._form_kept = True
        self._fetched.say(kept_at)

    def keep_to(
        self, span: TimeSpan | None, letters: str, citizen: Key, *, drawn: bool = False
    ) -> None:
        """Let what the person just pointed at, drew or typed stand, whatever a draft says."""
        if span is not None:
            self.when.show_span(span)
            self._length.stands = self._length.stands or drawn
        if citizen:
            self.citizens.choose((citizen,))
        elif letters:
            self.citizens.type_into_first(letters)

    def watch_typing(self) -> None:
        """Tell from now on when something is typed."""
        watch(self, self.typed.emit)
        for people in (self.citizens, self.workers):  # their later rows are not watched
            people.changed.connect(self.typed)
        self.form.chosen.connect(self.typed)

    def advise(self, source: AdviceSource) -> None:
        """Say from now on which form fits; for a new contact the purpose proposes one (P08)."""
        self.advice.begin(source, proposing=self._known is None and not self._form_kept)
        self.purpose.currentIndexChanged.connect(self.advice.propose)
        self.citizens.changed.connect(self.advice.propose)
        self.workers.changed.connect(self.advice.look_soon)
        self.typed.connect(self.advice.look_soon)
        self.advice.propose()

    def look_ahead(self, look: LookAhead) -> None:
        """Say from now on what the contact as filled in would clash with; nothing is blocked."""
        spots = TightSpots(look, self.filled_in, self._buttons.save, self)
        self._column.insertWidget(self._column.indexOf(self.trouble), spots)
        self.typed.connect(spots.look_soon)
        self.form.chosen.connect(spots.look_soon)
        spots.look_now()

    def filled_in(self) -> ContactFields | None:
        """Return the contact as far as it is a whole one."""
        try:
            return self._collect()
        except PlanError:
            return None

    def begin(self, span: TimeSpan, worker: Key, letters: str = "", citizen: Key = b"") -> None:
        """Ask for a new contact."""
        self.setWindowTitle("Ny kontakt")
        self._buttons.offer_for_new()
        self.workers.choose((worker,))
        self.when.show_span(span)
        self._length.stands = False
        self._show_form_rows(self.form.form)
        if citizen:
            self.citizens.choose((citizen,))
            self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.citizens.type_into_first(letters)

    def show_contact(self, details: ContactDetails) -> None:
        """Show an existing contact, with what else can be done with it."""
        fields = details.fields
        self.setWindowTitle(f"Kontakt – {details.status.danish}")
        self._buttons.offer_for(details)
        self._known = fields
        self.citizens.choose(fields.citizens)
        self.workers.choose(fields.workers)
        self.purpose.setCurrentIndex(max(0, self.purpose.findData(fields.purpose_id)))
        self.form.show_form(fields.form)
        self.form_fields.fill(fields)
        self.variant.fill(fields)
        self._show_form_rows(fields.form)
        self.when.show_span(fields.span)
        self._length.stands = True
        self.agenda.setPlainText("\n".join(fields.agenda))
        self.participants.setPlainText(participants_text(fields.participants))
        self.agreed.setChecked(fields.agreed_with_citizen)
        self.advice.reason.show_answer(fields.override_reason, fields.reason_codes)

    def fields(self) -> ContactFields:
        """Return what was accepted."""
        assert self._asked is not None  # noqa: S101 - only called after accept
        return self._asked

    def accept(self) -> None:
        """Close with the values, or say what is missing and keep everything that was typed."""
        if self._collected():
            super().accept()

    def leave_with(self, wish: ContactWish) -> None:
        """Close for this wish; what is filled in is not asked for any more."""
        self.wish = wish
        super().accept()

    def _collected(self) -> bool:
        try:
            self._asked = self._collect()
            self._asked.check()
            self.advice.check(self._asked)
        except PlanError as error:
            self._point_at_fault()
            self.trouble.say(error.sentence, self._area)
            return False
        return True

    def _point_at_fault(self) -> None:
        """Give the keyboard to the first field that cannot be read, or to the citizen missing."""
        alone = self.form.form is ContactForm.HOTLINE or self.variant.chosen.for_staff
        self.workers.point_at_fault()
        self.citizens.point_at_fault(needed=not alone)
        self.when.point_at_fault()

    def _ask_repeat(self) -> None:
        if self._collected():
            self.repeat_asked.emit(self._asked)

    def _collect(self) -> ContactFields:
        span = self.when.span()
        self.citizens.check()
        self.workers.check()
        asked = ContactFields(
            span=span,
            form=self.form.form,
            purpose_id=self.purpose.currentData() or "",
            variant=self.variant.chosen,
            workers=self.workers.keys(),
            citizens=self.citizens.keys(),
            agreed_with_citizen=self.agreed.isChecked(),
            override_reason=self.advice.reason.reason,
            reason_codes=self.advice.reason.codes,
            agenda=tuple(
                line.strip() for line in self.agenda.toPlainText().splitlines() if line.strip()
            ),
            participants=participants_from(self.participants.toPlainText(), span),
        )
        if self._known is not None:
            asked = replace(
                asked, form_reason=self._known.form_reason, unplanned=self._known.unplanned
            )
        filled = self.variant.filled_into(self.form_fields.filled_into(asked))
        return self._staff.filled_into(filled)

    def _show_form_rows(self, form: ContactForm) -> None:
        self.form_fields.show_form(form)
        self.variant.show_form(form)
        self._staff.show_form(form)

    def _take_form(self, form: ContactForm) -> None:
        self._show_form_rows(form)
        self._length.propose()

    def _take_proposal(self, found: FormProposal) -> None:
        """Show the form and length that the purpose proposes."""
        self.form.show_form(found.form)
        self._show_form_rows(found.form)
        self._length.fill(found.minutes)

    def _offer_from_citizen(self) -> None:
        chosen = self.citizens.keys()
        if self._known is None and len(chosen) == 1:
            one = next(each for each in self._choices.citizens if each.id == chosen[0])
            self.form_fields.offer(one)

    def _lay_out(self) -> None:
        self.purpose.setAccessibleName("Formål")
        inside = QWidget(self)
        rows = self._rows
        inside.setLayout(rows)
        rows.addRow("Borger", self.citizens)
        rows.addRow("Formål", self.purpose)
        rows.addRow("Form", self.form)
        around = AskedForm(
            self.filled_in,
            lambda: str(self.purpose.currentData() or ""),
            self._take_proposal,
            lambda key: self.workers.choose((key, *self.workers.keys()[1:])),
        )
        self.advice = DialogAdvice(self._theme, self.form, around, self._choices.reason_codes, rows)
        self.variant = VariantFields(rows, inside)
        rows.addRow("Hvornår", self.when)
        rows.addRow("", self.agreed)
        self.form_fields = FormFields(self._choices.platforms, rows, inside)
        self._staff = StaffMeetingRows(
            rows,
            citizens=self.citizens,
            purpose=self.purpose,
            agreed=self.agreed,
            variant=self.variant,
            form_fields=self.form_fields,
        )
        rows.addRow("Dagsorden", self.agenda)
        rows.addRow("Medarbejder", self.workers)
        rows.addRow("Andre deltagere", self.participants)
        self._area = area = FittingScroll(self)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.hold(inside)
        column = self._column
        column.addWidget(self._fetched)
        column.addWidget(area, 1)
        column.addWidget(self.trouble)
        column.addWidget(self._buttons)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Let Tab follow the form as it is laid out, and come to the buttons last."""
        gone = go_on(tab_stops(self), self.focusWidget(), onward=onward)
        return gone or super().focusNextPrevChild(onward)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room the text size asks for, as far as the window behind has it."""
        if not event.spontaneous():
            behind = self.parentWidget()
            room = behind.window().size() if behind is not None else self.screen().availableSize()
            wanted = QSize(self._theme.pixels(760), self._theme.pixels(660))
            self.resize(wanted.boundedTo(room * SCREEN_SHARE))
        super().showEvent(event)


def _key(value: Key | str) -> Key:
    assert isinstance(value, bytes)  # noqa: S101 - people have keys
    return value
