"""Which days the figures are about: a few ready periods, or dates of one's own."""

from datetime import date
from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from bostoette.models.figure_scope import Period
from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.planning.figure_steps import (
    month_before,
    month_of,
    own_period,
    quarter_of,
    year_up_to,
)
from bostoette.ui.citizens.choice_box import ChoiceBox
from bostoette.ui.citizens.date_field import DateField


class Span(Enum):
    """The periods that are offered."""

    WEEK = "Denne uge"
    MONTH = "Denne måned"
    MONTH_BEFORE = "Sidste måned"
    QUARTER = "Dette kvartal"
    YEAR = "Seneste 12 måneder"
    OWN = "Egne datoer"


class PeriodChoice(QObject):
    """Its parts lie in the bar: the list, and two dates where they are one's own."""

    chosen = Signal()
    refused = Signal(str)
    """What is wrong with the dates that were typed."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self.spans = ChoiceBox("Periode", [(one, one.value) for one in Span], parent)
        self.spans.box.setMinimumContentsLength(max(len(one.value) for one in Span))
        self.spans.choose(Span.QUARTER)
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
        return (self.spans.box, self.first, self.dash, self.last)

    @property
    def period(self) -> Period:
        """The days that are chosen."""
        return self._period

    def take(self, span: Span) -> None:
        """Choose one of the ready periods."""
        self.spans.choose(span)
        self._choose()

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


def _period_of(span: Span, today: date) -> Period:
    match span:
        case Span.WEEK:
            week = IsoWeek.of(today)
            return Period(week.monday, week.sunday)
        case Span.MONTH_BEFORE:
            return month_before(today)
        case Span.QUARTER:
            return quarter_of(today)
        case Span.YEAR:
            return year_up_to(today)
    return month_of(today)
