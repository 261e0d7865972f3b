"""The program notices when nobody is there."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from bostoette.ui.presence import MINUTE_MS, Presence
from tests.ui.hands import show_active


class WallClock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 26, 12, 0)

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def wall() -> WallClock:
    return WallClock()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    shown = QLineEdit()
    qtbot.addWidget(shown)
    show_active(shown)
    return shown


def test_a_machine_that_slept_is_locked_when_it_wakes(
    qtbot: QtBot, field: QLineEdit, wall: WallClock
) -> None:
    presence = Presence(wall, field)
    presence.wait(10)
    wall.moment += timedelta(seconds=10)
    with qtbot.assertNotEmitted(presence.gone):
        presence.look()
    wall.moment += timedelta(hours=1)
    with qtbot.waitSignal(presence.gone):
        presence.look()


def test_typing_anywhere_puts_the_lock_off(qtbot: QtBot, field: QLineEdit, wall: WallClock) -> None:
    presence = Presence(wall, field)
    presence.wait(10)
    presence._idle.start(5000)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert presence.waits_ms > 9 * MINUTE_MS


def test_typing_in_a_dialog_that_was_opened_since_puts_the_lock_off(
    qtbot: QtBot, field: QLineEdit, wall: WallClock
) -> None:
    presence = Presence(wall, field)
    presence.wait(10)
    dialog = QDialog(field)
    qtbot.addWidget(dialog)
    show_active(dialog)
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    presence._idle.start(5000)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    assert presence.waits_ms > 9 * MINUTE_MS


def test_whoever_wants_no_lock_gets_none(qtbot: QtBot, field: QLineEdit, wall: WallClock) -> None:
    presence = Presence(wall, field)
    presence.wait(0)
    assert presence.waits_ms == -1
    wall.moment += timedelta(hours=1)
    with qtbot.assertNotEmitted(presence.gone):
        presence.look()
