"""A file that leaves the program: whole or not at all, and never over something precious."""

import errno
from pathlib import Path

import pytest

from bostoette.models.plan_error import PlanError
from bostoette.services.file_saving import save_file

CALENDAR = b"BEGIN:VCALENDAR\r\n"


def test_an_older_file_of_the_same_kind_gives_way(tmp_path: Path) -> None:
    path = tmp_path / "uge-48.ics"
    save_file(path, CALENDAR)
    save_file(path, CALENDAR + b"END:VCALENDAR\r\n")
    assert path.read_bytes() == CALENDAR + b"END:VCALENDAR\r\n"


def test_an_empty_file_gives_way(tmp_path: Path) -> None:
    path = tmp_path / "uge-48.ics"
    path.touch()
    save_file(path, CALENDAR)
    assert path.read_bytes() == CALENDAR


@pytest.mark.parametrize(
    "precious", [b"\x8f\x11\x02\x77 encrypted", b'{\n "program"', b"PK\x03\x04", b"B"]
)
def test_a_file_of_another_kind_is_never_written_over(tmp_path: Path, precious: bytes) -> None:
    path = tmp_path / "bostoette.db"
    path.write_bytes(precious)
    with pytest.raises(PlanError, match="af en anden slags"):
        save_file(path, CALENDAR)
    assert path.read_bytes() == precious


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="kunne ikke gemmes"):
        save_file(tmp_path / "no folder" / "uge-48.ics", CALENDAR)
    with pytest.raises(PlanError, match="kunne ikke gemmes"):
        save_file(tmp_path, CALENDAR)


def test_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr("bostoette.services.file_saving.write_atomically", full)
    with pytest.raises(PlanError, match="Disken er fuld"):
        save_file(tmp_path / "uge-48.ics", CALENDAR)
