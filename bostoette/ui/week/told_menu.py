"""Asks how a citizen was told of a change; only then is the task closed (P49)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from bostoette.models.told_how import ToldHow


class ToldMenu(QMenu):
    """Offers the ways of telling, each with a letter to choose it by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Hvordan fik borgeren besked?", parent)
        self.setAccessibleName(self.title())

    def ask(self, place: QPoint, then: Callable[[ToldHow], object]) -> None:
        """Open at a place on the screen; ``then`` is given the answer, or never called."""
        self.clear()
        self.addSection(self.title())
        for how in ToldHow:
            action = self.addAction(f"&{how.danish.capitalize()}")
            action.triggered.connect(partial(_answer, then, how))
        self.popup(place)
        self.setActiveAction(self.actions()[1])


def _answer(then: Callable[[ToldHow], object], how: ToldHow, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what Qt sends
    then(how)
