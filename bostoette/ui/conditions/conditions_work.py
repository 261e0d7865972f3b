"""Does what is asked for on the page about the team's sheet."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.sheet_card import SheetCard
from bostoette.models.sheet_change import Pending
from bostoette.models.sheet_version import StoredVersion
from bostoette.services import lists, sheet_trial, sheet_versions, team_sheet
from bostoette.services.desk import Desk
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.conditions.card_dialog import CardDialog
from bostoette.ui.conditions.meeting_end import MeetingEnd
from bostoette.ui.conditions.meeting_view import MeetingView
from bostoette.ui.conditions.rule_card import RuleCard
from bostoette.ui.conditions.trial_view import TrialView
from bostoette.ui.conditions.versions_view import VersionsView
from bostoette.ui.theme import Theme

if TYPE_CHECKING:
    from bostoette.ui.conditions.conditions_page import ConditionsPage


class ConditionsWork(QObject):
    """Every change is one step that can be undone; a refusal is told on the page."""

    def __init__(
        self, page: "ConditionsPage", desk: Desk, theme: Theme, today: Callable[[], date]
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._theme, self._today = page, desk, theme, today

    def follow_rule(self, card: RuleCard) -> None:
        """Do what a rule's card asks for."""
        card.switch_asked.connect(self._switch)
        card.number_asked.connect(self._change_number)
        card.back_asked.connect(partial(self._do, team_sheet.go_back))
        card.trial_asked.connect(self._page.try_rule)

    def follow_trial(self, view: TrialView) -> None:
        """Try what is filled in, and keep it when that is asked for."""
        view.asked.connect(partial(self.try_now, view))
        view.kept.connect(self._keep)

    def follow_meeting(self, meeting: MeetingView) -> None:
        """Do what a meeting settles on."""
        self.follow_rule(meeting.rule)
        for card in meeting.forms.values():
            card.correction_asked.connect(self.correct)
        meeting.end.save_asked.connect(partial(self._save_version, meeting.end))

    def correct(self, form: ContactForm) -> None:
        """Open a form's card to be corrected."""
        dialog = CardDialog(
            self._theme, form, self._page.shown, partial(self._write, form), self._page
        )
        dialog.show_fitting()

    def offer_trial(self, view: TrialView, page: SheetPage) -> None:
        """Offer whom and what a change can be tried on."""
        naming = self._page.naming
        citizens = [
            (one.id, naming.name_of(f"{one.name} ({one.initials})", one.initials))
            for one in self._desk.read(lists.contact_choices).citizens
        ]
        view.show_sheet(page, citizens, self._desk.read(lists.purposes))

    def try_now(self, view: TrialView) -> None:
        """Show the advice before and after the change that is thought of."""
        pending, purpose = view.pending, view.purpose.value
        if pending is None or purpose is None or not view.isVisible():
            return
        citizen, today = view.whom.value, self._today()
        if citizen is None:
            case = view.invented.case(purpose)
            trial = self._desk.read(sheet_trial.try_on_invented, case, pending)
        else:
            contact = AdvisedContact(citizen, (self._desk.actor_id,), purpose, today)
            trial = self._desk.read(sheet_trial.try_on_citizen, contact, pending)
        view.answer.show_trial(trial)
        week = IsoWeek.of(today)
        view.answer.show_week(week, self._desk.read(sheet_trial.try_on_week, week, pending))

    def _write(self, form: ContactForm, card: SheetCard) -> None:
        if form in CORE_FORMS:
            self._desk.do(team_sheet.write_card, self._desk.actor_id, form, card)
        else:
            lengths = card.default_minutes, card.cap_minutes
            self._desk.do(team_sheet.change_lengths, self._desk.actor_id, form, *lengths)

    def _switch(self, rule_id: str, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self._do(team_sheet.switch_rule, rule_id, on=on)

    def _change_number(self, name: NumberName, value: int) -> None:
        self._do(team_sheet.change_number, name, value)

    def _keep(self, pending: Pending) -> None:
        self._do(team_sheet.apply_pending, pending)

    def _do(self, action: Callable[..., object], *args: Any, **more: Any) -> None:
        """Do it, or say why not and show again what counts."""
        self._page.notice.clear()
        try:
            self._desk.do(action, self._desk.actor_id, *args, **more)
        except PlanError as error:
            self._page.refresh_anew()
            self._page.notice.say_error(error)

    def compare(
        self, view: VersionsView, earlier: StoredVersion | None, later: StoredVersion | None
    ) -> None:
        """Show what differs between two versions."""
        found = self._desk.read(sheet_versions.changed_between, earlier, later)
        view.show_differences(found)

    def _save_version(self, end: MeetingEnd) -> None:
        end.notice.clear()
        try:
            people, again = end.people.ticked(), end.review.needed_day()
            self._desk.do(
                sheet_versions.save_version, self._desk.actor_id, self._today(), people, again
            )
        except PlanError as error:
            end.notice.say_error(error)
            return
        self._page.end_meeting()
