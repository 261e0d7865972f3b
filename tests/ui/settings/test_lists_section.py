"""Lister and eksport: what the team decides, changed in the window and stored."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from bostoette.models.calendar_event import ExportLevel
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.key import Key
from bostoette.services import citizens, lists, team_lists
from bostoette.services.program_file import OpenFile
from bostoette.ui.main_window import MainWindow
from bostoette.ui.settings.export_section import ExportSection
from bostoette.ui.settings.list_dialogs import TitleDialog, TravelDialog
from bostoette.ui.settings.list_with_actions import ListWithActions
from bostoette.ui.settings.lists_section import ListsSection
from bostoette.ui.settings.settings_page import SettingsPage
from tests.ui.hands import press
from tests.ui.settings.dialogs import none_open, open_dialog


@pytest.fixture
def shown(page: SettingsPage) -> ListsSection:
    section = page.choose(ListsSection)
    assert isinstance(section, ListsSection)
    return section


@pytest.fixture
def export(page: SettingsPage) -> ExportSection:
    section = page.choose(ExportSection)
    assert isinstance(section, ExportSection)
    return section


def lines(part: ListWithActions) -> list[str]:
    return [part.list.item(row).text() for row in range(part.list.count())]


def test_an_own_purpose_is_added_like_a_delivered_one_and_changed(
    shown: ListsSection, opened: OpenFile
) -> None:
    shown.purposes.new_button.click()
    dialog = open_dialog(TitleDialog)
    dialog.accept()
    assert "Skriv et navn" in dialog.notice.words
    dialog.title_field.setText("Post fra kommunen")
    dialog.accept()
    assert lines(shown.purposes)[-1] == "Post fra kommunen · som Støttesamtale"
    assert opened.desk.read(lists.purposes)[-1].title == "Post fra kommunen"
    shown.purposes.list.setCurrentRow(shown.purposes.list.count() - 1)
    shown.purposes.list.setFocus()
    press(Qt.Key.Key_Return)
    dialog = open_dialog(TitleDialog)
    dialog.title_field.setText("Post")
    dialog.accept()
    assert lines(shown.purposes)[-1] == "Post · som Støttesamtale"


def test_a_delivered_purpose_cannot_be_renamed(shown: ListsSection) -> None:
    assert not shown.purposes.change_button.isEnabled()
    shown.purposes.list.setFocus()
    press(Qt.Key.Key_Return)
    assert none_open()


def test_a_purpose_is_moved_and_stays_chosen(shown: ListsSection, window: MainWindow) -> None:
    first, second = lines(shown.purposes)[:2]
    shown.purposes.down_button.click()
    assert lines(shown.purposes)[:2] == [second, first]
    assert shown.purposes.list.currentRow() == 1
    window.undoing.undo()
    assert lines(shown.purposes)[:2] == [first, second]
    shown.purposes.list.setCurrentRow(0)
    assert not shown.purposes.up_button.isEnabled()


def test_an_entry_goes_out_of_use_and_into_use_again(shown: ListsSection, opened: OpenFile) -> None:
    before = opened.desk.read(lists.contact_choices).platforms
    shown.platforms.use_button.click()
    assert lines(shown.platforms)[0].endswith("ude af brug")
    assert opened.desk.read(lists.contact_choices).platforms == before[1:]
    assert shown.platforms.use_button.text() == "Tag i brug"
    shown.platforms.use_button.click()
    assert opened.desk.read(lists.contact_choices).platforms == before


def test_platforms_and_paragraphs_are_added(shown: ListsSection) -> None:
    shown.platforms.new_button.click()
    dialog = open_dialog(TitleDialog)
    dialog.title_field.setText("Appen")
    link = next(one for one in dialog.findChildren(QLineEdit) if one is not dialog.title_field)
    link.setText("appen.dk")
    dialog.accept()
    assert "https://" in dialog.notice.words
    link.setText("https://appen.dk")
    dialog.accept()
    assert "Appen · https://appen.dk" in lines(shown.platforms)
    shown.paragraphs.new_button.click()
    dialog = open_dialog(TitleDialog)
    dialog.title_field.setText("§104")
    dialog.accept()
    assert "§104" in lines(shown.paragraphs)


def test_a_travel_time_is_typed_corrected_and_deleted(
    shown: ListsSection, opened: OpenFile, leader: Key
) -> None:
    opened.desk.do(citizens.create, CitizenFields("Asta Mortensen"))
    shown.travel.new_button.click()
    dialog = open_dialog(TravelDialog)
    dialog.other.setCurrentIndex(dialog.other.count() - 1)
    dialog.minutes.setValue(35)
    dialog.accept()
    assert lines(shown.travel) == ["Lis Toft (base) ↔ Asta Mortensen · 35 min"]
    shown.travel.change()
    dialog = open_dialog(TravelDialog)
    dialog.minutes.setValue(40)
    dialog.accept()
    assert lines(shown.travel) == ["Lis Toft (base) ↔ Asta Mortensen · 40 min"]
    shown.travel.remove()
    assert opened.desk.read(team_lists.listed_travel) == ()


def test_beside_a_leader_the_lists_can_only_be_read(shown: ListsSection, leader: Key) -> None:
    for part in (shown.purposes, shown.platforms, shown.paragraphs):
        assert not part.new_button.isEnabled()
        assert not part.use_button.isEnabled()
    assert shown.travel.new_button.isEnabled()


def test_a_level_of_export_is_switched_off_and_undone(
    export: ExportSection, opened: OpenFile, window: MainWindow
) -> None:
    assert all(box.isChecked() for box in export.boxes.values())
    export.boxes[ExportLevel.FULL].setChecked(False)
    export.save_button.click()
    assert opened.desk.read(team_lists.export_levels_off) == {ExportLevel.FULL}
    window.undoing.undo()
    assert export.boxes[ExportLevel.FULL].isChecked()


def test_levels_are_the_leaders(export: ExportSection, leader: Key) -> None:
    assert not export.save_button.isEnabled()
    assert not any(box.isEnabled() for box in export.boxes.values())
