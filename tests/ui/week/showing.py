"""Showing the week page as the window shows it, in the tests' week."""

from pytestqt.qtbot import QtBot

from bostoette.models.iso_week import IsoWeek
from bostoette.ui.main_window import MainWindow
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY
from tests.ui.hands import show_active


def show_in_window(qtbot: QtBot, window: MainWindow, page: WeekPage) -> None:
    """Put the page into the window, show it there, and go to week 48."""
    window.add_page("week", lambda: page)
    window.show_page("week")
    window.resize(1280, 800)
    qtbot.addWidget(window)
    show_active(window)
    window.finish_start()
    page.show_week(IsoWeek.of(MONDAY))
