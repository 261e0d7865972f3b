"""What happens around series: the questions that are asked, and what is given to the desk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bostoette.models.contact_fields import ContactDetails, ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.series_change import Scope, SeriesChange
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.planning.series_preview import SeriesDate
from bostoette.services import contacts, drafts, form_choice, series, series_changes
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.services.series_changes import SeriesPreview
from bostoette.ui.early_keys import ask
from bostoette.ui.week.form_asking import FormAsking
from bostoette.ui.week.series_change_dialog import SeriesChangeDialog
from bostoette.ui.week.series_dialog import SeriesDialog
from bostoette.ui.week.week_page import WeekPage


class SeriesWork(QObject):
    """Asks how a contact repeats, and for how much of its series a change holds."""

    def __init__(
        self, page: WeekPage, desk: Desk, now: Callable[[], datetime], asking: FormAsking
    ) -> None:
        super().__init__(page)
        self._asking = asking
        self._page = page
        self._desk = desk
        self._now = now
        page.series_span_asked.connect(self.move)
        page.series_form_asked.connect(self.change_form)

    def repeat(
        self, fields: ContactFields, details: ContactDetails | None, parent: QWidget
    ) -> bool:
        """Ask how a contact repeats, new or stored, and make the series; tell whether it was.

        Of a contact that is in a series already the repetition itself is changed.
        """
        if details is not None and details.series_id is not None:
            return self._repeat_otherwise(fields, details, parent)
        left_out = () if details is None else (details.id,)
        fields = self._settled(fields, details)

        def look(rule: SeriesRule) -> tuple[SeriesDate, ...]:
            return self._desk.read(series.preview, fields, rule, self._today, left_out=left_out)

        whom = self._desk.read(series.with_whom, fields)
        dialog = SeriesDialog(whom, fields.span, look, self._today, parent)
        accepted = ask(dialog)
        if accepted:
            self._make(dialog, fields, details)
        dialog.deleteLater()
        return accepted

    def move(self, key: Key, to: TimeSpan) -> None:
        """Ask how much of the series moves along."""
        self._ask(key, SeriesChange(to=to), "Flyt")

    def change_form(self, key: Key, form: ContactForm) -> None:
        """Ask how much of the series gets another form."""
        fields = self._desk.read(contacts.details, key).fields
        if fields.form is form:
            return
        answer = self._asking.answer(
            lambda codes: self._desk.read(form_choice.question_about_form, key, form, codes)
        )
        if answer is not None:
            wanted = replace(
                fields, form=form, override_reason=answer.reason, reason_codes=answer.codes
            )
            self._ask(key, SeriesChange(fields=wanted), "Ret")

    def save(self, details: ContactDetails, fields: ContactFields, of: DraftOf) -> None:
        """Ask how much of the series is saved as the form says."""
        if fields == details.fields:
            return
        fields = self._settled(fields, details)
        if self._ask(details.id, SeriesChange(fields=fields), "Ret", version=details.version):
            self._desk.do(drafts.forget, of)

    def _settled(self, fields: ContactFields, details: ContactDetails | None) -> ContactFields:
        """Return the fields as they may be stored; a form that is not offered is refused."""
        if details is None:
            return self._desk.read(form_choice.settled, fields)
        return self._desk.read(form_choice.settled, fields, details.id, details.fields)

    def delete(self, key: Key) -> Scope | None:
        """Ask how much of the series goes, and let it go; None where nothing is to go.

        One contact alone is left to whoever asks: it may have to be called off.
        """

        def look(scope: Scope, _asked: SeriesChange) -> SeriesPreview:
            return self._desk.read(series_changes.preview_delete, key, scope, self._today)

        title = f"Slet kontakt i serien med {self._whom(key)}"
        dialog = SeriesChangeDialog(
            title, "Slet", look, SeriesChange(), self._today, parent=self._page
        )
        accepted = ask(dialog)
        scope = dialog.scope
        dialog.deleteLater()
        if accepted and scope is not Scope.THIS:
            self._desk.do(series_changes.delete, key, scope, today=self._today)
        return scope if accepted else None

    def delete_one(self, key: Key) -> None:
        """Delete one contact of a series; its date stays away."""
        self._desk.do(series_changes.delete, key, Scope.THIS, today=self._today)

    def _make(
        self, dialog: SeriesDialog, fields: ContactFields, details: ContactDetails | None
    ) -> None:
        rule, choices, today = dialog.rule(), dialog.choices(), self._today
        if details is None:
            self._desk.do(series.create, fields, rule, choices, today=today)
            return
        self._desk.do(
            series.repeat, details.id, details.version, fields, rule, choices=choices, today=today
        )

    def _repeat_otherwise(
        self, fields: ContactFields, details: ContactDetails, parent: QWidget
    ) -> bool:
        rule = self._desk.read(series_changes.rule_of_contact, details.id)
        asked = SeriesChange(fields=fields if fields != details.fields else None)
        return self._ask(
            details.id, asked, "Ret", version=details.version, parent=parent, rule=rule
        )

    def _ask(
        self,
        key: Key,
        asked: SeriesChange,
        verb: str,
        *,
        version: int | None = None,
        parent: QWidget | None = None,
        rule: SeriesRule | None = None,
    ) -> bool:
        """Ask, and change what was chosen; tell whether something was."""

        def look(scope: Scope, change: SeriesChange) -> SeriesPreview:
            return self._desk.read(series_changes.preview_change, key, scope, change, self._today)

        title = f"{verb} i serien med {self._whom(key)}"
        dialog = SeriesChangeDialog(title, verb, look, asked, self._today, rule=rule, parent=parent)
        accepted = ask(dialog)
        if accepted and dialog.asked() != SeriesChange():
            self._desk.do(
                series_changes.change,
                key,
                dialog.scope,
                dialog.asked(),
                dialog.choices(),
                today=self._today,
                version=version,
            )
        dialog.deleteLater()
        return accepted

    def _whom(self, key: Key) -> str:
        return self._desk.read(series.with_whom, self._desk.read(contacts.details, key).fields)

    @property
    def _today(self) -> date:
        return self._now().date()
