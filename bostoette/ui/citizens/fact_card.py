"""A FactCard is a group of facts with a heading, what can be corrected, and one main action."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.key import Key
from bostoette.ui.citizens.citizen_facts import Fact
from bostoette.ui.emptied import let_go
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet


@dataclass(frozen=True, slots=True)
class _Line:
    """One fact as it stands in the grid."""

    label: Words
    value: Words
    correct: QPushButton | None

    def show_fact(self, fact: Fact) -> None:
        """Say another fact."""
        self.label.setText(fact.label)
        self.value.setText(fact.value)
        if self.correct is not None:
            self.correct.setText(fact.button)
            self.correct.setAccessibleName(fact.correct)
            self.correct.setToolTip(fact.correct)

    def widgets(self) -> tuple[QWidget, ...]:
        """Return all that stands in it."""
        return (self.label, self.value, *(() if self.correct is None else (self.correct,)))


class FactCard(QFrame):
    """Shows facts in two columns that wrap, or ``stacked`` with the label above the value."""

    action_asked = Signal()
    correction_asked = Signal(object)
    """The key of what is to be corrected."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        action: str,
        nothing: str,
        parent: QWidget | None = None,
        *,
        stacked: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stacked = stacked
        self._nothing = nothing
        self._facts: tuple[Fact, ...] = ()
        self._lines: list[_Line] = []
        self._buttons: dict[Key, QPushButton] = {}
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName(title)
        self._title = Words(title, self)
        self._title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.action = QPushButton(action, self)
        self.action.setAutoDefault(True)  # Enter presses it, as Space does
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

    def name_action(self, words: str) -> None:
        """Let the main action say something else; nothing takes it away."""
        self.action.setText(words)
        self.action.setVisible(bool(words))

    def button(self, key: Key) -> QPushButton:
        """Return the button that corrects something."""
        return self._buttons[key]

    def buttons(self) -> list[QAbstractButton]:
        """Return the buttons from top to bottom."""
        return [*([self.action] if self.action.text() else []), *self._buttons.values()]

    def add(self, widget: QWidget) -> None:
        """Show something more below the facts."""
        self._column.addWidget(widget)

    def warn(self, warned: bool) -> None:  # noqa: FBT001 - one state of the note
        """Show the note as something to look at."""
        colour = self._theme.tokens.warn if warned else ""
        self._note.setStyleSheet(f"color: {colour};" if colour else "")

    def _lay_out(self) -> None:
        edge = self._theme.pixels(16)
        self._column.setContentsMargins(edge, self._theme.pixels(12), edge, edge)
        self._column.setSpacing(self._theme.pixels(8))
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.action)
        self.action.setVisible(bool(self.action.text()))
        self._column.addLayout(top)
        self._column.addWidget(self._note)
        self._grid.setHorizontalSpacing(self._theme.pixels(12))
        self._grid.setVerticalSpacing(self._theme.pixels(8))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._column.addLayout(self._grid)

    def _fill(self, facts: Sequence[Fact]) -> None:
        words = [word for fact in facts for word in fact.label.split()]
        widest = max(map(self._note.fontMetrics().horizontalAdvance, words), default=0)
        self._grid.setColumnMinimumWidth(0, 0 if self._stacked else widest)
        if tuple(facts) == self._facts:
            return  # what is read anew is most often as it was
        kept = _alike(self._facts, facts)
        self._facts = tuple(facts)
        self._drop_from(kept)
        for line, fact in zip(self._lines, facts, strict=False):
            line.show_fact(fact)
        for place, fact in enumerate(facts[kept:], start=kept):
            self._lines.append(self._line(place, fact))
        self._buttons = {
            fact.key: line.correct
            for fact, line in zip(facts, self._lines, strict=True)
            if fact.key is not None and line.correct is not None
        }

    def _drop_from(self, first: int) -> None:
        """Let go of the lines that are not shown any more, the last one first."""
        while len(self._lines) > first:
            for widget in self._lines.pop().widgets():
                self._grid.removeWidget(widget)
                let_go(widget)

    def _line(self, place: int, fact: Fact) -> _Line:
        label = quiet("", self)  # first, as it is read
        value = Words("", self)
        value.setTextFormat(Qt.TextFormat.PlainText)
        line = _Line(label, value, None if fact.key is None else self._correct(place))
        (self._stack_up if self._stacked else self._put_beside)(place, line)
        line.show_fact(fact)
        return line

    def _put_beside(self, row: int, line: _Line) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(line.label, row, 0, top)
        self._grid.addWidget(line.value, row, 1, 1, 2 if line.correct is None else 1, top)
        if line.correct is not None:
            self._grid.addWidget(line.correct, row, 2, top)

    def _stack_up(self, place: int, line: _Line) -> None:
        top, row = Qt.AlignmentFlag.AlignTop, 2 * place
        self._grid.addWidget(line.label, row, 0, 1, 2, top)
        self._grid.addWidget(line.value, row + 1, 0, 1, 2, top)
        if line.correct is not None:
            self._grid.addWidget(line.correct, row, 2, 2, 1, top)

    def _correct(self, place: int) -> QPushButton:
        button = QPushButton(self)
        button.setAutoDefault(True)
        button.clicked.connect(partial(self._ask_correction, place))
        return button

    def _ask_correction(self, place: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's value
        self.correction_asked.emit(self._facts[place].key)


def _alike(before: Sequence[Fact], now: Sequence[Fact]) -> int:
    """Count the first lines that can say something else and stay: corrected both times, or not."""
    pairs = zip(before, now, strict=False)
    same = ((old.key is None) == (new.key is None) for old, new in pairs)
    return len(tuple(takewhile(bool, same)))
