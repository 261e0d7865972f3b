"""The settings as a room of the window: found by keyboard, readable, and applied at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bostoette.models.machine_settings import MachineSettings
from bostoette.services.program_file import OpenFile
from bostoette.services.unlocking import Places
from bostoette.ui.assembly import assemble
from bostoette.ui.main_window import MainWindow
from bostoette.ui.settings.about_section import AboutSection
from bostoette.ui.settings.lock_section import LockSection
from bostoette.ui.settings.looks_section import LooksSection
from bostoette.ui.settings.me_section import MeSection
from bostoette.ui.settings.settings_page import SECTIONS, SettingsPage
from bostoette.ui.settings.team_section import TeamSection
from bostoette.ui.theme import Appearance, Theme
from tests.ui.hands import focused, press
from tests.ui.settings.conftest import NOW


def test_the_sections_are_one_tab_stop_with_arrows_inside(page: SettingsPage) -> None:
    page.list.setFocus()
    section = page.section
    assert isinstance(section, MeSection)
    press(Qt.Key.Key_Down)
    assert page.section.title == TeamSection.title
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Tab)
    assert focused() is section.form.name
    press(Qt.Key.Key_Backtab)
    assert focused() is page.list


def test_tab_comes_to_save_after_the_last_field_also_after_saving(page: SettingsPage) -> None:
    section = page.choose(MeSection)
    assert isinstance(section, MeSection)
    for _again in range(2):
        section.form.point.setFocus()
        press(Qt.Key.Key_Tab)
        assert focused() is section.save_button
        press(Qt.Key.Key_Space)


@pytest.mark.parametrize("scheme", [Appearance.LIGHT, Appearance.DARK])
def test_nothing_is_clipped_at_200_percent_in_1280_by_800(
    window: MainWindow, page: SettingsPage, theme: Theme, scheme: Appearance
) -> None:
    theme.use(scheme, 200)
    window.resize(1280, 800)
    for kind in SECTIONS:
        section = page.choose(kind)
        if isinstance(section, MeSection):
            section.form.hours.change_button.setChecked(True)
        QWidget.grab(window)
        holder = page.stack.currentWidget()
        assert section.minimumSizeHint().width() <= section.width(), kind
        assert section.mapTo(window, section.rect().topRight()).x() < window.width(), kind
        assert holder is not None
        for button in section.findChildren(QAbstractButton):
            if button.isVisible():
                words = button.fontMetrics().horizontalAdvance(button.text())
                assert words <= button.width(), button.text()
                assert min(button.width(), button.height()) >= 24, button.text()


def test_every_control_has_a_name(page: SettingsPage) -> None:
    for kind in SECTIONS:
        section = page.choose(kind)
        for control in section.findChildren(QWidget):
            if isinstance(control, QAbstractButton | QComboBox | QAbstractSpinBox | QLineEdit):
                if isinstance(control.parent(), QAbstractSpinBox | QComboBox):
                    continue
                heard = QAccessible.queryAccessibleInterface(control)
                assert heard.text(QAccessible.Text.Name), (kind, control)


def test_text_size_and_colours_hold_at_once_and_are_kept(
    window: MainWindow, page: SettingsPage, theme: Theme, qtbot: QtBot
) -> None:
    section = page.choose(LooksSection)
    assert isinstance(section, LooksSection)
    with qtbot.waitSignal(window.settings_changed) as kept:
        section.appearance.choose("dark")
    assert theme.is_dark
    assert kept.args == [MachineSettings(appearance="dark")]
    section.text_percent.setValue(150)
    section.weekend.setChecked(True)
    assert theme.text_percent == 150
    assert window.settings == MachineSettings(appearance="dark", text_percent=150, weekend=True)


def test_discretion_by_its_key_is_seen_in_the_settings(
    window: MainWindow, page: SettingsPage
) -> None:
    section = page.choose(LooksSection)
    assert isinstance(section, LooksSection)
    page.list.setFocus()
    press(Qt.Key.Key_F8)
    assert section.discreet.isChecked()
    section.discreet.setChecked(False)
    assert not window.settings.discreet


def test_idle_minutes_are_kept_and_never_says_what_it_means(
    window: MainWindow, page: SettingsPage
) -> None:
    section = page.choose(LockSection)
    assert isinstance(section, LockSection)
    assert section.minutes.value() == 10
    section.minutes.setValue(0)
    assert window.settings.lock_minutes == 0
    assert "låser ikke af sig selv" in section.minutes_words.text()


def test_about_tells_where_the_data_lie_and_opens_the_example(
    window: MainWindow, page: SettingsPage, opened: OpenFile, qtbot: QtBot
) -> None:
    section = page.choose(AboutSection)
    assert isinstance(section, AboutSection)
    assert section.folder.text() == str(opened.places.folder)
    with qtbot.waitSignal(window.example_asked):
        section.example_button.click()


def test_the_example_can_be_left_and_has_no_access_and_no_copies(
    opened: OpenFile, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    example = OpenFile(Places(tmp_path, is_example=True), opened.database, opened.desk, opened.lock)
    window = assemble(example, theme, MachineSettings(), lambda: NOW)
    qtbot.addWidget(window)
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    titles = [page.list.item(row).text() for row in range(page.list.count())]
    assert "Adgang" not in titles
    assert "Kopier" not in titles
    section = page.choose(AboutSection)
    assert isinstance(section, AboutSection)
    with qtbot.waitSignal(window.leave_example_asked):
        section.example_button.click()
