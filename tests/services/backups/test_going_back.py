"""Going back to a backup: what it says first, what it keeps, and a kill at every step."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bostoette.models.plan_error import PlanError
from bostoette.services import backups
from bostoette.services.program_file import OpenFile, open_file
from bostoette.store.backup_box import (
    DATABASE,
    Reason,
    read_info,
)
from bostoette.store.copies import list_copies
from bostoette.store.file_lock import FileLock
from bostoette.store.key_file import KeyFile, NewKeyFile
from bostoette.store.places import Places
from bostoette.store.restoring import READY, BackupLocked, finish_restore
from bostoette.store.unfinished import STAGING
from tests.clock import Clock
from tests.services.backups.backed_up import (
    CHEAP,
    NEW,
    OLD,
    acts,
    add,
    by,
    by_recovery,
    codes,
    open_again,
    taken_out,
)

# --- going back ---


def test_the_preview_says_what_would_go_and_changes_nothing(opened: OpenFile, backup: Path) -> None:
    opened.desk.do(add, "B", "Bo Lund")
    opened.desk.do(add, "C", "Carl Dam")
    preview = backups.preview_restore(opened.places, opened, backup, by(OLD))
    assert preview.lost_steps == 2
    assert preview.present_counts is not None
    assert (preview.present_counts["citizen"], preview.backup_counts["citizen"]) == (3, 1)
    assert preview.same_data
    assert preview.same_slots
    assert "2 trin i loggen, som ikke er i kopien, forsvinder fra programmet." in preview.sentences
    assert opened.desk.read(codes) == {"A", "B", "C"}


def test_going_back_keeps_the_present_file_and_writes_an_act(
    opened: OpenFile, backup: Path, clock: Clock
) -> None:
    opened.desk.do(add, "B", "Bo Lund")
    restored = backups.restore(opened, backup, by(OLD), clock)
    again = open_file(opened.places, restored.unlocked, clock)
    assert again.desk.read(codes) == {"A"}
    assert again.desk.read(acts)[-1][0] == "Gendannet fra kopi"
    assert again.desk.undo_state().undo != "Gendannet fra kopi"
    assert restored.kept is not None
    assert read_info(restored.kept).reason is Reason.BEFORE_RESTORE
    back = backups.restore(again, restored.kept, by(OLD), clock)
    last = open_file(opened.places, back.unlocked, clock)
    assert last.desk.read(codes) == {"A", "B"}
    last.close()


def test_after_going_back_the_passphrase_of_that_time_opens_the_data(
    opened: OpenFile, backup: Path, made: NewKeyFile, clock: Clock
) -> None:
    key_file = KeyFile.load(opened.places.key_file)
    [slot] = [slot for slot in key_file.slots if slot.derivation]
    key_file.change_passphrase(made.data_key, slot.id, NEW, cost=CHEAP).save(opened.places.key_file)
    backups.restore(opened, backup, by_recovery(made.recovery_key), clock)
    again = open_again(opened.places, OLD, clock)
    assert again.desk.read(codes) == {"A"}
    again.close()


def test_a_wrong_passphrase_leaves_the_open_file_in_use(
    opened: OpenFile, backup: Path, clock: Clock
) -> None:
    with pytest.raises(BackupLocked):
        backups.restore(opened, backup, by(NEW), clock)
    opened.desk.do(add, "B", "Bo Lund")
    assert not (opened.places.folder / STAGING).exists()


def test_only_the_writer_can_go_back(opened: OpenFile, backup: Path, clock: Clock) -> None:
    reader = replace(opened, lock=None)
    with pytest.raises(PlanError, match="kan ikke gendannes herfra"):
        backups.restore(reader, backup, by(OLD), clock)
    with pytest.raises(PlanError, match="allerede åbne"):
        backups.restore_unopened(opened.places, backup, by(OLD), clock)


def test_damaged_data_are_kept_byte_by_byte_before_going_back(
    opened: OpenFile, backup: Path, clock: Clock, tmp_path: Path
) -> None:
    opened.close()
    damaged = bytes(range(256)) * 40
    opened.places.database.write_bytes(damaged)
    preview = backups.preview_restore(opened.places, None, backup, by(OLD))
    assert preview.lost_steps is None
    restored = backups.restore_unopened(opened.places, backup, by(OLD), clock)
    assert restored.kept is not None
    assert taken_out(restored.kept, DATABASE, tmp_path).read_bytes() == damaged
    again = open_again(opened.places, OLD, clock)
    assert again.desk.read(codes) == {"A"}
    again.close()


def test_files_kept_as_they_were_can_be_gone_back_to_when_the_passphrase_turns_up(
    opened: OpenFile, backup: Path, clock: Clock
) -> None:
    opened.desk.do(add, "B", "Bo Lund")
    opened.close()
    restored = backups.restore_unopened(opened.places, backup, by(OLD), clock)
    assert restored.kept is not None
    backups.restore_unopened(opened.places, restored.kept, by(OLD), clock)
    again = open_again(opened.places, OLD, clock)
    assert again.desk.read(codes) == {"A", "B"}
    again.close()


def test_a_backup_can_be_brought_to_a_new_computer(
    opened: OpenFile, backup: Path, tmp_path: Path, clock: Clock
) -> None:
    fresh = Places.at(tmp_path / "ny computer")
    restored = backups.restore_unopened(fresh, backup, by(OLD), clock)
    assert restored.kept is None
    again = open_again(fresh, OLD, clock)
    assert again.desk.read(codes) == {"A"}
    again.close()


# --- cut off ---

_STEPS = frozenset({"os.rename", "os.remove", "os.rmdir", "os.mkdir"})


class _Moments:
    """Keeps the data folder as it is before every change of a name: what a kill would leave.

    An audit hook cannot be taken off again, so it looks at whether it is wanted.
    """

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.kept: list[Path] = []
        self._busy = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, _arguments: tuple[object, ...]) -> None:
        if event not in _STEPS or self.folder is None or self._busy:
            return
        self._busy = True
        target = self.folder.parent / f"moment-{len(self.kept)}"
        shutil.copytree(self.folder, target)
        self.kept.append(target)
        self._busy = False


_moments = _Moments()


def test_a_kill_at_any_step_of_going_back_leaves_the_old_or_the_new_file_whole(
    opened: OpenFile, backup: Path, made: NewKeyFile, clock: Clock
) -> None:
    """The passphrase differs too, so that a database beside the wrong key file would show."""
    key_file = KeyFile.load(opened.places.key_file)
    [slot] = [slot for slot in key_file.slots if slot.derivation]
    key_file.change_passphrase(made.data_key, slot.id, NEW, cost=CHEAP).save(opened.places.key_file)
    opened.desk.do(add, "B", "Bo Lund")
    _moments.folder, _moments.kept = opened.places.folder, []
    try:
        backups.restore(opened, backup, by(OLD), clock)
    finally:
        _moments.folder = None
    outcomes = [_outcome(Places.at(moment), clock) for moment in _moments.kept]
    assert set(outcomes) == {"old", "new"}
    assert outcomes == sorted(outcomes, reverse=True)
    assert len(outcomes) > 10


def _outcome(places: Places, clock: Clock) -> str:
    """Start the program on what a kill left, and say which file it found whole."""
    ready = (places.folder / STAGING / READY).exists()
    finished = finish_restore(places)
    assert finished is ready
    assert not (places.folder / STAGING).exists()
    is_new = KeyFile.load(places.key_file).slots != _present_slots(places)
    file = open_again(places, OLD if is_new else NEW, clock)
    found = file.desk.read(codes)
    assert backups.verify_open(file).sound
    file.close()
    assert found == ({"A"} if is_new else {"A", "B"})
    if is_new:
        kept = next(copy for copy in list_copies(places))
        assert backups.verify_backup(places, kept.path, by(NEW)).counts["citizen"] == 2
    return "new" if is_new else "old"


def _present_slots(places: Places) -> object:
    try:
        KeyFile.load(places.key_file).unlock_with_passphrase(NEW)
    except PlanError:
        return None
    return KeyFile.load(places.key_file).slots


def test_a_restore_that_stops_behind_the_database_is_finished_at_the_next_start(
    opened: OpenFile, backup: Path, clock: Clock
) -> None:
    opened.close()
    in_the_way = opened.places.database.with_name("bostoette.db-shm")
    in_the_way.mkdir()
    opened.places.key_file.unlink()
    with pytest.raises(PlanError, match="gør det arbejdet færdigt"):
        backups.restore_unopened(opened.places, backup, by(OLD), clock)
    in_the_way.rmdir()
    assert finish_restore(opened.places)
    again = open_again(opened.places, OLD, clock)
    assert again.desk.read(codes) == {"A"}
    again.close()


def test_what_cannot_be_kept_is_not_replaced(opened: OpenFile, backup: Path, clock: Clock) -> None:
    opened.close()
    opened.places.database.unlink()
    opened.places.database.mkdir()
    (opened.places.database / "noget").touch()
    slots = opened.places.key_file.read_bytes()
    with pytest.raises(PlanError):
        backups.restore_unopened(opened.places, backup, by(OLD), clock)
    assert opened.places.key_file.read_bytes() == slots
    assert not (opened.places.folder / STAGING).exists()


def test_a_start_while_another_program_restores_is_told(places: Places) -> None:
    (places.folder / STAGING).mkdir()
    with FileLock.take(places.database), pytest.raises(PlanError, match="allerede åbne"):
        finish_restore(places)
    assert (places.folder / STAGING).exists()
    assert finish_restore(places) is False
