"""A Command is something the program can do, with its words and its keys.

All commands are gathered in one place from the actions of the window and of its pages, so that
the palette, the list of shortcuts and the keys themselves cannot tell different stories.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

EVERYWHERE = "Overalt"
KEYS_PROPERTY = "shown_keys"
"""Keys that a widget looks after itself, told on the action as words."""
_DANISH_KEYS = {
    "Left": "Venstre",
    "Right": "Højre",
    "Up": "Op",
    "Down": "Ned",
    "Return": "Enter",
    "Del": "Delete",
}


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done, where it holds, by which keys, and how it is run."""

    words: str
    place: str
    keys: tuple[str, ...]
    enabled: bool
    run: Callable[[], None]
    told: bool = False
    """The keys are looked after by a widget, and hold only there."""

    @property
    def keys_said(self) -> str:
        """All its keys: ``Ctrl+Y eller Ctrl+Shift+Z``."""
        return " eller ".join(self.keys)


def gathered(widget: QWidget, place: str, *, deep: bool) -> tuple[Command, ...]:
    """Return the commands of a window or page; ``deep`` with all that is inside it, menus too."""
    found = list(_actions(widget, deep=deep))
    return tuple(_command(action, place) for action in dict.fromkeys(found))


def keys_of(action: QAction) -> tuple[str, ...]:
    """Return an action's keys in Danish words."""
    if action.shortcuts():
        return tuple(dict.fromkeys(danish_keys(each) for each in action.shortcuts()))
    told = action.property(KEYS_PROPERTY)
    return (str(told),) if told else ()


def danish_keys(keys: QKeySequence) -> str:
    """Say a shortcut as Danish keyboards do: ``Alt+Venstre``."""
    said = keys.toString(QKeySequence.SequenceFormat.PortableText)
    held, plus, last = said.rpartition("+")
    if said.endswith("++"):
        held, plus, last = said[:-2], "+", "+"
    return f"{held}{plus}{_DANISH_KEYS.get(last, last)}"


def _actions(widget: QWidget, *, deep: bool) -> Iterator[QAction]:
    inside = widget.findChildren(QAction) if deep else []
    for action in (*widget.actions(), *inside):
        is_command = action.text() and not action.isSeparator() and action.menu() is None
        if is_command and action.isVisible():
            yield action


def _command(action: QAction, place: str) -> Command:
    words = action.text().replace("&", "")
    told = not action.shortcuts()
    return Command(words, place, keys_of(action), action.isEnabled(), action.trigger, told)
