"""How a worker's week is drawn in the review: name, bar, time, travel, what to look at, status."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bostoette.models.review import ReviewLine
from bostoette.models.review_wording import (
    CHANGED_SAID,
    counts_said,
    minutes_said,
    status_said,
    to_look_at,
)
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.wording import duration
from bostoette.ui import icons
from bostoette.ui.form_shares import draw_shares, shares_of
from bostoette.ui.review.review_columns import columns_in
from bostoette.ui.review.review_model import ReviewRole
from bostoette.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
BAR = 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STATUS_COLOURS = {
    WeekPlanStatus.DRAFT: ("other_tint", "ink"),
    WeekPlanStatus.SENT: ("accent_tint", "accent"),
    WeekPlanStatus.APPROVED: ("walk_tint", "walk"),
    WeekPlanStatus.RETURNED: ("warn_tint", "warn"),
}


class ReviewRow(QStyledItemDelegate):
    """Paints one row; every state is told by its word, the colour only repeats it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Take the room of two lines."""
        lines = QFontMetrics(option.font).lineSpacing() * 2
        return QSize(self._theme.pixels(120), lines + self._theme.pixels(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        line: ReviewLine = index.data(ReviewRole.LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option.rect, option.state)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        places = columns_in(option.rect, self._theme)
        self._two(painter, places["who"], option.font, line.initials, _under(line, index))
        if "mix" in places:
            self._mix(painter, places["mix"], option.font, line)
        if "time" in places:
            granted = "" if line.granted is None else f"af {duration(line.granted)}"
            self._two(painter, places["time"], option.font, duration(line.planned), granted)
        if "travel" in places:
            saved = f"{minutes_said(line.saved)} sparet" if line.saved.number else ""
            travel = minutes_said(line.travel)
            self._two(painter, places["travel"], option.font, travel, saved, bold=False)
        self._look(painter, places["look"], option.font, line)
        tint, ink = ("warn_tint", "warn") if line.changed else _STATUS_COLOURS[line.status]
        colours = ("surface" if selected else tint, ink)
        said = CHANGED_SAID if line.changed else status_said(line)
        self._chip(painter, places["status"], option.font, said, colours)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, self._theme.colour("accent_tint" if selected else "ground"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _two(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        above: str,
        below: str,
        *,
        bold: bool = True,
    ) -> None:
        """Draw a line, and a quiet one below it where there is something to say."""
        strong = _bold(font) if bold else font
        half = area.height() // 2
        pad = self._theme.pixels(5)
        upper = QRect(area.left(), area.top() + pad, area.width(), half - pad)
        lower = QRect(area.left(), area.top() + half, area.width(), half - pad)
        self._words(painter, upper if below else area, strong, above, "ink")
        self._words(painter, lower, font, below, "muted")

    def _words(self, painter: QPainter, area: QRect, font: QFont, text: str, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LEFT, fitting)

    def _mix(self, painter: QPainter, area: QRect, font: QFont, line: ReviewLine) -> None:
        high = self._theme.pixels(BAR)
        half = area.height() // 2
        bar = QRectF(area.left(), area.top() + half - high - 1, area.width(), high)
        draw_shares(painter, bar, shares_of(line.counts), self._theme.tokens)
        below = QRect(area.left(), area.top() + half, area.width(), half - self._theme.pixels(4))
        self._words(painter, below, font, counts_said(line.counts), "muted")

    def _look(self, painter: QPainter, area: QRect, font: QFont, line: ReviewLine) -> None:
        count = to_look_at(line)
        if not count:
            self._words(painter, area, font, "–", "muted")
            return
        self._chip(painter, area, font, str(count), ("warn_tint", "warn"), icon="warning")

    def _chip(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        text: str,
        colours: tuple[str, str],
        *,
        icon: str = "",
    ) -> None:
        strong = _bold(font)
        metrics, size = QFontMetrics(strong), self._theme.pixels(14) if icon else 0
        pad, gap = self._theme.pixels(10), self._theme.pixels(4) if icon else 0
        room = area.width() - 2 * pad - size - gap
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(fitting) + 2 * pad + size + gap
        high = metrics.height() + self._theme.pixels(6)
        chip = QRect(area.left(), area.center().y() - high // 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(colours[0]))
        painter.drawRoundedRect(chip, high / 2, high / 2)
        if icon:
            ratio = painter.device().devicePixelRatio()
            drawn = icons.pixmap(icon, getattr(self._theme.tokens, colours[1]), size, ratio)
            painter.drawPixmap(chip.left() + pad, chip.center().y() - size // 2, drawn)
        painter.setFont(strong)
        painter.setPen(self._theme.colour(colours[1]))
        painter.drawText(chip.adjusted(pad + size + gap, 0, 0, 0), _LEFT, fitting)


def _under(line: ReviewLine, index: AnyIndex) -> str:
    """Say below the initials who it is, or that she is away."""
    if line.away:
        days = len(line.away)
        return "Væk 1 dag" if days == 1 else f"Væk {days} dage"
    name = str(index.data(ReviewRole.NAME))
    return "" if name == line.initials else name


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
