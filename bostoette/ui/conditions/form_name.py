"""A form told three ways: its icon, its word, and its colour with the edge of its cards."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.ui import icons
from bostoette.ui.form_look import EdgePattern, look_of
from bostoette.ui.theme import Theme

_EDGE = 4
_PENS = {
    EdgePattern.SOLID: Qt.PenStyle.SolidLine,
    EdgePattern.DASHED: Qt.PenStyle.DashLine,
    EdgePattern.DOTTED: Qt.PenStyle.DotLine,
}


class FormName(QWidget):
    """Icon and word in the form's ink."""

    def __init__(
        self, theme: Theme, form: ContactForm, parent: QWidget | None = None, *, size: int = 16
    ) -> None:
        super().__init__(parent)
        self._theme, self._form, self._size = theme, form, size
        self._icon = QLabel(self)
        self.word = QLabel(form.short_name.capitalize(), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.pixels(6))
        row.addWidget(self._icon)
        row.addWidget(self.word)
        row.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        tokens, look = self._theme.tokens, look_of(self._form)
        size = self._theme.pixels(self._size)
        ink = look.ink_of(tokens)
        self._icon.setPixmap(icons.pixmap(look.icon, ink, size, self.devicePixelRatioF()))
        self._icon.setFixedSize(QSize(size, size))
        self.word.setStyleSheet(f"color: {ink}; font-weight: 600; font-size: {size}px;")


class FormFrame(QFrame):
    """A card in a form's tint, with the form's edge along its left side."""

    def __init__(self, theme: Theme, form: ContactForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.form = theme, form
        self.setObjectName("formFrame")
        self.column = QVBoxLayout(self)
        theme.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, and the edge that tells the form without colour."""
        super().paintEvent(event)
        look = look_of(self.form)
        width = self.theme.pixels(_EDGE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.theme.colour(look.ink)
        area = QRectF(self.rect()).adjusted(0, 3 * width, 0, -3 * width)
        lanes = (width / 4, width * 5 / 4) if look.edge is EdgePattern.DOUBLE else (width / 2,)
        thick = width / 2 if look.edge is EdgePattern.DOUBLE else width
        for lane in lanes:
            style = _PENS.get(look.edge, Qt.PenStyle.SolidLine)
            painter.setPen(QPen(ink, thick, style, Qt.PenCapStyle.FlatCap))
            x = area.left() + lane + width / 2
            painter.drawLine(int(x), int(area.top()), int(x), int(area.bottom()))
        painter.end()

    def _dress(self) -> None:
        tokens, edge = self.theme.tokens, self.theme.pixels(14)
        self.column.setContentsMargins(edge + self.theme.pixels(6), edge, edge, edge)
        self.column.setSpacing(self.theme.pixels(6))
        self.setStyleSheet(
            f"QFrame#formFrame {{ background: {look_of(self.form).tint_of(tokens)};"
            f" border-radius: {self.theme.pixels(12)}px; }}"
        )
        self.update()
