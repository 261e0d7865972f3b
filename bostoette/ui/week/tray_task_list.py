"""The list of one's own tasks: Space or Enter does one, or takes it up again."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bostoette.models.task_fields import ListedTask
from bostoette.ui.theme import Theme
from bostoette.ui.week.tray_rows import TrayRows
from bostoette.ui.week.tray_task_model import TaskModel
from bostoette.ui.week.tray_task_row import TaskRow

_TICK = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaskList(TrayRows):
    """Shows the tasks and says what the person wants with one."""

    tick_asked = Signal(object)
    """A ListedTask is done, or is to be taken up again."""
    open_asked = Signal(object)
    """A ListedTask is to be changed, or its contact shown."""
    delete_asked = Signal(object)
    citizen_asked = Signal(object)
    """The citizen of a ListedTask is wanted."""
    copy_asked = Signal(object)
    """The words to say are wanted."""
    current_changed = Signal(object)
    """A ListedTask is chosen, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = TaskModel(self)
        self._row = TaskRow(theme, self)
        self.setAccessibleName("Mine opgaver")
        self.setAccessibleDescription("Mellemrum eller Enter sætter til udført, F2 retter.")
        self.hold(self.items, self._row, theme)
        self.selectionModel().currentChanged.connect(
            lambda: self.current_changed.emit(self.current())
        )
        self.items.modelReset.connect(lambda: self.current_changed.emit(self.current()))

    def current(self) -> ListedTask | None:
        """Return the chosen task."""
        row = self.currentIndex().row()
        tasks = self.items.tasks
        return tasks[row] if 0 <= row < len(tasks) else None

    def place_of_current(self) -> QPoint:
        """Return where on the screen a menu about the chosen task opens."""
        area = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(area.bottomLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means for the chosen task, else go with the arrows."""
        task = self.current()
        if task is not None and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit(task)
        elif task is not None and event.key() in _TICK:
            self.tick_asked.emit(task)
        elif task is not None and event.key() == Qt.Key.Key_F2:
            self.open_asked.emit(task)
        elif task is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(task)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box that was clicked."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        task = self.current()
        clicked = index.isValid() and index == self.currentIndex()
        if clicked and task is not None and self._row.ticks(self.visualRect(index), at):
            self.tick_asked.emit(task)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the task."""
        task = self.current()
        at = event.position().toPoint()
        index = self.indexAt(at)
        if task is not None and index.isValid() and not self._row.ticks(self.visualRect(index), at):
            self.open_asked.emit(task)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first task."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
