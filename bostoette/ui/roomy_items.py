"""Measures a list's items with the edges that the style sheet gives them, so that none is cut."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

EDGES = 28
"""Pixels beside an item's words, at ordinary text size."""
_AIR = 12
_FONT = 14
"""The height of a line at ordinary text size, about."""


class RoomyItems(QStyledItemDelegate):
    """Gives each item of a wrapping list the height that its words have at the list's width."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room that the words take."""
        hint = super().sizeHint(option, index)
        metrics = self._view.fontMetrics()
        scale = max(1.0, metrics.height() / _FONT)
        around = 2 * self._view.spacing()
        room = self._view.viewport().width() - around - round(EDGES * scale)
        flags = Qt.TextFlag.TextWordWrap.value
        words = metrics.boundingRect(QRect(0, 0, max(1, room), 0), flags, str(index.data()))
        return QSize(hint.width(), max(hint.height(), words.height() + _AIR))
