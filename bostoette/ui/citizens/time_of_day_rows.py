"""Good and bad times of a citizen's week: a line each, with weekday and from when to when (P84)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bostoette.models.typed_time import parse_clock
from bostoette.models.voice_fields import TimeOfDay
from bostoette.models.wording import WEEKDAYS, clock
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.theme import Theme
from bostoette.ui.typed_state import TypedState

_DAYS: tuple[tuple[int | None, str], ...] = ((None, "Alle dage"), *enumerate(WEEKDAYS))
_KINDS = ((True, "God tid"), (False, "Dårlig tid"))
_FIRST = TimeOfDay(None, 9 * 60, 12 * 60, good=True)
_NAME = "Tid {}: "


class _Line(QWidget):
    """One time: good or bad, which day, from, to."""

    def __init__(self, theme: Theme, said: TimeOfDay, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = ChoiceBox[bool]("God eller dårlig", _KINDS, self)
        self.day = ChoiceBox[int | None]("Dag", _DAYS, self)
        self.start, self.end = (QLineEdit(clock(one), self) for one in (said.start, said.end))
        self.remove = QPushButton("Fjern", self)
        self.remove.setAutoDefault(False)
        self.kind.choose(said.good)
        self.day.choose(said.weekday)
        for field in (self.start, self.end):
            field.setMaximumWidth(theme.pixels(72))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.kind.box, 2)
        row.addWidget(self.day.box, 2)
        row.addWidget(self.start)
        row.addWidget(QLabel("–", self))
        row.addWidget(self.end)
        row.addWidget(self.remove)

    def said(self) -> TimeOfDay:
        """Return what is filled in; raises PlanError where a time cannot be read."""
        start, end = parse_clock(self.start.text()), parse_clock(self.end.text())
        return TimeOfDay(self.day.value, start, end, self.kind.value)

    def count_as(self, place: int) -> None:
        """Name the fields for who hears them."""
        name = _NAME.format(place)
        self.kind.box.setAccessibleName(f"{name}god eller dårlig")
        self.day.box.setAccessibleName(f"{name}dag")
        self.start.setAccessibleName(f"{name}fra")
        self.end.setAccessibleName(f"{name}til")
        self.remove.setAccessibleName(f"Fjern tid {place}")


class TimeOfDayRows(QWidget):
    """Lines that can be added and taken away."""

    def __init__(
        self, theme: Theme, times: tuple[TimeOfDay, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[_Line] = []
        self._column = QVBoxLayout()
        self.more = QPushButton("+ Tilføj tid", self)
        self.more.setAccessibleName("Tilføj tid")
        self.more.setAutoDefault(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._column)
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for one in times:
            self._add(one)
        self.more.clicked.connect(self._add_and_focus)

    def said(self) -> tuple[TimeOfDay, ...]:
        """Return the times; raises PlanError where one cannot be read."""
        return tuple(line.said() for line in self.lines)

    def make_room(self, state: TypedState) -> None:
        """Have as many lines as a draft has."""
        wanted = sum(name.startswith("Tid ") and name.endswith(": dag") for name in state)
        while len(self.lines) > wanted:
            self._remove(self.lines[-1])
        while len(self.lines) < wanted:
            self._add(_FIRST)

    def _add(self, said: TimeOfDay) -> _Line:
        line = _Line(self._theme, said, self)
        line.remove.clicked.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.addWidget(line)
        self._count()
        return line

    def _add_and_focus(self) -> None:
        self._add(_FIRST).kind.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, line: _Line) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        line.setParent(None)
        line.deleteLater()
        self._count()

    def _count(self) -> None:
        for place, line in enumerate(self.lines, start=1):
            line.count_as(place)
