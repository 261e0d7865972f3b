"""The citizen's own week on paper: which weeks, how many entries, or a calendar file of it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import week_title
from bostoette.services.citizen_week import ENTRY_CHOICES
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.exchange.paper_dialog import PaperDialog, PaperTask
from bostoette.ui.labelled import Labelled
from bostoette.ui.theme import Theme

WEEKS_AHEAD = 4
Period = tuple[IsoWeek, int]
"""The first week, and how many weeks."""


class CitizenWeekDialog(PaperDialog):
    """Shows the page as it will be; what is chosen about its length is kept for the citizen."""

    calendar_asked = Signal()
    """The same is wanted as a calendar file."""

    def __init__(
        self,
        theme: Theme,
        task: PaperTask,
        this_week: IsoWeek,
        entries: int,
        *,
        keep: Callable[[int], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, task, parent)
        self._keep = keep
        self.period = ChoiceBox[Period]("Hvilke uger", _periods(this_week), self)
        self.entries = ChoiceBox[int](
            "Hvor mange aftaler", [(number, _said(number)) for number in ENTRY_CHOICES], self
        )
        self.entries.choose(entries)
        self.calendar = QPushButton("Som kalenderfil (.ics) …", self)
        self.calendar.setAutoDefault(False)
        self.offer(Labelled(theme, "Hvilke uger", self.period.box))
        self.offer(
            Labelled(
                theme,
                "Hvor mange aftaler",
                self.entries.box,
                hint="Gemmes for borgeren og bruges igen næste gang.",
            )
        )
        self.offer(self.calendar)
        self.period.box.currentIndexChanged.connect(self.draw)
        self.entries.box.currentIndexChanged.connect(self._choose)
        self.calendar.clicked.connect(self.calendar_asked)

    def _choose(self) -> None:
        try:
            self._keep(self.entries.value)
        except PlanError as error:
            self.tell(error)
            return
        self.draw()


def _periods(week: IsoWeek) -> list[tuple[Period, str]]:
    words = {0: "Denne uge", 1: "Næste uge"}
    found: list[tuple[Period, str]] = []
    for ahead in range(WEEKS_AHEAD):
        one = week.plus(ahead)
        said = f"{words[ahead]} ({week_title(one)})" if ahead in words else week_title(one)
        found.append(((one, 1), said[:1].upper() + said[1:]))
    found.append(((week, 2), "De næste to uger"))
    return found


def _said(number: int) -> str:
    return "Alle" if number == 0 else f"De første {number}"
