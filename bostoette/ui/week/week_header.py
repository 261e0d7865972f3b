"""The head of the week: each day with its date, today marked, holidays and day types named."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from bostoette.models.wording import WEEKDAYS_SHORT, long_day, short_day, week_title
from bostoette.ui.theme import Theme
from bostoette.ui.week.team_head import draw_people, said
from bostoette.ui.week.week_card import WeekSheet
from bostoette.ui.week.week_layout import Column, WeekLayout

LINES_APART = 4
"""Keeps the disc around today clear of the words below."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class WeekHeader(QWidget):
    """Draws the days above the grid; its accessible description names them."""

    person_asked = Signal(object)
    """The key of the worker whose week is wanted."""

    day_kind_asked = Signal(object, object)
    """A menu of day types for a date, at a QPoint of the screen (P82)."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: WeekSheet | None = None
        self._layout: WeekLayout | None = None
        self._scrolled = 0
        self._kinds: Mapping[date, str] = {}
        self.setMouseTracking(True)

    def show_days(self, sheet: WeekSheet, layout: WeekLayout) -> None:
        """Show the days of a layout; they are drawn anew where they are others."""
        before = self._drawn()
        self._sheet, self._layout = sheet, layout
        if before is not None and before == self._drawn():
            return
        self.setAccessibleName(f"Dage i {week_title(sheet.week)}")
        self._describe()
        self.update()

    def show_day_kinds(self, kinds: Mapping[date, str]) -> None:
        """Say on which day the worker is out, at home or at the office; none where several are."""
        self._kinds = kinds
        self._describe()
        self.update()

    def scroll_to(self, left: int) -> None:
        """Follow the grid sideways."""
        self._scrolled = left
        self.update()

    def wanted_height(self, sheet: WeekSheet) -> int:
        """Return the height that the days need.

        Room for what is named below a date is kept where nothing is: it is known only after the
        first painting, and the hours must not move from under a press that comes meanwhile.
        """
        lines = 2 * QFontMetrics(self.font()).height()
        if sheet.day is not None:
            return lines + self._theme.pixels(14)
        return lines + self._theme.pixels(LINES_APART + 20)

    def sizeHint(self) -> QSize:
        """Say nothing about width; the grid decides."""
        return QSize(0, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the days and the line below them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        if self._sheet is not None and self._layout is not None:
            painter.setClipRect(self.rect().adjusted(self._layout.measures.gutter, 0, 0, 0))
            self._draw_columns(painter, self._sheet, self._layout)
            painter.setClipping(False)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(tokens.line))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show the whole name of a holiday or a worker where the pointer rests."""
        if isinstance(event, QHelpEvent) and self._sheet and self._layout:
            column = self._layout.column_at(event.pos().x() + self._scrolled)
            QToolTip.showText(event.globalPos(), self._said(column), self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the day types of the day that is pointed at."""
        if self._layout is not None:
            column = self._layout.column_at(event.pos().x() + self._scrolled)
            self.day_kind_asked.emit(column.day, event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for a worker's week where several workers stand beside one another."""
        if self._layout is not None and self._sheet is not None and self._sheet.day is not None:
            column = self._layout.column_at(event.position().x() + self._scrolled)
            self.person_asked.emit(column.worker)

    def _drawn(self) -> tuple[object, ...] | None:
        """Give all that one worker's days are drawn of; None where several people stand there."""
        sheet, layout = self._sheet, self._layout
        if sheet is None or layout is None or sheet.day is not None:
            return None
        return (
            sheet.week,
            sheet.today,
            sheet.holidays,
            layout.columns,
            layout.lefts,
            layout.measures,
        )

    def _draw_columns(self, painter: QPainter, sheet: WeekSheet, layout: WeekLayout) -> None:
        if sheet.day is None:
            for day in layout.days:
                self._draw_day(painter, sheet, layout, day)
            return
        painter.translate(-self._scrolled, 0)
        draw_people(painter, self._theme, self.font(), sheet, layout)
        painter.resetTransform()

    def _said(self, column: Column) -> str:
        sheet, day = self._sheet, column.day
        if sheet is None:
            return ""
        if sheet.day is not None:
            whose = (one for one in sheet.people if one.key == column.worker)
            return "".join(said(person, sheet) for person in whose)
        parts = [long_day(day) if day in sheet.holidays else short_day(day)]
        if day in sheet.holidays:
            parts.append(sheet.holidays[day])
        if day in self._kinds:
            parts.append(self._kinds[day])
        if day == sheet.today:
            parts.append("i dag")
        return " ".join(parts[:1]) + "".join(f" ({part})" for part in parts[1:])

    def _draw_day(self, painter: QPainter, sheet: WeekSheet, layout: WeekLayout, day: date) -> None:
        column = layout.day_column(day)
        if column is None:
            return
        left, width = column.left - self._scrolled, column.width
        line = QFontMetrics(self.font()).height()
        holiday, kind = sheet.holidays.get(day, ""), self._kinds.get(day, "")
        named = " · ".join(filter(None, (holiday, kind)))
        below = line + self._theme.pixels(LINES_APART)
        top = (self.height() - line - below) / 2
        self._draw_date(painter, QRectF(left, top, width, line), day, sheet.today)
        if named:
            tokens = self._theme.tokens
            painter.setPen(QColor(tokens.warn if holiday else tokens.muted))
            self._draw_below(painter, QRectF(left, top + below, width, line), named)

    def _describe(self) -> None:
        columns = self._layout.columns if self._layout else ()
        self.setAccessibleDescription(", ".join(self._said(one) for one in columns))

    def _draw_date(self, painter: QPainter, area: QRectF, day: date, today: date | None) -> None:
        tokens = self._theme.tokens
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        word, number = WEEKDAYS_SHORT[day.weekday()], str(day.day)
        width = QFontMetrics(self.font()).horizontalAdvance(word)
        round_width = max(QFontMetrics(bold).horizontalAdvance("88") + 8, area.height() + 6)
        start = area.left() + (area.width() - width - 4 - round_width) / 2
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QRectF(start, area.top(), width, area.height()), _MIDDLE, word)
        disc = QRectF(start + width + 4, 0, round_width, round_width)
        disc.moveTop(area.center().y() - round_width / 2)
        if day == today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(disc)
        painter.setFont(bold)
        painter.setPen(QPen(QColor(tokens.on_accent if day == today else tokens.ink)))
        painter.drawText(disc, _MIDDLE, number)

    def _draw_below(self, painter: QPainter, area: QRectF, name: str) -> None:
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        room = int(area.width()) - 8
        painter.drawText(area, _MIDDLE, metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
