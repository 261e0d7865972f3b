"""What helps on the way: ready steps, a guide for relatives, and the walk's plan for rain."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bostoette.models.step_lists import GuidedSteps
from bostoette.ui.emptied import emptied
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.words import Words

TRIP_VALUED = (
    "Turen til butikken betyder noget for borgeren. Gå hellere turen sammen end at handle "
    "online. (P50)"
)
STEPS = "Trin til dagsordenen"
GUIDE = "Sådan hjælper I med opkaldet"
RAIN = "Dårligt vejr"
ASKS_TRIP = "Er turen til butikken noget værd for borgeren?"


class StepsView(PanelGroup):
    """Buttons for ready lists; the trip to the shop is asked about before it is replaced."""

    steps_asked = Signal(str)
    """Put in the ready list with this id."""
    trip_asked = Signal()
    """The trip is worth something."""
    rain_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, STEPS, parent)
        self.words = Words(parent=self)
        self.warning = Words(parent=self)
        self.rain = self._button("Dårligt vejr: brug alternativet")
        self.yes = self._button("Ja, turen er noget værd")
        self.no = self._button("Nej, indsæt trinene")
        self.lists: dict[str, QPushButton] = {}
        self._asked = ""
        self._valued = False
        self._rows = QWidget(self)
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        for widget in (self.words, self.rain, self._rows, self.warning, self.yes, self.no):
            self.column.addWidget(widget)
        self.rain.clicked.connect(self.rain_asked)
        self.yes.clicked.connect(self._say_valued)
        self.no.clicked.connect(self._put_in)
        self.dress()

    def show_steps(
        self, offered: Sequence[GuidedSteps], guide: Sequence[str], rain: str, *, valued: bool
    ) -> None:
        """Show what helps with a contact."""
        self._valued, self._asked = valued, ""
        self._name_it(offered, guide)
        numbered = [f"{number}. {step}" for number, step in enumerate(guide, start=1)]
        self.words.setText("\n".join(numbered) or (f"Ved dårligt vejr: {rain}" if rain else ""))
        self.words.setVisible(bool(numbered or rain))
        self.rain.setVisible(bool(rain))
        emptied(self._lines)
        self.lists = {}
        for one in offered:
            button = self._button(f"Indsæt trin: {one.title}")
            button.clicked.connect(lambda _on=False, one=one: self._choose(one))
            self.lists[one.id] = button
            self._lines.addWidget(button)
        self._ask_trip(asking=False)

    def _name_it(self, offered: Sequence[GuidedSteps], guide: Sequence[str]) -> None:
        title = STEPS if offered else GUIDE if guide else RAIN
        self.heading.setText(title.upper())
        self.heading.setAccessibleName(title)
        self.setAccessibleName(title)

    def _choose(self, steps: GuidedSteps) -> None:
        if steps.asks_trip:
            self._asked = steps.id
            self._ask_trip(asking=True)
            self.no.setFocus()
        else:
            self.steps_asked.emit(steps.id)

    def _ask_trip(self, *, asking: bool) -> None:
        self.warning.setText((TRIP_VALUED if self._valued else ASKS_TRIP) if asking else "")
        for widget in (self.warning, self.no):
            widget.setVisible(asking)
        self.yes.setVisible(asking and not self._valued)
        self.no.setText("Indsæt trinene alligevel" if self._valued else "Nej, indsæt trinene")
        self.no.setAccessibleName(self.no.text())
        self.stops.set_stops([self.rain, *self.lists.values(), self.yes, self.no])

    def _say_valued(self) -> None:
        self._valued = True
        self.trip_asked.emit()
        self._ask_trip(asking=True)

    def _put_in(self) -> None:
        asked = self._asked
        self._ask_trip(asking=False)
        self.steps_asked.emit(asked)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.setAccessibleName(words)
        return button

    def dress(self) -> None:
        """Wear the theme's colours and sizes."""
        super().dress()
        if hasattr(self, "warning"):
            self.warning.setStyleSheet(f"color: {self.theme.tokens.warn};")
