"""Much work is done in small steps, with the window's own events between them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import delete

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
