"""The review on paper at the screen: seen first, initials unless chosen, PDF and CSV."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.iso_week import IsoWeek
from bostoette.models.machine_settings import MachineSettings
from bostoette.services.program_file import OpenFile
from bostoette.services.week_review import review_of
from bostoette.ui.assembly import assemble
from bostoette.ui.exchange.named_paper_dialog import NamedPaperDialog
from bostoette.ui.exchange.review_paper import review_paper
from bostoette.ui.main_window import MainWindow
from bostoette.ui.theme import Theme
from tests.ui.hands import CONTROL, press, show_active

NOW = datetime(2026, 11, 23, 9, 0)


@pytest.fixture
def window(opened: OpenFile, theme: Theme, qtbot: QtBot) -> MainWindow:
    window = assemble(opened, theme, MachineSettings(appearance="light"), lambda: NOW)
    qtbot.addWidget(window)
    show_active(window)
    qtbot.waitUntil(lambda: window.is_workable, timeout=20_000)
    return window


def open_paper(qtbot: QtBot, window: MainWindow, folder: Path) -> NamedPaperDialog:
    found = window.desk.read(review_of, window.desk.actor_id, IsoWeek(2026, 48), NOW)
    dialog = review_paper(
        window, found, example=False, where_to=lambda _parent, _title, name, _kinds: folder / name
    )
    qtbot.addWidget(dialog)
    dialog.draw()
    dialog.show()
    qtbot.waitUntil(lambda: dialog.ready)
    return dialog


def words(dialog: NamedPaperDialog) -> str:
    assert dialog.laid_out is not None
    return dialog.laid_out.words_on(0).replace("\u00a0", " ")


def test_a_worker_is_named_only_with_the_tick(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = open_paper(qtbot, window, tmp_path)
    assert "M.J." in words(dialog)
    assert "Mona" not in words(dialog)
    with qtbot.waitSignal(dialog.drawn):
        dialog.names.click()
    assert "Mona" in words(dialog)


def test_it_is_saved_as_pdf_and_csv_under_names_that_name_nobody(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = open_paper(qtbot, window, tmp_path)
    with qtbot.waitSignal(dialog.accepted):
        dialog.main_button.click()
    dialog = open_paper(qtbot, window, tmp_path)
    with qtbot.waitSignal(dialog.accepted):
        dialog.csv_button.click()
    assert dialog.said == "Gennemgangen er gemt i gennemgang-uge-48.csv."
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file()) == [
        "gennemgang-uge-48.csv",
        "gennemgang-uge-48.pdf",
    ]


def test_in_discretion_nobody_can_be_named(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.keep(replace(window.settings, discreet=True))
    dialog = open_paper(qtbot, window, tmp_path)
    assert not dialog.names.isEnabled()
    assert "Mona" not in words(dialog)


def test_the_key_for_printing_opens_it_from_the_review(window: MainWindow) -> None:
    window.show_page("review")
    opened: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NamedPaperDialog)
        opened.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, window, look)
    press(Qt.Key.Key_P, CONTROL)
    assert opened == ["Gennemgangen"]
