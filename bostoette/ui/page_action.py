"""Something that can be asked for on a page, by name in the palette and mostly by a key."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def give_action(page: QWidget, words: str, do: Callable[[], object], *keys: str) -> QAction:
    """Give the page an action; its keys hold wherever the focus is on the page.

    ``keys`` as Qt writes them, ``Ctrl+Shift+K``; without any it is found by its words alone.
    """
    action = QAction(words, page)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _checked=False: do())
    page.addAction(action)
    return action
