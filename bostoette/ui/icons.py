"""Icons: our own drawings on one 24 × 24 grid, one stroke width, wearing a token's colour."""

from functools import cached_property

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from bostoette.ui.icon_drawing import drawing

PIXEL_RATIOS = (1.0, 1.5, 2.0, 3.0)
"""The screens an icon in a button is drawn for: 100, 150, 200 and 300 %."""
LARGE_RATIOS = (1.0, 2.0)
"""The screens it is drawn for at twice the size: Qt makes an icon smaller, never larger."""


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw an icon, ``size`` logical pixels wide and high, for a screen's pixel ratio."""
    return _Icon(name, colour).pixmap(size, ratio)


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """Return an icon for buttons and menus, sharp on every usual screen."""
    drawn, made = _Icon(name, colour), QIcon()
    for ratio in PIXEL_RATIOS:
        made.addPixmap(drawn.pixmap(size, ratio))
    for ratio in LARGE_RATIOS:
        made.addPixmap(drawn.pixmap(2 * size, ratio))
    return made


class _Icon:
    """A drawing in one colour, read once for all its sizes, and only where one is not kept."""

    def __init__(self, name: str, colour: str) -> None:
        self._name, self._colour = name, colour

    def pixmap(self, size: int, ratio: float) -> QPixmap:
        key = f"bostoette/{self._name}/{self._colour}/{size}/{ratio}"
        drawn = QPixmap()
        if not QPixmapCache.find(key, drawn):
            drawn = self._draw(size, ratio)
            QPixmapCache.insert(key, drawn)
        return drawn

    @cached_property
    def _renderer(self) -> QSvgRenderer:
        return QSvgRenderer(QByteArray(drawing(self._name, self._colour).encode()))

    def _draw(self, size: int, ratio: float) -> QPixmap:
        edge, renderer = round(size * ratio), self._renderer
        drawn = QPixmap(QSize(edge, edge))
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        renderer.render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        drawn.setDevicePixelRatio(ratio)
        return drawn
