"""The small parts that the settings' forms are made of."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from bostoette.ui.entry.labelled import Labelled
from bostoette.ui.theme import Theme


def labelled(theme: Theme, label: str, field: QWidget, *, hint: str = "") -> Labelled:
    """Put a label above a field, also for screen readers."""
    field.setAccessibleName(label)
    if hint:
        field.setAccessibleDescription(hint)
    return Labelled(theme, label, field, hint=hint)


def choice(entries: Sequence[tuple[Any, str]], chosen: Any = None) -> QComboBox:
    """Make a list to choose one entry from; each is a value and how it reads."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    for value, words in entries:
        box.addItem(words, value)
    found = next((place for place, (value, _) in enumerate(entries) if value == chosen), 0)
    box.setCurrentIndex(found)
    return box


def line(text: str, longest: int = 200) -> QLineEdit:
    """Make a field of one line."""
    field = QLineEdit(text)
    field.setMaxLength(longest)
    field.setCursorPosition(0)
    return field


def side_by_side(theme: Theme, *parts: QWidget) -> QWidget:
    """Put parts beside each other, each with the same room."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.pixels(12))
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return whole
