"""Imports as Python makes them, without PySide's look into the source of every module.

PySide can switch to names_with_underscores module by module (``from __feature__ import …``). To
know which modules may, it has Python's ``import`` go through itself and reads the whole source of
whatever is loaded after it: a third of a second for all that works in a file. Nothing here asks
for the switch, so what PySide put in front of ``import`` is taken away again.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts itself in front of import


def import_plainly() -> None:
    """Let everything loaded from here on be imported by Python alone."""
    ours = getattr(builtins, "__orig_import__", None)
    if ours is not None:
        builtins.__import__ = ours
