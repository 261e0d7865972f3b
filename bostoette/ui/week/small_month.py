"""The small month: another week is found in it, and a contact is dropped on one of its days."""

from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.wording import MONTHS
from bostoette.ui import icons
from bostoette.ui.theme import Theme
from bostoette.ui.week.month_model import MonthModel
from bostoette.ui.week.month_table import MonthTable, other_month


class SmallMonth(QFrame):
    """Lies above the page while it is open; Esc closes it."""

    day_chosen = Signal(object)
    """A date: whose week is wanted."""
    month_shown = Signal(object, object)
    """First and last day that are shown, so that contacts on them can be marked (`mark`)."""
    closed = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName("Vælg uge")
        self._model = MonthModel(today, self)
        self._title = QLabel(self)
        self._title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self._back = self._step("chevron-left", "Måneden før (Page Up)", -1)
        self._on = self._step("chevron-right", "Måneden efter (Page Down)", 1)
        self.days = MonthTable(theme, self._model, self)
        self.days.day_chosen.connect(self._choose)
        self.days.month_asked.connect(self._turn_to)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def open_at(self, corner: QPoint, week: IsoWeek, today: date, *, keys: bool) -> None:
        """Show the month of a week at a corner of the parent; ``keys`` gives it the keyboard."""
        self._today = today
        self.days.shown_week = week
        self.days.target = None
        self._turn_to(week.monday if today not in week.days else today)
        self.adjustSize()
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else QRect(corner, self.size())
        left = max(min(corner.x(), room.right() - self.width()), 0)
        top = max(min(corner.y(), room.bottom() - self.height()), 0)
        self.move(left, top)
        self.show()
        self.raise_()
        if keys:
            self.days.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_it(self) -> None:
        """Put it away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def mark(self, busy: frozenset[date]) -> None:
        """Mark the days that hold contacts."""
        self._model.mark(busy)

    def aim(self, place: QPoint) -> date | None:
        """Mark the day at a place of the screen as the target of a drop, and return it."""
        day = self.days.day_under(place) if self.isVisible() else None
        if day != self.days.target:
            self.days.target = day
            self.days.viewport().update()
        return day

    def covers(self, place: QPoint) -> bool:
        """Tell whether a place of the screen lies on it."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(place))

    def turn_at(self, place: QPoint) -> None:
        """Turn the month where something is dragged over one of its buttons."""
        for button, step in ((self._back, -1), (self._on, 1)):
            if button.rect().contains(button.mapFromGlobal(place)):
                self._turn_to(other_month(self._model.month, step))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Keep Tab inside while it is open."""
        around = [self.days, self._back, self._on]
        here = next((place for place, one in enumerate(around) if one.hasFocus()), 0)
        around[(here + (1 if onward else -1)) % len(around)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _turn_to(self, day: date) -> None:
        self._model.show_month(day, self._today)
        month = self._model.month
        self._title.setText(f"{MONTHS[month.month - 1].capitalize()} {month.year}")
        self.days.setAccessibleName(f"{MONTHS[month.month - 1]} {month.year}")
        self.days.point_at(day)
        self.month_shown.emit(self._model.first_day, self._model.last_day)

    def _choose(self, day: date) -> None:
        self.close_it()
        self.day_chosen.emit(day)

    def _step(self, icon: str, words: str, months: int) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon_name", icon)
        button.setAccessibleName(words.split(" (", maxsplit=1)[0])
        button.setToolTip(words)
        button.clicked.connect(lambda: self._turn_to(other_month(self._model.month, months)))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        head.addWidget(self._on)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.addLayout(head)
        column.addWidget(self.days)

    def _dress(self) -> None:
        size = self._theme.pixels(16)
        for button in (self._back, self._on):
            icon = icons.icon(button.property("icon_name"), self._theme.tokens.ink)
            button.setIcon(icon)
            button.setIconSize(QSize(size, size))
