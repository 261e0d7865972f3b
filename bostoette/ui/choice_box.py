"""A list to choose one value from, which neither turns values into text nor follows the wheel."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from bostoette.ui.calm_box import CalmBox

V = TypeVar("V")


class ChoiceBox(Generic[V]):
    """Values with their Danish words in a combo box (``box``)."""

    def __init__(
        self, name: str, entries: Iterable[tuple[V, str]], parent: QWidget | None = None
    ) -> None:
        self.box = CalmBox(parent)
        self.box.setAccessibleName(name)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(10)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._values: list[V] = []
        self.offer(entries)

    @property
    def value(self) -> V:
        """The value chosen; None where nothing is offered."""
        if not self._values:
            return None  # type: ignore[return-value]  # who offers nothing asks for no value
        return self._values[max(0, self.box.currentIndex())]

    def offer(self, entries: Iterable[tuple[V, str]]) -> None:
        """Offer these values, the first of them chosen."""
        listed = list(entries)
        self._values = [value for value, _words in listed]
        self.box.clear()
        self.box.addItems([words for _value, words in listed])

    def choose(self, value: V) -> None:
        """Choose a value; one that is not offered is left alone."""
        if value in self._values:
            self.box.setCurrentIndex(self._values.index(value))
