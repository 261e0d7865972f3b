"""The week's Fordeling as a bar: each form by its colour and pattern, its icon and word below."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.ui import icons
from bostoette.ui.form_shares import Share, draw_shares, shares_of
from bostoette.ui.theme import Theme

BAR, BESIDE = 12, 10
ICON = 16
NARROWEST, NARROWEST_BRIEF = 260, 160
NOTHING = "Ingen kontakter med borgere"


class FormBar(QWidget):
    """Draws how many contacts there are of each form; its description says the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[Share, ...] = ()
        self._brief = False
        self.setAccessibleName("Fordeling")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_counts(self, counts: Mapping[ContactForm, int]) -> None:
        """Show how many there are; forms beyond the four come together as "andet"."""
        self._parts = shares_of(counts)
        self.setAccessibleDescription(self.said)
        self.setToolTip(f"Fordeling: {self.said}")
        self.updateGeometry()
        self.update()

    def be_brief(self, *, brief: bool) -> None:
        """Leave the words to the tooltip where room is short; icon and colour still tell."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    @property
    def said(self) -> str:
        """What the bar says in words: ``besøg 8, telefon 5``."""
        return ", ".join(f"{word} {number}" for _, word, number in self._parts) or NOTHING

    def sizeHint(self) -> QSize:
        """Be as wide as the words, and not narrower than a bar should be."""
        metrics = self._metrics()
        width = sum(self._width(word, number) for _, word, number in self._parts)
        if not self._parts:
            width = QFontMetrics(self.font()).horizontalAdvance(NOTHING)
        width += max(0, len(self._parts) - 1) * self._theme.pixels(BESIDE)
        height = self._theme.pixels(BAR + 4) + max(metrics.height(), self._theme.pixels(ICON))
        narrowest = NARROWEST_BRIEF if self._brief else NARROWEST
        return QSize(max(width, self._theme.pixels(narrowest)), height + 2)

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar and the words below it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_bar(painter)
        self._draw_words(painter)
        painter.end()

    def _metrics(self) -> QFontMetrics:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(bold)

    def _width(self, word: str, number: int) -> int:
        pixels, text = self._theme.pixels, self._text(word, number)
        return pixels(ICON) + pixels(4) + self._metrics().horizontalAdvance(text)

    def _text(self, word: str, number: int) -> str:
        return str(number) if self._brief else f"{word} {number}"

    def _draw_bar(self, painter: QPainter) -> None:
        whole = QRectF(0, 0, self.width(), self._theme.pixels(BAR))
        draw_shares(painter, whole, self._parts, self._theme.tokens)

    def _draw_words(self, painter: QPainter) -> None:
        pixels, tokens = self._theme.pixels, self._theme.tokens
        metrics = self._metrics()
        top = pixels(BAR + 4)
        high = self.height() - top
        if not self._parts:
            painter.setPen(QColor(tokens.muted))
            painter.drawText(
                QRectF(0, top, self.width(), high), Qt.AlignmentFlag.AlignVCenter, NOTHING
            )
            return
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        left, size = 0, pixels(ICON)
        for look, word, number in self._parts:
            ink, text = look.ink_of(tokens), self._text(word, number)
            drawn = icons.pixmap(look.icon, ink, size, self.devicePixelRatioF())
            painter.drawPixmap(left, top + (high - size) // 2, drawn)
            painter.setPen(QColor(ink))
            area = QRectF(left + size + pixels(4), top, metrics.horizontalAdvance(text) + 1, high)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
            left += self._width(word, number) + pixels(BESIDE)
