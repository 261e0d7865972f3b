"""The form of one grant: by which paragraph, how much time, from when to when."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from bostoette.models.citizen_fields import GrantFields, ListName
from bostoette.models.citizen_kinds import GrantPeriod
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import duration
from bostoette.planning.granted_time import read_granted
from bostoette.planning.import_values import UnreadableValueError
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.date_field import DateField
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet


class GrantEditor(FormDialog):
    """Asks for a grant and gives it to ``save``."""

    def __init__(
        self,
        theme: Theme,
        paragraphs: tuple[ListName, ...],
        today: date,
        save: Callable[[GrantFields], object],
        *,
        known: GrantFields | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Ret bevilling" if known else "Ny bevilling", (460, 380), parent)
        form = QWidget(self)
        chosen = known.paragraph_id if known else ""
        self.paragraph = ChoiceBox[str](
            "Paragraf",
            [("", "Vælg …")]
            + [(one.id, one.title) for one in paragraphs if one.active or one.id == chosen],
            form,
        )
        self.time = QLineEdit(form)
        self.time.setAccessibleName("Bevilget tid")
        self.time.setPlaceholderText("Fx 2 t 30, 150 min eller 2-3 timer")
        self.period = ChoiceBox[GrantPeriod](
            "Pr. uge eller måned", [(one, one.danish) for one in GrantPeriod], form
        )
        self.valid_from = DateField("Fra", today, parent=form)
        self.valid_to = DateField("Til", today, "Indtil videre", form)
        self._lay_out(form)
        self.hold(form, lambda: self._give(save))
        self._fill(known, today)
        self.begin()

    def fields(self) -> GrantFields:
        """Return what is filled in; raises PlanError where it cannot be read."""
        low, high, period = _granted(self.time.text(), self.period.value)
        return GrantFields(
            paragraph_id=self.paragraph.value,
            valid_from=self.valid_from.needed_day(),
            minutes_from=low,
            minutes_to=high,
            period=period,
            valid_to=self.valid_to.day(),
        )

    def _give(self, save: Callable[[GrantFields], object]) -> None:
        fields = self.fields()
        fields.check()
        save(fields)

    def _lay_out(self, form: QWidget) -> None:
        rows = FormRows(self.theme, form)
        rows.row(("Paragraf", self.paragraph.box))
        rows.row(("Bevilget tid", self.time), ("Pr.", self.period.box))
        rows.addWidget(quiet("Lad tiden stå tom, hvis bevillingen ikke siger et tal.", form))
        rows.row(("Fra", self.valid_from), ("Til", self.valid_to))
        rows.addStretch(1)

    def _fill(self, known: GrantFields | None, today: date) -> None:
        self.valid_from.show_day(known.valid_from if known else today)
        if known:
            self.paragraph.choose(known.paragraph_id)
            self.time.setText(granted_words(known))
            self.period.choose(known.period)
            self.valid_to.show_day(known.valid_to)


def granted_words(grant: GrantFields) -> str:
    """Say granted minutes as they are typed: ``2 t 30``, ``2 t - 3 t``; nothing where left open."""
    if grant.minutes_from is None or grant.minutes_to is None:
        return ""
    if grant.minutes_from == grant.minutes_to:
        return duration(grant.minutes_from)
    return f"{duration(grant.minutes_from)} - {duration(grant.minutes_to)}"


def _granted(text: str, period: GrantPeriod) -> tuple[int | None, int | None, GrantPeriod]:
    if not text.strip():
        return None, None, period
    try:
        read = read_granted(text, None, period)
    except UnreadableValueError as error:
        raise PlanError(
            f"{error.sentence} Intet er gemt endnu, og det skrevne står der stadig."
        ) from error
    return (read.minutes_from, read.minutes_to, read.period) if read else (None, None, period)
