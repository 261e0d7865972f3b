"""A grid with the invented week, shown and focused."""

import pytest
from pytestqt.qtbot import QtBot

from bostoette.ui.theme import Theme
from bostoette.ui.week.week_grid import WeekGrid
from tests.ui.hands import show_active
from tests.ui.week.weeks import SHEET


@pytest.fixture
def grid(theme: Theme, qtbot: QtBot) -> WeekGrid:
    grid = WeekGrid(theme)
    qtbot.addWidget(grid)
    grid.resize(1100, 560)
    grid.show_sheet(SHEET)
    show_active(grid)
    grid.setFocus()
    return grid
