"""Which days the figures are about: a few ready periods, or dates of one's own."""

from collections.abc import Callable
from datetime import date
from enum import Enum

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from bostoette.models.figure_scope import Period
from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.planning.figure_steps import (
    calendar_year,
    month_before,
    month_of,
    moved,
    own_period,
    quarter_of,
    year_up_to,
)
from bostoette.ui import icons
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.date_field import DateField
from bostoette.ui.kept_together import KeptTogether
from bostoette.ui.step_button import step_button
from bostoette.ui.theme import Theme


class Span(Enum):
    """The periods that are offered."""

    WEEK = "Denne uge"
    MONTH = "Denne måned"
    MONTH_BEFORE = "Sidste måned"
    QUARTER = "Dette kvartal"
    YEAR = "Seneste 12 måneder"
    CALENDAR_YEAR = "Dette år"
    YEAR_BEFORE = "Sidste år"
    OWN = "Egne datoer"


_READY = tuple(span for span in Span if span is not Span.OWN)


class PeriodChoice(QObject):
    """Its parts lie in the bar: the list, and two dates where they are one's own."""

    chosen = Signal()
    refused = Signal(str)
    """What is wrong with the dates that were typed."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today, self._bar = today, parent
        self.spans = ChoiceBox("Periode", [(one, one.value) for one in Span], parent)
        self.spans.box.setMinimumContentsLength(max(len(one.value) for one in Span))
        self.spans.choose(Span.QUARTER)
        self.back = self._step("chevron-left", "Perioden før (Alt+Venstre)", -1)
        self.on = self._step("chevron-right", "Perioden efter (Alt+Højre)", 1)
        self.arrows = KeptTogether((self.back, self.on), parent)
        self.first = DateField("Fra og med", today, "fra, dd/mm", parent)
        self.last = DateField("Til og med", today, "til, dd/mm", parent)
        self.dash = QLabel("til", parent)
        self._period = quarter_of(today)
        self._show_dates()
        self.spans.box.activated.connect(lambda _place: self._choose())
        self.first.editingFinished.connect(self._take_dates)
        self.last.editingFinished.connect(self._take_dates)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What lies in the bar, in order."""
        return (self.spans.box, self.first, self.dash, self.last, self.arrows)

    @property
    def period(self) -> Period:
        """The days that are chosen."""
        return self._period

    def offer(self, *, offered: bool) -> None:
        """Offer the choice, or hide it where days are chosen in another way."""
        for part in self.parts:
            part.setVisible(offered)
        if offered:
            self._show_dates()

    def take(self, span: Span) -> None:
        """Choose one of the ready periods."""
        self.spans.choose(span)
        self._choose()

    def go(self, by: int) -> None:
        """Go to the period before (-1) or after (1), as long as the one that is chosen.

        One that has a name is shown by it; any other by its dates, which are always true.
        """
        period = moved(self._period, by)
        self.spans.choose(
            next(
                (span for span in _READY if _days(_period_of(span, self._today)) == _days(period)),
                Span.OWN,
            )
        )
        self.first.show_day(period.first)
        self.last.show_day(period.last)
        self._show_dates()
        self._take(period)

    def dress(self, theme: Theme) -> None:
        """Draw the arrows in the scheme's ink and size."""
        size = theme.pixels(16)
        for button in (self.back, self.on):
            button.setIcon(icons.icon(button.property("icon_name"), theme.tokens.ink))
            button.setIconSize(QSize(size, size))

    def _step(self, icon: str, words: str, by: int) -> QToolButton:
        button = step_button(self._bar, icon, words)
        button.clicked.connect(lambda: self.go(by))
        return button

    def _choose(self) -> None:
        span = self.spans.value
        if span is Span.OWN:
            self.first.show_day(self._period.first)
            self.last.show_day(self._period.last)
        else:
            self._take(_period_of(span, self._today))
        self._show_dates()

    def _take_dates(self) -> None:
        if self.spans.value is not Span.OWN:
            return
        try:
            first, last = self.first.day(), self.last.day()
        except PlanError as error:
            self.refused.emit(error.sentence)
            return
        if first is None or last is None:
            return
        if last < first:
            self.refused.emit("Den sidste dag ligger før den første. Tallene er ikke ændret.")
            return
        self._take(own_period(first, last))

    def _take(self, period: Period) -> None:
        if period != self._period:
            self._period = period
            self.chosen.emit()

    def _show_dates(self) -> None:
        for part in (self.first, self.dash, self.last):
            part.setVisible(self.spans.value is Span.OWN)


def _days(period: Period) -> tuple[date, date]:
    return (period.first, period.last)


def _period_of(span: Span, today: date) -> Period:
    """Return the days of a ready period; the month's where it is one's own."""
    return _OF_TODAY.get(span, month_of)(today)


def _week_of(day: date) -> Period:
    week = IsoWeek.of(day)
    return Period(week.monday, week.sunday)


_OF_TODAY: dict[Span, Callable[[date], Period]] = {
    Span.WEEK: _week_of,
    Span.MONTH: month_of,
    Span.MONTH_BEFORE: month_before,
    Span.QUARTER: quarter_of,
    Span.YEAR: year_up_to,
    Span.CALENDAR_YEAR: lambda today: calendar_year(today.year),
    Span.YEAR_BEFORE: lambda today: calendar_year(today.year - 1),
}
