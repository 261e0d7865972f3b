"""What a person does at the screen: keys, clicks and drags, sent to real widgets."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

LEFT = Qt.MouseButton.LeftButton
FREE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def show_active(window: QWidget) -> None:
    """Show a window and wait until it has the keyboard."""
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 2000)


def focused() -> QWidget:
    """Return the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = FREE) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, held)


def type_text(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(focused(), text)


def take(widget: QWidget, at: QPoint) -> None:
    """Press the left button and hold it."""
    QTest.mousePress(widget, LEFT, FREE, at)


def move(widget: QWidget, at: QPoint, held: Qt.KeyboardModifier = FREE) -> None:
    """Move the pointer with the left button held."""
    place = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        widget.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        LEFT,
        held,
    )
    QApplication.sendEvent(widget, event)


def let_go(widget: QWidget, at: QPoint) -> None:
    """Let the left button go."""
    QTest.mouseRelease(widget, LEFT, FREE, at)


def drag(widget: QWidget, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = FREE) -> None:
    """Drag from one place to another."""
    take(widget, start)
    move(widget, (start + end) / 2, held)
    move(widget, end, held)
    let_go(widget, end)


def in_dialog(then: Callable[[QDialog], None]) -> None:
    """Do something in the dialog that opens next."""

    def do() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            assert QTest.qWaitForWindowActive(dialog, 2000)
            then(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, do)
