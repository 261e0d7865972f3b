"""What happens around quick add in the week: the card is opened, and what it takes is stored."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bostoette.models.contact_fields import ContactFields
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.planning.danish_days import day_name
from bostoette.planning.series_preview import SeriesDate
from bostoette.services import appointments, form_choice, quick_add, series
from bostoette.services.desk import Desk
from bostoette.services.usual_video import with_usual_video
from bostoette.ui.early_keys import ask
from bostoette.ui.naming import Naming
from bostoette.ui.page_action import give_action
from bostoette.ui.theme import Theme
from bostoette.ui.week.form_asking import FormAsking
from bostoette.ui.week.quick_add_card import QuickAddCard
from bostoette.ui.week.week_page import WeekPage

if TYPE_CHECKING:
    from bostoette.models.quick_add import QuickAdd, Unclear
    from bostoette.planning.quick_add import QuickReader

KEYS = "Ctrl+Shift+A"


class QuickAddWork(QObject):
    """Plans what is typed as one line; a repeated contact shows its dates first."""

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
        self._now = now
        self._naming = naming
        self._asking = FormAsking(theme, page, leave="Tilbage til linjen")
        self._reader: QuickReader | None = None
        self.card = QuickAddCard(theme, page)
        self.card.wanted.connect(self.store)
        give_action(page, "Hurtig tilføjelse", self.begin, KEYS)

    def begin(self) -> None:
        """Open the card, against today's citizens and purposes."""
        from bostoette.planning.quick_add import QuickReader

        self._reader = QuickReader(self._desk.read(quick_add.known, self._today))
        self.card.begin(self._understand)

    def store(self, add: "QuickAdd") -> None:
        """Store what was understood, in one step, and show it; a refusal keeps the line."""
        try:
            key = self._stored(add)
        except PlanError as error:
            self.card.tell(error.sentence)
            return
        if key is None:
            self.card.begin(self._understand)
            return
        self.card.saved()
        if self._page.week != IsoWeek.of(add.span.day):
            self._page.show_week(IsoWeek.of(add.span.day))
        shown = self._page.shown.contacts
        first = next((one.id for one in shown if one.series_id == key), key)
        self._page.grid.choose(first)

    def _stored(self, add: "QuickAdd") -> Key | None:
        """Return the key of what is there now, a series' own; None where it was called off."""
        worker = self._page.planner
        if add.own is not None and add.rule is not None:
            fields = add.own_time()
            return self._desk.do(appointments.repeat, worker, fields, add.rule, _is_day_off)[0]
        if add.own is not None:
            return self._desk.do(appointments.create, worker, add.own_time())
        if add.rule is not None:
            return self._series(add, worker, add.rule)
        contact = self._answered(self._fields(add, worker))
        return None if contact is None else self._desk.do(form_choice.create, contact)

    def _series(self, add: "QuickAdd", worker: Key, rule: SeriesRule) -> Key | None:
        from bostoette.ui.week.series_dialog import SeriesDialog

        answered, today = self._answered(self._fields(add, worker)), self._today
        if answered is None:
            return None
        fields = answered
        fields.check()

        def look(wanted: SeriesRule) -> tuple[SeriesDate, ...]:
            return self._desk.read(series.preview, fields, wanted, today)

        whom = self._desk.read(series.with_whom, fields)
        dialog = SeriesDialog(whom, fields.span, look, today, self._page)
        dialog.repetition.show_rule(rule)
        dialog.refresh()
        key = None
        if ask(dialog):
            key = self._desk.do(series.create, fields, dialog.rule(), dialog.choices(), today=today)
        dialog.deleteLater()
        return key

    def _fields(self, add: "QuickAdd", worker: Key) -> ContactFields:
        return self._desk.read(with_usual_video, add.contact(worker))

    def _answered(self, fields: ContactFields) -> ContactFields | None:
        """Ask why the form is chosen where it is advised against (P07); None where it is left."""
        answer = self._asking.answer(
            lambda codes: self._desk.read(
                form_choice.question_about, replace(fields, reason_codes=codes)
            )
        )
        if answer is None:
            return None
        return replace(fields, override_reason=answer.reason, reason_codes=answer.codes)

    def _understand(self, text: str) -> "QuickAdd | Unclear":
        from bostoette.models.quick_add import Unclear
        from bostoette.planning.quick_add import choices_said

        assert self._reader is not None  # noqa: S101 - made when the card is opened
        answer = self._reader.understand(text, self._today)
        if isinstance(answer, Unclear) and answer.choices and not self._naming().discreet:
            return Unclear(f"{answer.sentence} {choices_said(answer.choices)}.", answer.choices)
        return answer

    @property
    def _today(self) -> date:
        return self._now().date()


def _is_day_off(day: date) -> bool:
    return day_name(day) is not None
