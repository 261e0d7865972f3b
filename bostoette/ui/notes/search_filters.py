"""What a search is narrowed to: a citizen, a form, who wrote it, and a period."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bostoette.models.citizen_fields import ListedCitizen, WorkerName
from bostoette.models.contact_form import ContactForm
from bostoette.models.found_text import SearchLimits
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.ui.date_field import DateField
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.naming import Naming
from bostoette.ui.roomy_box import RoomyBox
from bostoette.ui.theme import Theme
from bostoette.ui.week.forgiving_completer import ForgivingCompleter, fold_items

CHOSEN_DAYS = "days"
_PERIODS: tuple[tuple[str, object], ...] = (
    ("Hele tiden", None),
    ("Seneste 7 dage", 7),
    ("Seneste måned", 31),
    ("Seneste 3 måneder", 92),
    ("Seneste år", 366),
    ("Vælg dage", CHOSEN_DAYS),
)
_LEAST = 28


class SearchFilters(QWidget):
    """Four choices in a row that wraps; days are typed where they are chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self.citizen = _box("Borger", self)
        self.citizen.setEditable(True)
        self.citizen.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.form = _box("Form", self)
        self.author = _box("Skrevet af", self)
        self.period = _box("Periode", self)
        self.first = DateField("Fra", today, "Fra, fx 1/10", self)
        self.last = DateField("Til", today, "Til, fx 31/10", self)
        flow = FlowLayout(self, theme.pixels(8), theme.pixels(8))
        flow.setContentsMargins(0, 0, 0, 0)
        everything: tuple[QWidget, ...] = (*self._boxes, self.first, self.last)
        for place, widget in enumerate(everything):
            flow.insert_widget(place, widget)
        _fill(self.form, [("Alle former", None), *((_said(form), form) for form in ContactForm)])
        _fill(self.period, _PERIODS)
        self._connect()
        self._dress()
        theme.changed.connect(self._dress)

    def offer(
        self, citizens: Sequence[ListedCitizen], workers: Sequence[WorkerName], naming: Naming
    ) -> None:
        """Offer these people, keeping who is chosen."""
        named = [(naming.name_of(one.name, one.initials), one.id) for one in citizens]
        writing = [(naming.name_of(one.name, one.initials), one.id) for one in workers]
        _fill(self.citizen, [("Alle borgere", None), *named])
        _fill(self.author, [("Alle medarbejdere", None), *writing])
        fold_items(self.citizen)
        self.citizen.setCompleter(ForgivingCompleter(self.citizen))
        self._dress()

    def choose(self, limits: SearchLimits) -> None:
        """Narrow to these; days as they are given."""
        for box, value in (
            (self.citizen, limits.citizen_id),
            (self.form, limits.form),
            (self.author, limits.author_id),
            (self.period, CHOSEN_DAYS if limits.first or limits.last else None),
        ):
            box.setCurrentIndex(max(_place(box, value), 0))
        self.first.show_day(limits.first)
        self.last.show_day(limits.last)

    @property
    def limits(self) -> SearchLimits:
        """What is chosen; a day that cannot be read does not narrow."""
        first, last = self._days()
        form = self.form.currentData()  # Qt hands a word of the enumeration back as plain text
        return SearchLimits(
            self._citizen,
            self.author.currentData(),
            ContactForm(form) if form else None,
            first,
            last,
        )

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.citizen, self.form, self.author, self.period)

    @property
    def _citizen(self) -> Key | None:
        """The citizen whose name stands there; half a name is nobody yet."""
        place = self.citizen.findText(self.citizen.currentText())
        return None if place < 0 else self.citizen.itemData(place)

    def _days(self) -> tuple[date | None, date | None]:
        period = self.period.currentData()
        if isinstance(period, int):
            return self._today - timedelta(days=period - 1), None
        return (_day(self.first), _day(self.last)) if period == CHOSEN_DAYS else (None, None)

    def _connect(self) -> None:
        for box in self._boxes:
            box.currentTextChanged.connect(self._tell)
        line = self.citizen.lineEdit()
        assert line is not None  # noqa: S101 - the box is editable
        line.editingFinished.connect(self._settle)
        for field in (self.first, self.last):
            field.textChanged.connect(self._tell)

    def _settle(self) -> None:
        """Take a name that only one has; anything else is everybody."""
        place = self.citizen.findText(self.citizen.currentText())
        completer = self.citizen.completer()
        if place < 0 and self.citizen.currentText() and completer is not None:
            completer.setCompletionPrefix(self.citizen.currentText())
            if completer.completionCount() == 1:
                place = self.citizen.findText(completer.currentCompletion())
        self.citizen.setCurrentIndex(max(place, 0))
        self._tell()

    def _tell(self) -> None:
        days = self.period.currentData() == CHOSEN_DAYS
        self.first.setVisible(days)
        self.last.setVisible(days)
        self.changed.emit()

    def _dress(self) -> None:
        for widget in (*self._boxes, self.first, self.last):
            widget.setMinimumHeight(self._theme.pixels(_LEAST))
        self.citizen.setMaximumWidth(self._theme.pixels(220))
        for field in (self.first, self.last):
            field.setFixedWidth(self._theme.pixels(120))
        days = self.period.currentData() == CHOSEN_DAYS
        self.first.setVisible(days)
        self.last.setVisible(days)


def _box(name: str, parent: QWidget) -> QComboBox:
    box = RoomyBox(parent)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
    box.setIconSize(QSize(0, 0))
    return box


def _fill(box: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    """Offer other choices without telling anybody, keeping what is chosen."""
    kept = box.currentData()
    box.blockSignals(True)  # noqa: FBT003 - Qt's signature
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(_place(box, kept), 0))
    box.blockSignals(False)  # noqa: FBT003 - Qt's signature


def _place(box: QComboBox, value: object) -> int:
    places = (place for place in range(box.count()) if box.itemData(place) == value)
    return next(places, -1)


def _day(field: QLineEdit) -> date | None:
    assert isinstance(field, DateField)  # noqa: S101 - so they are made
    try:
        return field.day()
    except PlanError:
        return None  # still being typed


def _said(form: ContactForm) -> str:
    return form.full_name[0].upper() + form.full_name[1:]
