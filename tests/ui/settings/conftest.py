"""What tests of the settings share: real data begun once, and the real window around them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from pytestqt.qtbot import QtBot

from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.models.working_hours import WorkingHours
from bostoette.services import unlocking, workers
from bostoette.services.first_answers import FirstAnswers
from bostoette.services.program_file import OpenFile
from bostoette.services.unlocking import Places, Unlocked
from bostoette.ui.assembly import assemble
from bostoette.ui.main_window import MainWindow
from bostoette.ui.settings.settings_page import SettingsPage
from bostoette.ui.theme import Theme
from tests.clock import Clock
from tests.memory_keyring import MemoryKeyring
from tests.ui.hands import show_active

PASSPHRASE = "grøn cykel i regnen"
ANOTHER = "tre måger på et tag"
NOW = datetime(2026, 11, 23, 9, 0)


@dataclass(frozen=True)
class Begun:
    """Data that M.J. began, and how they open."""

    folder: Path
    unlocked: Unlocked


@pytest.fixture(scope="session")
def begun_settings(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    places = Places.at(tmp_path_factory.mktemp("begun"))
    answers = FirstAnswers("Mona Jensen", "M.J.", WorkingHours.standard())
    unlocking.begin(places, PASSPHRASE, answers, Clock())[0].close()
    return Begun(places.folder, unlocking.unlock(places, PASSPHRASE))


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call] # keyring's own is untyped
    yield
    keyring.set_keyring(before)


@pytest.fixture
def memory(no_keyring: None) -> MemoryKeyring:
    """A key store that encrypts."""
    store = MemoryKeyring()
    keyring.set_keyring(store)
    return store


@pytest.fixture
def opened(begun_settings: Begun, tmp_path: Path) -> Iterator[OpenFile]:
    folder = tmp_path / "data"
    shutil.copytree(begun_settings.folder, folder)
    opened = unlocking.open_unlocked(Places.at(folder), begun_settings.unlocked, Clock())
    yield opened
    opened.close()


@pytest.fixture
def window(opened: OpenFile, theme: Theme, qtbot: QtBot) -> MainWindow:
    window = assemble(opened, theme, MachineSettings(appearance="light"), lambda: NOW)
    qtbot.addWidget(window)
    show_active(window)
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
