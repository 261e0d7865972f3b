"""The program's mark: a tile with its letter, and its name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from bostoette.ui.theme import Theme

_TILE = 32


class ProgramMark(QWidget):
    """Drawn once at the top of every entry page; it says nothing that the window does not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Bostøtte")
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as the tile."""
        return QSize(4 * self._theme.pixels(_TILE), self._theme.pixels(_TILE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._theme.pixels(_TILE)
        tile = QRectF(0, 0, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(tile, size / 4, size / 4)
        font = QFont(QApplication.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(round(size * 0.6))
        painter.setFont(font)
        painter.setPen(self._theme.colour("on_accent"))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, "b")
        font.setPixelSize(round(size * 0.45))
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        beside = QRectF(size * 1.3, 0, self.width() - size * 1.3, size)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, "Bostøtte")
        painter.end()
