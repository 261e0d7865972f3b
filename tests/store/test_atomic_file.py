"""Small files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from bostoette.store.atomic_file import write_atomically


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "bostoette.key"
    write_atomically(path, b"first")
    write_atomically(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_when_the_disk_fails_the_old_file_stands_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    path = tmp_path / "bostoette.key"
    write_atomically(path, b"first")

    def broken(*_: object, **__: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(os, fails, broken)
    with pytest.raises(OSError, match="no room"):
        write_atomically(path, b"second")
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("known", [os.name == "posix"])
def test_only_the_owner_may_read_it_where_the_system_knows_that(
    tmp_path: Path, *, known: bool
) -> None:
    path = tmp_path / "bostoette.key"
    write_atomically(path, b"secret")
    assert not known or stat.S_IMODE(path.stat().st_mode) == 0o600
