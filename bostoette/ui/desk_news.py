"""Brings the desk's news to the window's thread, whichever thread the change was made in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from bostoette.services.desk import Desk


class DeskNews(QObject):
    """Tells of every step; at once where it was made in the window's own thread."""

    changed = Signal(object)
    """The Changes."""

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        desk.listen(self.changed.emit)
