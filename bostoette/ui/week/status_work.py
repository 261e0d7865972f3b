"""What happens when a contact is held, missed, called off or converted: questions, then the desk.

It hears `WeekPage.status_asked`, whoever asks: a key, the panel or the contact form.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from bostoette.models.calling_off import NoShow
from bostoette.models.contact_fields import ContactDetails
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import clock, when
from bostoette.planning.danish_days import day_name
from bostoette.services import contacts
from bostoette.services.conversion import ConversionOffer, conversion_offer
from bostoette.services.desk import Desk
from bostoette.ui.early_keys import ask
from bostoette.ui.week.cancel_dialog import CancelDialog
from bostoette.ui.week.convert_dialog import ConvertDialog
from bostoette.ui.week.status_wish import StatusWish
from bostoette.ui.week.time_dialog import TimeDialog
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.wish_words import rather_not

_NO_TIME_LEFT = (
    "Der er ingen ledig tid tilbage i dag, så kontakten kan ikke omlægges. Intet er ændret; "
    "flyt den til en anden dag, eller aflys den."
)


_RULED_OUT = (
    "Borgeren vil ikke tale på afstand eller mangler udstyr til det, så kontakten kan ikke "
    "omlægges i dag. Intet er ændret; flyt den til en anden dag, eller aflys den."
)


class StatusWork(QObject):
    """Asks what must be asked, and notes where the contact stands."""

    def __init__(self, page: WeekPage, desk: Desk, now: Callable[[], datetime]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._now = now
        self.menu = QMenu("Udeblevet", page)
        page.status_asked.connect(self.note)

    def note(self, key: Key, wish: StatusWish) -> None:
        """Note where a contact stands."""
        match wish:
            case StatusWish.HOLD:
                self.hold(key)
            case StatusWish.MISSED:
                self.ask_how_missed(key)
            case StatusWish.CALL_OFF:
                self.call_off(key)
            case StatusWish.CONVERT:
                self.convert(key)
            case StatusWish.PLAN_AGAIN:
                self._desk.do(contacts.plan_again, key)
            case StatusWish.CORRECT_TIME:
                self.correct_time(key)

    def hold(self, key: Key) -> None:
        """Note that a contact was held as planned."""
        now = self._now()
        minute = now.hour * 60 + now.minute
        self._desk.read(contacts.refuse_before_it_began, key, now.date(), minute)
        self._desk.do(contacts.hold, key)

    def ask_how_missed(self, key: Key) -> None:
        """Ask by one key how somebody stayed away, and note it."""
        self._desk.read(contacts.refuse_before_its_day, key, self._today)
        details = self._details(key)
        form = details.fields.form
        self.menu.clear()
        for detail in sorted(NoShow, key=lambda one: one is not _likeliest(form)):
            action = self.menu.addAction(f"&{detail.value.capitalize()}")
            action.triggered.connect(partial(self._missed, key, detail))
        on_the_day = details.fields.span.day == self._today
        if form.face_to_face and on_the_day and details.status is ContactStatus.PLANNED:
            self._offer_rescue(key, _likeliest(form))
        self.menu.popup(self._beside(key))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _offer_rescue(self, key: Key, how: NoShow) -> None:
        """Offer a short call or video today instead, and a new visit with it (P24, P85)."""
        offer = self._offer(key)
        visit = offer.new_visit
        _article, again = offer.form.one_more
        and_visit = "" if visit is None else f", {again} {when(visit)}"
        self.menu.addSeparator()
        for form, verb in ((ContactForm.PHONE, "&Ring"), (ContactForm.VIDEO, "Mød på &video")):
            span = offer.of(form)
            if span is not None:
                today = f"{verb} kl. {clock(span.start)}{rather_not(offer, form)}"
                words = f"{how.value.capitalize()}: {today}{and_visit}"
                action = self.menu.addAction(words)
                action.triggered.connect(partial(self._convert, key, form, span, how.value, visit))

    def call_off(self, key: Key) -> None:
        """Ask how a contact came to nothing; a visit may become a short call instead (P24)."""
        details = self._details(key)
        fields = details.fields
        planned = details.status is ContactStatus.PLANNED
        offer = self._offer(key) if planned and fields.form.face_to_face else None
        ahead = fields.span.day > self._today
        dialog = CancelDialog(self._whom(key), self._page, offer=offer, ahead=ahead)
        if ask(dialog):
            span = offer.of(dialog.instead) if offer is not None and dialog.instead else None
            if dialog.instead is not None and span is not None:
                self._convert(key, dialog.instead, span, dialog.reason, dialog.wanted_visit)
            else:
                self._desk.do(contacts.cancel, key, dialog.status, dialog.reason)
        dialog.deleteLater()

    def convert(self, key: Key) -> None:
        """Ask why, and hold a contact by phone or video today instead (P24)."""
        self._desk.read(contacts.refuse_unplanned, key)
        offer = self._offer(key)
        dialog = ConvertDialog(self._whom(key), self._details(key).fields.form, offer, self._page)
        if not dialog.forms:
            dialog.deleteLater()
            raise PlanError(_RULED_OUT if offer.ruled_out else _NO_TIME_LEFT)
        if ask(dialog):
            self._convert(key, dialog.form, dialog.span, dialog.reason, dialog.wanted_visit)
        dialog.deleteLater()

    def correct_time(self, key: Key) -> None:
        """Ask when a contact was really held, and how long."""
        details = self._details(key)
        planned = details.fields.span
        start, minutes = details.actual_start, details.actual_minutes
        held = TimeSpan(
            planned.day,
            planned.start if start is None else start,
            planned.minutes if minutes is None else minutes,
        )
        dialog = TimeDialog(
            "Ret tiden",
            "Hvornår blev kontakten holdt, og hvor længe? Den planlagte tid bliver stående.",
            "Gem",
            held,
            self._today,
            self._page,
        )
        dialog.keep_day()
        if ask(dialog):
            self._desk.do(contacts.hold, key, dialog.span)
        dialog.deleteLater()

    def _missed(self, key: Key, detail: NoShow) -> None:
        self._desk.do(contacts.cancel, key, ContactStatus.NO_SHOW, detail.value)

    def _convert(
        self, key: Key, form: ContactForm, to: TimeSpan, reason: str, visit: TimeSpan | None
    ) -> None:
        new = self._desk.do(contacts.convert, key, form=form, to=to, reason=reason, new_visit=visit)
        self._page.grid.choose(new)

    def _offer(self, key: Key) -> ConversionOffer:
        offer = self._desk.read(conversion_offer, key, self._now(), _is_day_off)
        said = self._page.naming.hidden(offer.what_matters)
        return replace(offer, what_matters=said)

    def _details(self, key: Key) -> ContactDetails:
        return self._desk.read(contacts.details, key)

    def _whom(self, key: Key) -> str:
        shown = next((one for one in self._page.shown.contacts if one.id == key), None)
        return "hotline" if shown is None else shown.initials or shown.variant.alone.lower()

    def _beside(self, key: Key) -> QPoint:
        """Return where a menu about a contact opens: at the button pressed, or at its card."""
        button = QApplication.focusWidget()
        if isinstance(button, QPushButton):
            return button.mapToGlobal(button.rect().bottomLeft())
        grid = self._page.grid
        card = grid.visualRect(grid.index_of(key))
        return grid.viewport().mapToGlobal(card.bottomLeft())

    @property
    def _today(self) -> date:
        return self._now().date()


def _is_day_off(day: date) -> bool:
    return day_name(day) is not None


def _likeliest(form: ContactForm) -> NoShow:
    """Return how people stay away from a form most of all."""
    if form is ContactForm.PHYSICAL:
        return NoShow.NOT_AT_HOME
    return NoShow.DID_NOT_COME if form.face_to_face else NoShow.NO_ANSWER
