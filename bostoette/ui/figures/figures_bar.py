"""The bar above the figures: whose, which days, by weeks or months, and what leaves as a file."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QToolButton, QWidget

from bostoette.models.figure_scope import Period, Scope, ScopedPerson, ScopeKind, Scopes, Step
from bostoette.models.key import Key
from bostoette.models.wording import MONTHS_SHORT
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.figures.period_choice import PeriodChoice
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.menu_button import give_menu
from bostoette.ui.naming import Naming
from bostoette.ui.one_stop import OneStop
from bostoette.ui.segmented import Segmented
from bostoette.ui.words import quiet

EDGES = (20, 10, 20, 10)
_NAME = 20
"""So many letters of a name are seen at least."""
_KINDS = (
    (ScopeKind.TEAM, "Team"),
    (ScopeKind.WORKER, "Medarbejder"),
    (ScopeKind.CITIZEN, "Borger"),
)
_STEPS = ((Step.WEEK, "Uger"), (Step.MONTH, "Måneder"))


class FiguresBar(QFrame):
    """Says whose figures are shown and for which days, and asks for others."""

    chosen = Signal()
    refused = Signal(str)
    csv_asked = Signal()
    paper_asked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weekBar")
        self._scopes = Scopes(team=False, workers=(), citizens=())
        self._naming, self._today = Naming(), today
        self._scope = Scope()
        self._step: Step | None = None
        self.title = QLabel("Overblik", self)
        self.title.setObjectName("pageTitle")
        self.kinds = Segmented("Hvis tal", self)
        self.people: ChoiceBox[Key] = ChoiceBox("Hvem", (), self)
        self.people.box.setMinimumContentsLength(_NAME)
        self.period = PeriodChoice(today, self)
        self.steps = Segmented("Vis efter", self)
        self.steps.offer([(step, word, f"Vis efter {word.lower()}") for step, word in _STEPS])
        self.more = QToolButton(self)
        self.more.setText("Mere")
        self.more.setAccessibleName("Mere: gem tallene")
        self.menu = QMenu(self.more)
        give_menu(self.more, self.menu)
        for words, signal in (
            ("Gem tallene som CSV …", self.csv_asked),
            ("Tallene på papir eller PDF …", self.paper_asked),
        ):
            action = self.menu.addAction(words)
            action.triggered.connect(lambda _checked=False, signal=signal: signal.emit())
        self.menu.addSeparator()
        self._with_names = self.menu.addAction("Med navne i filen")
        self._with_names.setCheckable(True)
        self.days = quiet("", self)
        self.days.setWordWrap(False)
        self.days.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._connect()
        self._show_step()

    @property
    def with_names(self) -> bool:
        """Whether names are wanted in what leaves; initials otherwise."""
        return self._with_names.isChecked()

    @property
    def workers(self) -> int:
        """How many workers' figures may be seen."""
        return len(self._scopes.workers)

    @property
    def scope(self) -> Scope:
        """Whose figures are chosen."""
        return self._scope

    @property
    def span(self) -> Period:
        """The days that are chosen, by weeks or months."""
        period = self.period.period
        return period if self._step is None else replace(period, step=self._step)

    @property
    def person(self) -> ScopedPerson | None:
        """Who is chosen; None for the team."""
        return next((one for one in self._people() if one.key == self._scope.key), None)

    def offer(self, scopes: Scopes, actor_id: Key, naming: Naming) -> None:
        """Offer whose figures may be seen; what was chosen stays where it still may be."""
        first = not (self._scopes.workers or self._scopes.citizens)
        self._scopes, self._naming = scopes, naming
        there = {
            ScopeKind.TEAM: scopes.team,
            ScopeKind.WORKER: bool(scopes.workers),
            ScopeKind.CITIZEN: bool(scopes.citizens),
        }
        self.kinds.offer(
            [(one, word, f"Tal for {word.lower()}") for one, word in _KINDS if there[one]]
        )
        if first or not there[self._scope.kind]:
            self._scope = Scope() if scopes.team else Scope(ScopeKind.WORKER, actor_id)
        self._show_scope()

    def choose(self, scope: Scope) -> None:
        """Choose whose figures."""
        self._scope = scope
        self._show_scope()
        self.chosen.emit()

    def ask_for_days(self, *, asks: bool) -> None:
        """Ask which days, or leave that to what has months of its own."""
        self.period.offer(offered=asks)
        for part in (self.steps, self.days):
            part.setVisible(asks)

    def by(self, step: Step) -> None:
        """Show by weeks or by months."""
        self._step = step
        self._show_step()
        self.chosen.emit()

    def _take_kind(self, kind: ScopeKind) -> None:
        self._scope = Scope(kind)
        people = self._people()
        self.choose(Scope(kind, people[0].key if people else b""))

    def _people(self) -> tuple[ScopedPerson, ...]:
        match self._scope.kind:
            case ScopeKind.WORKER:
                return self._scopes.workers
            case ScopeKind.CITIZEN:
                return self._scopes.citizens
        return ()

    def _show_scope(self) -> None:
        people = self._people()
        self.kinds.show_chosen(self._scope.kind)
        self.people.offer(
            (one.key, self._naming.name_of(f"{one.initials} · {one.name}", one.initials))
            for one in people
        )
        self.people.choose(self._scope.key)
        self.people.box.setVisible(bool(people))

    def _take_period(self) -> None:
        self._step = None
        self._show_step()
        self.chosen.emit()

    def _show_step(self) -> None:
        span = self.span
        self.steps.show_chosen(span.step)
        last = "i dag" if span.first <= self._today <= span.last else _day(span.last)
        self.days.setText(f"{_day(span.first)} – {last}")

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._take_kind)
        self.people.box.activated.connect(
            lambda _place: self.choose(Scope(self._scope.kind, self.people.value))
        )
        self.steps.chosen.connect(self.by)
        self.period.chosen.connect(self._take_period)
        self.period.refused.connect(self.refused)

    def _lay_out(self) -> None:
        flow = FlowLayout(self, 8, 6)
        flow.setContentsMargins(*EDGES)
        for widget in (
            self.title,
            self.kinds,
            self.people.box,
            *self.period.parts,
            self.steps,
            self.more,
            self.days,
        ):
            flow.addWidget(widget)
        OneStop(self, first=(self.kinds,))


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS_SHORT[day.month - 1]} {day.year}"
