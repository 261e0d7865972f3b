"""From the start of the program to an open file, through the real window and a real file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.plan_error import PlanError
from bostoette.models.recovery_key import RecoveryKey
from bostoette.services import recovery, unlocking
from bostoette.services.program_file import OpenFile
from bostoette.services.unlocking import Places
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.entry_window import EntryWindow
from bostoette.ui.entry.first_start_page import FirstStartPage
from bostoette.ui.entry.forgotten_page import ForgottenPage
from bostoette.ui.entry.recovery_key_page import RecoveryKeyPage
from bostoette.ui.entry.unlock_page import UnlockPage
from bostoette.ui.entry.waiting_page import WaitingPage
from bostoette.ui.theme import Theme
from tests.begun import ANOTHER, PASSPHRASE, Begun
from tests.clock import Clock
from tests.memory_keyring import MemoryKeyring

P = TypeVar("P", bound=EntryPage)
Start = Callable[..., EntryWindow]
WAIT = 20_000


@pytest.fixture
def files() -> Iterator[list[OpenFile]]:
    """The files that were handed over; closed after the test."""
    handed: list[OpenFile] = []
    yield handed
    for opened in handed:
        opened.close()


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, files: list[OpenFile]) -> Start:
    def started(places: Places, *, ask: bool = False) -> EntryWindow:
        window = EntryWindow(places, Clock(), theme, ask=ask)
        qtbot.addWidget(window)
        window.opened.connect(files.append)
        window.show()
        return window

    return started


def shown(qtbot: QtBot, window: EntryWindow, kind: type[P]) -> P:
    """Wait until a page of a kind is shown."""
    qtbot.waitUntil(lambda: isinstance(window.page, kind), timeout=WAIT)
    page = window.page
    assert isinstance(page, kind)
    return page


def type_and_unlock(page: UnlockPage, passphrase: str) -> None:
    page.passphrase.edit.setText(passphrase)
    page.unlock_button.click()


def prove_the_key(page: RecoveryKeyPage) -> None:
    for place, field in zip(page.asked, page.fields, strict=True):
        field.setText(page.signs[place].text())
    page.next_button.click()


def test_a_first_start_makes_data_shows_the_key_and_hands_over_the_file(
    qtbot: QtBot, start: Start, files: list[OpenFile], tmp_path: Path
) -> None:
    places = Places.at(tmp_path / "data")
    window = start(places)
    page = shown(qtbot, window, FirstStartPage)
    page.name.setText("Mona Jensen")
    page.initials.setText("M.J.")
    page.next_button.click()
    assert not unlocking.has_data(places)
    page.new_passphrase.first.edit.setText(PASSPHRASE)
    page.new_passphrase.second.edit.setText(PASSPHRASE)
    page.next_button.click()
    key_page = shown(qtbot, window, RecoveryKeyPage)
    typed = "-".join(sign.text() for sign in key_page.signs)
    prove_the_key(key_page)
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)
    assert files[0].desk.actor_id
    files.pop().close()
    unlocking.unlock(places, PASSPHRASE)
    recovery.recover(places, typed)


def test_the_right_passphrase_hands_over_the_persons_file(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    type_and_unlock(shown(qtbot, start(begun.places), UnlockPage), PASSPHRASE)
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)
    assert files[0].desk.actor_id == begun.worker_id


def test_a_wrong_passphrase_is_told_on_the_page_and_can_be_tried_again(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    page = shown(qtbot, start(begun.places), UnlockPage)
    type_and_unlock(page, ANOTHER)
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)
    assert page.notice.words.startswith("Adgangssætningen passer ikke. Dine data er urørte.")
    type_and_unlock(page, PASSPHRASE)
    assert not page.notice.isVisible()
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)


def test_a_missing_key_file_is_told_before_anybody_types(
    qtbot: QtBot, start: Start, begun: Begun
) -> None:
    begun.places.key_file.unlink()
    page = shown(qtbot, start(begun.places), UnlockPage)
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)
    assert "bostoette.key mangler" in page.notice.words


def test_who_comes_second_is_told_who_has_it_open_and_comes_in_when_it_is_free(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    unlocked = unlocking.unlock(begun.places, PASSPHRASE)
    files.append(unlocking.open_unlocked(begun.places, unlocked, Clock()))
    window = start(begun.places)
    type_and_unlock(shown(qtbot, window, UnlockPage), PASSPHRASE)
    page = shown(qtbot, window, WaitingPage)
    assert "M.J. har haft dem åbne siden man. 23. nov. kl. 8.00." in page.who.text()
    files.pop().close()
    page.try_button.click()
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)


def test_a_machine_asked_to_remember_opens_by_itself_the_next_time(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun, memory: MemoryKeyring
) -> None:
    page = shown(qtbot, start(begun.places), UnlockPage)
    qtbot.waitUntil(page.remember_box.isVisible, timeout=WAIT)
    page.remember_box.click()
    type_and_unlock(page, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)
    files.pop().close()
    start(begun.places)
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)
    assert files[0].desk.actor_id == begun.worker_id


def test_after_lock_the_window_asks_although_the_machine_remembers(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun, memory: MemoryKeyring
) -> None:
    unlocking.come_in(begun.places, PASSPHRASE, remember=True)
    page = shown(qtbot, start(begun.places, ask=True), UnlockPage)
    qtbot.waitUntil(page.remember_box.isVisible, timeout=WAIT)
    assert page.remember_box.isChecked()
    assert not page.working
    assert files == []


def test_a_key_store_that_refuses_is_told_and_the_next_try_opens(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun, memory: MemoryKeyring
) -> None:
    page = shown(qtbot, start(begun.places), UnlockPage)
    qtbot.waitUntil(page.remember_box.isVisible, timeout=WAIT)
    page.remember_box.click()
    memory.locked = True
    type_and_unlock(page, PASSPHRASE)
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)
    assert "nøglering kan ikke bruges" in page.notice.words
    assert not page.remember_box.isChecked()
    page.unlock_button.click()
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)


def test_a_forgotten_passphrase_is_replaced_with_a_new_one_and_a_new_key(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    window = start(begun.places)
    shown(qtbot, window, UnlockPage).forgotten_button.click()
    page = shown(qtbot, window, ForgottenPage)
    page.key.setText(begun.recovery_key.text.lower())
    page.next_button.click()
    qtbot.waitUntil(page.new_passphrase.isVisible, timeout=WAIT)
    page.new_passphrase.first.edit.setText(ANOTHER)
    page.new_passphrase.second.edit.setText(ANOTHER)
    page.next_button.click()
    key_page = shown(qtbot, window, RecoveryKeyPage)
    unlocking.unlock(begun.places, PASSPHRASE)  # nothing is changed until the proof
    prove_the_key(key_page)
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)
    assert files[0].desk.actor_id == begun.worker_id
    unlocking.unlock(begun.places, ANOTHER)


def test_a_recovery_key_of_other_data_is_told(qtbot: QtBot, start: Start, begun: Begun) -> None:
    window = start(begun.places)
    shown(qtbot, window, UnlockPage).forgotten_button.click()
    page = shown(qtbot, window, ForgottenPage)
    page.key.setText(RecoveryKey.new().text)
    page.next_button.click()
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)
    assert "hører ikke til disse data" in page.notice.words
    page.back_button.click()
    shown(qtbot, window, UnlockPage)


def test_closing_at_the_recovery_key_lets_go_of_the_file(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    places = Places.at(tmp_path / "data")
    window = start(places)
    page = shown(qtbot, window, FirstStartPage)
    page.name.setText("Mona Jensen")
    page.initials.setText("M.J.")
    page.next_button.click()
    page.new_passphrase.first.edit.setText(PASSPHRASE)
    page.new_passphrase.second.edit.setText(PASSPHRASE)
    page.next_button.click()
    shown(qtbot, window, RecoveryKeyPage)
    window.close()
    opened = unlocking.open_unlocked(places, unlocking.unlock(places, PASSPHRASE), Clock())
    opened.close()


def test_a_recovery_key_that_nobody_typed_back_is_made_and_shown_anew_at_the_next_start(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    unlocking.await_proof(begun.places)
    window = start(begun.places)
    type_and_unlock(shown(qtbot, window, UnlockPage), PASSPHRASE)
    page = shown(qtbot, window, RecoveryKeyPage)
    assert unlocking.proof_missing(begun.places)
    page.confirmed.emit()
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)
    assert not unlocking.proof_missing(begun.places)
    with pytest.raises(PlanError):
        recovery.recover(begun.places, begun.recovery_key.text)


def test_the_example_can_be_asked_for_from_both_starts(
    qtbot: QtBot, start: Start, begun: Begun, tmp_path: Path
) -> None:
    first = start(Places.at(tmp_path / "new"))
    with qtbot.waitSignal(first.demo_asked):
        shown(qtbot, first, FirstStartPage).demo_button.click()
    later = start(begun.places)
    with qtbot.waitSignal(later.demo_asked):
        shown(qtbot, later, UnlockPage).demo_button.click()
