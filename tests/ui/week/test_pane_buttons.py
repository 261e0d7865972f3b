"""The buttons in the week's bar that put the panes away and show them again."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from bostoette.services.desk import Desk
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY
from tests.ui.hands import show_active


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_press_puts_a_pane_away_and_the_next_shows_it_again(
    side: str, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    page = WeekPage(desk, theme, lambda: datetime(MONDAY.year, MONDAY.month, MONDAY.day, 12))
    qtbot.addWidget(page)
    page.resize(1600, 900)
    show_active(page)
    pane = page.left if side == "left" else page.right
    button = next(
        one for one in page.bar.findChildren(QToolButton) if one.accessibleName() == pane.name
    )
    assert (pane.is_open, button.isChecked()) == (True, True)
    for shown in (False, True):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert (pane.is_open, button.isChecked()) == (shown, shown)
