"""A button that looks like a link: the quiet ways on beside the page's main action."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from bostoette.ui.theme import Theme


class LinkButton(QPushButton):
    """Underlined words with a visible focus and a full-size target."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(words)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        tokens, corner = self._theme.tokens, self._theme.pixels(8)
        self.setStyleSheet(
            "QPushButton { background: transparent; border: 2px solid transparent;"
            f" color: {tokens.accent}; text-decoration: underline; padding: 1px 2px;"
            f" border-radius: {corner // 2}px; }}"
            f"QPushButton:hover {{ background: {tokens.accent_tint}; }}"
            f"QPushButton:focus {{ border-color: {tokens.focus}; }}"
            f"QPushButton:disabled {{ color: {tokens.muted}; }}"
        )
