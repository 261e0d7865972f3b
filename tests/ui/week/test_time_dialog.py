"""The small form about a time: when a contact is moved to, and when it was really held."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from bostoette.models.timespan import TimeSpan
from bostoette.ui.week.time_dialog import TimeDialog
from tests.clock import MONDAY
from tests.ui.hands import CONTROL, press


@pytest.fixture
def dialog(qtbot: QtBot) -> TimeDialog:
    span = TimeSpan(MONDAY, 540, 60)
    made = TimeDialog("Flyt", "Hvornår skal den være?", "Flyt", span, MONDAY)
    qtbot.addWidget(made)
    made.open()
    return made


def test_esc_closes_at_once_where_the_time_stands(dialog: TimeDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(("words", "stays"), [("Bliv her", True), ("Kassér", False)])
def test_esc_asks_before_a_typed_time_is_thrown_away(
    dialog: TimeDialog, words: str, *, stays: bool
) -> None:
    dialog.when.start.setText("10.30")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    (box,) = dialog.findChildren(QMessageBox)
    next(one for one in box.buttons() if one.text().replace("&", "") == words).click()
    assert dialog.isVisible() == stays


def test_ctrl_enter_is_done_with_it_from_every_field(dialog: TimeDialog) -> None:
    dialog.activateWindow()
    dialog.when.start.setText("10.30")
    dialog.when.minutes.setFocus()
    press(Qt.Key.Key_Return, CONTROL)
    assert not dialog.isVisible()
    assert dialog.span == TimeSpan(MONDAY, 630, 60)
