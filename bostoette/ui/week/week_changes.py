"""What the grid asks for, done at the desk: move, resize, copy, hand over, change form."""

from PySide6.QtCore import QObject

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.stranger_question import StrangerAnswer, StrangerWay
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.services import appointments, contacts, form_choice, handing_over, strangers
from bostoette.services.desk import Desk
from bostoette.ui.week.form_asking import FormAnswer, FormAsking
from bostoette.ui.week.look_ahead import LookAhead
from bostoette.ui.week.week_page import WeekPage


class WeekChanges(QObject):
    """Carries out the grid's wishes; what touches a series is asked about first."""

    def __init__(self, page: WeekPage, desk: Desk, asking: FormAsking | None = None) -> None:
        super().__init__(page)
        self._asking = asking
        self._page = page
        self._desk = desk
        grid = page.grid
        grid.span_asked.connect(self.move)
        grid.copy_asked.connect(self.copy)
        grid.form_asked.connect(self.change_form)
        grid.hand_over_asked.connect(self.hand_over)
        grid.foresee = LookAhead(page)

    def move(self, key: Key, to: TimeSpan) -> None:
        """Plan a contact or own time at another time."""
        contact = self._contact(key)
        if contact is None:
            self._desk.do(appointments.move, key, to)
        elif contact.series_id is None:
            self._desk.do(contacts.move, key, to)
        else:
            self._page.series_span_asked.emit(key, to)
            return
        follow(self._page, key, to)

    def copy(self, key: Key, to: TimeSpan) -> None:
        """Plan a contact or own time once more at another time."""
        if self._contact(key) is None:
            copied = self._desk.do(handing_over.copy_own_time_to, key, to)
        else:
            copied = self._desk.do(handing_over.copy_to, key, to)
        self._page.grid.choose_copy(copied, key)
        follow(self._page, copied, to)

    def change_form(self, key: Key, form: ContactForm) -> None:
        """Hold a contact in another form; asks why where it is advised against (P07)."""
        contact = self._contact(key)
        if contact is not None and contact.series_id is None:
            answer = self._answer(key, form)
            if answer is not None:
                self._desk.do(form_choice.change_form, key, form, answer.reason, answer.codes)
        elif contact is not None:
            self._page.series_form_asked.emit(key, form)

    def _answer(self, key: Key, form: ContactForm) -> FormAnswer | None:
        """Ask why, unless nothing is asked; None where it is left."""
        if self._asking is None:
            return FormAnswer()
        return self._asking.answer(
            lambda codes: self._desk.read(form_choice.question_about_form, key, form, codes)
        )

    def hand_over(self, key: Key, leaves: Key, comes: Key, to: TimeSpan) -> None:
        """Let a colleague hold a contact; asks first where the citizen does not know her (P13)."""
        asked = self._desk.read(strangers.question_about_stranger, key, leaves, comes, to)
        answer = StrangerAnswer(StrangerWay.KNOWN, comes)
        if asked is not None and self._asking is not None:
            answered = self._asking.who_instead(asked, comes)
            if answered is None:
                return
            answer = answered
        given = self._desk.do(strangers.give_over, key, leaves, to, answer)
        self._page.grid.choose(given, answer.comes)

    def _contact(self, key: Key) -> WeekContact | None:
        return next((one for one in self._page.shown.contacts if one.id == key), None)


def follow(page: WeekPage, key: Key, to: TimeSpan) -> None:
    """Go along to another week, so that what was planned or moved stays in sight and chosen."""
    week = IsoWeek.of(to.day)
    if week != page.week:
        page.show_week(week)
        page.grid.choose(key)
