"""One goal (delmål) under its aim: words, theme, where it stands, and what can be done with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from bostoette.models.goal_fields import NewTurn, StoredGoal
from bostoette.models.goal_kinds import GoalReason, GoalStatus
from bostoette.planning.search_query import Wanted
from bostoette.ui import icons
from bostoette.ui.citizens.citizen_facts import brief_day
from bostoette.ui.goals.goal_words import standing_words, theme_words
from bostoette.ui.goals.words_and_buttons import WordsAndButtons
from bostoette.ui.naming import Naming
from bostoette.ui.notes.marked_words import mark_words
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_MARKS = {
    GoalStatus.ACTIVE: "target",
    GoalStatus.PAUSED: "pause",
    GoalStatus.REACHED: "check",
    GoalStatus.DROPPED: "close",
}
_ACTS = {
    GoalStatus.PAUSED: "Sæt på pause",
    GoalStatus.REACHED: "Nået",
    GoalStatus.DROPPED: "Opgiv",
}


class GoalRow(QFrame):
    """Two taps pause, reach or drop it: the button, then the reason in its menu."""

    change_asked = Signal(object)
    turned = Signal(object, object)
    """The goal, and where it is to stand (a NewTurn; OTHER without text asks for the text)."""
    lost_asked = Signal(object, bool)
    """The goal, and whether something was lost since a break (P41)."""

    def __init__(
        self, theme: Theme, goal: StoredGoal, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.goal = goal
        said = naming.hidden(goal.fields.words)
        self.setAccessibleName(f"Delmål: {said}, {goal.status.danish}")
        self.words = Words(f"»{said}«" if not naming.discreet else said, self)
        self.words.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.title = quiet(naming.hidden(goal.fields.title), self)
        self.title.setVisible(bool(goal.fields.title) and not naming.discreet)
        self.about = quiet(theme_words(goal), self)
        self.standing = quiet(standing_words(goal, naming), self)
        self.lost = Words(parent=self)
        self.change = QPushButton("Ret", self)
        self.turn = QPushButton(self)
        self._menu = QMenu(self)
        self._name_buttons(said)
        for label in (self.words, self.title, self.standing):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()

    def mark(self, wanted: Sequence[Wanted]) -> QPushButton:
        """Mark what was searched for; return where the keyboard goes on."""
        for label in (self.words, self.title):
            mark_words(label, label.text(), wanted, self._theme)
        return self.change

    def buttons(self) -> list[QAbstractButton]:
        """Return its buttons from left to right."""
        return [self.change, self.turn]

    def _name_buttons(self, said: str) -> None:
        self.change.setAccessibleName(f"Ret delmål: {said}")
        self.change.setAutoDefault(True)  # Enter presses it, as Space does
        self.change.clicked.connect(lambda: self.change_asked.emit(self.goal))
        self.turn.setText("Skift status")
        self.turn.setAccessibleName(f"Skift status for delmål: {said}")
        self._fill_menu()
        self.turn.setMenu(self._menu)

    def _fill_menu(self) -> None:
        if self.goal.status is not GoalStatus.ACTIVE:
            again = self._menu.addAction("Tag op igen")
            again.triggered.connect(partial(self._turn_to, NewTurn(GoalStatus.ACTIVE)))
        for status, act in _ACTS.items():
            if status is self.goal.status:
                continue
            self._menu.addSection(act)
            for reason in status.reasons:
                words = "Andet …" if reason is GoalReason.OTHER else reason.danish
                action = self._menu.addAction(f"{act}: {words[:1].lower()}{words[1:]}")
                action.triggered.connect(partial(self._turn_to, NewTurn(status, reason)))
        self._menu.addSeparator()
        lost = self._menu.addAction("Noget er tabt siden en pause")
        lost.setCheckable(True)
        lost.setChecked(self.goal.lost_on is not None)
        lost.triggered.connect(lambda on: self.lost_asked.emit(self.goal, on))

    def _turn_to(self, to: NewTurn, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's value
        self.turned.emit(self.goal, to)

    def _lay_out(self) -> None:
        gap = self._theme.pixels(8)
        mark = QLabel(self)
        size = self._theme.pixels(18)
        tokens = self._theme.tokens
        active = self.goal.status is GoalStatus.ACTIVE
        ink = tokens.accent if active else tokens.muted
        mark.setPixmap(icons.pixmap(_MARKS[self.goal.status], ink, size, self.devicePixelRatioF()))
        mark.setFixedWidth(size)
        inside = WordsAndButtons(self._theme, self)
        for label in (self.words, self.title, self.about, self.standing):
            inside.words.addWidget(label)
        inside.words.addWidget(self.lost)
        self._show_lost()
        for button in self.buttons():
            inside.add_button(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, gap, 0, gap)
        row.setSpacing(gap)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(inside, 1)

    def _show_lost(self) -> None:
        tokens, corner = self._theme.tokens, self._theme.pixels(8)
        self.lost.setVisible(self.goal.lost_on is not None)
        if self.goal.lost_on is not None:
            self.lost.setText(
                f"Noget er tabt siden en pause (noteret {brief_day(self.goal.lost_on)})"
            )
        self.lost.setStyleSheet(
            f"background: {tokens.warn_tint}; color: {tokens.warn}; border-radius: {corner}px;"
            f"padding: {self._theme.pixels(2)}px {corner}px;"
        )
