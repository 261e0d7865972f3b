"""The emergency list at the screen: initials first, names on purpose, PDF, CSV and discretion."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.machine_settings import MachineSettings
from bostoette.services import citizens
from bostoette.services.program_file import OpenFile
from bostoette.ui.assembly import assemble
from bostoette.ui.exchange.emergency_dialog import EmergencyDialog
from bostoette.ui.main_window import MainWindow
from bostoette.ui.theme import Appearance, Theme
from tests.ui.hands import show_active

NOW = datetime(2026, 11, 23, 9, 0)


def open_list(qtbot: QtBot, window: MainWindow, folder: Path) -> EmergencyDialog:
    dialog = EmergencyDialog(
        window, example=False, where_to=lambda _parent, _title, name, _kinds: folder / name
    )
    qtbot.addWidget(dialog)
    dialog.draw()
    dialog.show()
    qtbot.waitUntil(lambda: dialog.ready)
    return dialog


@pytest.fixture
def window(opened: OpenFile, theme: Theme, qtbot: QtBot) -> MainWindow:
    opened.desk.do(citizens.create, CitizenFields("Bo Krag", phone="12 34 56 78"))
    window = assemble(opened, theme, MachineSettings(appearance="light"), lambda: NOW)
    qtbot.addWidget(window)
    show_active(window)
    return window


def words(dialog: EmergencyDialog) -> str:
    assert dialog.laid_out is not None
    return " ".join(
        dialog.laid_out.words_on(place) for place in range(len(dialog.laid_out))
    ).replace("\u00a0", " ")


def test_names_and_numbers_come_only_with_the_tick(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = open_list(qtbot, window, tmp_path)
    assert "B.K." in words(dialog)
    assert "Bo Krag" not in words(dialog)
    with qtbot.waitSignal(dialog.drawn):
        dialog.names.setChecked(True)
    assert "Bo Krag" in words(dialog)
    assert "12 34 56 78" in words(dialog)


def test_it_is_saved_as_pdf_and_as_csv_under_names_that_name_nobody(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = open_list(qtbot, window, tmp_path)
    with qtbot.waitSignal(dialog.accepted):
        dialog.main_button.click()
    dialog = open_list(qtbot, window, tmp_path)
    dialog.csv_button.click()
    assert dialog.said.startswith("Nødlisten er gemt i noedliste-uge-")
    (pdf,) = tmp_path.glob("noedliste-uge-*.pdf")
    (table,) = tmp_path.glob("noedliste-uge-*.csv")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "B.K." in table.read_text("utf-8-sig")


def test_discretion_asks_for_no_names(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.keep(replace(window.settings, discreet=True))
    dialog = open_list(qtbot, window, tmp_path)
    assert not dialog.names.isEnabled()
    assert not dialog.asked.names


def test_it_fits_at_the_largest_text(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.theme.use(Appearance.LIGHT, 200)
    least = open_list(qtbot, window, tmp_path).minimumSizeHint()
    assert least.width() <= 1280
    assert least.height() <= 800
