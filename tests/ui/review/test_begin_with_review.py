"""A leader who wishes so begins with what waits for her, and nobody else does (P88)."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from bostoette.models.machine_settings import MachineSettings
from bostoette.services.program_file import OpenFile
from bostoette.store.settings_file import load_settings, save_settings
from bostoette.ui.assembly import assemble, begin_where_asked
from bostoette.ui.main_window import MainWindow
from bostoette.ui.review.review_page import ReviewPage
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage
from tests.begun import Begun
from tests.leader import desk_of_leader

NOW = datetime(2026, 11, 20, 8, 0)


def window_of(
    opened: OpenFile, theme: Theme, qtbot: QtBot, settings: MachineSettings
) -> MainWindow:
    window = assemble(opened, theme, settings, lambda: NOW)
    qtbot.addWidget(window)
    window.show()
    begin_where_asked(window, opened)
    return window


def test_the_week_comes_first_unless_the_review_is_wished_for(
    opened: OpenFile, theme: Theme, qtbot: QtBot
) -> None:
    shown = window_of(opened, theme, qtbot, MachineSettings()).stack.currentWidget()
    assert isinstance(shown, WeekPage)
    wished = MachineSettings(begin_with_review=True)
    assert isinstance(window_of(opened, theme, qtbot, wished).stack.currentWidget(), ReviewPage)


def test_who_does_not_review_begins_in_her_own_week_all_the_same(
    opened: OpenFile, theme: Theme, qtbot: QtBot
) -> None:
    desk_of_leader(opened.database)
    wished = MachineSettings(begin_with_review=True)
    assert isinstance(window_of(opened, theme, qtbot, wished).stack.currentWidget(), WeekPage)


def test_the_wish_is_kept(begun: Begun) -> None:
    save_settings(begun.places.settings, MachineSettings(begin_with_review=True))
    assert load_settings(begun.places.settings).begin_with_review
