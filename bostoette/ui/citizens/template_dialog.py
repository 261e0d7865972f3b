"""Ready series for a citizen (P25): which, from when, at what time; said in full beforehand."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.models.plan_error import PlanError
from bostoette.models.typed_time import parse_clock
from bostoette.models.wording import clock, short_day
from bostoette.planning.series_preview import SeriesDate
from bostoette.services.series_templates import SeriesTemplate, TemplateLook, TemplateWish
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.date_field import DateField
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_CALL_AT, _VISIT_AT = 9 * 60, 10 * 60
_MOST_SHOWN = 5


class TemplateDialog(FormDialog):
    """Says what would be laid whenever something changes; ``save`` lays it in one step."""

    def __init__(
        self,
        theme: Theme,
        today: date,
        look: Callable[[TemplateWish], TemplateLook],
        save: Callable[[TemplateWish], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Færdig serie", (520, 520), parent, save_words="Læg serien")
        self._look = look
        form = QWidget(self)
        self.template = ChoiceBox[SeriesTemplate](
            "Serie", [(one, one.danish) for one in SeriesTemplate], form
        )
        self.first_day = DateField("Fra og med", today, parent=form)
        self.call_at = self._clock("Opkald kl.", _CALL_AT, form)
        self.visit_at = self._clock("Besøg kl.", _VISIT_AT, form)
        self.said = Words(parent=form)
        self.taken = Words(parent=form)
        self.taken.setObjectName("tightSpots")
        self.skip = QCheckBox("Spring de dage over", form)
        self.skip.setAccessibleName("Spring de dage over, der støder sammen med andet")
        rows = FormRows(theme, form)
        rows.row(("Serie", self.template.box), ("Fra og med", self.first_day))
        rows.row(("Opkald kl.", self.call_at), ("Besøg kl.", self.visit_at))
        for widget in (self.said, self.taken, self.skip):
            rows.addWidget(widget)
        rows.addWidget(quiet("Hele serien kan fortrydes i ét trin med Ctrl+Z.", form))
        rows.addStretch(1)
        self.first_day.show_day(today)
        self.hold(form, lambda: save(self.wish()))
        self.template.box.currentIndexChanged.connect(self.refresh)
        for field in (self.first_day, self.call_at, self.visit_at):
            field.editingFinished.connect(self.refresh)
        self.refresh()
        self.begin()

    def wish(self) -> TemplateWish:
        """Return what is filled in; raises PlanError where a day or time cannot be read."""
        return TemplateWish(
            self.template.value,
            self.first_day.needed_day(),
            parse_clock(self.call_at.text()),
            parse_clock(self.visit_at.text()),
            self.skip.isChecked() and not self.skip.isHidden(),
        )

    def refresh(self) -> None:
        """Say anew what would be laid."""
        self.visit_at.setEnabled(self.template.value is SeriesTemplate.AFTER_DISCHARGE)
        try:
            found = self._look(self.wish())
        except PlanError as error:
            self.tell(error)
            return
        self.untell()
        self.said.setText("\n".join(_lines(found)))
        hits = found.taken
        self.taken.setText("\n".join(_taken_lines(hits)))
        self.taken.setVisible(bool(hits))
        self.skip.setVisible(bool(hits))

    def _clock(self, name: str, start: int, form: QWidget) -> QLineEdit:
        field = QLineEdit(clock(start), form)
        field.setAccessibleName(name)
        return field


def _lines(found: TemplateLook) -> list[str]:
    """Say what would be laid, and from when."""
    lines = [
        f"{form.short_name.capitalize()} på {rule.minutes} min {rule.said()}, "
        f"første gang {short_day(dates[0].day if dates else rule.first_day)}"
        for (form, _purpose, rule), (_form, dates) in zip(
            found.parts.series, found.dates, strict=True
        )
    ]
    if found.later:
        lines.append("Tidspunktet er gået på den valgte dag, så serien begynder senere.")
    if found.parts.asks_on is not None:
        day = short_day(found.parts.asks_on).capitalize()
        lines.append(f"{day} spørger en opgave, hvad der skal komme nu.")
    return lines


def _taken_lines(hits: Sequence[tuple[ContactForm, SeriesDate]]) -> list[str]:
    """Say what the first of the days hit, and how many more do."""
    lines = [f"• {short_day(one.day)}, {form.short_name}: {_hit(one)}" for form, one in hits]
    more = len(lines) - _MOST_SHOWN
    rest = [f"Og {more} mere." if more == 1 else f"Og {more} flere."] if more > 0 else []
    head = "Det støder sammen med andet; vælg et andet tidspunkt, eller læg serien alligevel."
    return [head, *lines[:_MOST_SHOWN], *rest]


def _hit(one: SeriesDate) -> str:
    return one.clash or one.absence or one.holiday or ""
