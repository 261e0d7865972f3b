"""A window with its pages, as the palette finds it."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.team import Purpose
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.palette.palette_work import PaletteWork
from bostoette.ui.theme import Theme
from bostoette.ui.week.quick_add_work import QuickAddWork
from bostoette.ui.week.week_actions import WeekActions
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_work import WeekWork
from tests.met_before import meet
from tests.ui.hands import show_active

NOW = datetime(2026, 11, 23, 8, 0)


def _add_purposes(session: Session) -> None:
    session.add(Purpose(id="support_conversation", title="Støttesamtale", position=0))
    session.add(Purpose(id="short_follow_up", title="Kort opfølgning", position=1))
    describe(session, "Formål")


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, desk: Desk, citizen_id: Key, worker_id: Key) -> MainWindow:
    desk.upkeep(_add_purposes)
    meet(desk, citizen_id, worker_id)
    shown = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    page = WeekPage(desk, theme, lambda: NOW)
    shown.add_page("week", lambda: page)
    shown.add_page("citizens", lambda: CitizensPage(desk, theme, NOW.date))
    shown.show_page("week")
    WeekActions(page, desk)
    WeekWork(page, desk, theme, lambda: NOW, Naming)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    show_active(shown)
    shown.finish_start()
    return shown


@pytest.fixture
def page(window: MainWindow) -> WeekPage:
    shown = window.page("week")
    assert isinstance(shown, WeekPage)
    return shown


@pytest.fixture
def work(window: MainWindow) -> PaletteWork:
    return PaletteWork(window, example=False)


@pytest.fixture
def quick(page: WeekPage, desk: Desk, theme: Theme) -> QuickAddWork:
    return QuickAddWork(page, desk, theme, lambda: NOW, Naming)
