"""A wish in the citizen's own words, and under it the aims with their goals."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.goal_fields import StoredAim, StoredWish
from bostoette.models.key import Key
from bostoette.planning.search_query import Wanted
from bostoette.ui.citizens.citizen_facts import brief_day
from bostoette.ui.goals.goal_row import GoalRow
from bostoette.ui.goals.words_and_buttons import WordsAndButtons
from bostoette.ui.naming import Naming
from bostoette.ui.notes.marked_words import mark_words
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet


class WishCard(QFrame):
    """The wish stands at the top, as large as a page's title."""

    change_asked = Signal(object)
    """A StoredWish or a StoredAim is to be corrected."""
    aim_asked = Signal(object)
    goal_asked = Signal(object)

    def __init__(
        self, theme: Theme, wish: StoredWish, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._naming = naming
        self.wish = wish
        self.rows: list[GoalRow] = []
        self._buttons: list[QAbstractButton] = []
        self._places: dict[Key, tuple[QLabel, QPushButton]] = {}
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        said = naming.hidden(wish.words)
        self.setAccessibleName(f"Ønske: {said}")
        edge = theme.pixels(16)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(edge, theme.pixels(12), edge, theme.pixels(12))
        self._column.setSpacing(theme.pixels(4))
        self._add_head(said)
        for aim in wish.aims:
            self._add_aim(aim)
        if not wish.aims:
            self._column.addWidget(
                quiet("Der er intet indsatsmål endnu. Hvad skal støtten hjælpe med her?", self)
            )

    def buttons(self) -> list[QAbstractButton]:
        """Return its buttons from top to bottom."""
        return list(self._buttons)

    def mark(self, key: Key, wanted: Sequence[Wanted]) -> QPushButton | None:
        """Mark what was searched for in wish, aim or goal; return where the keyboard goes on."""
        for row in self.rows:
            if row.goal.id == key:
                return row.mark(wanted)
        if key not in self._places:
            return None
        label, button = self._places[key]
        mark_words(label, label.text(), wanted, self._theme)
        return button

    def _add_head(self, said: str) -> None:
        words = Words(said if self._naming.discreet else f"»{said}«", self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setObjectName("pageTitle")
        change = self._button("Ret", f"Ret ønske: {said}")
        change.clicked.connect(lambda: self.change_asked.emit(self.wish))
        add = self._button("+ Indsatsmål", f"Nyt indsatsmål under ønsket: {said}")
        add.clicked.connect(lambda: self.aim_asked.emit(self.wish))
        self._places[self.wish.id] = words, change
        said_on = quiet(f"Ønske, sagt {brief_day(self.wish.said_on)}", self)
        self._put((words, said_on), (change, add))

    def _add_aim(self, aim: StoredAim) -> None:
        self._column.addWidget(self._line())
        said = self._naming.hidden(aim.title)
        title = Words(said, self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        change = self._button("Ret", f"Ret indsatsmål: {said}")
        change.clicked.connect(lambda: self.change_asked.emit(aim))
        add = self._button("+ Delmål", f"Nyt delmål under indsatsmålet: {said}")
        add.clicked.connect(lambda: self.goal_asked.emit(aim))
        self._places[aim.id] = title, change
        self._put((quiet("Indsatsmål", self), title), (change, add))
        if not aim.goals:
            self._column.addWidget(quiet("Der er intet delmål endnu.", self))
        for goal in aim.goals:
            row = GoalRow(self._theme, goal, self._naming, self)
            self.rows.append(row)
            self._buttons += row.buttons()
            self._column.addWidget(row)

    def _put(self, words: tuple[QWidget, ...], buttons: tuple[QPushButton, ...]) -> None:
        row = WordsAndButtons(self._theme, self)
        for label in words:
            row.words.addWidget(label)
        for button in buttons:
            row.add_button(button)
        self._column.addWidget(row)

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        self._buttons.append(button)
        return button

    def _line(self) -> QLabel:
        line = QLabel(self)
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {self._theme.tokens.line};")
        return line
