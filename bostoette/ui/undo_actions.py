"""Undo and redo of the whole window: named after their next step, and how a step is turned."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from bostoette.models.plan_error import PlanError
from bostoette.ui.background import beside
from bostoette.ui.telling import show_plan_error

if TYPE_CHECKING:
    from bostoette.ui.main_window import MainWindow

ROWS_AT_ONCE = 400
"""So many rows are undone within a tenth of a second; more are undone beside the window."""


class UndoActions(QObject):
    """The two actions, and the turning of a step with what is said of it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._turning = False
        self._undo = self._action("Fortryd", ["Ctrl+Z"], self.undo)
        self._redo = self._action("Gør igen", ["Ctrl+Y", "Ctrl+Shift+Z"], self.redo)
        self.both = (self._undo, self._redo)
        """What `name` gives the names of their next steps."""

    def name(self) -> None:
        """Say on the actions what undo and redo would take back and do again."""
        state = self._window.desk.undo_state()
        self._undo.setText(f"Fortryd: {state.undo}" if state.undo else "Fortryd")
        self._redo.setText(f"Gør igen: {state.redo}" if state.redo else "Gør igen")

    def undo(self) -> None:
        """Take back the person's latest change."""
        desk = self._window.desk
        back, _forth = desk.rows_to_turn()
        self._turn(
            desk.undo,
            back,
            lambda done: f"Fortrudt: {done}" if done else "Der er ikke mere at fortryde",
        )

    def redo(self) -> None:
        """Do the latest undone change again."""
        desk = self._window.desk
        _back, forth = desk.rows_to_turn()
        self._turn(
            desk.redo,
            forth,
            lambda done: f"Gjort igen: {done}" if done else "Der er ikke mere at gøre igen",
        )

    def _turn(
        self, turn: Callable[[], str | None], rows: int, said: Callable[[str | None], str]
    ) -> None:
        """Undo or redo; a step of very many rows beside the window, one at a time."""
        if rows <= ROWS_AT_ONCE:
            self._window.say(said(turn()))
            return
        if self._turning:
            return

        def refused(error: PlanError) -> None:
            self._turning = False
            show_plan_error(self._window, error)

        def done(name: str | None) -> None:
            self._turning = False
            self._window.say(said(name))

        self._turning = True
        self._window.say("Det er mange rækker og tager et øjeblik …")
        beside(self, turn, done, refused)

    def _action(self, words: str, keys: list[str], do: Callable[[], object]) -> QAction:
        action = QAction(words, self._window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked=False: do())
        self._window.addAction(action)
        return action
