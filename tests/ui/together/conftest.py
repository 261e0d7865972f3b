"""The week with its panel and everything about contacts of several people, on a real file."""

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.services import citizens
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.together.together_work import attach_together
from bostoette.ui.week.contact_panel_work import ContactPanelWork
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY

NOW = datetime(2026, 11, 26, 8, 5)
THURSDAY = MONDAY + timedelta(days=3)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk) -> WeekPage:
    desk.upkeep(seed_lists, "test")
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    week = WeekPage(desk, theme, lambda: NOW)
    panel = ContactPanelWork(week, desk, theme, lambda: NOW, Naming).panel
    list(attach_together(week, panel, desk, window))
    window.add_page("week", lambda: week)
    window.show_page("week")
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    week.show_week(IsoWeek.of(MONDAY))
    return week


@pytest.fixture
def members(desk: Desk, worker_id: Key, citizen_id: Key) -> tuple[Key, ...]:
    """Four citizens."""
    names = ("Bo Krog", "Carl Lund", "Dina Mortensen")
    made = (
        desk.do(citizens.create, CitizenFields(name, primary_worker_id=worker_id)) for name in names
    )
    return (citizen_id, *made)
