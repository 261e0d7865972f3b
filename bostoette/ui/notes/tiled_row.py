"""What lines of the notes' lists share: a form's tile at the left, words beside it, a ground."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from bostoette.ui.theme import Theme

_TILE, _GAP, _PAD = 32, 12, 10


class TiledRow(QStyledItemDelegate):
    """Knows where tile and words of a line lie, and what shows that it is chosen or reached."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    @property
    def pad(self) -> int:
        """The room around a line's content."""
        return self.px(_PAD)

    @property
    def both_pads(self) -> int:
        """That above and below together."""
        return self.px(_PAD * 2)

    @property
    def least_height(self) -> int:
        """As high as the tile with its room is every line."""
        return self.px(_TILE + _PAD * 2)

    def tile_in(self, area: QRect) -> QRect:
        """Return where the tile lies."""
        side = self.px(_TILE)
        return QRect(area.left() + self.pad, area.top() + self.pad, side, side)

    def words_left(self, area: QRect) -> int:
        """Return where the words begin."""
        return area.left() + self.px(_PAD + _TILE + _GAP)

    def words_width(self) -> int:
        """Return how wide the words may be."""
        taken = self.px(_TILE + _GAP + _PAD * 2)
        return max(self.px(80), self._view.viewport().width() - taken)

    def draw_ground(
        self, painter: QPainter, area: QRect, state: QStyle.StateFlag, *, chosen: bool
    ) -> None:
        """Draw the ground of a line that is chosen or pointed at, and the frame of one reached."""
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        box, corner = area.adjusted(2, 2, -2, -2), self.px(8)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("accent_tint" if chosen else "ground"))
            painter.drawRoundedRect(box, corner, corner)
        if state & QStyle.StateFlag.State_HasFocus and self.has_focus:
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, corner, corner)

    @property
    def has_focus(self) -> bool:
        """Whether the list has the keyboard."""
        return self._view.hasFocus()

    def px(self, length: float) -> int:
        """Return a length at this text size."""
        return self.theme.pixels(length)
