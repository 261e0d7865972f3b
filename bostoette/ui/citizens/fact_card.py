"""A FactCard is a group of facts with a heading, what can be corrected, and one main action."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.key import Key
from bostoette.ui.citizens.citizen_facts import Fact
from bostoette.ui.citizens.emptied import emptied
from bostoette.ui.entry.words import Words, quiet
from bostoette.ui.theme import Theme


class FactCard(QFrame):
    """Shows facts in two columns that wrap."""

    action_asked = Signal()
    correction_asked = Signal(object)
    """The key of what is to be corrected."""

    def __init__(
        self, theme: Theme, title: str, action: str, nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nothing = nothing
        self._buttons: dict[Key, QPushButton] = {}
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName(title)
        self._title = QLabel(title, self)
        self._title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.action = QPushButton(action, self)
        self.action.clicked.connect(self.action_asked)
        self._note = quiet("", self)
        self._grid = QGridLayout()
        self._column = QVBoxLayout(self)
        self._lay_out()

    def show_facts(self, facts: Sequence[Fact], note: str = "") -> None:
        """Show other facts; what had the keyboard keeps it where it is still there."""
        focused = next((key for key, one in self._buttons.items() if one.hasFocus()), None)
        self._fill(facts)
        said = note if facts else self._nothing
        self._note.setText(said)
        self._note.setVisible(bool(said))
        if focused is not None:
            self._buttons.get(focused, self.action).setFocus(Qt.FocusReason.OtherFocusReason)

    def button(self, key: Key) -> QPushButton:
        """Return the button that corrects something."""
        return self._buttons[key]

    def _lay_out(self) -> None:
        edge = self._theme.pixels(16)
        self._column.setContentsMargins(edge, self._theme.pixels(12), edge, edge)
        self._column.setSpacing(self._theme.pixels(8))
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.action)
        self._column.addLayout(top)
        self._column.addWidget(self._note)
        self._grid.setHorizontalSpacing(self._theme.pixels(12))
        self._grid.setVerticalSpacing(self._theme.pixels(8))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._column.addLayout(self._grid)

    def _fill(self, facts: Sequence[Fact]) -> None:
        emptied(self._grid)
        self._buttons = {}
        for place, fact in enumerate(facts):
            self._grid.addWidget(quiet(fact.label, self), place, 0, Qt.AlignmentFlag.AlignTop)
            value = Words(fact.value, self)
            value.setTextFormat(Qt.TextFormat.PlainText)
            columns = 2 if fact.key is None else 1
            self._grid.addWidget(value, place, 1, 1, columns, Qt.AlignmentFlag.AlignTop)
            if fact.key is not None:
                self._grid.addWidget(self._correct(fact, fact.key), place, 2)

    def _correct(self, fact: Fact, key: Key) -> QPushButton:
        button = QPushButton("Ret", self)
        button.setAccessibleName(fact.correct)
        button.setToolTip(fact.correct)
        button.clicked.connect(lambda: self.correction_asked.emit(key))
        self._buttons[key] = button
        return button
