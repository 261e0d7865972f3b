"""Undo and redo at the top of a menu, each with the name of its next step."""

from PySide6.QtWidgets import QMenu

from bostoette.ui.main_window import MainWindow


def offer_turns(menu: QMenu, window: MainWindow) -> None:
    """Put *Fortryd* and *Gør igen* first, named anew whenever the menu opens."""
    first = menu.actions()[0]
    menu.insertActions(first, window.undoing.both)
    menu.insertSeparator(first)
    menu.aboutToShow.connect(window.undoing.name)
