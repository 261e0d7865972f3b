"""The form of contact on demand (P77): from when, how she reaches us, and what stops first."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from bostoette.models.citizen_life import OnDemandFields
from bostoette.models.plan_error import PlanError
from bostoette.models.stopping import Stopping
from bostoette.ui.citizens.stopping_list import StoppingList
from bostoette.ui.date_field import DateField
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.number_field import NumberField
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_MOST_DAYS = 90
_LINES_SHOWN = 5


class OnDemandEditor(FormDialog):
    """Shows what stops from the chosen day before anything does; ``save`` gets the fields."""

    def __init__(
        self,
        theme: Theme,
        today: date,
        begun: OnDemandFields,
        *,
        what_stops: Callable[[date], Stopping],
        save: Callable[[OnDemandFields], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, "Kontakt efter behov", (560, 600), parent, save_words="Skift til efter behov"
        )
        self._ask = what_stops
        form = QWidget(self)
        self.first_day = DateField("Fra og med", today, parent=form)
        self.reach = QLineEdit(form)
        self.reach.setAccessibleName("Sådan får borgeren fat i jer")
        self.reach.setPlaceholderText("Fx ring til teamet hverdage kl. 8–15")
        self.answer = self._number("Svar inden for arbejdsdage", form)
        self.check_in = self._number("I henvender jer efter så mange dages stilhed", form)
        self.said = Words(parent=form)
        self.listed = StoppingList(theme, _LINES_SHOWN, form)
        # An empty list keeps its place: the fields neither drift apart nor move with the day.
        kept = self.listed.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.listed.setSizePolicy(kept)
        self._lay_out(theme, form)
        self.first_day.show_day(begun.first_day)
        self.reach.setText(begun.how_to_reach)
        self.answer.setValue(begun.answer_workdays)
        self.check_in.setValue(begun.check_in_days)
        self.hold(form, lambda: save(self.fields()))
        self.first_day.editingFinished.connect(self.look)
        self.look()
        self.begin()
        self.reach.setFocus()

    def fields(self) -> OnDemandFields:
        """Return what is filled in; raises PlanError where the day cannot be read."""
        return OnDemandFields(
            self.first_day.needed_day(),
            self.reach.text(),
            self.answer.value(),
            self.check_in.value(),
        )

    def look(self) -> None:
        """Show anew what would stop."""
        try:
            found = self._ask(self.first_day.needed_day())
        except PlanError as error:
            self.tell(error)
            return
        self.untell()
        self.listed.show_what_stops(found)
        self.said.setText(
            "Ingen serier løber fra den dag, så intet stopper."
            if found.nothing
            else f"Det her stopper: {_counted(found)}."
        )

    def _lay_out(self, theme: Theme, form: QWidget) -> None:
        rows = FormRows(theme, form)
        rows.row(("Fra og med", self.first_day))
        rows.row(("Sådan får borgeren fat i jer", self.reach))
        rows.row(
            ("Svar inden for (arbejdsdage)", self.answer),
            ("I henvender jer efter (dages stilhed)", self.check_in),
        )
        rows.addWidget(self.said)
        rows.addWidget(self.listed, 1)
        rows.addWidget(
            quiet("Enkelte kontakter bliver stående. Skiftet fortrydes i ét trin med Ctrl+Z.", form)
        )

    def _number(self, name: str, form: QWidget) -> NumberField:
        field = NumberField(form)
        field.setAccessibleName(name)
        field.setRange(1, _MOST_DAYS)
        return field


def _counted(found: Stopping) -> str:
    series, contacts = len(found.series), len(found.contacts)
    first = "1 serie" if series == 1 else f"{series} serier"
    return f"{first} med {contacts} kontakt" + ("" if contacts == 1 else "er")
