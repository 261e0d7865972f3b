"""What window tests share: no screen is needed, and one theme that every test finds fresh."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.machine_settings import MachineSettings
from bostoette.services import unlocking
from bostoette.services.example import open_demo
from bostoette.services.program_file import OpenFile
from bostoette.store.places import Places
from bostoette.ui import collector
from bostoette.ui.assembly import assemble
from bostoette.ui.background import under_way
from bostoette.ui.main_window import MainWindow
from bostoette.ui.theme import STYLE_ARGUMENTS, Appearance, Theme
from tests.begun import PASSPHRASE, Begun
from tests.clock import EXAMPLE_NOW, Clock
from tests.ui.hands import show_active

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Overlook what the screenless platform says of itself at every window."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["bostoette", *STYLE_ARGUMENTS]


@pytest.fixture(scope="session")
def worn_theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def theme(worn_theme: Theme) -> Iterator[Theme]:
    worn_theme.use(Appearance.LIGHT)
    yield worn_theme
    worn_theme.use(Appearance.LIGHT)


@pytest.fixture
def opened(begun: Begun) -> Iterator[OpenFile]:
    """The file that was begun, open for work."""
    opened = unlocking.open_unlocked(
        begun.places, unlocking.unlock(begun.places, PASSPHRASE), Clock()
    )
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def made_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example team, made once and copied for every test."""
    folder = tmp_path_factory.mktemp("example")
    open_demo(Places.at(folder), Clock(), EXAMPLE_NOW.date()).close()
    return folder


@pytest.fixture
def example(tmp_path: Path, made_example: Path) -> Iterator[OpenFile]:
    folder = tmp_path / "data"
    shutil.copytree(made_example, folder)
    file = open_demo(Places.at(folder), Clock(), EXAMPLE_NOW.date())
    yield file
    file.close()


@pytest.fixture
def example_window(qtbot: QtBot, theme: Theme, example: OpenFile) -> MainWindow:
    """The whole window on the example team, once all of its first page is there."""
    window = assemble(example, theme, MachineSettings(), lambda: EXAMPLE_NOW)
    qtbot.addWidget(window)
    show_active(window)
    qtbot.waitUntil(lambda: window.is_workable, timeout=20_000)
    return window


@pytest.fixture(autouse=True)
def gone_for_good(qapp: QApplication) -> Iterator[None]:
    """Let the windows of a test be deleted with it: without a running loop nothing does so.

    What stays would be dressed anew at every change of theme, and slow every test after it.
    As in the program nothing is collected in the midst of Qt's work (ui/collector.py).
    """
    collector.rest()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not under_way():
        collector.collect_when_due()
