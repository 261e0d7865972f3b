"""Working hours for the seven weekdays: told in one line, unfolded to be changed."""

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.clock_time import read_clock
from bostoette.models.wording import WEEKDAYS, WEEKDAYS_SHORT, clock, duration
from bostoette.models.working_hours import DayHours, WorkingHours
from bostoette.ui.notice import Notice
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

_USUAL = (480, 960)
_NO_TIME = "Skriv klokkeslæt, for eksempel 8 eller 8.30."
_WRONG_ORDER = "Arbejdstiden skal slutte senere, end den begynder."


@dataclass(frozen=True, slots=True)
class _DayRow:
    """One weekday's widgets."""

    worked: QCheckBox
    start: QLineEdit
    end: QLineEdit
    fault: Notice

    def read(self) -> tuple[DayHours, str]:
        """Give the day's hours, and what is wrong with them."""
        if not self.worked.isChecked():
            return None, ""
        start, end = read_clock(self.start.text()), read_clock(self.end.text())
        if start is None or end is None:
            return None, _NO_TIME
        return ((start, end), "") if start < end else (None, _WRONG_ORDER)

    def fill(self, hours: DayHours) -> None:
        """Show a day's hours; a day off keeps times to begin from."""
        start, end = hours or _USUAL
        self.start.setText(clock(start))
        self.end.setText(clock(end))
        self.worked.setChecked(hours is not None)
        self.let_type(hours is not None)

    def let_type(self, worked: bool) -> None:  # noqa: FBT001 - a slot of the box's signal
        """Take times only for a day that is worked."""
        self.start.setEnabled(worked)
        self.end.setEnabled(worked)


class HoursFields(QWidget):
    """The week's hours in words, and a row for each weekday behind a button."""

    def __init__(self, theme: Theme, hours: WorkingHours) -> None:
        super().__init__()
        self._theme = theme
        label = QLabel("Arbejdstid", self)
        label.setProperty("heading", "true")
        self.summary = Words(parent=self)
        self.change_button = QPushButton("Ret arbejdstiden", self)
        self.change_button.setAccessibleName("Ret arbejdstiden")
        self.change_button.setAutoDefault(True)
        self.change_button.setCheckable(True)
        self._days = QWidget(self)
        self.rows = tuple(self._make_row(day) for day in range(len(WEEKDAYS)))
        self.change_button.toggled.connect(self._days.setVisible)
        self._lay_out(label)
        for row, day_hours in zip(self.rows, hours.days, strict=True):
            row.fill(day_hours)
        self._days.hide()
        self._tell()

    def hours(self) -> WorkingHours | None:
        """Give the hours, or None while a day is wrong."""
        read = [row.read() for row in self.rows]
        if any(fault for _, fault in read):
            return None
        return WorkingHours(tuple(hours for hours, _ in read))

    def faulty_field(self) -> QWidget | None:
        """Say beside each day what is wrong; give the first field to correct, or None."""
        faulty: QWidget | None = None
        for row in self.rows:
            fault = row.read()[1]
            row.fault.say(fault)
            if fault and faulty is None:
                faulty = row.end if read_clock(row.start.text()) is not None else row.start
        if faulty is not None:
            self.change_button.setChecked(True)
        return faulty

    def _make_row(self, day: int) -> _DayRow:
        name = WEEKDAYS[day]
        row = _DayRow(
            QCheckBox(name, self._days), QLineEdit(), QLineEdit(), Notice(self._theme, self._days)
        )
        row.worked.setAccessibleName(f"Arbejder {name}")
        for field, word in ((row.start, "fra"), (row.end, "til")):
            field.setAccessibleName(f"{name} {word}")
            field.setMaxLength(10)
            field.textEdited.connect(self._tell)
            field.textEdited.connect(row.fault.clear)
            field.editingFinished.connect(lambda field=field: _tidy(field))
        row.worked.toggled.connect(row.let_type)
        row.worked.toggled.connect(self._tell)
        row.worked.toggled.connect(row.fault.clear)
        return row

    def _lay_out(self, label: QLabel) -> None:
        grid = QGridLayout(self._days)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for place, row in enumerate(self.rows):
            grid.addWidget(row.worked, 2 * place, 0)
            grid.addWidget(row.start, 2 * place, 1)
            grid.addWidget(QLabel("–", self._days), 2 * place, 2)
            grid.addWidget(row.end, 2 * place, 3)
            grid.addWidget(row.fault, 2 * place + 1, 0, 1, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.pixels(4))
        column.addWidget(label)
        column.addWidget(self.summary)
        column.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._days)

    def _tell(self) -> None:
        hours = self.hours()
        self.summary.setText(in_words(hours) if hours else "En af dagene mangler en tid.")
        self.change_button.setAccessibleDescription(self.summary.text())


def in_words(hours: WorkingHours) -> str:
    """Say a week's hours in a line: ``man.–tor. 08.00–16.00, fre. 08.00–13.00 · 37 t om ugen``."""
    told = []
    for day_hours, group in groupby(range(len(WEEKDAYS)), key=hours.days.__getitem__):
        days = list(group)
        if day_hours is not None:
            times = "–".join(clock(minutes) for minutes in day_hours)
            told.append(f"{_days_in_words(days)} {times}")
    total = f"{duration(hours.weekly_minutes)} om ugen"
    return f"{', '.join(told)} · {total}" if told else "Ingen faste arbejdsdage"


def _days_in_words(days: list[int]) -> str:
    first, last = WEEKDAYS_SHORT[days[0]], WEEKDAYS_SHORT[days[-1]]
    return first if len(days) == 1 else f"{first}–{last}"


def _tidy(field: QLineEdit) -> None:
    """Write a time as the program writes times, once it can be read."""
    minutes = read_clock(field.text())
    if minutes is not None:
        field.setText(clock(minutes))
