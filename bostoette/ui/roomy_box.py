"""A combo box whose list has rows as high as whatever else can be clicked."""

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate


class RoomyBox(QComboBox):
    """Lets the style sheet measure the rows of its list, as it does in every other list.

    Left to itself Qt takes the rows for those of a menu, which are lower, and which no style
    sheet reaches.
    """

    def showPopup(self) -> None:
        """Show the list; it is made first now, so that a form opens no slower for it."""
        if not isinstance(self.itemDelegate(), QStyledItemDelegate):
            self.setItemDelegate(QStyledItemDelegate(self))
        super().showPopup()
