"""The small month at the week's title: opened by click or key, and while something is dragged."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.services.desk import Desk
from bostoette.services.month import busy_days
from bostoette.ui.theme import Theme
from bostoette.ui.week.small_month import SmallMonth
from bostoette.ui.week.week_page import WeekPage

TURN_MS = 600
"""How long something dragged rests on a month's button before the month is turned."""


class MonthWork(QObject):
    """Opens the small month and does what is chosen or dropped in it."""

    def __init__(
        self, page: WeekPage, desk: Desk, theme: Theme, now: Callable[[], datetime]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._now = now
        self._dragged = QPoint()
        self._stays: QWidget | None = None
        self.month = SmallMonth(theme, now().date(), page)
        self.month.day_chosen.connect(lambda day: page.show_week(IsoWeek.of(day)))
        self.month.month_shown.connect(self._mark)
        self.month.closed.connect(self._give_back)
        self._turning = QTimer(self)
        self._turning.setInterval(TURN_MS)
        self._turning.timeout.connect(lambda: self.month.turn_at(self._dragged))
        page.bar.month_asked.connect(self.open)
        page.grid.elsewhere = self._target
        page.grid.drag_moved.connect(self._follow)
        page.grid.drag_ended.connect(self._drag_ended)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._close_where_left)

    def open(self) -> None:
        """Open the small month with the keyboard in it, or close it."""
        if self.month.isVisible():
            self.month.close_it()
        else:
            self._open(keys=True)

    def _close_where_left(self, left: QWidget | None, entered: QWidget | None) -> None:
        """Close the month when the person goes elsewhere."""
        was_inside = left is not None and self.month.isAncestorOf(left)
        if was_inside and entered is not None and not self.month.isAncestorOf(entered):
            self._stays = entered
            self.month.close_it()

    def _open(self, *, keys: bool) -> None:
        title = self._page.bar.title
        corner = title.mapTo(self._page, title.rect().bottomLeft()) + QPoint(0, 6)
        self.month.open_at(corner, self._page.week, self._now().date(), keys=keys)

    def _mark(self, first: date, last: date) -> None:
        self.month.mark(self._desk.read(busy_days, self._page.workers, first, last))

    def _give_back(self) -> None:
        self._turning.stop()
        stays, self._stays = self._stays, None
        if stays is None and self._page.isVisible():
            self._page.grid.setFocus()

    def _target(self, place: QPoint) -> date | None:
        return self.month.aim(place)

    def _follow(self, place: QPoint) -> None:
        """Open the month where something is dragged to the week's title; turn it at its buttons."""
        self._dragged = place
        if not self.month.isVisible():
            if _holds(self._page.bar.title, place):
                self._open(keys=False)
        elif not self._turning.isActive():
            self._turning.start()

    def _drag_ended(self) -> None:
        self._turning.stop()
        self.month.close_it()


def _holds(widget: QWidget, place: QPoint) -> bool:
    return widget.isVisible() and widget.rect().contains(widget.mapFromGlobal(place))
