"""Radio buttons as one choice: one Tab stop at what is chosen, with arrows to the others."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget


def one_choice(parent: QWidget, buttons: Sequence[QRadioButton]) -> None:
    """Let one of the buttons be chosen, the first at the start, and Tab reach it alone."""
    group = QButtonGroup(parent)
    for button in buttons:
        button.setAccessibleName(button.text())
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.toggled.connect(partial(_reach, button))
        group.addButton(button)
    buttons[0].setChecked(True)


def _reach(button: QRadioButton, chosen: bool) -> None:  # noqa: FBT001 - a slot of the signal
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
