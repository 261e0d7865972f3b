"""The week's Fordeling as a bar: each form by its colour and pattern, its icon and word below."""

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.ui import icons
from bostoette.ui.form_look import EdgePattern, FormLook, look_of
from bostoette.ui.theme import Theme

BAR, GAP, BESIDE = 12, 2, 10
ICON = 16
NARROWEST = 260
NOTHING = "Ingen kontakter endnu"


class FormBar(QWidget):
    """Draws how many contacts there are of each form; its description says the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[tuple[FormLook, str, int], ...] = ()
        self.setAccessibleName("Fordeling")
        self.setToolTip("Fordeling: ugens kontakter efter form")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_counts(self, counts: Mapping[ContactForm, int]) -> None:
        """Show how many there are; forms beyond the four come together as "andet"."""
        parts = [
            (look_of(form), form.short_name, counts[form])
            for form in CORE_FORMS
            if counts.get(form)
        ]
        others = sum(number for form, number in counts.items() if form not in CORE_FORMS)
        if others:
            parts.append((look_of(None), "andet", others))
        self._parts = tuple(parts)
        self.setAccessibleDescription(self.said)
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
        width += max(0, len(self._parts) - 1) * self._theme.pixels(BESIDE)
        height = self._theme.pixels(BAR + 4) + max(metrics.height(), self._theme.pixels(ICON))
        return QSize(max(width, self._theme.pixels(NARROWEST)), height + 2)

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
        pixels = self._theme.pixels
        return pixels(ICON) + pixels(4) + self._metrics().horizontalAdvance(f"{word} {number}")

    def _draw_bar(self, painter: QPainter) -> None:
        whole = QRectF(0, 0, self.width(), self._theme.pixels(BAR))
        round_ends = QPainterPath()
        round_ends.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.save()
        painter.setClipPath(round_ends)
        total = sum(number for _, _, number in self._parts)
        if not total:
            painter.fillRect(whole, QColor(self._theme.tokens.other_tint))
        left = 0.0
        for look, _word, number in self._parts:
            width = whole.width() * number / total
            self._draw_part(painter, QRectF(left, 0, width - GAP, whole.height()), look)
            left += width
        painter.restore()

    def _draw_part(self, painter: QPainter, area: QRectF, look: FormLook) -> None:
        """Draw a form's share in the pattern that its cards have at their edge."""
        tokens = self._theme.tokens
        ink, middle = QColor(look.ink_of(tokens)), area.center().y()
        if look.edge in {EdgePattern.SOLID, EdgePattern.NONE}:
            painter.fillRect(area, ink)
            return
        painter.fillRect(area, QColor(look.tint_of(tokens)))
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        high = area.height()
        if look.edge is EdgePattern.DOUBLE:
            painter.fillRect(QRectF(area.left(), 0, area.width(), high * 0.38), ink)
            painter.fillRect(QRectF(area.left(), high * 0.62, area.width(), high * 0.38), ink)
        else:
            dotted = look.edge is EdgePattern.DOTTED
            cap = Qt.PenCapStyle.RoundCap if dotted else Qt.PenCapStyle.FlatCap
            thick = high * 0.62 if dotted else high
            pen = QPen(ink, thick, Qt.PenStyle.CustomDashLine, cap)
            pen.setDashPattern([0.01, 1.5] if dotted else [0.75, 0.3])
            painter.setPen(pen)
            start = area.left() + (thick / 2 + 1 if dotted else 0)
            painter.drawLine(QLineF(start, middle, area.right(), middle))
        painter.restore()

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
            ink, text = look.ink_of(tokens), f"{word} {number}"
            drawn = icons.pixmap(look.icon, ink, size, self.devicePixelRatioF())
            painter.drawPixmap(left, top + (high - size) // 2, drawn)
            painter.setPen(QColor(ink))
            area = QRectF(left + size + pixels(4), top, metrics.horizontalAdvance(text) + 1, high)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
            left += self._width(word, number) + pixels(BESIDE)
