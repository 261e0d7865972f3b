"""Where the files lie, and what is said when they cannot."""

import errno
import tempfile
from pathlib import Path

import appdirs
import pytest

from bostoette.models.plan_error import PlanError
from bostoette.store import places as places_module
from bostoette.store.places import (
    DiskFull,
    FolderMissing,
    FolderReadOnly,
    HomeUnknown,
    NetworkShare,
    Places,
    check_folder,
    make_folder,
    unusable,
)


def test_everything_lies_in_the_folder_that_was_named(tmp_path: Path) -> None:
    places = Places.at(tmp_path)
    files = (places.database, places.key_file, places.copies, places.log, places.settings)
    assert all(file.parent == tmp_path for file in files)
    assert len(set(files)) == len(files)
    assert (places.database.name, places.key_file.name) == ("bostoette.db", "bostoette.key")


def test_a_relative_folder_is_held_fast_where_it_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Places.at(Path("data")).folder == tmp_path / "data"


def test_the_example_has_a_folder_of_its_own(tmp_path: Path) -> None:
    own = Places.at(tmp_path)
    example = own.example
    assert example.folder == tmp_path / "eksempel"
    assert example.is_example
    assert not own.is_example
    assert example.example == example
    assert example.database != own.database


def test_the_usual_place_is_absolute_and_the_persons_own() -> None:
    folder = Places.default().folder
    assert folder.is_absolute()
    assert folder.is_relative_to(Path.home()) or folder.name == "bostoette"


def test_an_empty_setting_for_the_usual_place_counts_as_unset(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(appdirs, "user_data_dir", lambda *_, **__: "bostoette")
    assert Places.default().folder.is_absolute()


def test_the_home_of_somebody_unknown_is_told() -> None:
    with pytest.raises(HomeUnknown, match="hele stien"):
        Places.at(Path("~nobody-of-this-name/data"))


def test_a_new_folder_is_made_and_can_be_written_in(tmp_path: Path) -> None:
    folder = tmp_path / "bostoette"
    make_folder(folder)
    make_folder(folder)
    assert list(folder.iterdir()) == []


def test_a_stick_that_is_not_plugged_in_is_told_and_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="findes ikke"):
        make_folder(tmp_path / "stick" / "bostoette")
    assert list(tmp_path.iterdir()) == []


def test_a_fresh_machine_gets_the_folders_above_too(tmp_path: Path) -> None:
    make_folder(tmp_path / "share" / "bostoette", parents=True)
    check_folder(tmp_path / "share" / "bostoette")


def test_a_missing_folder_and_a_file_in_its_place_are_told(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        check_folder(tmp_path / "gone")
    (tmp_path / "file").touch()
    for check in (check_folder, make_folder):
        with pytest.raises(FolderMissing):
            check(tmp_path / "file")


def test_a_folder_one_may_not_write_in_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    with pytest.raises(FolderReadOnly, match="ikke skrive"):
        check_folder(tmp_path)


def test_a_network_share_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places_module, "lies_on_network_share", lambda _: True)
    with pytest.raises(NetworkShare, match="netværksdrev"):
        make_folder(tmp_path / "new")
    assert not (tmp_path / "new").exists()
    with pytest.raises(NetworkShare):
        check_folder(tmp_path)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, FolderReadOnly),
        (errno.EACCES, FolderReadOnly),
        (errno.ENOENT, FolderMissing),
        (errno.ENOTDIR, FolderMissing),
        (errno.EIO, PlanError),
    ],
)
def test_what_the_disk_says_becomes_a_sentence_without_the_path(
    number: int, told: type[PlanError]
) -> None:
    error = unusable(OSError(number, "x", "/home/anna/secret"))
    assert type(error) is told
    assert "anna" not in error.sentence + error.details
