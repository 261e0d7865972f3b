"""Taking away what a layout shows, before it shows something else."""

from PySide6.QtWidgets import QLayout


def emptied(layout: QLayout) -> None:
    """Take every widget out of a layout at once, and let each of them go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
