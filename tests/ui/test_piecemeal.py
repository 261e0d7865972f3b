"""Much work is done in small steps, with the window's own events between them."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from bostoette.ui.background import beside_in_steps, under_way
from bostoette.ui.piecemeal import Piecemeal
from tests.ui.hands import show_active


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    shown = QLineEdit()
    qtbot.addWidget(shown)
    show_active(shown)
    return shown


class _Listener(QObject):
    """Notes its own turn of the event loop."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self._done = done

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self._done.append("heard")
        return super().event(event)


def test_what_happens_meanwhile_is_heard_between_two_steps(field: QLineEdit, qtbot: QtBot) -> None:
    done: list[str] = []
    listener = _Listener(done)

    def steps() -> Iterator[None]:
        QCoreApplication.postEvent(listener, QEvent(QEvent.Type.User))
        done.append("first")
        yield
        done.append("second")

    with qtbot.waitSignal(Piecemeal(field, steps()).done):
        assert done == []
    assert done == ["first", "heard", "second"]


def test_a_key_has_all_that_is_left_done_before_it_is_typed(field: QLineEdit) -> None:
    seen: list[str] = []

    def steps() -> Iterator[None]:
        for _ in range(50):
            seen.append(field.text())
            yield

    Piecemeal(field, steps())
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert seen == [""] * 50
    assert field.text() == "a"


def test_a_key_waits_for_what_is_being_read_beside_the_window(
    field: QLineEdit, qtbot: QtBot
) -> None:
    seen: list[tuple[str, str]] = []

    def steps() -> Iterator[None]:
        read = yield from beside_in_steps(lambda: "read")
        seen.append((read, field.text()))
        yield

    Piecemeal(field, steps())
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert seen == [("read", "")]
    assert field.text() == "a"
    qtbot.waitUntil(lambda: not under_way())


def test_a_press_falls_on_what_lies_there_once_all_is_made(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QWidget(window)
    outside, inside = QVBoxLayout(window), QVBoxLayout(box)
    above, below = QPushButton("above", box), QPushButton("below", window)
    inside.addWidget(above)
    outside.addWidget(box)
    outside.addWidget(below, 1)
    pressed: list[str] = []
    for button in (above, below):
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        button.pressed.connect(partial(pressed.append, button.text()))
    window.resize(300, 300)
    show_active(window)
    place = QPoint(150, 100)
    assert window.childAt(place) is below

    def steps() -> Iterator[None]:
        yield
        above.setMinimumHeight(180)

    Piecemeal(window, steps())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert pressed == ["above"]


def test_a_step_that_lets_events_through_is_not_begun_twice(field: QLineEdit, qtbot: QtBot) -> None:
    done: list[int] = []

    def steps() -> Iterator[None]:
        for number in range(3):
            QTest.qWait(10)
            done.append(number)
            yield

    with qtbot.waitSignal(Piecemeal(field, steps()).done):
        pass
    assert done == [0, 1, 2]


def test_a_window_that_goes_before_it_is_ready_has_nothing_more_done(qapp: QApplication) -> None:
    window = QMainWindow()
    field = QLineEdit(window)
    window.setCentralWidget(field)
    show_active(window)
    done: list[int] = []

    def steps() -> Iterator[None]:
        for number in range(50):
            done.append(number)
            field.setText(str(number))
            yield

    Piecemeal(window, steps())
    delete(window)
    qapp.processEvents()
    assert done == []
