"""Giving a small dialog the height that its words need, so that none of them is cut."""

from PySide6.QtWidgets import QDialog


def make_room(dialog: QDialog, width: int = 0) -> None:
    """Make a dialog as high as its words need at a width, else at the one it has; never lower."""
    column = dialog.layout()
    assert column is not None  # noqa: S101 - it is laid out before
    column.activate()
    wide = width or dialog.width()
    needed = column.totalHeightForWidth(wide)
    dialog.resize(wide, needed if width else max(dialog.height(), needed))
