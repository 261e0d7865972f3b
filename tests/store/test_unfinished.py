"""What a kill cut off is finished at the next start."""

import errno
from pathlib import Path

import pytest

from bostoette.store.places import FolderClosed, FolderMissing, FolderReadOnly, Places
from bostoette.store.unfinished import STAGING, finish


def test_a_restore_that_was_never_ready_is_thrown_away(tmp_path: Path) -> None:
    places = Places.at(tmp_path)
    (places.folder / STAGING).mkdir()
    places.database.write_bytes(b"now")
    finish(places)
    assert not (places.folder / STAGING).exists()
    assert places.database.read_bytes() == b"now"


def test_without_anything_cut_off_nothing_happens(tmp_path: Path) -> None:
    finish(Places.at(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_even_be_asked_for_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        finish(Places.at(tmp_path / ("x" * 5000)))


def test_a_folder_that_one_may_not_look_into_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_path: Path) -> bool:
        raise PermissionError(errno.EACCES, "closed")

    monkeypatch.setattr(Path, "exists", closed)
    with pytest.raises(FolderReadOnly):
        finish(Places.at(tmp_path))
    monkeypatch.setattr("os.access", lambda _path, _how: False)
    with pytest.raises(FolderClosed, match="ikke adgang"):
        finish(Places.at(tmp_path))
