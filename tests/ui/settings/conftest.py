"""What tests of the settings share: real data begun once, and the real window around them."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import unlocking, workers
from bostoette.services.program_file import OpenFile
from bostoette.services.unlocking import Unlocked
from bostoette.ui.assembly import assemble
from bostoette.ui.main_window import MainWindow
from bostoette.ui.settings.settings_page import SettingsPage
from bostoette.ui.theme import Theme
from tests.begun import PASSPHRASE, Begun
from tests.clock import Clock
from tests.ui.hands import show_active

NOW = datetime(2026, 11, 23, 9, 0)


@pytest.fixture(scope="session")
def unlocked_once(begun_once: Begun) -> Unlocked:
    return unlocking.unlock(begun_once.places, PASSPHRASE)


@pytest.fixture
def opened(begun: Begun, unlocked_once: Unlocked) -> Iterator[OpenFile]:
    opened = unlocking.open_unlocked(begun.places, unlocked_once, Clock())
    yield opened
    opened.close()


@pytest.fixture
def window(opened: OpenFile, theme: Theme, qtbot: QtBot) -> MainWindow:
    window = assemble(opened, theme, MachineSettings(appearance="light"), lambda: NOW)
    qtbot.addWidget(window)
    show_active(window)
    qtbot.waitUntil(lambda: window.is_workable, timeout=20_000)
    return window


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def colleague(opened: OpenFile) -> Key:
    """K.L., a colleague."""
    return opened.desk.do(workers.create, opened.desk.actor_id, WorkerFields("Karl Lund", "K.L."))


@pytest.fixture
def leader(opened: OpenFile) -> Key:
    """L.T., who leads the team, so that M.J. does not."""
    fields = WorkerFields("Lis Toft", "L.T.", role=WorkerRole.TEAM_LEADER)
    return opened.desk.do(workers.create, opened.desk.actor_id, fields)
