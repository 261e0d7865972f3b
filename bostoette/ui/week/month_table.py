"""The days of a small month, to be walked with the arrows, chosen, and dropped on."""

from datetime import date, timedelta

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from bostoette.models.iso_week import IsoWeek
from bostoette.ui.theme import Theme
from bostoette.ui.week.month_model import LAST_COLUMN, WEEK_COLUMN, WEEKS, MonthModel

CELL = 32
DOT = 2.0
_DAYS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_MONTHS: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
AnyIndex = QModelIndex | QPersistentModelIndex


class MonthTable(QTableView):
    """Shows one month; asks for another when the arrows lead out of it."""

    day_chosen = Signal(object)
    """A date."""
    month_asked = Signal(object)
    """The date that is to be shown and pointed at."""

    def __init__(self, theme: Theme, model: MonthModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.month_model = model
        self.shown_week: IsoWeek | None = None
        """The week that the page shows, marked by a band."""
        self.target: date | None = None
        """The day that something dragged would be dropped on."""
        self.setObjectName("month")
        self.setAccessibleName("Månedens dage")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(0)
        self.setModel(model)
        self.setItemDelegate(_DayPainter(theme, self))
        self.clicked.connect(self._choose)

    def point_at(self, day: date) -> None:
        """Put the cursor on a day that is shown."""
        self.setCurrentIndex(self.month_model.index_of(day))

    def pointed(self) -> date:
        """Return the day under the cursor."""
        index = self.currentIndex()
        return self.month_model.day_of(index) if index.isValid() else self.month_model.month

    def day_under(self, place: QPoint) -> date | None:
        """Return the day at a place of the screen, None beside the days."""
        index = self.indexAt(self.viewport().mapFromGlobal(place))
        if not index.isValid() or index.column() == WEEK_COLUMN:
            return None
        return self.month_model.day_of(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, turn the month with PageUp and PageDown, choose with Enter."""
        key = event.key()
        if key in _DAYS:
            self._go_to(self.pointed() + timedelta(days=_DAYS[key]))
        elif key in _MONTHS:
            self._go_to(other_month(self.pointed(), _MONTHS[key]))
        elif key == Qt.Key.Key_Home:
            self._go_to(IsoWeek.of(self.pointed()).monday)
        elif key == Qt.Key.Key_End:
            self._go_to(IsoWeek.of(self.pointed()).sunday)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.day_chosen.emit(self.pointed())
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Be as large as the days need."""
        cell, head = self._theme.pixels(CELL), self.horizontalHeader().sizeHint().height()
        return QSize((LAST_COLUMN + 1) * cell, WEEKS * cell + head)

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than that."""
        return self.sizeHint()

    def _go_to(self, day: date) -> None:
        month = self.month_model.month
        if (day.year, day.month) == (month.year, month.month):
            self.point_at(day)
        else:
            self.month_asked.emit(day)

    def _choose(self, index: QModelIndex) -> None:
        self.day_chosen.emit(self.month_model.day_of(index))


class _DayPainter(QStyledItemDelegate):
    """Draws one day: its number, today's circle, a dot where contacts lie."""

    def __init__(self, theme: Theme, table: MonthTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a day or a week's number."""
        model = self._table.month_model
        tokens, area = self._theme.tokens, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        day, numbered = model.day_of(index), index.column() == WEEK_COLUMN
        if not numbered and IsoWeek.of(day) == self._table.shown_week:
            painter.fillRect(area.adjusted(0, 3, 0, -3), QColor(tokens.accent_tint))
        side = min(area.width(), area.height()) - 4
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(area.center())
        today = model.is_today(index)
        painter.setPen(Qt.PenStyle.NoPen)
        if today:
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(disc.adjusted(3, 3, -3, -3))
        self._ring(painter, disc, index, day)
        quiet = numbered or model.is_beside(index)
        ink = tokens.on_accent if today else tokens.muted if quiet else tokens.ink
        painter.setPen(QColor(ink))
        painter.setFont(_small(self._table.font()) if numbered else self._table.font())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if model.is_busy(index) and not numbered:
            below = QFontMetrics(painter.font()).height() / 2 + DOT
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            painter.drawEllipse(area.center() + QPointF(0, below), DOT, DOT)
        painter.restore()

    def _ring(self, painter: QPainter, disc: QRectF, index: AnyIndex, day: date) -> None:
        tokens = self._theme.tokens
        numbered = index.column() == WEEK_COLUMN
        target = day == self._table.target and not numbered
        here = index == self._table.currentIndex() and self._table.hasFocus()
        if target or here:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(
                QColor(tokens.accent_tint) if target else QColor(Qt.GlobalColor.transparent)
            )
            painter.drawEllipse(disc)
            painter.setPen(Qt.PenStyle.NoPen)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.85)
    return small


def other_month(day: date, step: int) -> date:
    """Return the same day a month on, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + step, 12)
    first = date(day.year + years, month + 1, 1)
    return next(
        first.replace(day=number) for number in range(day.day, 0, -1) if _exists(first, number)
    )


def _exists(month: date, number: int) -> bool:
    return (month + timedelta(days=number - 1)).month == month.month
