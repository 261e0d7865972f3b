"""Personer på denne computer: a leader gives, renews and takes ways in, through the window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import people, unlocking
from bostoette.services.data_there import people_here
from bostoette.services.people import FirstPassphrase
from bostoette.services.program_file import OpenFile
from bostoette.store.places import Places
from bostoette.store.shared_place import chosen_places, shared_places
from bostoette.ui.naming import Naming
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.passphrase_dialogs import AskPassphrase
from bostoette.ui.settings.people_dialogs import GiveEntryDialog, GivenDialog, NewPersonDialog
from bostoette.ui.settings.people_section import PeopleSection
from bostoette.ui.settings.settings_page import SettingsPage
from bostoette.ui.theme import Theme
from tests.begun import ANOTHER, PASSPHRASE, Begun
from tests.clock import Clock
from tests.ui.settings.conftest import NOW
from tests.ui.settings.dialogs import is_open, none_open, open_dialog

LONG = 20_000


def section_of(page: SettingsPage) -> PeopleSection:
    section = page.choose(PeopleSection)
    assert isinstance(section, PeopleSection)
    return section


def choose(section: PeopleSection, initials: str) -> None:
    rows = section.people.list
    found = [row for row in range(rows.count()) if rows.item(row).text().startswith(initials)]
    rows.setCurrentRow(found[0])


def lines(section: PeopleSection) -> list[str]:
    rows = section.people.list
    return [rows.item(row).text() for row in range(rows.count())]


def test_a_substitute_is_taken_in_and_given_a_passphrase_for_one_start(
    qtbot: QtBot, page: SettingsPage, opened: OpenFile
) -> None:
    section = section_of(page)
    section.new_button.click()
    dialog = open_dialog(NewPersonDialog)
    dialog.name.setText("Vera Holm")
    dialog.name.textEdited.emit("Vera Holm")
    assert dialog.initials.text() == "V.H."
    dialog.role.choose(WorkerRole.SUBSTITUTE)
    dialog.role.currentIndexChanged.emit(dialog.role.currentIndex())
    dialog.last_day.setText("18/12")
    dialog.access.leaders.edit.setText(PASSPHRASE)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: is_open(GivenDialog), timeout=LONG)
    given = open_dialog(GivenDialog)
    typed = given.given.text()
    given.save_button.click()
    assert "V.H. · Vera Holm · Vikar · adgang til fre. 18. dec. · skal vælge sin egen" in lines(
        section
    )
    assert unlocking.must_choose_own(opened.places, unlocking.unlock(opened.places, typed))
    assert [one.full for one in people_here(opened.places)] == [
        "Mona Jensen (M.J.)",
        "Vera Holm (V.H.)",
    ]


def test_what_is_missing_is_said_beside_its_field(page: SettingsPage, opened: OpenFile) -> None:
    section = section_of(page)
    section.new_button.click()
    dialog = open_dialog(NewPersonDialog)
    dialog.save_button.click()
    assert dialog.focusWidget() is dialog.name
    dialog.name.setText("Karl Lund")
    dialog.initials.setText("K.L.")
    dialog.save_button.click()
    assert dialog.focusWidget() is dialog.access.leaders.edit
    dialog.access.own.click()
    dialog.save_button.click()
    assert dialog.focusWidget() is dialog.access.new_passphrase.first.edit
    dialog.reject()


def test_a_wrong_passphrase_gives_nobody_a_way_in(
    qtbot: QtBot, page: SettingsPage, opened: OpenFile
) -> None:
    section = section_of(page)
    section.new_button.click()
    dialog = open_dialog(NewPersonDialog)
    dialog.name.setText("Karl Lund")
    dialog.initials.setText("K.L.")
    dialog.access.leaders.edit.setText(ANOTHER)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog.notice.words), timeout=LONG)
    assert dialog.notice.words.startswith("Adgangssætningen passer ikke")
    assert dialog.name.text() == "Karl Lund"
    dialog.reject()
    assert len(lines(section)) == 1


def test_a_colleague_is_given_a_way_in_and_it_is_taken_again(
    qtbot: QtBot, page: SettingsPage, opened: OpenFile, colleague: Key
) -> None:
    section = section_of(page)
    choose(section, "K.L.")
    assert not section.take_button.isEnabled()
    section.give_button.click()
    dialog = open_dialog(GiveEntryDialog)
    dialog.access.own.click()
    for field in (dialog.access.new_passphrase.first, dialog.access.new_passphrase.second):
        field.edit.setText(ANOTHER)
    dialog.access.leaders.edit.setText(PASSPHRASE)
    dialog.save_button.click()
    qtbot.waitUntil(none_open, timeout=LONG)
    assert unlocking.unlock(opened.places, ANOTHER, colleague.hex()).slot.worker == colleague.hex()
    section.take_button.click()
    asked = open_dialog(AskPassphrase)
    asked.field.edit.setText(PASSPHRASE)
    asked.save_button.click()
    qtbot.waitUntil(none_open, timeout=LONG)
    assert "K.L. · Karl Lund · Medarbejder · ingen adgang" in lines(section)


def test_ones_own_way_in_is_neither_taken_nor_given_here(page: SettingsPage) -> None:
    section = section_of(page)
    choose(section, "M.J.")
    assert "det er dig" in lines(section)[0]
    assert not section.take_button.isEnabled()
    assert not section.give_button.isEnabled()


def test_where_there_is_a_leader_others_only_look(
    page: SettingsPage, colleague: Key, leader: Key
) -> None:
    section = section_of(page)
    choose(section, "K.L.")
    assert section.right_words.text().startswith("Kun en teamleder")
    for part in (
        section.new_button,
        section.give_button,
        section.take_button,
        section.full_names,
    ):
        assert not part.isEnabled()


def test_full_names_go_from_the_unlock_page_on_wish(
    qtbot: QtBot, page: SettingsPage, opened: OpenFile, colleague: Key
) -> None:
    first = FirstPassphrase(ANOTHER, one_time=False)
    people.give_entry(opened, PASSPHRASE, colleague, first)
    section = section_of(page)
    section.full_names.click()
    asked = open_dialog(AskPassphrase)
    asked.field.edit.setText(PASSPHRASE)
    asked.save_button.click()
    qtbot.waitUntil(none_open, timeout=LONG)
    assert not section.full_names.isChecked()
    assert [one.full for one in people_here(opened.places)] == ["K.L.", "M.J."]


def test_a_last_day_that_is_over_is_said(page: SettingsPage, opened: OpenFile) -> None:
    fields = WorkerFields(
        "Vera Holm", "V.H.", role=WorkerRole.SUBSTITUTE, valid_to=date(2026, 11, 1)
    )
    people.take_in(opened, PASSPHRASE, fields, FirstPassphrase(ANOTHER, one_time=False))
    assert "V.H. · Vera Holm · Vikar · adgangen er lukket" in lines(section_of(page))


def test_in_discretion_nobody_is_named(page: SettingsPage, colleague: Key) -> None:
    section = section_of(page)
    section.use_naming(Naming(discreet=True))
    assert all("Karl" not in line for line in lines(section))
    assert QApplication.activeModalWidget() is None


def test_own_data_are_moved_to_where_all_accounts_can_use_them(
    qtbot: QtBot,
    begun: Begun,
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "all"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    own = Places.default()
    own.folder.parent.mkdir(parents=True)
    begun.places.folder.rename(own.folder)
    opened = unlocking.open_unlocked(own, unlocking.unlock(own, PASSPHRASE), Clock())
    settings = MachineSettings()
    section = PeopleSection(Ground(opened, theme, lambda: NOW, Clock(), lambda: settings))
    qtbot.addWidget(section)
    section.show()
    assert section.move_button.isVisible()
    section.move_button.click()
    asked = open_dialog(AskPassphrase)
    asked.field.edit.setText(PASSPHRASE)
    with qtbot.waitSignal(section.moved, timeout=LONG):
        asked.save_button.click()
    assert chosen_places() == shared_places()
    assert not unlocking.has_data(own)


def test_data_in_a_folder_that_was_named_are_not_offered_to_be_moved(page: SettingsPage) -> None:
    assert not section_of(page).move_button.isVisible()
