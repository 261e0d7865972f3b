"""A small button with an arrow: one step back or on in time."""

from PySide6.QtWidgets import QToolButton, QWidget


def step_button(bar: QWidget, icon: str, words: str) -> QToolButton:
    """Make one; its bar draws the icon (``icon_name``), and its key in brackets is not its name."""
    button = QToolButton(bar)
    button.setProperty("icon_name", icon)
    button.setAccessibleName(words.split(" (", maxsplit=1)[0])
    button.setToolTip(words)
    return button
