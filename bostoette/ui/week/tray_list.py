"""The list of what has no time yet: drag a row into the week, or press Enter on it.

The mouse is held by the list itself from press to release, so that the week can show at every step
what letting go would give. Nothing is written here.
"""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.services.tray import TrayItem
from bostoette.ui.theme import Theme
from bostoette.ui.week.tray_model import TrayModel
from bostoette.ui.week.tray_row import TrayRow
from bostoette.ui.week.tray_rows import TrayRows

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(slots=True)
class _Press:
    """A button held down on a row: where, on what, in which form, and whether it has moved."""

    at: QPoint
    item: TrayItem
    form: ContactForm | None
    begun: bool = False


class TrayList(TrayRows):
    """Shows the rows and says what the person wants with one."""

    plan_asked = Signal(object)
    """A TrayItem, to be given a time by keyboard."""
    dragged = Signal(object, object, QPoint)
    """A TrayItem is held over this place of the screen, in a ContactForm or None for its best."""
    dropped = Signal(object, object, QPoint)
    """It was let go there."""
    put_back = Signal()
    """It was not let go after all."""

    _press: _Press | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = TrayModel(self)
        self._row = TrayRow(theme, self)
        self._theme = theme
        self.setAccessibleName("Mangler en tid")
        self.setAccessibleDescription(
            "Piletaster vælger, Enter finder en ledig tid, og musen trækker en kontakt ind i ugen."
        )
        self.hold(self.items, self._row, theme)

    def item_at(self, row: int) -> TrayItem | None:
        """Return a row's item."""
        items = self.items.items
        return items[row] if 0 <= row < len(items) else None

    def form_at(self, index: QModelIndex, at: QPoint) -> ContactForm | None:
        """Return the form whose tile lies at a place of a row; None beside the tiles."""
        return self._row.form_at(self.visualRect(index), index, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a time with Enter, put a drag back with Esc, else go with the arrows."""
        item = self.item_at(self.currentIndex().row())
        if self._press is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._let_go()
        elif event.key() in _ENTER and item is not None:
            self.plan_asked.emit(item)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row and take hold of it, in the form whose tile is pressed."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        item = self.item_at(index.row())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            self._press = _Press(at, item, self.form_at(index, at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the row is held."""
        press = self._press
        if press is None:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        far = (at - press.at).manhattanLength() >= QApplication.startDragDistance()
        if press.begun or far:
            if not press.begun:
                press.begun = True
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(press.item, press.form, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go where it is held; a press that has not moved asks for nothing."""
        press = self._press
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        self._press = None
        self.viewport().unsetCursor()
        if press.begun:
            self.dropped.emit(press.item, press.form, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for a time."""
        item = self.item_at(self.indexAt(event.position().toPoint()).row())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            self.plan_asked.emit(item)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put a drag back when the window loses the person's attention."""
        if self._press is not None:
            self._let_go()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _let_go(self) -> None:
        begun = self._press is not None and self._press.begun
        self._press = None
        self.viewport().unsetCursor()
        if begun:
            self.put_back.emit()
