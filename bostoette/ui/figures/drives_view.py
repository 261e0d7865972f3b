"""The list of drives of a worker's month: step by month, correct a drive, see the sums."""

from datetime import date, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from bostoette.models.car_kind import CarKind
from bostoette.models.drive_list import Drive, DriveList
from bostoette.models.figure import decimal
from bostoette.models.travel_mode import TravelMode
from bostoette.services.figure_files import DRIVES_HOW, HOW, drive_when, km_said, month_said
from bostoette.ui import icons
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.naming import Naming
from bostoette.ui.one_stop import OneStop
from bostoette.ui.plain_table import PlainTable
from bostoette.ui.segmented import Segmented
from bostoette.ui.step_button import step_button
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

HEADS = ("Hvornår", "Fra", "Til", "Km", "Bil", "Bemærkning")
CHOOSE = "Vælg en medarbejder foroven for at se kørselslisten."
NO_DRIVES = "Der er ingen kørsel mellem afholdte kontakter i måneden."
_LEAST_HIGH = 440
_LONG = timedelta(days=31)


class DrivesView(QFrame):
    """Shows what it is given, and says what is asked for."""

    month_asked = Signal(object)
    """A day in the month to be shown."""
    car_asked = Signal(object)
    """The CarKind that is usual."""
    correct_asked = Signal(object)
    """The Drive to correct."""
    skip_asked = Signal(object)
    """The Drive that is to count or not, the other way than now."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.month = today.replace(day=1)
        self.shown: DriveList | None = None
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName("Kørselsliste")
        self.head = QWidget(self)
        self.back = self._step("chevron-left", "Måneden før", -1)
        self.title = QLabel(self.head)
        self.title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.on = self._step("chevron-right", "Måneden efter", 1)
        self.usual = quiet("Til daglig:", self.head)
        self.usual.setWordWrap(False)
        self.cars = Segmented("Til daglig", self.head)
        self.cars.offer([(car, car.danish, f"Til daglig {car.danish.lower()}") for car in CarKind])
        self.correct = QPushButton("Ret turen …", self.head)
        self.skip = QPushButton("Tæl ikke med", self.head)
        self.sums = Words(parent=self)
        self.table = PlainTable("Kørselsliste", HEADS, self)
        self.table.setAccessibleDescription("Enter retter turen")
        self.how = quiet(f"{HOW}{DRIVES_HOW} (P83)", self)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def drive(self) -> Drive | None:
        """The drive that is chosen."""
        place = self.table.currentIndex().row()
        drives = () if self.shown is None else self.shown.drives
        return drives[place] if 0 <= place < len(drives) else None

    def show_list(self, found: DriveList | None, naming: Naming) -> None:
        """Show a worker's list, or that a worker is to be chosen."""
        row = self.table.currentIndex().row()
        self.shown = found
        self.title.setText(f"Kørsel i {month_said(self.month)}")
        drives = () if found is None else found.drives
        self.table.setVisible(bool(drives))
        self.table.show_rows(tuple(_words(one, naming) for one in drives))
        self.table.horizontalHeader().setStretchLastSection(True)
        if 0 < row < len(drives):
            self.table.choose(row)
        if found is not None:
            self.cars.show_chosen(found.usual_car)
        for part in (self.usual, self.cars):
            part.setVisible(found is not None and found.mode is TravelMode.CAR)
        self.sums.setText(_sums(found))
        self._allow()

    def step(self, months: int) -> None:
        """Go to the month before or after."""
        near = self.month + _LONG if months > 0 else self.month - timedelta(days=1)
        self.month = near.replace(day=1)
        self.month_asked.emit(self.month)

    def _step(self, icon: str, words: str, months: int) -> QToolButton:
        button = step_button(self.head, icon, words)
        button.clicked.connect(lambda: self.step(months))
        return button

    def _allow(self) -> None:
        drive = self.drive
        for button in (self.correct, self.skip):
            button.setVisible(drive is not None)
        skipped = drive is not None and drive.skipped
        self.skip.setText("Tæl med igen" if skipped else "Tæl ikke med")

    def _connect(self) -> None:
        self.cars.chosen.connect(self.car_asked)
        self.correct.clicked.connect(self._ask_to_correct)
        self.skip.clicked.connect(self._ask_to_skip)
        self.table.activated.connect(lambda _index: self._ask_to_correct())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._allow())

    def _ask_to_correct(self) -> None:
        if self.drive is not None:
            self.correct_asked.emit(self.drive)

    def _ask_to_skip(self) -> None:
        if self.drive is not None:
            self.skip_asked.emit(self.drive)

    def _lay_out(self) -> None:
        flow = FlowLayout(self.head, self._theme.pixels(8), self._theme.pixels(6))
        flow.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.back,
            self.title,
            self.on,
            self.usual,
            self.cars,
            self.correct,
            self.skip,
        ):
            flow.addWidget(part)
        OneStop(self.head)
        self.table.setMinimumHeight(self._theme.pixels(_LEAST_HIGH))
        edge, gap = self._theme.pixels(16), self._theme.pixels(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, gap, edge, gap)
        column.setSpacing(self._theme.pixels(8))
        for widget in (self.head, self.sums, self.table, self.how):
            column.addWidget(widget)

    def _dress(self) -> None:
        size = self._theme.pixels(16)
        for button in (self.back, self.on):
            button.setIcon(icons.icon(button.property("icon_name"), self._theme.tokens.ink))
            button.setIconSize(QSize(size, size))


def _words(one: Drive, naming: Naming) -> tuple[str, ...]:
    return (
        drive_when(one),
        one.from_code,
        one.to_code,
        km_said(one),
        one.car.danish,
        naming.hidden(one.remark),
    )


def _sums(found: DriveList | None) -> str:
    if found is None:
        return CHOOSE
    if found.mode is not TravelMode.CAR:
        return (
            f"{found.initials} kører ikke i bil (til daglig: {found.mode.danish.lower()}), så der "
            "er ingen kørselsliste."
        )
    if not found.drives:
        return NO_DRIVES
    parts = [
        f"{car.danish.lower()} {decimal(found.km(car))} km" for car in CarKind if found.km(car)
    ]
    rides = "1 tur" if found.missing == 1 else f"{found.missing} ture"
    missing = f"; {rides} mangler kilometer" if found.missing else ""
    return f"I alt {decimal(found.km())} km: {', '.join(parts) or 'ingen'}{missing}."
