"""What gets the keyboard comes into sight, and what is pressed stays under the mouse."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bostoette.ui.conditions.following_scroll import FollowingScroll
from bostoette.ui.focus_in_sight import FocusInSight

APART = 40


class Scrolled(NamedTuple):
    area: QScrollArea
    half_seen: QPushButton


def _plain(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    FocusInSight(area)
    return area


@pytest.fixture(params=[_plain, FollowingScroll], ids=["in the window", "of the sheet"])
def scrolled(request: pytest.FixtureRequest, qtbot: QtBot) -> Scrolled:
    """A list of buttons of which one is cut by the lower edge."""
    inside = QWidget()
    inside.setFixedSize(160, 8 * APART)
    buttons = [QPushButton(f"Trin {number}", inside) for number in range(8)]
    for number, button in enumerate(buttons):
        button.setGeometry(0, number * APART, 150, 28)
    made: Callable[[QWidget], QScrollArea] = request.param
    area = made(inside)
    qtbot.addWidget(area)
    half_seen = buttons[3]
    area.resize(200, half_seen.y() + 14)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    buttons[0].setFocus()
    return Scrolled(area, half_seen)


def test_a_button_that_is_half_seen_takes_the_click(qtbot: QtBot, scrolled: Scrolled) -> None:
    with qtbot.waitSignal(scrolled.half_seen.clicked, timeout=1000):
        place = scrolled.half_seen.mapTo(scrolled.area, QPoint(20, 6))
        _click_where_it_is(qtbot, scrolled.area, place)


def _click_where_it_is(qtbot: QtBot, area: QScrollArea, place: QPoint) -> None:
    """Press and let go at one place of the window, whatever moves in between."""
    window = area.windowHandle()
    assert window is not None
    qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=place)


def test_what_gets_the_focus_by_key_comes_into_sight(qtbot: QtBot, scrolled: Scrolled) -> None:
    scrolled.half_seen.setFocus()
    qtbot.waitUntil(lambda: scrolled.area.verticalScrollBar().value() > 0, timeout=1000)
