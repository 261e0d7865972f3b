"""Pausing or ending a citizen's support: shows what will stop, and asks before it does."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.plan_error import PlanError
from bostoette.models.stopping import Stopping
from bostoette.models.wording import listed
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.citizens.stopping_list import StoppingList
from bostoette.ui.date_field import DateField
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_ASKED = {
    CitizenStatus.ACTIVE: "Aktiv igen",
    CitizenStatus.PAUSED: "På pause",
    CitizenStatus.ENDED: "Afsluttet",
    CitizenStatus.DEAD: "Borgeren er død",
    CitizenStatus.MOVED_AWAY: "Borgeren er flyttet",
}
_LINES_SHOWN = 7


class EndCitizenDialog(FormDialog):
    """Asks for a status, a day and whether a pause stops what is planned.

    ``save`` gets these three; ``what_stops`` is asked anew whenever the day changes.
    """

    def __init__(
        self,
        theme: Theme,
        who: str,
        status: CitizenStatus,
        today: date,
        *,
        what_stops: Callable[[date], Stopping],
        save: Callable[[CitizenStatus, date, bool], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, f"Skift status – {who}", (560, 560), parent, save_words="Skift status"
        )
        self._ask = what_stops
        form = QWidget(self)
        self.status = ChoiceBox[CitizenStatus](
            "Ny status", [(one, _ASKED[one]) for one in CitizenStatus if one is not status], form
        )
        self.from_day = DateField("Fra og med", today, parent=form)
        self.stop = QCheckBox("Stop det, der er planlagt i pausen", form)
        self.stop.setChecked(True)
        self.said = Words(parent=form)
        self.listed = StoppingList(theme, _LINES_SHOWN, form)
        rows = FormRows(theme, form)
        rows.row(("Ny status", self.status.box), ("Fra og med", self.from_day))
        rows.addWidget(self.stop)
        rows.addWidget(self.said)
        rows.addWidget(self.listed, 1)
        rows.addWidget(quiet("Hele skiftet kan fortrydes i ét trin med Ctrl+Z.", form))
        self.from_day.show_day(today)
        self.hold(
            form,
            lambda: save(self.status.value, self.from_day.needed_day(), self.stop.isChecked()),
        )
        self.status.box.currentIndexChanged.connect(self.look)
        self.from_day.editingFinished.connect(self.look)
        self.stop.toggled.connect(self.look)
        self.look()
        self.begin()

    def changed(self) -> bool:
        """Leave without a question: to close is to let everything stand."""
        return False

    def look(self) -> None:
        """Show anew what would stop."""
        status = self.status.value
        self.stop.setVisible(status is CitizenStatus.PAUSED)
        stops = status.stops_everything or (
            status is CitizenStatus.PAUSED and self.stop.isChecked()
        )
        try:
            found = self._ask(self.from_day.needed_day()) if stops else Stopping()
        except PlanError as error:
            self.tell(error)
            return
        self.untell()
        self.listed.show_what_stops(found)
        self.said.setText(_summary(found, status, stops=stops) + _lent(found))


def _summary(found: Stopping, status: CitizenStatus, *, stops: bool) -> str:
    if not stops:
        if status is CitizenStatus.ACTIVE:
            return (
                "Borgeren kan planlægges igen. Det, der blev stoppet, kommer ikke igen af sig selv."
            )
        return "Det, der er planlagt, bliver stående."
    if found.nothing:
        return "Der er ikke planlagt noget fra den dag, så intet andet ændres."
    counted = [
        _counted(len(found.contacts), "kontakt", "kontakter"),
        _counted(len(found.series), "serie", "serier"),
        _counted(len(found.tasks), "opgave", "opgaver"),
    ]
    return f"Det her stopper: {', '.join(word for word in counted if word)}."


def _lent(found: Stopping) -> str:
    """Remind of what the citizen still has on loan; the loan stays until it is given back."""
    return f" Udstyr, der stadig er lånt ud: {listed(list(found.lent))}." if found.lent else ""


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""
