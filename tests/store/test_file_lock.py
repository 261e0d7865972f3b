"""One writing program on a file at a time, tried with real processes."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bostoette.store.file_lock import AlreadyOpen, FileLock, Holder, holder, lock_path
from bostoette.store.places import FolderMissing

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from bostoette.store.file_lock import FileLock
lock = FileLock.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "bostoette.db"


@pytest.fixture
def other(database: Path) -> Iterator["subprocess.Popen[str]"]:
    """Start another program that holds the lock until it dies."""
    with subprocess.Popen(  # noqa: S603 - our own few lines in our own interpreter
        [sys.executable, "-c", HOLD, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_program_is_refused_with_a_sentence(
    database: Path, other: "subprocess.Popen[str]"
) -> None:
    with pytest.raises(AlreadyOpen, match="allerede åbne") as refused:
        FileLock.take(database)
    assert refused.value.holder == Holder(other.pid)
    assert str(other.pid) not in refused.value.sentence


def test_the_lock_goes_when_the_process_dies(
    database: Path, other: "subprocess.Popen[str]"
) -> None:
    other.kill()
    other.wait()
    with FileLock.take(database):
        assert holder(database) == Holder(os.getpid())


def test_a_second_window_of_the_same_program_is_refused_too(database: Path) -> None:
    with FileLock.take(database), pytest.raises(AlreadyOpen):
        FileLock.take(database)


def test_after_release_the_next_comes_in_and_no_process_is_named(database: Path) -> None:
    lock = FileLock.take(database)
    lock.release()
    assert holder(database) is None
    lock.release()
    with FileLock.take(database):
        pass


def test_a_program_that_starts_anew_waits_for_the_old_one(
    database: Path, other: "subprocess.Popen[str]"
) -> None:
    threading.Timer(0.1, other.kill).start()
    with FileLock.take(database, wait_seconds=10):
        assert holder(database) == Holder(os.getpid())


def test_a_lock_taken_beside_the_start_up_can_be_given_back_at_the_end(database: Path) -> None:
    locks: list[FileLock] = []
    thread = threading.Thread(target=lambda: locks.append(FileLock.take(database)))
    thread.start()
    thread.join()
    locks[0].release()
    with FileLock.take(database):
        pass


def test_the_files_tell_a_process_id_and_nothing_else(database: Path) -> None:
    with FileLock.take(database):
        beside = sorted(file.name for file in database.parent.iterdir())
        assert beside == ["bostoette.db.lock", "bostoette.db.pid"]
        assert database.with_name("bostoette.db.pid").read_text().strip() == str(os.getpid())
    assert lock_path(database).read_bytes() == b""


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        FileLock.take(tmp_path / "gone" / "bostoette.db")


def test_who_comes_second_is_told_who_has_it_open_and_since_when(database: Path) -> None:
    with FileLock.take(database) as lock:
        lock.tell("M.J.", datetime(2026, 11, 30, 8, 12, tzinfo=UTC))
        with pytest.raises(
            AlreadyOpen, match=r"M\.J\. har haft dem åbne siden man\. 30\. nov\. kl\. 9\.12"
        ):
            FileLock.take(database)


def test_what_a_power_cut_left_behind_locks_nobody_out(database: Path) -> None:
    lock_path(database).touch()
    database.with_name("bostoette.db.pid").write_text("7\nM.J.\n2026-11-30T08:12:00+00:00\n")
    with FileLock.take(database):
        assert holder(database) == Holder(os.getpid())


@pytest.mark.parametrize("left", ["", "x", "7\nM.J.\nyesterday\n", "\0\0", "7\n" * 9])
def test_scribbles_about_the_holder_are_no_holder_or_only_a_number(
    database: Path, left: str
) -> None:
    database.with_name("bostoette.db.pid").write_text(left)
    told = holder(database)
    assert told is None or told.words == ""
