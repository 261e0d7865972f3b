"""How strong a new passphrase is: a bar of three parts, and always the word beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from bostoette.models.passphrase import PassphraseLevel, assess
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

_PARTS = 3
_TOKENS = {
    PassphraseLevel.TOO_WEAK: "stop",
    PassphraseLevel.USABLE: "warn",
    PassphraseLevel.GOOD: "accent",
    PassphraseLevel.STRONG: "accent",
}


class StrengthBar(QWidget):
    """Assesses what is typed and says it in words, with a bar beneath."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._word = QLabel(self)
        self._word.setProperty("heading", "true")
        self._parts = _Parts(theme)
        self._hint = quiet("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(4))
        for part in (self._word, self._parts, self._hint):
            column.addWidget(part)
        self.show_strength("")

    @property
    def words(self) -> str:
        """What is said now."""
        return self._word.text()

    def show_strength(self, passphrase: str) -> None:
        """Assess a passphrase, and say how strong it is and what would help."""
        strength = assess(passphrase)
        self._word.setText(f"Styrke: {strength.level.danish}" if passphrase else "Styrke")
        self._hint.setText(strength.hint)
        self._parts.show_level(strength.level if passphrase else None)
        self.setAccessibleName(self._word.text())
        self.setAccessibleDescription(strength.hint)


class _Parts(QWidget):
    """Three parts, filled from the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._level: PassphraseLevel | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_level(self, level: PassphraseLevel | None) -> None:
        self._level = level
        self.update()

    def sizeHint(self) -> QSize:
        """Low and as wide as there is room."""
        return QSize(self._theme.pixels(120), self._theme.pixels(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts; a passphrase that is too weak fills half of the first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = self._theme.pixels(4)
        width = (self.width() - gap * (_PARTS - 1)) / _PARTS
        for number in range(_PARTS):
            whole = QRectF(number * (width + gap), 0, width, self.height())
            self._draw(painter, whole, "line")
            share = self._share(number)
            if share and self._level is not None:
                whole.setWidth(width * share)
                self._draw(painter, whole, _TOKENS[self._level])
        painter.end()

    def _share(self, number: int) -> float:
        if self._level is None:
            return 0.0
        if self._level is PassphraseLevel.TOO_WEAK:
            return 0.5 if number == 0 else 0.0
        return 1.0 if number < self._level else 0.0

    def _draw(self, painter: QPainter, area: QRectF, token: str) -> None:
        painter.setBrush(self._theme.colour(token))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
