"""The buttons of the first window."""

from PySide6.QtWidgets import QPushButton, QWidget


def word_button(words: str, parent: QWidget | None = None) -> QPushButton:
    """Make a button; it gets its words afterwards.

    Words given to its maker might be an icon's, and everything about icons would be loaded to tell.
    """
    made = QPushButton(parent)
    made.setText(words)
    return made
