"""What can be chosen about an export: whose calendar, which days, how much it tells, extras."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.calendar_event import CalendarReader, ExportLevel, ReaderKind
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import MONTHS, week_title
from bostoette.services.calendar_out import ExportAsk
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.date_field import DateField
from bostoette.ui.exchange.level_choice import LevelChoice
from bostoette.ui.words import quiet

OWN_DAYS = "Fra og til"
ALARMS = (
    (None, "Ingen"),
    (10, "10 min før"),
    (15, "15 min før"),
    (30, "30 min før"),
    (60, "1 t før"),
)
KINDS = (
    (ReaderKind.WORKER, "En medarbejders kalender"),
    (ReaderKind.CITIZEN, "En borgers egen kalender"),
    (ReaderKind.PARTICIPANT, "En deltagers del af en kontakt"),
)


@dataclass(frozen=True, slots=True)
class WhoChoice:
    """One whose calendar the file can be for, as she reads on screen."""

    reader: CalendarReader
    words: str
    contact_id: Key | None = None


Offer = Callable[[ReaderKind, date, date], tuple[WhoChoice, ...]]


class ExportChoices(QWidget):
    """Takes the choices and gives an `ExportAsk`."""

    changed = Signal()

    def __init__(
        self,
        offer: Offer,
        week: IsoWeek,
        today: date,
        off: frozenset[ExportLevel],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._offered: tuple[WhoChoice, ...] = ()
        self.kind = CalmBox(self)
        self.who = CalmBox(self)
        self.days = CalmBox(self)
        self.first = DateField("Første dag", today, parent=self)
        self.last = DateField("Sidste dag", today, parent=self)
        self.level = LevelChoice(off, self)
        self.whole_series = QCheckBox("Hele serier som én aftale", self)
        self.alarm = CalmBox(self)
        self.empty = quiet("", self)
        self._fill(week)
        self._lay_out()
        self._name()
        self._take_days(0)
        self._connect()

    def start_with(self, reader: CalendarReader) -> None:
        """Choose whose calendar."""
        self.kind.setCurrentIndex([kind for kind, _ in KINDS].index(reader.kind))
        self._offer_who()
        place = next((n for n, one in enumerate(self._offered) if one.reader == reader), 0)
        self.who.setCurrentIndex(place)

    def start_on(self, first: date, last: date) -> None:
        """Choose the days."""
        self.first.show_day(first)
        self.last.show_day(last)
        self._take_typed_days()

    def ask(self) -> ExportAsk | None:
        """Return what is wanted; None where there is nobody to choose. Raises PlanError."""
        first, last = self.first.needed_day(), self.last.needed_day()
        if not self._offered:
            return None
        who = self._offered[max(0, self.who.currentIndex())]
        kind = who.reader.kind
        return ExportAsk(
            who.reader,
            first,
            last,
            self.level.level,
            self.alarm.currentData(),
            whole_series=self.whole_series.isChecked() and kind is not ReaderKind.PARTICIPANT,
            contact_id=who.contact_id,
        )

    def _fill(self, week: IsoWeek) -> None:
        for _kind, words in KINDS:
            self.kind.addItem(words)
        for words, first, last in _periods(week):
            self.days.addItem(words, (first, last))
        self.days.addItem(OWN_DAYS, None)
        for minutes, words in ALARMS:
            self.alarm.addItem(words, minutes)

    def _connect(self) -> None:
        self.kind.activated.connect(self._offer_who)
        self.who.activated.connect(self.changed)
        self.days.activated.connect(self._take_days)
        for field in (self.first, self.last):
            field.editingFinished.connect(self._take_typed_days)
            field.returnPressed.connect(self._take_typed_days)
        self.level.changed.connect(self.changed)
        self.whole_series.toggled.connect(self.changed)
        self.alarm.activated.connect(self.changed)

    def _name(self) -> None:
        for widget, name in (
            (self.kind, "Slags kalender"),
            (self.who, "Hvis kalender"),
            (self.days, "Hvilke dage"),
            (self.alarm, "Påmindelse"),
        ):
            widget.setAccessibleName(name)
            widget.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            widget.setMinimumContentsLength(12)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(_heading("Hvis kalender", self))
        for widget in (self.kind, self.who, self.empty):
            column.addWidget(widget)
        column.addWidget(_heading("Hvilke dage", self))
        column.addWidget(self.days)
        rows = QFormLayout()
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.addRow("Fra", self.first)
        rows.addRow("Til", self.last)
        column.addLayout(rows)
        column.addWidget(_heading("Hvor meget står der", self))
        column.addWidget(self.level)
        column.addWidget(_heading("Andet", self))
        column.addWidget(self.whole_series)
        extra = QFormLayout()
        extra.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        extra.addRow("Påmindelse", self.alarm)
        column.addLayout(extra)
        column.addStretch(1)

    def _offer_who(self) -> None:
        kind = KINDS[self.kind.currentIndex()][0]
        try:
            first, last = self.first.needed_day(), self.last.needed_day()
        except PlanError:
            self.changed.emit()
            return
        before = self.who.currentText()
        self._offered = self._offer(kind, first, last)
        self.who.clear()
        for one in self._offered:
            self.who.addItem(one.words)
        self.who.setCurrentIndex(max(0, self.who.findText(before)))
        self.who.setVisible(bool(self._offered))
        self.empty.setText("" if self._offered else _nobody(kind))
        self.empty.setVisible(not self._offered)
        self.level.show_for(kind)
        self.whole_series.setVisible(kind is not ReaderKind.PARTICIPANT)
        self.changed.emit()

    def _take_days(self, place: int) -> None:
        period = self.days.itemData(place)
        if period is None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.first.show_day(period[0])
        self.last.show_day(period[1])
        self._offer_who()

    def _take_typed_days(self) -> None:
        try:
            typed = self.first.needed_day(), self.last.needed_day()
        except PlanError:
            self.changed.emit()
            return
        known = [self.days.itemData(place) for place in range(self.days.count())]
        self.days.setCurrentIndex(known.index(typed) if typed in known else len(known) - 1)
        self._offer_who()


def _periods(week: IsoWeek) -> tuple[tuple[str, date, date], ...]:
    """Return the periods that people often want, in words and days."""
    monday, sunday = week.monday, week.sunday
    thursday = monday + timedelta(days=3)
    month_end = monthrange(thursday.year, thursday.month)[1]
    return (
        (week_title(week).capitalize(), monday, sunday),
        (f"Fire uger fra {week_title(week)}", monday, sunday + timedelta(weeks=3)),
        (
            f"{MONTHS[thursday.month - 1].capitalize()} {thursday.year}",
            thursday.replace(day=1),
            thursday.replace(day=month_end),
        ),
        (f"Hele {thursday.year}", date(thursday.year, 1, 1), date(thursday.year, 12, 31)),
        (f"Et år fra {week_title(week)}", monday, monday + timedelta(weeks=52, days=-1)),
    )


def _nobody(kind: ReaderKind) -> str:
    if kind is ReaderKind.PARTICIPANT:
        return "Ingen andre deltager i kontakter de dage. Skriv dem på kontakten under deltagere."
    return "Her er ingen at vælge endnu."


def _heading(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("heading", "true")
    return label
