"""Adgang, lås, kopier: keys changed on the word of the passphrase, the way back to a copy."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.worker_fields import WorkerFields
from bostoette.services import backups, recovery, unlocking, workers
from bostoette.services.program_file import OpenFile
from bostoette.store.key_errors import WrongPassphrase
from bostoette.ui.main_window import MainWindow
from bostoette.ui.settings.access_section import AccessSection
from bostoette.ui.settings.copies_section import CopiesSection
from bostoette.ui.settings.lock_section import LockSection
from bostoette.ui.settings.passphrase_dialogs import (
    AskPassphrase,
    ChangePassphrase,
    RecoveryDialog,
)
from bostoette.ui.settings.restore_dialog import RestoreDialog
from bostoette.ui.settings.settings_page import SettingsPage
from tests.begun import ANOTHER, PASSPHRASE
from tests.clock import Clock
from tests.memory_keyring import MemoryKeyring
from tests.ui.settings.dialogs import is_open, none_open, open_dialog

LONG = 20_000
"""Milliseconds that a slow machine may take for a key."""


@pytest.fixture
def access(page: SettingsPage) -> AccessSection:
    section = page.choose(AccessSection)
    assert isinstance(section, AccessSection)
    return section


@pytest.fixture
def copies(page: SettingsPage) -> CopiesSection:
    section = page.choose(CopiesSection)
    assert isinstance(section, CopiesSection)
    return section


def test_the_passphrase_is_changed_with_the_old_one(
    access: AccessSection, opened: OpenFile, window: MainWindow, qtbot: QtBot
) -> None:
    access.change_button.click()
    dialog = open_dialog(ChangePassphrase)
    dialog.new.first.edit.setText(ANOTHER)
    dialog.new.second.edit.setText(ANOTHER)
    dialog.accept()
    assert dialog.isVisible()
    dialog.old.edit.setText("noget helt andet her")
    dialog.accept()
    qtbot.waitUntil(lambda: "passer ikke" in dialog.notice.words, timeout=LONG)
    assert dialog.new.text == ANOTHER
    dialog.old.edit.setText(PASSPHRASE)
    dialog.accept()
    qtbot.waitUntil(none_open, timeout=LONG)
    assert unlocking.unlock(opened.places, ANOTHER).data_key
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(opened.places, PASSPHRASE)
    assert "skiftet" in window.message.accessibleName()


def test_a_weak_new_passphrase_is_told_beside_its_field(
    access: AccessSection, opened: OpenFile
) -> None:
    access.change_button.click()
    dialog = open_dialog(ChangePassphrase)
    dialog.old.edit.setText(PASSPHRASE)
    dialog.new.first.edit.setText("abc")
    dialog.accept()
    assert dialog.isVisible()
    assert "let at gætte" in dialog.new._first_row.fault.words
    assert unlocking.unlock(opened.places, PASSPHRASE).data_key


def test_a_new_recovery_key_holds_once_two_groups_are_typed_back(
    access: AccessSection, opened: OpenFile, qtbot: QtBot
) -> None:
    before = unlocking.ways_in(opened.places)
    access.recovery_button.click()
    asked = open_dialog(AskPassphrase)
    asked.field.edit.setText(PASSPHRASE)
    asked.accept()
    qtbot.waitUntil(lambda: is_open(RecoveryDialog), timeout=LONG)
    shown = open_dialog(RecoveryDialog)
    assert unlocking.ways_in(opened.places) == before
    key = shown.page._key
    for place, field in zip(shown.page.asked, shown.page.fields, strict=True):
        field.setText(key.groups[place])
    shown.page.next_button.click()
    qtbot.waitUntil(none_open, timeout=LONG)
    assert recovery.recover(opened.places, key.text).owners


def test_without_a_key_store_the_computer_cannot_remember(page: SettingsPage, qtbot: QtBot) -> None:
    section = page.choose(LockSection)
    assert isinstance(section, LockSection)
    qtbot.waitUntil(lambda: "ingen nøglering" in section.remember_words.text(), timeout=LONG)
    assert not section.remember.isEnabled()


def test_the_computer_remembers_on_the_word_of_the_passphrase_and_forgets(
    memory: MemoryKeyring, page: SettingsPage, opened: OpenFile, qtbot: QtBot
) -> None:
    section = page.choose(LockSection)
    assert isinstance(section, LockSection)
    qtbot.waitUntil(section.remember.isEnabled, timeout=LONG)
    section.remember.click()
    assert not section.remember.isChecked()
    asked = open_dialog(AskPassphrase)
    asked.field.edit.setText(PASSPHRASE)
    asked.accept()
    qtbot.waitUntil(section.remember.isChecked, timeout=LONG)
    assert unlocking.unlock_by_key_store(opened.places)
    section.remember.click()
    qtbot.waitUntil(lambda: not memory.kept, timeout=LONG)
    qtbot.waitUntil(lambda: not section.remember.isChecked(), timeout=LONG)
    assert unlocking.unlock_by_key_store(opened.places) is None


def test_a_copy_is_made_looked_at_and_gone_back_to(
    copies: CopiesSection, opened: OpenFile, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "kopi.bostoette"
    with qtbot.waitSignal(copies.said, timeout=LONG):
        copies.make_copy(target)
    actor = opened.desk.actor_id
    opened.desk.do(workers.create, actor, WorkerFields("Karl Lund", "K.L."))
    copies.restore_file(target)
    dialog = open_dialog(RestoreDialog)
    dialog.field.edit.setText("noget helt andet her")
    dialog.accept()
    qtbot.waitUntil(lambda: bool(dialog.notice.words), timeout=LONG)
    dialog.field.edit.setText(PASSPHRASE)
    dialog.accept()
    qtbot.waitUntil(dialog.preview.isVisible, timeout=LONG)
    assert "forsvinder" in dialog.preview.text()
    assert len(opened.desk.read(workers.listed)) == 2
    with qtbot.waitSignal(window.lock_asked, timeout=LONG):
        dialog.accept()
    again = unlocking.open_unlocked(
        opened.places, unlocking.unlock(opened.places, PASSPHRASE), Clock()
    )
    assert [one.initials for one in again.desk.read(workers.listed)] == ["M.J."]
    again.close()


def test_after_the_preview_one_may_keep_what_is_there(
    copies: CopiesSection, opened: OpenFile, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "kopi.bostoette"
    backups.make_backup(opened, target, Clock())
    copies.restore_file(target)
    dialog = open_dialog(RestoreDialog)
    dialog.field.edit.setText(PASSPHRASE)
    dialog.accept()
    qtbot.waitUntil(dialog.preview.isVisible, timeout=LONG)
    assert dialog.cancel_button.text() == "Behold det, der er"
    dialog.cancel_button.click()
    assert none_open()
    assert len(opened.desk.read(workers.listed)) == 1


def test_looking_a_copy_over_can_be_stopped(
    copies: CopiesSection, opened: OpenFile, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "kopi.bostoette"
    backups.make_backup(opened, target, Clock())
    copies.restore_file(target)
    dialog = open_dialog(RestoreDialog)
    dialog.field.edit.setText(PASSPHRASE)
    dialog.accept()
    assert not dialog.save_button.isEnabled()
    dialog.cancel_button.click()
    assert none_open()
    assert len(opened.desk.read(workers.listed)) == 1


def test_the_daily_copies_are_listed_by_date(
    copies: CopiesSection, opened: OpenFile, page: SettingsPage
) -> None:
    assert not copies.restore_button.isEnabled()
    backups.daily_copy(opened, Clock())
    page.choose(AccessSection)
    page.choose(CopiesSection)
    assert copies.copies.list.item(0).text() == "mandag 23. november 2026 kl. 08.00 · daglig"
    assert copies.restore_button.isEnabled()


def test_a_file_that_is_no_copy_is_told_in_a_sentence(
    copies: CopiesSection, tmp_path: Path
) -> None:
    other = tmp_path / "brev.bostoette"
    other.write_text("Kære alle", encoding="utf-8")
    copies.restore_file(other)
    assert copies.notice.words
    assert none_open()
