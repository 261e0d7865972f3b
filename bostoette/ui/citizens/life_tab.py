"""The tab *Forløb*: the citizen's own voice, and what goes on around her contacts."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.models.citizen_life import PairRelation
from bostoette.ui.button_row import ButtonRow
from bostoette.ui.citizens.citizen_facts import Shown
from bostoette.ui.citizens.fact_card import FactCard
from bostoette.ui.citizens.life_facts import (
    on_demand_facts,
    on_demand_now,
    phase_out_facts,
    phase_out_note,
    relation_facts,
    risk_facts,
    satisfaction_facts,
    triage_facts,
    triage_note,
    trial_facts,
    voice_facts,
)
from bostoette.ui.seen_tab import SeenTab
from bostoette.ui.theme import Theme

ReadRelations = Callable[[], tuple[PairRelation, ...]]


class LifeTab(SeenTab):
    """Cards below each other; all their buttons are one Tab stop with arrows between them."""

    back_asked = Signal()
    """The person wants to agree on fixed contacts again."""
    on_demand_asked = Signal()
    plan_asked = Signal()
    """The person wants to plan a phase-out."""
    stop_asked = Signal()
    """The person wants to stop the phase-out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._on_demand = self._running = False
        self.setAccessibleName("Forløb")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        self.voice = self._card("Borgerens egen stemme", "Spørg nu", _NOT_ASKED)
        self.satisfaction = self._card("Tilfredshed", "", _NO_ANSWERS)
        self.risk = self._card("Risiko", "Ny vurdering", "")
        self.triage = self._card("Når der mangler hænder", "Vurdér", _NOT_JUDGED)
        self.trials = self._card("Prøveforløb", "Prøv en form", _NO_TRIALS)
        self.ready = self._card("Færdige serier", "Læg en serie", _READY)
        self.on_demand = self._card("Kontakt efter behov", "", _NOT_ON_DEMAND)
        self.phase_out = self._card("Nedtrapning", "", _NO_PATH)
        self.relations = self._card("Hvem kender borgeren?", "", _NOBODY)
        self._row = ButtonRow(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, theme.pixels(4), 0)
        column.setSpacing(theme.pixels(12))
        for card in self.cards():
            column.addWidget(card)
        column.addStretch(1)
        self.hold(self._inside)
        self.on_demand.action_asked.connect(self._ask_on_demand)
        self.phase_out.action_asked.connect(self._ask_phase_out)

    def cards(self) -> tuple[FactCard, ...]:
        """Return the cards from top to bottom."""
        return (
            self.voice,
            self.satisfaction,
            self.risk,
            self.triage,
            self.trials,
            self.ready,
            self.on_demand,
            self.phase_out,
            self.relations,
        )

    def show_citizen(self, shown: Shown, relations: ReadRelations) -> None:
        """Show a citizen, at once only where it is seen; only then who knows her is read."""
        self.fill_once_seen(partial(self._fill, shown, relations))

    def _fill(self, shown: Shown, read_relations: ReadRelations) -> None:
        life = shown.page.life
        path = life.phase_out
        self._on_demand = on_demand_now(life.on_demand) is not None
        self._running = path is not None
        self.voice.name_action("Spørg nu" if shown.page.voice.nothing else "Ret")
        self.on_demand.name_action(
            "Tilbage til faste kontakter" if self._on_demand else "Skift til efter behov"
        )
        self.phase_out.name_action("Stop nedtrapning" if self._running else "Læg en plan")
        self.voice.show_facts(voice_facts(shown))
        self.satisfaction.show_facts(satisfaction_facts(shown.page.satisfaction))
        self.risk.show_facts(risk_facts(shown))
        self.triage.show_facts(triage_facts(shown), triage_note(shown))
        self.triage.warn(bool(life.judge_again and life.judge_again <= shown.today))
        self.trials.show_facts(trial_facts(shown))
        self.ready.show_facts(())
        self.on_demand.show_facts(on_demand_facts(shown))
        self.phase_out.show_facts(phase_out_facts(shown), phase_out_note(path))
        self.phase_out.warn(bool(phase_out_note(path)))
        self.relations.show_facts(relation_facts(read_relations()))
        for card in self.cards():
            card.action.setEnabled(not shown.details.status.stops_everything)
        self._row.hold([button for card in self.cards() for button in card.buttons()])

    def _ask_on_demand(self) -> None:
        (self.back_asked if self._on_demand else self.on_demand_asked).emit()

    def _ask_phase_out(self) -> None:
        (self.stop_asked if self._running else self.plan_asked).emit()

    def _card(self, title: str, action: str, nothing: str) -> FactCard:
        return FactCard(self._theme, title, action, nothing, self._inside)


_NOT_ASKED = (
    "Ingen har spurgt endnu. Hvad betyder noget, når I mødes og skilles? Hvornår på dagen er der "
    "kræfter, og hvor vil borgeren gerne eller helst ikke mødes?"
)
_NO_ANSWERS = "Ingen svar endnu. Borgeren spørges af og til efter en kontakt, i notatet."
_NOT_JUDGED = "Ikke vurderet endnu: skal der besøg til, eller kan telefon gå for en tid?"
_NO_TRIALS = "Intet prøves af. Prøv en form i en periode med et spørgsmål, I vil have svar på."
_READY = (
    "Efter udskrivelse: et opkald hver dag i to uger og et besøg om ugen. "
    "Få dagen i gang: et kort opkald hver hverdag."
)
_NOT_ON_DEMAND = "Borgeren har faste kontakter. Nogle klarer sig med selv at henvende sig."
_NO_PATH = "Der er ingen plan for mindre støtte. Intet ændres, før I tager et trin."
_NOBODY = "Ingen i teamet har mødt borgeren ansigt til ansigt endnu."
