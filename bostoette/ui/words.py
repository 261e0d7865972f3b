"""Words that wrap: a label that asks for the height its text has at its width, and no more."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget


class Words(QLabel):
    """A wrapping label; Qt's own counts the height of its narrowest form as its smallest."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setWordWrap(True)

    def minimumSizeHint(self) -> QSize:
        """One line; the layout asks for the height at a width by itself."""
        return QSize(1, self.fontMetrics().height())


def quiet(words: str, parent: QWidget | None = None) -> Words:
    """Make a label for quiet text."""
    label = Words(words, parent)
    label.setProperty("quiet", "true")
    return label
