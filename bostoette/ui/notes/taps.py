"""Taps: a few answers to one question, of which none or one is given; one Tab stop."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bostoette.ui.button_row import ButtonRow
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.theme import Theme

Answer = tuple[object, str]
"""What is meant, and its word."""


class Taps(QWidget):
    """A second tap on an answer takes it back."""

    changed = Signal()

    def __init__(
        self, theme: Theme, name: str, answers: Sequence[Answer], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        gap = theme.pixels(4)
        flow = FlowLayout(self, gap, gap)
        flow.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[object, QPushButton] = {}
        for place, (value, word) in enumerate(answers):
            button = QPushButton(word, self)
            button.setCheckable(True)
            button.setProperty("answer", True)  # noqa: FBT003 - Qt's signature
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name}: {word}")
            button.clicked.connect(partial(self._tap, value))
            flow.insert_widget(place, button)
            self.buttons[value] = button
        self._row = ButtonRow(self, list(self.buttons.values()))

    @property
    def value(self) -> object:
        """The answer; None where none is given."""
        return next((one for one, button in self.buttons.items() if button.isChecked()), None)

    @property
    def place(self) -> str:
        """The answer's place as text, for a draft; empty where none is given."""
        places = (i for i, button in enumerate(self.buttons.values()) if button.isChecked())
        return str(next(places, ""))

    def press(self, wanted: object) -> None:
        """Show an answer as given; None shows none."""
        for value, button in self.buttons.items():
            button.setChecked(value == wanted and wanted is not None)

    def press_place(self, place: str) -> None:
        """Show the answer at a place as given, as a draft kept it."""
        values = list(self.buttons)
        known = place.isdigit() and int(place) < len(values)
        self.press(values[int(place)] if known else None)

    def _tap(self, value: object) -> None:
        self.press(value if self.buttons[value].isChecked() else None)
        self.changed.emit()
