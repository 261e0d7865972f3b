"""The *Udvikling* tab: steps of independence, wellbeing, forms and people over time (P34-P44)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QPushButton, QVBoxLayout, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.models.development import Development, FourWeeks, GoalCurve
from bostoette.models.goal_kinds import Independence
from bostoette.ui.button_row import ButtonRow
from bostoette.ui.emptied import emptied
from bostoette.ui.form_look import look_of
from bostoette.ui.form_pattern import FORM_PATTERNS
from bostoette.ui.goals import development_words as words
from bostoette.ui.goals.bar_chart import Bar, BarChart, BarPart
from bostoette.ui.goals.chart_card import ChartCard
from bostoette.ui.goals.curve_chart import CurveChart, CurvePoint
from bostoette.ui.naming import Naming
from bostoette.ui.seen_tab import SeenTab
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_STEPS = ("Med hjælp", "Lille puf", "Alene")
_SCORES = ("1 af 5", "2", "3", "4", "5 af 5")
_LEAST_SHOWN = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class ShownDevelopment:
    """A citizen's development, and how people are named."""

    development: Development
    naming: Naming


class DevelopmentTab(SeenTab):
    """Reads by ``read`` once it is seen; all its buttons are one Tab stop with arrows inside."""

    visit_asked = Signal()
    ramp_up_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: ShownDevelopment | None = None
        self.cards: list[ChartCard] = []
        self.setAccessibleName("Udvikling")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(self)
        self.break_card = QFrame(inside)
        self.break_card.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.break_card.setAccessibleName("Efter en pause")
        self.break_words = Words(parent=self.break_card)
        self.ramp_up = QPushButton("Se forslag til optrapning", self.break_card)
        self.visit = QPushButton("Planlæg et besøg", inside)
        self.no_goals = quiet("Der er ingen delmål endnu. De skrives under »Delmål«.", inside)
        for button, signal in ((self.ramp_up, self.ramp_up_asked), (self.visit, self.visit_asked)):
            button.setAutoDefault(True)  # Enter presses it, as Space does
            button.clicked.connect(signal)
        self._row = ButtonRow(self)
        self._cards = QVBoxLayout()
        self._lay_out(inside)
        self.hold(inside)
        theme.changed.connect(self._show_again)

    def show_by(self, read: Callable[[], ShownDevelopment]) -> None:
        """Show what ``read`` gives, at once only where it is seen."""
        self.fill_once_seen(partial(self._fill, read))

    def _fill(self, read: Callable[[], ShownDevelopment]) -> None:
        self._shown = read()
        self._show_again()

    def _show_again(self) -> None:
        if self._shown is None:
            return
        shown = self._shown.development
        told = words.gap_said(shown, shown.today)
        self.break_words.setText(told)
        self.break_card.setVisible(bool(told))
        self.no_goals.setVisible(not shown.goals)
        self.visit.setVisible(shown.fall is not None)
        emptied(self._cards)
        self.cards = [self._goal_card(curve, self._shown) for curve in shown.goals]
        self.cards += [self._wellbeing(shown), self._mix(shown), self._workers(shown)]
        for card in self.cards:
            self._cards.addWidget(card)
            card.show()
        buttons: list[QAbstractButton] = [self.ramp_up, self.visit]
        self._row.hold([*buttons, *(card.turn for card in self.cards)])

    def _goal_card(self, curve: GoalCurve, shown: ShownDevelopment) -> ChartCard:
        name = curve.about if shown.naming.discreet else curve.words
        chart = CurveChart(self._theme, f"Trin mod at gøre det selv: {name}", _STEPS)
        points = [CurvePoint(one.day, _level(one.independence)) for one in curve.marks]
        today = shown.development.today
        chart.show_points(points, self._first(curve, today), today, words.steps_said(curve))
        card = ChartCard(self._theme, name, chart, self)
        card.show_values(
            ("Dag", "Hvordan gik det?"),
            words.goal_rows(curve),
            words.goal_note(curve, discreet=shown.naming.discreet),
            words.goal_warning(curve, shown.development.weeks_alone),
        )
        return card

    def _first(self, curve: GoalCurve, today: date) -> date:
        marked = curve.marks[0].day if curve.marks else today
        return min(marked - timedelta(days=3), today - _LEAST_SHOWN)

    def _wellbeing(self, shown: Development) -> ChartCard:
        chart = CurveChart(self._theme, "Trivsel over for kontaktens form", _SCORES)
        points = [
            CurvePoint(one.day, one.score - 1, look_of(one.form).icon, look_of(one.form).ink)
            for one in shown.wellbeing
        ]
        first = shown.wellbeing[0].day if shown.wellbeing else shown.today
        first = min(first - timedelta(days=3), shown.today - _LEAST_SHOWN)
        chart.show_points(points, first, shown.today, words.wellbeing_said(shown.wellbeing))
        card = ChartCard(self._theme, "Trivsel og kontaktform", chart, self)
        card.show_values(
            ("Dag", "Form", "Trivsel"),
            words.wellbeing_rows(shown.wellbeing),
            words.wellbeing_said(shown.wellbeing),
            words.wellbeing_warning(shown),
        )
        return card

    def _mix(self, shown: Development) -> ChartCard:
        chart = BarChart(self._theme, "Kontakter efter form, fire uger ad gangen")
        forms = [form for form in ContactForm if any(one.forms.get(form) for one in shown.periods)]
        said = words.mix_said(shown.periods)
        chart.show_bars([_mix_bar(one, forms) for one in shown.periods], said)
        card = ChartCard(self._theme, "Fordeling over tid", chart, self)
        heads = ("Fire uger", *(form.short_name.capitalize() for form in forms))
        rows = words.mix_rows(shown.periods, forms) if forms else []
        legend = ", ".join(f"{form.short_name} {FORM_PATTERNS[form][1]}" for form in forms)
        drawn = f"Tegnet sådan: {legend}." if forms else ""
        card.show_values(heads, rows, f"{said} {drawn}".strip())
        return card

    def _workers(self, shown: Development) -> ChartCard:
        chart = BarChart(self._theme, "Forskellige medarbejdere, fire uger ad gangen")
        solid = Qt.BrushStyle.SolidPattern
        bars = [
            Bar(words.period_word(one), (BarPart(len(one.workers), "accent", solid),))
            for one in shown.periods
        ]
        said = words.workers_said(shown.periods, shown.most_workers)
        chart.show_bars(bars, said, shown.most_workers)
        card = ChartCard(self._theme, "Forskellige medarbejdere", chart, self)
        rows = [
            (f"Til {words.period_word(one)}", str(len(one.workers)), ", ".join(one.workers))
            for one in reversed(shown.periods)
        ]
        card.show_values(("Fire uger", "Antal", "Hvem"), rows, said)
        return card

    def _lay_out(self, inside: QWidget) -> None:
        gap, edge = self._theme.pixels(12), self._theme.pixels(16)
        pause = QVBoxLayout(self.break_card)
        pause.setContentsMargins(edge, gap, edge, gap)
        pause.addWidget(self.break_words)
        pause.addWidget(self.ramp_up, 0, Qt.AlignmentFlag.AlignLeft)
        self._cards.setSpacing(gap)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self._theme.pixels(4), 0)
        column.setSpacing(gap)
        column.addWidget(self.break_card)
        column.addWidget(self.no_goals)
        column.addWidget(self.visit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._cards)
        column.addStretch(1)


def _level(independence: Independence) -> int:
    return independence.step - 1


def _mix_bar(period: FourWeeks, forms: list[ContactForm]) -> Bar:
    parts = tuple(
        BarPart(period.forms.get(form, 0), look_of(form).ink, FORM_PATTERNS[form][0])
        for form in forms
    )
    return Bar(words.period_word(period), parts)
