"""How a citizen is drawn in the list: initials in a square, name, and a quiet second line."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.ui.citizens.citizen_list_model import CitizenRole
from bostoette.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CitizenRow(QStyledItemDelegate):
    """Paints one row; the state is told by words, the square's colour only repeats it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Take the room of two lines."""
        lines = QFontMetrics(option.font).lineSpacing() * 2
        return QSize(self._theme.pixels(120), lines + self._theme.pixels(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        citizen = index.data(CitizenRole.CITIZEN)
        area: QRect = option.rect.adjusted(2, 2, -2, -2)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, state)
        square = self._square(painter, area, citizen, option.font)
        words = area.adjusted(square.width() + self._theme.pixels(18), 0, -self._theme.pixels(6), 0)
        self._words(painter, words, index, option.font)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        corner = self._theme.pixels(8)
        if selected or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_tint" if selected else "ground"))
            painter.drawRoundedRect(area, corner, corner)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, corner, corner)

    def _square(self, painter: QPainter, area: QRect, citizen: ListedCitizen, font: QFont) -> QRect:
        side = area.height() - self._theme.pixels(10)
        square = QRect(
            area.left() + self._theme.pixels(8),
            area.top() + (area.height() - side) // 2,
            max(side, self._theme.pixels(36)),
            side,
        )
        active = citizen.status is CitizenStatus.ACTIVE and citizen.met
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("other_tint" if active else "warn_tint"))
        painter.drawRoundedRect(square, self._theme.pixels(8), self._theme.pixels(8))
        painter.setFont(_bold(font))
        painter.setPen(self._theme.colour("ink" if active else "warn"))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, citizen.initials)
        return square

    def _words(self, painter: QPainter, area: QRect, index: AnyIndex, font: QFont) -> None:
        half = area.height() // 2
        pad = self._theme.pixels(3)
        upper = QRect(area.left(), area.top() + pad, area.width(), half - pad)
        lower = QRect(area.left(), area.top() + half, area.width(), half - pad)
        for text, place, used, token in (
            (str(index.data()), upper, _bold(font), "ink"),
            (str(index.data(CitizenRole.LINE)), lower, font, "muted"),
        ):
            painter.setFont(used)
            painter.setPen(self._theme.colour(token))
            metrics = QFontMetrics(used)
            if token == "muted" and metrics.horizontalAdvance(text) > place.width():  # noqa: S105 - a colour's name
                text = str(index.data(CitizenRole.BRIEF))  # noqa: PLW2901 - shorter
            fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, _LEFT, fitting)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
