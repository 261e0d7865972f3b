"""A bar of the minutes in each form; the words beside it say the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.ui.form_look import look_of
from bostoette.ui.theme import Theme

_HEIGHT = 10
_GAP = 2


class MixBar(QWidget):
    """Paints the forms' shares in the forms' own order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._minutes: dict[ContactForm, int] = {}
        self._room = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_minutes(self, minutes: dict[ContactForm, int], room: int, words: str) -> None:
        """Show minutes in each form; ``room`` is what is granted, 0 where no number is."""
        self._minutes = dict(minutes)
        self._room = max(room, sum(minutes.values()))
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Be low and wide."""
        return QSize(self._theme.pixels(80), self._theme.pixels(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shares, and what is granted beyond them as empty."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.setClipPath(clip)
        painter.fillRect(whole, self._theme.colour("other_tint"))
        if self._room:
            left = 0.0
            for form, minutes in self._minutes.items():
                width = whole.width() * minutes / self._room
                painter.fillRect(
                    QRectF(left, 0, max(1.0, width - _GAP), whole.height()),
                    self._theme.colour(look_of(form).ink),
                )
                left += width
        painter.end()
