"""A meeting in the panel: roles, talking order, who is here, and the checklist (P74)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.attendance import Attendance, MeetingDuty
from bostoette.models.meeting import Meeting, Seat
from bostoette.ui import icons
from bostoette.ui.check_line import CheckLine
from bostoette.ui.emptied import emptied
from bostoette.ui.form_parts import Choice
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.words import Words


class MeetingView(PanelGroup):
    """Says what is wanted; it never changes by itself."""

    present_asked = Signal(object, bool)
    """A Seat, and whether she is here."""
    duty_asked = Signal(object, object)
    earlier_asked = Signal(object)
    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Mødet", parent)
        self.aim = Words(parent=self)
        self.warning = Words(parent=self)
        self.present: list[CheckLine] = []
        self.duties: list[Choice] = []
        self.earlier: list[QToolButton] = []
        self.points: dict[str, CheckLine] = {}
        self.fold = QPushButton(self)
        self.fold.setCheckable(True)
        self.fold.setAutoDefault(False)
        self.fold.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._seats, self._points = QWidget(self), QWidget(self)
        self._seat_lines, self._point_lines = QVBoxLayout(self._seats), QVBoxLayout(self._points)
        for lines in (self._seat_lines, self._point_lines):
            lines.setContentsMargins(0, 0, 0, 0)
        for widget in (self.aim, self.warning, self._seats, self.fold, self._points):
            self.column.addWidget(widget)
        self.fold.toggled.connect(self._turn)
        self.dress()
        self._turn()

    def show_meeting(self, meeting: Meeting, naming: Naming) -> None:
        """Show a meeting; the keyboard stays where it was."""
        where = self._where()
        self.aim.setText(f"Formål: {naming.hidden(meeting.aim)}" if meeting.aim else "")
        self.aim.setVisible(bool(meeting.aim))
        self.warning.setText("\n".join(meeting.said))
        self.warning.setVisible(bool(meeting.said))
        self._show_seats(meeting, naming)
        self._show_points(meeting)
        self._turn()
        stops = self._stops()
        if where is not None and where < len(stops):
            stops[where].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_seats(self, meeting: Meeting, naming: Naming) -> None:
        emptied(self._seat_lines)
        self.present, self.duties, self.earlier = [], [], []
        for place, seat in enumerate(meeting.seats, start=1):
            name = naming.name_of(seat.name, seat.initials)
            hours = f", {seat.hours}" if seat.hours else ""
            self._seat_lines.addWidget(self._presence(seat, f"{place}. {name}{hours}"))
            self._seat_lines.addWidget(self._role(seat, name, first=place == 1))

    def _presence(self, seat: Seat, words: str) -> CheckLine:
        line = CheckLine(self.theme, self._seats)
        line.show_point(words, "", "Er her", done=seat.attendance is Attendance.CAME, by_hand=True)
        line.box.setAccessibleName(f"{words} er her")
        line.asked.connect(lambda on: self.present_asked.emit(seat, on))
        self.present.append(line)
        return line

    def _role(self, seat: Seat, name: str, *, first: bool) -> QWidget:
        row = QWidget(self._seats)
        line = QHBoxLayout(row)
        line.setContentsMargins(self.theme.pixels(24), 0, 0, self.theme.pixels(4))
        line.setSpacing(self.theme.pixels(4))
        duty = Choice([(one, one.danish) for one in MeetingDuty], seat.duty)
        duty.setMinimumContentsLength(1)
        duty.setAccessibleName(f"{name}: rolle")
        duty.activated.connect(partial(self._ask_duty, seat, duty))
        earlier = QToolButton(row)
        side = self.theme.pixels(16)
        earlier.setIcon(icons.icon("chevron-up", self.theme.tokens.muted, side))
        earlier.setMinimumSize(self.theme.pixels(28), self.theme.pixels(28))
        earlier.setToolTip("Taler tidligere")
        earlier.setAccessibleName(f"{name} taler tidligere")
        earlier.setEnabled(not first)
        earlier.clicked.connect(lambda: self.earlier_asked.emit(seat))
        line.addWidget(duty, 1)
        line.addWidget(earlier)
        self.duties.append(duty)
        self.earlier.append(earlier)
        return row

    def _ask_duty(self, seat: Seat, duty: Choice, _place: int) -> None:
        self.duty_asked.emit(seat, duty.value)

    def _show_points(self, meeting: Meeting) -> None:
        if list(self.points) != [one.id for one in meeting.points]:
            emptied(self._point_lines)
            self.points = {}
            for one in meeting.points:
                self.points[one.id] = self._point(one.id)
        for one in meeting.points:
            self.points[one.id].show_point(one.text, "", "", done=one.done, by_hand=True)
        done = sum(one.done for one in meeting.points)
        self.fold.setText(f"Tjekliste til mødet: {done} af {len(meeting.points)}")
        self.fold.setAccessibleName(self.fold.text())

    def _point(self, point: str) -> CheckLine:
        line = CheckLine(self.theme, self._points)
        line.asked.connect(self._ticker(point))
        self._point_lines.addWidget(line)
        return line

    def _ticker(self, point: str) -> Callable[[bool], None]:
        return lambda on: self.ticked.emit(point, on)

    def _where(self) -> int | None:
        return next((n for n, one in enumerate(self._stops()) if one.hasFocus()), None)

    def _stops(self) -> list[QWidget]:
        rows = zip(self.present, self.duties, self.earlier, strict=True)
        seats: list[QWidget] = []
        for line, duty, earlier in rows:
            seats += [line.box, duty, earlier]
        points = [line.box for line in self.points.values()] if self.fold.isChecked() else []
        return [*seats, self.fold, *points]

    def _turn(self) -> None:
        self._points.setVisible(self.fold.isChecked())
        self.stops.set_stops(self._stops())

    def dress(self) -> None:
        """Wear the theme's colours and sizes."""
        super().dress()
        if hasattr(self, "warning"):
            self.warning.setStyleSheet(f"color: {self.theme.tokens.warn};")
