"""How the parts of a figure's bars look: a form as everywhere, others by tone and pattern."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bostoette.models.figure import ChartPart, FigureChart
from bostoette.ui import icons
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.form_look import look_of
from bostoette.ui.form_pattern import FORM_PATTERNS
from bostoette.ui.goals.bar_chart import Bar, BarPart
from bostoette.ui.theme import Theme

_WHOLE = 100
_TONES = (
    ("accent", Qt.BrushStyle.SolidPattern),
    ("warn", Qt.BrushStyle.BDiagPattern),
    ("other", Qt.BrushStyle.Dense5Pattern),
    ("stop", Qt.BrushStyle.CrossPattern),
    ("ink", Qt.BrushStyle.HorPattern),
    ("muted", Qt.BrushStyle.VerPattern),
)
"""Ink and pattern of the parts that are no form."""
_SWATCH = QSize(22, 14)
_ICON = 16


def look_of_part(part: ChartPart) -> tuple[str, Qt.BrushStyle]:
    """Return a part's ink (a token's name) and its pattern."""
    if part.form is not None:
        return look_of(part.form).ink, FORM_PATTERNS[part.form][0]
    return _TONES[part.tone % len(_TONES)]


def bars_of(chart: FigureChart) -> tuple[Bar, ...]:
    """Return the bars to draw; several parts as shares of the whole, with its size above."""
    return tuple(_bar(chart, word, counts) for word, counts in chart.bars)


def _bar(chart: FigureChart, word: str, counts: tuple[int, ...]) -> Bar:
    total = sum(counts)
    label = chart.unit.said(total) if chart.totals and total else ""
    shown = _shares(counts) if chart.shares and total else counts
    parts = tuple(
        BarPart(number, *look_of_part(part))
        for number, part in zip(shown, chart.parts, strict=True)
    )
    return Bar(word, parts, label or " ")


def _shares(counts: tuple[int, ...]) -> tuple[int, ...]:
    """Return thousandths that add up to a thousand, so that every bar is as high."""
    total, rest, found = sum(counts), 10 * _WHOLE, []
    for number in counts:
        share = round(10 * _WHOLE * number / total)
        found.append(min(share, rest))
        rest -= found[-1]
    largest = max(range(len(found)), key=lambda place: found[place])
    found[largest] += rest
    return tuple(found)


class _Mark(QWidget):
    """One part: its pattern, its icon and its word."""

    def __init__(self, theme: Theme, part: ChartPart, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._part = theme, part

    def sizeHint(self) -> QSize:
        """Be as wide as swatch, icon and word."""
        pixels = self._theme.pixels
        icon = pixels(_ICON + 4) if self._part.form else 0
        words = self.fontMetrics().horizontalAdvance(self._part.word)
        high = max(self.fontMetrics().height(), pixels(_ICON)) + 2
        return QSize(pixels(_SWATCH.width() + 6) + icon + words + 2, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw swatch, icon and word beside each other."""
        ink, pattern = look_of_part(self._part)
        pixels, colour = self._theme.pixels, QColor(getattr(self._theme.tokens, ink))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = pixels(_SWATCH.height())
        box = QRectF(1, (self.height() - high) / 2, pixels(_SWATCH.width()) - 2, high)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(QBrush(colour, pattern))
        painter.drawRect(box)
        left = pixels(_SWATCH.width() + 6)
        if self._part.form is not None:
            size = pixels(_ICON)
            drawn = icons.pixmap(
                look_of(self._part.form).icon, colour.name(), size, self.devicePixelRatio()
            )
            painter.drawPixmap(left, (self.height() - size) // 2, drawn)
            left += pixels(_ICON + 4)
        painter.setPen(self._theme.colour("ink"))
        room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._part.word
        )
        painter.end()


class PartLegend(QWidget):
    """What each pattern stands for, folded to the width."""

    def __init__(
        self, theme: Theme, parts: tuple[ChartPart, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Tegnforklaring: " + ", ".join(part.word for part in parts))
        flow = FlowLayout(self, theme.pixels(16), theme.pixels(4))
        flow.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            flow.addWidget(_Mark(theme, part, self))
