"""What a kill cut off is finished at the next start."""

from pathlib import Path

import pytest

from bostoette.store.places import FolderMissing, Places
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
