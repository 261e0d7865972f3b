"""The list of a series' dates: what each hits, and whether it is held, moved or skipped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QTableWidgetItem,
    QWidget,
)

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.series_change import DateChoices, DateFate
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import from_to, short_day
from bostoette.planning.series_preview import SeriesDate
from bostoette.services.series_changes import ChangedDate
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.week.roomy_table import RoomyTable

NARROW_LETTERS = 65
_DATE, _TOLD, _INSTEAD = range(3)


@dataclass(frozen=True, slots=True)
class DateRow:
    """One line of the list."""

    title: str
    told: str
    day: date | None = None
    """By which a choice is made; None where there is nothing to choose."""
    before: date | None = None
    after: date | None = None


class SeriesDates(RoomyTable):
    """A line a date: a tick says that it is held, a choice offers the free days near it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Seriens datoer", ["Dato", "Se på", "I stedet"], parent)
        self._rows: tuple[DateRow, ...] = ()
        self._chosen: dict[date, date | None] = {}
        self._narrow = False
        head = self.horizontalHeader()
        head.setSectionResizeMode(_TOLD, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_INSTEAD, QHeaderView.ResizeMode.ResizeToContents)
        self._fit_width()
        self.itemChanged.connect(self._take_tick)

    def show_rows(self, rows: Sequence[DateRow]) -> None:
        """Show other lines; choices for days that are still there stay."""
        self._rows = tuple(rows)
        days = {row.day for row in rows}
        self._chosen = {day: other for day, other in self._chosen.items() if day in days}
        self.blockSignals(True)  # noqa: FBT003 – Qt's signature
        self.setRowCount(0)
        self.setRowCount(len(self._rows))
        for place, row in enumerate(self._rows):
            self._fill(place, row)
        self.blockSignals(False)  # noqa: FBT003 – Qt's signature
        self.setColumnHidden(_INSTEAD, not any(row.before or row.after for row in rows))
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each line the height its words have; where it is narrow, all words one column."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().horizontalAdvance("n") * NARROW_LETTERS
        if narrow != self._narrow:
            self._narrow = narrow
            self._fit_width()
            self.show_rows(self._rows)
        self.resizeRowsToContents()

    def _fit_width(self) -> None:
        mode = QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(
            _DATE, mode.Stretch if self._narrow else mode.ResizeToContents
        )
        self.setColumnHidden(_TOLD, self._narrow)

    def choices(self) -> DateChoices:
        """Return what was chosen: another day, or None for a date that is skipped."""
        return dict(self._chosen)

    def _fill(self, place: int, row: DateRow) -> None:
        words = "\n".join(part for part in (row.title, row.told) if part)
        title = QTableWidgetItem(words if self._narrow else row.title.replace(" ", "\u00a0"))
        told = QTableWidgetItem(row.told)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        told.setFlags(flags)
        title.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if row.day else flags)
        if row.day is not None:
            skipped = self._chosen.get(row.day, row.day) is None
            title.setCheckState(Qt.CheckState.Unchecked if skipped else Qt.CheckState.Checked)
            title.setToolTip("Fjern fluebenet for at springe datoen over (mellemrum)")
        self.setItem(place, _DATE, title)
        self.setItem(place, _TOLD, told)
        if row.before or row.after:
            self.setCellWidget(place, _INSTEAD, self._instead(row))

    def _instead(self, row: DateRow) -> QComboBox:
        offer = CalmBox(self)
        offer.setAccessibleName(f"I stedet for {row.title}")
        offer.addItem("Behold dagen", row.day)
        for day, word in ((row.before, "før"), (row.after, "efter")):
            if day is not None:
                offer.addItem(f"{short_day(day)} ({word})", day)
        chosen = self._chosen.get(row.day) if row.day else None
        offer.setCurrentIndex(max(0, offer.findData(chosen)))
        offer.activated.connect(lambda place: self._take_day(row, offer.itemData(place)))
        return offer

    def _take_day(self, row: DateRow, day: date) -> None:
        if row.day is None:
            return
        if day == row.day:
            self._chosen.pop(row.day, None)
        else:
            self._chosen[row.day] = day
        self._tick(row, Qt.CheckState.Checked)

    def _tick(self, row: DateRow, state: Qt.CheckState) -> None:
        self.blockSignals(True)  # noqa: FBT003 – Qt's signature
        item = self.item(self._rows.index(row), _DATE)
        if item is not None:
            item.setCheckState(state)
        self.blockSignals(False)  # noqa: FBT003 – Qt's signature

    def _take_tick(self, item: QTableWidgetItem) -> None:
        row = self._rows[item.row()]
        if item.column() != _DATE or row.day is None:
            return
        if item.checkState() is Qt.CheckState.Unchecked:
            self._chosen[row.day] = None
            return
        offer = self.cellWidget(item.row(), _INSTEAD)
        other = offer.currentData() if isinstance(offer, QComboBox) else row.day
        if other == row.day:
            self._chosen.pop(row.day, None)
        else:
            self._chosen[row.day] = other


def row_of(each: SeriesDate, today: date) -> DateRow:
    """Tell one date of a new series."""
    return DateRow(dated(each.day, today), hit_said(each), each.day, each.before, each.after)


def row_of_change(each: ChangedDate, today: date, *, choosable: bool) -> DateRow:
    """Tell what becomes of one contact."""
    hit = each.hit
    told = [_fate_said(each, today), hit_said(hit) if hit else ""]
    span = each.was or each.to
    assert span is not None  # noqa: S101 - a contact has been or will be
    changes = each.fate in (DateFate.MOVED, DateFate.CHANGED, DateFate.NEW)
    return DateRow(
        _span_said(span, today),
        " · ".join(part for part in told if part),
        each.series_day if choosable and changes else None,
        hit.before if hit and choosable and changes else None,
        hit.after if hit and choosable and changes else None,
    )


def hit_said(each: SeriesDate) -> str:
    """Say what a date hits; empty where it hits nothing."""
    return " · ".join(part for part in (each.holiday, each.absence, each.clash) if part)


def dated(day: date, today: date) -> str:
    """Say a day, with the year where it is another than this."""
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def _span_said(span: TimeSpan, today: date) -> str:
    return f"{dated(span.day, today)} {from_to(span)}"


def _fate_said(each: ChangedDate, today: date) -> str:
    match each.fate:
        case DateFate.MOVED if each.to is not None and each.was is not None:
            if each.to.day == each.was.day:
                return f"flyttes til {from_to(each.to)}"
            return f"flyttes til {_span_said(each.to, today)}"
        case DateFate.FIXED:
            return f"er {each.status.danish} og står fast"
        case DateFate.CANCELLED:
            return "aflyses, da den er aftalt eller i brug"
        case DateFate.KEPT if each.status is ContactStatus.PLANNED:
            return "bliver, som den er"
    return each.fate.danish
