"""Taking away what a layout shows, before it shows something else."""

from PySide6.QtWidgets import QLayout, QWidget


def emptied(layout: QLayout) -> None:
    """Take every widget out of a layout at once, and let each of them go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            let_go(widget)


def let_go(widget: QWidget) -> None:
    """Let a widget go that no layout holds any more: it is not found from now on."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
