"""Lays a ready series: looked at first, with a reason where a form is advised against (P25)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.services import citizens, form_choice, series_templates
from bostoette.services.desk import Desk
from bostoette.services.series_templates import TemplateWish
from bostoette.ui.citizens.template_dialog import TemplateDialog
from bostoette.ui.theme import Theme
from bostoette.ui.week.form_asking import FormAnswer, FormAsking


class ReadySeries:
    """Asks which, from when and at what time, and lays it in one step."""

    def __init__(
        self, page: QWidget, desk: Desk, theme: Theme, now: Callable[[], datetime]
    ) -> None:
        self._page, self._desk, self._theme, self._now = page, desk, theme, now
        self._asking = FormAsking(theme, page, leave="Annullér")

    def ask(self, key: Key) -> None:
        """Ask for one citizen; her own contact person holds it, else whoever sits here."""
        found = self._desk.read(citizens.details, key).fields.primary_worker_id
        holder = found or self._desk.actor_id
        dialog = TemplateDialog(
            self._theme,
            self._now().date(),
            lambda wish: self._desk.read(series_templates.look, key, holder, wish, self._now()),
            lambda wish: self._lay(key, holder, wish),
            self._page,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay(self, key: Key, holder: Key, wish: TemplateWish) -> None:
        now = self._now()
        parts = self._desk.read(series_templates.parts_of, wish, now)
        reasons: dict[ContactForm, tuple[str, tuple[str, ...]]] = {}
        for form, purpose, rule in parts.series:
            answer = self._answer(key, holder, (form, purpose, rule))
            if answer is None:
                raise PlanError("Intet er gemt endnu. Skriv begrundelsen, eller vælg noget andet.")
            reasons[form] = (answer.reason, answer.codes)
        self._desk.do(series_templates.lay, key, holder, wish, now=now, reasons=reasons)

    def _answer(
        self, key: Key, holder: Key, series: tuple[ContactForm, str, SeriesRule]
    ) -> FormAnswer | None:
        """Ask why a series' form is right all the same, where something speaks against it (P07)."""
        form, purpose, rule = series
        span = TimeSpan(rule.first_day, rule.start, rule.minutes)
        fields = ContactFields(span, form, purpose, (holder,), (key,))
        return self._asking.answer(
            lambda codes: self._desk.read(
                form_choice.question_about, replace(fields, reason_codes=codes)
            )
        )
