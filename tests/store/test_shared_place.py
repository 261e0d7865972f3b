"""The folder that a computer's accounts share: found, made, opened to them, and told if not."""

import os
import stat
import sys
from pathlib import Path

import pytest

from bostoette.models.machine_settings import MachineSettings
from bostoette.services.data_there import shared_data_there
from bostoette.store.atomic_file import write_atomically
from bostoette.store.backup import copies_folder
from bostoette.store.file_lock import FileLock, lock_path
from bostoette.store.places import Places
from bostoette.store.settings_file import save_settings
from bostoette.store.shared_place import chosen_places, shared_places, with_account
from bostoette.store.shared_rights import (
    SharedFolderClosed,
    SharedFolderMissing,
    follow_folder,
    is_shared,
    make_shared_folder,
    open_to_accounts,
    working_folder,
)


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A computer whose folder for all accounts, and whose home, lie in the test's folder."""
    monkeypatch.setenv("XDG_DATA_DIRS", f"{tmp_path / 'home' / 'odd'}:{tmp_path / 'all'}")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    found = shared_places()
    assert found is not None
    return found


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_folder_inside_a_home_is_for_nobody_else(shared: Places, tmp_path: Path) -> None:
    assert shared.folder == tmp_path / "all" / "bostoette"


def test_settings_log_and_example_stay_the_accounts_own(shared: Places) -> None:
    own = Places.default()
    assert shared.settings == own.settings
    assert shared.log == own.log
    assert shared.example == own.example
    assert shared.key_file.parent == shared.folder


def test_an_account_that_chose_nothing_finds_the_shared_data(shared: Places) -> None:
    assert chosen_places() == Places.default()
    shared.folder.mkdir(parents=True)
    shared.key_file.touch()
    assert chosen_places() == shared


def test_an_account_that_may_not_look_into_the_folder_keeps_its_own(
    shared: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refuse)  # root, who runs some tests, may look anywhere
    assert chosen_places() == Places.default()
    assert not shared_data_there(shared)


def test_own_data_come_before_shared_ones_unless_they_were_chosen(shared: Places) -> None:
    own = Places.default()
    for places in (own, shared):
        places.folder.mkdir(parents=True)
        places.key_file.touch()
    assert chosen_places() == own
    save_settings(own.settings, MachineSettings(data_in="shared"))
    assert chosen_places() == shared
    save_settings(own.settings, MachineSettings(data_in="own"))
    assert chosen_places() == own


def test_the_shared_folder_named_on_the_command_line_is_the_shared_one(shared: Places) -> None:
    assert with_account(Places.at(shared.folder)) == shared
    assert with_account(Places.at(shared.folder.parent)).account is None


def test_a_made_folder_belongs_to_the_group_and_so_does_what_is_made_in_it(
    shared: Places,
) -> None:
    make_shared_folder(shared.folder)
    assert is_shared(shared.folder)
    assert permissions(shared.folder) & stat.S_IRWXO == 0
    write_atomically(shared.key_file, b"x")
    with FileLock.take(shared.database):
        assert permissions(lock_path(shared.database)) == 0o660
        assert permissions(shared.database.with_suffix(".db.pid")) == 0o660
    assert permissions(shared.key_file) == 0o660
    shared.copies.mkdir()
    follow_folder(shared.copies)
    assert is_shared(shared.copies)


def test_in_ones_own_folder_nothing_is_opened_to_anybody(tmp_path: Path) -> None:
    own = Places.at(tmp_path / "own")
    own.folder.mkdir(mode=0o700)
    write_atomically(own.key_file, b"x")
    assert permissions(own.key_file) == 0o600


def test_what_is_missing_is_told_with_the_folder_it_department_has_to_make(
    shared: Places, tmp_path: Path
) -> None:
    (tmp_path / "all").touch()  # not even the owner can make a folder in a file
    with pytest.raises(SharedFolderMissing, match=r"it-afdelingen om at lave mappen .*bostoette"):
        make_shared_folder(shared.folder)


def test_a_folder_that_others_could_not_use_is_told(
    shared: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared.folder.mkdir(parents=True, mode=0o755)

    def refuse(_self: Path, _mode: int) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)  # as for a folder that somebody else owns
    with pytest.raises(SharedFolderClosed, match="ikke åben for teamets andre konti"):
        make_shared_folder(shared.folder)


FRESH = "D:AI(A;OICIID;FA;;;SY)(A;ID;FA;;;S-1-5-21-7)(A;OICIIOID;FA;;;CO)(A;OICIID;0x1200a9;;;BU)"
"""A folder that somebody has just made under ProgramData: others may read what she makes."""


def stand_in_for_icacls(program: Path, ends_with: int, rights: str = FRESH) -> Path:
    """Put a program in Windows' place: it saves these rights, and writes down what it granted."""
    told = program.parent / "told"
    saves = f"print({rights!r}.encode('utf-16-le').decode('latin-1'), end='')"
    program.write_text(
        f'#!/bin/sh\nif [ "$2" = /save ]; then "{sys.executable}" -c "{saves}" > "$3"\n'
        f'else echo "$@" > "{told}"; exit {ends_with}; fi\n'
    )
    program.chmod(0o700)
    return told


def test_windows_is_asked_to_let_all_accounts_change_what_is_made_in_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = stand_in_for_icacls(tmp_path / "icacls", 0)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    open_to_accounts(tmp_path / "bostoette")
    assert told.read_text().strip() == f"{tmp_path / 'bostoette'} /grant *S-1-5-32-545:(OI)(CI)M"


def test_windows_own_program_is_asked_and_none_that_lies_nearer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "System32").mkdir()
    told = stand_in_for_icacls(tmp_path / "System32" / "icacls.exe", 0)
    nearer = stand_in_for_icacls(tmp_path / "icacls", 0)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    open_to_accounts(tmp_path)
    assert told.exists()
    assert not nearer.exists()


@pytest.mark.parametrize(
    "opened",
    [
        "(A;OICI;0x1301bf;;;BU)",
        "(A;OICI;FA;;;S-1-5-21-1-2-3-513)",
        "(A;OICIIO;SDGXGWGR;;;AU)",
    ],
)
def test_a_folder_that_the_it_department_made_and_opened_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: str
) -> None:
    told = stand_in_for_icacls(tmp_path / "icacls", 5, FRESH + opened)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    open_to_accounts(tmp_path)
    assert not told.exists()


@pytest.mark.parametrize(
    "opened",
    [
        "",
        "(A;OICI;0x1301bf;;;BA)",  # the administrators alone
        "(A;CI;0x1301bf;;;BU)",  # its folders, and not the files in it
        "(A;;FA;;;BU)",  # the folder, and nothing that is made in it
        "(D;OICI;FA;;;BU)",
    ],
)
def test_where_windows_says_no_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: str
) -> None:
    stand_in_for_icacls(tmp_path / "icacls", 5, FRESH + opened)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(SharedFolderClosed):
        open_to_accounts(tmp_path)


def test_where_windows_program_is_missing_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    with pytest.raises(SharedFolderClosed):
        open_to_accounts(tmp_path)


@pytest.mark.parametrize(("platform", "mode"), [("win32", 0o777), ("linux", 0o700)])
def test_a_folder_made_among_the_data_shuts_no_account_out_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, mode: int
) -> None:
    made: dict[str, int] = {}

    def note(path: Path, mode: int, *, exist_ok: bool = False) -> None:
        made[path.name] = mode
        os.makedirs(path, exist_ok=exist_ok)  # noqa: PTH103 - Path.mkdir is what is watched

    monkeypatch.setattr(Path, "mkdir", note)
    monkeypatch.setattr(sys, "platform", platform)
    copies_folder(Places.at(tmp_path))
    with working_folder(tmp_path, ".work-") as work:
        (work / "copy").touch()
    assert not work.exists()
    assert set(made.values()) == {mode}
    assert len(made) == 2
