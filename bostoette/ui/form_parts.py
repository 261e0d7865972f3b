"""The small parts that the fields of a small dialog are made of."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from bostoette.ui.calm_box import CalmBox
from bostoette.ui.labelled import Labelled
from bostoette.ui.number_field import NumberField
from bostoette.ui.theme import Theme

_INSIDE = 8
"""Room left of a number, in pixels."""


def labelled(theme: Theme, label: str, field: QWidget, *, hint: str = "") -> Labelled:
    """Put a label above a field, also for screen readers."""
    field.setAccessibleName(label)
    if hint:
        field.setAccessibleDescription(hint)
    return Labelled(theme, label, field, hint=hint)


class Choice(CalmBox):
    """A list to choose one value from; Qt is given words alone, as it turns enums into text."""

    def __init__(self, entries: Sequence[tuple[Any, str]], chosen: Any = None) -> None:
        super().__init__()
        self._values = [value for value, _words in entries]
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.addItems([words for _value, words in entries])
        self.choose(chosen)

    @property
    def value(self) -> Any:
        """What is chosen, or None where there is nothing to choose."""
        return self._values[self.currentIndex()] if self._values else None

    @property
    def values(self) -> Sequence[Any]:
        """What can be chosen."""
        return tuple(self._values)

    def offer(self, entries: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; nobody is told of the one that is shown then."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._values = [value for value, _words in entries]
        self.clear()
        self.addItems([words for _value, words in entries])
        self.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def choose(self, value: Any) -> None:
        """Choose a value, or the first where it is not on the list."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)


def line(text: str, longest: int = 200) -> QLineEdit:
    """Make a field of one line."""
    field = QLineEdit(text)
    field.setMaxLength(longest)
    field.setCursorPosition(0)
    return field


def number(low: int, high: int, suffix: str, step: int = 1) -> QSpinBox:
    """Make a field for a whole number, which tells of a typed one when it is finished."""
    field = NumberField()
    field.setRange(low, high)
    field.setSuffix(suffix)
    field.setSingleStep(step)
    field.setKeyboardTracking(False)
    field.lineEdit().setTextMargins(_INSIDE, 0, 0, 0)
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
