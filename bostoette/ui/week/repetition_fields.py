"""How a series repeats: every so many weeks, on which weekdays, and where it ends."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.models.series_change import SeriesEnd
from bostoette.models.series_rule import MOST_DATES, MOST_WEEKS_APART, SeriesRule
from bostoette.models.wording import WEEKDAYS, WEEKDAYS_SHORT
from bostoette.planning.danish_date import parse_day
from bostoette.ui.number_field import NumberField

USUAL_COUNT = 10
FIELD_EDGES = 24
"""Pixels that a field's edges take, on both sides together."""
_OPEN, _COUNT, _UNTIL = range(3)


class RepetitionFields(QWidget):
    """Asks for the repetition; ``changed`` at every change."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.weeks = NumberField(self)
        self.weeks.setRange(1, MOST_WEEKS_APART)
        self.weeks.setAccessibleName("Hver så mange uger")
        self.weeks.setPrefix("hver ")
        self.weeks.setSuffix(". uge")
        self.weeks.setSpecialValueText("hver uge")
        self.days = tuple(QCheckBox(short, self) for short in WEEKDAYS_SHORT)
        for box, name in zip(self.days, WEEKDAYS, strict=True):
            box.setAccessibleName(name)
        self._ends = QButtonGroup(self)
        self.open_end = QRadioButton("&Indtil videre", self)
        self.counted = QRadioButton("&Efter", self)
        self.dated = QRadioButton("&Til og med", self)
        for place, choice in enumerate((self.open_end, self.counted, self.dated)):
            self._ends.addButton(choice, place)
        self.count = NumberField(self)
        self.count.setRange(1, MOST_DATES)
        self.count.setValue(USUAL_COUNT)
        self.count.setSuffix(" gange")
        self.count.valueChanged.connect(
            lambda times: self.count.setSuffix(" gang" if times == 1 else " gange")
        )
        self.count.setAccessibleName("Antal gange")
        self.until = QLineEdit(self)
        self.until.setAccessibleName("Slutdato")
        self.until.setPlaceholderText("26/3")
        self.until.setMinimumWidth(self.fontMetrics().horizontalAdvance("00/00/0000") + FIELD_EDGES)
        self.open_end.setChecked(True)
        self._lay_out()
        self._connect()

    def begin(self, day: date) -> None:
        """Begin with every week on the day's weekday."""
        self.days[day.weekday()].setChecked(True)

    def show_rule(self, rule: SeriesRule) -> None:
        """Show a stored rule."""
        self.blockSignals(True)  # noqa: FBT003 – Qt's signature
        self.weeks.setValue(rule.every_weeks)
        for weekday, box in enumerate(self.days):
            box.setChecked(weekday in rule.weekdays)
        if rule.until is not None:
            self.until.setText(rule.until.strftime("%d/%m/%Y"))
            self.dated.setChecked(True)
        elif rule.count is not None:
            self.count.setValue(rule.count)
            self.counted.setChecked(True)
        self.blockSignals(False)  # noqa: FBT003 – Qt's signature

    @property
    def every_weeks(self) -> int:
        """Every so many weeks."""
        return self.weeks.value()

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The chosen weekdays, Monday as 0; raises PlanError where there is none."""
        chosen = tuple(weekday for weekday, box in enumerate(self.days) if box.isChecked())
        if not chosen:
            raise PlanError("Vælg mindst én ugedag. Intet er gemt endnu.")
        return chosen

    def end(self) -> SeriesEnd:
        """Return where it ends; raises PlanError where the date cannot be read."""
        match self._ends.checkedId():
            case place if place == _COUNT:
                return SeriesEnd(count=self.count.value())
            case place if place == _UNTIL:
                return SeriesEnd(until=parse_day(self.until.text(), self._today))
        return SeriesEnd()

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        for box in self.days:
            days.addWidget(box)
        days.addStretch(1)
        ends = QHBoxLayout()
        for widget in (self.open_end, self.counted, self.count, self.dated, self.until):
            ends.addWidget(widget)
        ends.addStretch(1)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow("Gentag", self.weeks)
        rows.addRow("Ugedage", days)
        rows.addRow("Slutter", ends)

    def _connect(self) -> None:
        self.weeks.valueChanged.connect(lambda _: self.changed.emit())
        for box in self.days:
            box.toggled.connect(lambda _: self.changed.emit())
        self._ends.idToggled.connect(lambda _id, on: self.changed.emit() if on else None)
        self.count.valueChanged.connect(lambda _: self._choose(self.counted))
        self.until.textEdited.connect(lambda _: self._choose(self.dated))

    def _choose(self, choice: QRadioButton) -> None:
        """Typing a number or a date chooses it."""
        if choice.isChecked():
            self.changed.emit()
        else:
            choice.setChecked(True)
