"""Several people at one door, through the real window and a real file."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import people, program_file, unlocking, workers
from bostoette.services.people import FirstPassphrase
from bostoette.services.program_file import OpenFile
from bostoette.store.file_lock import AlreadyOpen, FileLock
from bostoette.store.places import Places
from bostoette.store.shared_place import chosen_places, shared_places
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.entry_window import EntryWindow
from bostoette.ui.entry.first_start_page import FirstStartPage
from bostoette.ui.entry.new_here_page import NewHerePage
from bostoette.ui.entry.own_passphrase_page import OwnPassphrasePage
from bostoette.ui.entry.recovery_key_page import RecoveryKeyPage
from bostoette.ui.entry.unlock_page import UnlockPage
from bostoette.ui.entry.waiting_page import WaitingPage
from bostoette.ui.theme import Theme
from tests.begun import ANOTHER, PASSPHRASE, Begun
from tests.clock import Clock

P = TypeVar("P", bound=EntryPage)
Start = Callable[..., EntryWindow]
WAIT = 20_000
THIRD = "lilla hval ved kajen"


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait for a program that is just ending: here none is."""
    monkeypatch.setattr(program_file, "WAIT_SECONDS", 0.05)


@pytest.fixture
def files() -> Iterator[list[OpenFile]]:
    """The files that were handed over; closed after the test."""
    handed: list[OpenFile] = []
    yield handed
    for opened in handed:
        opened.close()


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, files: list[OpenFile]) -> Start:
    def started(
        places: Places, settings: MachineSettings | None = None, shared: Places | None = None
    ) -> EntryWindow:
        window = EntryWindow(places, Clock(), theme, settings or MachineSettings(), shared=shared)
        qtbot.addWidget(window)
        window.opened.connect(files.append)
        window.show()
        return window

    return started


def take_karl_in(begun: Begun, *, one_time: bool) -> Key:
    unlocked = unlocking.unlock(begun.places, PASSPHRASE)
    opened = unlocking.open_unlocked(begun.places, unlocked, Clock())
    first = FirstPassphrase(ANOTHER, one_time=one_time)
    karl = people.take_in(opened, PASSPHRASE, WorkerFields("Karl Lund", "K.L."), first)
    opened.close()
    return karl


def shown(qtbot: QtBot, window: EntryWindow, kind: type[P]) -> P:
    """Wait until a page of a kind is shown."""
    qtbot.waitUntil(lambda: isinstance(window.page, kind), timeout=WAIT)
    page = window.page
    assert isinstance(page, kind)
    return page


def come_in(page: UnlockPage, name: str, passphrase: str) -> None:
    assert page.who is not None
    page.who.setCurrentText(name)
    page.passphrase.edit.setText(passphrase)
    page.unlock_button.click()


def test_each_comes_in_by_her_own_name_and_passphrase(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    karl = take_karl_in(begun, one_time=False)
    page = shown(qtbot, start(begun.places), UnlockPage)
    come_in(page, "Karl Lund (K.L.)", ANOTHER)
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)
    assert files[0].desk.actor_id == karl


def test_ones_own_passphrase_under_anothers_name_is_refused(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    take_karl_in(begun, one_time=False)
    page = shown(qtbot, start(begun.places), UnlockPage)
    come_in(page, "Karl Lund (K.L.)", PASSPHRASE)
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)
    assert page.notice.words.startswith("Adgangssætningen passer ikke")
    assert files == []


def test_who_was_given_a_passphrase_chooses_her_own_before_anything_opens(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    karl = take_karl_in(begun, one_time=True)
    window = start(begun.places)
    come_in(shown(qtbot, window, UnlockPage), "Karl Lund (K.L.)", ANOTHER)
    page = shown(qtbot, window, OwnPassphrasePage)
    for typed, said in ((ANOTHER, "Det er den adgangssætning, du fik"), (THIRD, "")):
        page.new_passphrase.first.edit.setText(typed)
        page.new_passphrase.second.edit.setText(typed)
        page.next_button.click()
        if said:
            qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)
            assert page.notice.words.startswith(said)
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)
    assert files[0].desk.actor_id == karl
    unlocking.unlock(begun.places, THIRD, karl.hex())


def test_after_her_last_day_a_substitute_is_told_so_before_she_chooses_a_passphrase(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    last = Clock().moment.date() - timedelta(days=1)
    fields = WorkerFields("Vera Holm", "V.H.", role=WorkerRole.SUBSTITUTE, valid_to=last)
    unlocked = unlocking.unlock(begun.places, PASSPHRASE)
    opened = unlocking.open_unlocked(begun.places, unlocked, Clock())
    vera = people.take_in(opened, PASSPHRASE, fields, FirstPassphrase(ANOTHER, one_time=True))
    opened.close()
    page = shown(qtbot, start(begun.places), UnlockPage)
    come_in(page, "Vera Holm (V.H.)", ANOTHER)
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)
    assert page.notice.words.startswith("Din adgang gjaldt til og med")
    assert page.isVisible()
    assert unlocking.must_choose_own(
        begun.places, unlocking.unlock(begun.places, ANOTHER, vera.hex())
    )


def test_who_is_taken_out_while_her_name_is_on_the_screen_is_told(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    karl = take_karl_in(begun, one_time=False)
    page = shown(qtbot, start(begun.places), UnlockPage)
    unlocked = unlocking.unlock(begun.places, PASSPHRASE)
    opened = unlocking.open_unlocked(begun.places, unlocked, Clock())
    people.take_entry(opened, PASSPHRASE, karl)
    opened.close()
    come_in(page, "Karl Lund (K.L.)", ANOTHER)
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)
    assert page.notice.words.startswith("Du har ikke længere adgang")
    assert files == []


def test_who_no_longer_waits_does_not_find_her_week_open(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    take_karl_in(begun, one_time=False)
    held = unlocking.open_unlocked(
        begun.places, unlocking.unlock(begun.places, PASSPHRASE), Clock()
    )
    window = start(begun.places)
    come_in(shown(qtbot, window, UnlockPage), "Karl Lund (K.L.)", ANOTHER)
    page = shown(qtbot, window, WaitingPage)
    page.try_button.click()
    page.stop_button.click()
    assert isinstance(window.page, UnlockPage)
    held.close()
    qtbot.waitUntil(lambda: is_free(begun.places), timeout=WAIT)
    assert files == []


def is_free(places: Places) -> bool:
    """Tell whether nobody has the data open."""
    try:
        FileLock.take(places.database).release()
    except AlreadyOpen:
        return False
    return True


def test_what_is_in_the_way_besides_is_told_to_who_waits(
    qtbot: QtBot, start: Start, files: list[OpenFile], begun: Begun
) -> None:
    karl = take_karl_in(begun, one_time=False)
    held = unlocking.open_unlocked(
        begun.places, unlocking.unlock(begun.places, PASSPHRASE), Clock()
    )
    window = start(begun.places)
    come_in(shown(qtbot, window, UnlockPage), "Karl Lund (K.L.)", ANOTHER)
    page = shown(qtbot, window, WaitingPage)
    version = held.desk.read(workers.details, karl).version
    held.desk.do(workers.deactivate, begun.worker_id, karl, version)
    held.close()
    page.try_button.click()
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)
    assert page.notice.words.startswith("Din adgang er stoppet")
    assert files == []


# --- one computer, several accounts ---


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A computer whose folder for all accounts, and whose home, lie in the test's folder."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "all"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    found = shared_places()
    assert found is not None
    return found


def test_the_first_person_shares_the_data_and_leads(
    qtbot: QtBot, start: Start, files: list[OpenFile], shared: Places
) -> None:
    window = start(chosen_places(), shared=shared)
    page = shown(qtbot, window, FirstStartPage)
    page.name.setText("Mona Jensen")
    page.initials.setText("M.J.")
    page.together.together_button.click()
    assert page.together.role_field.isVisible()
    page.next_button.click()
    page.new_passphrase.first.edit.setText(PASSPHRASE)
    page.new_passphrase.second.edit.setText(PASSPHRASE)
    page.next_button.click()
    key_page = shown(qtbot, window, RecoveryKeyPage)
    for place, field in zip(key_page.asked, key_page.fields, strict=True):
        field.setText(key_page.signs[place].text())
    key_page.next_button.click()
    qtbot.waitUntil(lambda: bool(files), timeout=WAIT)
    assert files[0].places == shared
    me = files[0].desk.read(workers.details, files[0].desk.actor_id)
    assert me.fields.role is WorkerRole.TEAM_LEADER
    assert not unlocking.has_data(Places.default())


def test_who_is_alone_is_asked_no_role_and_keeps_her_data_to_herself(
    qtbot: QtBot, start: Start, shared: Places
) -> None:
    page = shown(qtbot, start(chosen_places(), shared=shared), FirstStartPage)
    assert page.together.isVisible()
    assert not page.together.role_field.isVisible()
    assert not page.together.together
    assert page.together.role is WorkerRole.WORKER


def test_a_folder_that_was_named_offers_no_choice(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    page = shown(qtbot, start(Places.at(tmp_path / "data")), FirstStartPage)
    assert not page.together.isVisible()


def test_who_is_new_is_told_whom_to_ask_and_can_use_data_of_her_own(
    qtbot: QtBot, start: Start, begun: Begun, shared: Places
) -> None:
    shared.folder.parent.mkdir(parents=True)
    begun.places.folder.rename(shared.folder)
    window = start(chosen_places(), shared=shared)
    shown(qtbot, window, UnlockPage).elsewhere_button.click()
    page = shown(qtbot, window, NewHerePage)
    page.back_button.click()
    shown(qtbot, window, UnlockPage).elsewhere_button.click()
    shown(qtbot, window, NewHerePage).own_button.click()
    shown(qtbot, window, FirstStartPage)
    assert window.places == Places.default()
