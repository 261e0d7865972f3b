"""How a citizen is drawn in the list: initials in a square, name, and a quiet second line."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.ui.citizens.citizen_list_model import CitizenRole
from bostoette.ui.citizens.row_lines import USUAL, LineCount, bold, wrapping
from bostoette.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_EDGE = 2


class CitizenRow(QStyledItemDelegate):
    """Paints one row; the state is told by words, the square's colour only repeats it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.more: dict[int, int] = {}
        """Rows that take more than two lines, each with how many more."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Take the room of two lines, or of more where the words are wrapped."""
        line = QFontMetrics(option.font).lineSpacing()
        more = self.more.get(index.row(), 0) * line
        return QSize(self._theme.pixels(120), self._usual(option.font) + more)

    def room_for_words(self, width: int, font: QFont) -> int:
        """Return how much of a row's width its words have."""
        pixels = self._theme.pixels
        return width - 2 * _EDGE - self._square_width(font) - pixels(18) - pixels(6)

    def _usual(self, font: QFont) -> int:
        return QFontMetrics(font).lineSpacing() * USUAL + self._theme.pixels(14)

    def _side(self, font: QFont) -> int:
        return self._usual(font) - 2 * _EDGE - self._theme.pixels(10)

    def _square_width(self, font: QFont) -> int:
        return max(self._side(font), self._theme.pixels(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        citizen = index.data(CitizenRole.CITIZEN)
        area: QRect = option.rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
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
        side = self._side(font)
        square = QRect(
            area.left() + self._theme.pixels(8),
            area.top() + (area.height() - side) // 2,
            self._square_width(font),
            side,
        )
        active = citizen.status is CitizenStatus.ACTIVE and citizen.met
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("other_tint" if active else "warn_tint"))
        painter.drawRoundedRect(square, self._theme.pixels(8), self._theme.pixels(8))
        painter.setFont(bold(font))
        painter.setPen(self._theme.colour("ink" if active else "warn"))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, citizen.initials)
        return square

    def _words(self, painter: QPainter, area: QRect, index: AnyIndex, font: QFont) -> None:
        """Draw the name and the line below it, wrapped where they do not fit."""
        heavy, spacing = bold(font), QFontMetrics(font).lineSpacing()
        of_names, of_lines = LineCount(heavy, area.width()), LineCount(font, area.width())
        name, below = str(index.data()), str(index.data(CitizenRole.LINE))
        if of_lines.of(below) > 1:
            below = str(index.data(CitizenRole.BRIEF))
        names, belows = of_names.of(name), of_lines.of(below)
        top = area.top() + (area.height() - (names + belows) * spacing) / 2
        for text, lines, used, token in (
            (name, names, heavy, "ink"),
            (below, belows, font, "muted"),
        ):
            place = QRectF(area.left(), top, area.width(), lines * spacing)
            painter.setFont(used)
            painter.setPen(self._theme.colour(token))
            painter.drawText(place, text, wrapping())
            top += lines * spacing
