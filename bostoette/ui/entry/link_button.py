"""A button that looks like a link: the quiet ways on beside the page's main action."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


class LinkButton(QPushButton):
    """Underlined words with a visible focus and a full-size target.

    Its look stands in the program's style sheet: with one of its own it would be dressed anew
    each time it is laid into something.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)  # not to its maker: see `word_button`
        self.setProperty("link", "true")
        self.setAccessibleName(words)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)
