"""Backups with real encrypted files: made, looked over, gone back to, and cut off half-way."""

import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.plan_error import PlanError
from bostoette.models.recovery_key import RecoveryKey
from bostoette.models.worker import Worker
from bostoette.services import backups
from bostoette.services.program_file import OpenFile, open_file
from bostoette.store.backup import BackupNotMade, copy_before_migration, write_backup
from bostoette.store.backup_box import (
    DATABASE,
    HEADER,
    KEY_FILE,
    BackupDamaged,
    BackupMissing,
    BackupNotOurs,
    BackupTooNew,
    Reason,
    read_info,
)
from bostoette.store.copies import list_copies
from bostoette.store.database import make_empty_database, open_database
from bostoette.store.file_lock import FileLock
from bostoette.store.journal import describe
from bostoette.store.key_file import KeyFile, NewKeyFile, Unlocked
from bostoette.store.key_wrapping import Cost
from bostoette.store.places import Places
from bostoette.store.restoring import READY, STAGING, BackupLocked, finish_restore
from bostoette.store.schema import SCHEMA, migrate
from tests.clock import Clock

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
OLD = "syv grønne æbler i haven"
NEW = "otte blå pærer på loftet"


def _add(session: Session, code: str, name: str) -> None:
    worker = session.query(Worker).one()
    session.add(
        Citizen(
            initials=code,
            name=name,
            code=code,
            primary_worker_id=worker.id,
            profile=CitizenProfile(),
        )
    )
    describe(session, "Ny borger")


def _add_worker(session: Session) -> None:
    session.add(Worker(initials="M.J.", name="Mona Jensen"))
    describe(session, "Ny medarbejder")


def _codes(session: Session) -> set[str]:
    return {citizen.code for citizen in session.query(Citizen)}


def _acts(session: Session) -> list[tuple[str, object]]:
    steps = session.query(JournalStep).filter_by(kind=StepKind.ACT).order_by(JournalStep.id)
    return [(step.label, step.facts) for step in steps]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def made() -> NewKeyFile:
    return KeyFile.create(OLD, cost=CHEAP)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    folder = tmp_path / "data"
    folder.mkdir()
    return Places.at(folder)


@pytest.fixture
def opened(places: Places, made: NewKeyFile, clock: Clock) -> Iterator[OpenFile]:
    """A file with one worker and one citizen, A, open to write."""
    make_empty_database(places.database, made.data_key)
    database = open_database(places.database, made.data_key)
    migrate(database.writer)
    database.close()
    made.key_file.save(places.key_file)
    file = _open(places, OLD, clock)
    file.desk.upkeep(_add_worker)
    file.desk.do(_add, "A", "Asta Mortensen")
    yield file
    file.close()


def _open(places: Places, passphrase: str, clock: Clock) -> OpenFile:
    unlocked = KeyFile.load(places.key_file).unlock_with_passphrase(passphrase)
    return open_file(places, unlocked, clock)


def _with(passphrase: str) -> Callable[[KeyFile], Unlocked]:
    return lambda key_file: key_file.unlock_with_passphrase(passphrase)


def _recovery(key: RecoveryKey) -> Callable[[KeyFile], Unlocked]:
    return lambda key_file: key_file.unlock_with_recovery(key.text)


@pytest.fixture
def backup(opened: OpenFile, tmp_path: Path, clock: Clock) -> Path:
    """A backup with citizen A."""
    target = tmp_path / "kopi.bostoette"
    backups.make_backup(opened, target, clock)
    return target


# --- making ---


def test_a_backup_is_one_file_in_which_nothing_can_be_read(backup: Path) -> None:
    assert [file.name for file in backup.parent.iterdir() if file.is_file()] == [backup.name]
    content = backup.read_bytes()
    for word in (b"Asta", b"Mona", b"SQLite format 3", b"citizen"):
        assert word not in content


def test_a_backup_shows_its_date_without_a_key(backup: Path) -> None:
    info = backups.read_info(backup)
    assert info.schema == SCHEMA
    assert info.made == "mandag 23. november 2026 kl. 08.00"


def test_a_backup_holds_what_is_still_in_the_log_of_the_open_file(
    opened: OpenFile, tmp_path: Path, clock: Clock
) -> None:
    opened.desk.do(_add, "B", "Bo Lund")
    made = backups.make_backup(opened, tmp_path / "kopi.bostoette", clock)
    assert made.report.counts["citizen"] == 2
    assert made.report.sound
    report = backups.verify_backup(opened.places, made.path, _with(OLD))
    assert report.counts == made.report.counts
    assert "2 borgere, 1 medarbejder" in report.summary


def test_a_backup_leaves_a_receipt_without_the_files_name(
    opened: OpenFile, tmp_path: Path, clock: Clock
) -> None:
    backups.make_backup(opened, tmp_path / "Asta.bostoette", clock)
    [(label, facts)] = opened.desk.read(_acts)
    assert label == "Sikkerhedskopi"
    assert "Asta" not in str(facts)


def test_a_backup_beside_an_open_window_writes_nothing(
    opened: OpenFile, tmp_path: Path, clock: Clock
) -> None:
    unlocked = KeyFile.load(opened.places.key_file).unlock_with_passphrase(OLD)
    reader = open_file(opened.places, unlocked, clock, writing=False)
    backups.make_backup(reader, tmp_path / "kopi.bostoette", clock)
    reader.close()
    assert opened.desk.read(_acts) == []


def test_a_copy_keeps_the_numbers_of_rows_so_that_a_search_index_still_fits(
    opened: OpenFile, tmp_path: Path, made: NewKeyFile, clock: Clock
) -> None:
    with opened.database.writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE words (word TEXT)")
        connection.exec_driver_sql("INSERT INTO words VALUES ('en'), ('to'), ('tre')")
        connection.exec_driver_sql("DELETE FROM words WHERE word = 'to'")
    box = write_backup(opened.places, opened.database, tmp_path / "k.bostoette", clock()).path
    path = _taken_out(box, DATABASE, tmp_path)
    copy = open_database(path, made.data_key)
    with copy.reader.connect() as connection:
        rows = connection.exec_driver_sql("SELECT rowid, word FROM words").fetchall()
    copy.close()
    assert [tuple(row) for row in rows] == [(1, "en"), (3, "tre")]


def test_a_backup_never_takes_the_place_of_the_data_or_of_another_file(
    opened: OpenFile, tmp_path: Path, clock: Clock
) -> None:
    other = tmp_path / "brev.txt"
    other.write_text("Kære", encoding="utf-8")
    before = opened.places.database.read_bytes()
    for target in (opened.places.database, opened.places.key_file, tmp_path, other):
        with pytest.raises(BackupNotMade, match="ligger allerede"):
            backups.make_backup(opened, target, clock)
    assert other.read_text(encoding="utf-8") == "Kære"
    assert opened.places.database.read_bytes() == before


def test_a_newer_backup_takes_the_place_of_an_older_one(
    opened: OpenFile, backup: Path, clock: Clock
) -> None:
    first = read_info(backup).moment
    backups.make_backup(opened, backup, clock)
    assert read_info(backup).moment > first


def test_a_missing_folder_is_told(opened: OpenFile, tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(BackupNotMade, match="findes ikke"):
        backups.make_backup(opened, tmp_path / "borte" / "kopi.bostoette", clock)


def test_a_damaged_file_gives_no_backup_and_spares_the_older_one(
    opened: OpenFile, backup: Path, clock: Clock, made: NewKeyFile
) -> None:
    opened.close()
    before = backup.read_bytes()
    content = bytearray(opened.places.database.read_bytes())
    content[-2000] ^= 1
    opened.places.database.write_bytes(content)
    damaged = open_database(opened.places.database, made.data_key)
    with pytest.raises(PlanError):
        write_backup(opened.places, damaged, backup, clock())
    damaged.close()
    assert backup.read_bytes() == before
    assert sorted(file.name for file in backup.parent.iterdir()) == ["data", "kopi.bostoette"]


def test_a_key_file_of_other_data_is_never_packed_with_these(
    opened: OpenFile, tmp_path: Path, clock: Clock
) -> None:
    with opened.database.writer.begin() as connection:
        connection.exec_driver_sql("INSERT INTO team_setting VALUES ('database_id', '\"ff\"')")
    with pytest.raises(BackupNotMade, match="Nøglefilen"):
        backups.make_backup(opened, tmp_path / "kopi.bostoette", clock)


if sys.platform != "win32":

    @pytest.mark.parametrize("limit", [1 << 12, 1 << 16, 1 << 19])
    def test_a_disk_without_room_leaves_no_half_backup_and_spares_the_data(
        opened: OpenFile, backup: Path, limit: int, clock: Clock
    ) -> None:
        import resource

        before = backup.read_bytes()
        size = opened.places.database.stat().st_size
        assert size > 1 << 17
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (min(limit, size), hard))
        try:
            with pytest.raises(BackupNotMade, match="blev ikke lavet"):
                write_backup(opened.places, opened.database, backup, clock())
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert backup.read_bytes() == before
        assert sorted(file.name for file in backup.parent.iterdir()) == ["data", "kopi.bostoette"]
        assert opened.desk.read(_codes) == {"A"}


# --- opening ---


def test_a_backup_opens_with_the_passphrase_of_its_time_or_the_recovery_key(
    opened: OpenFile, backup: Path, made: NewKeyFile
) -> None:
    key_file = KeyFile.load(opened.places.key_file)
    [slot] = [slot for slot in key_file.slots if slot.derivation]
    key_file.change_passphrase(made.data_key, slot.id, NEW, cost=CHEAP).save(opened.places.key_file)
    assert backups.verify_backup(opened.places, backup, _with(OLD)).sound
    assert backups.verify_backup(opened.places, backup, _recovery(made.recovery_key)).sound
    with pytest.raises(BackupLocked, match="gjaldt dengang"):
        backups.verify_backup(opened.places, backup, _with(NEW))
    preview = backups.preview_restore(opened.places, opened, backup, _with(OLD))
    assert not preview.same_slots


def _taken_out(box: Path, name: str, folder: Path) -> Path:
    with zipfile.ZipFile(box) as archive:
        return Path(archive.extract(name, folder))


def test_an_independent_reader_can_rescue_a_backups_rows_with_the_data_key(
    backup: Path, tmp_path: Path
) -> None:
    path = _taken_out(backup, DATABASE, tmp_path)
    key = KeyFile.load(_taken_out(backup, KEY_FILE, tmp_path)).unlock_with_passphrase(OLD).data_key
    reader = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    reader.pragma("cipher", "sqlcipher")
    reader.pragma("legacy", 4)
    reader.pragma("key", f"x'{key.hex()}'")
    rows = list(reader.execute("SELECT name FROM citizen"))
    reader.close()
    assert rows == [("Asta Mortensen",)]


def test_what_is_no_sound_backup_is_refused_each_with_its_own_sentence(
    opened: OpenFile, backup: Path, tmp_path: Path
) -> None:
    content = backup.read_bytes()
    cases: dict[str, tuple[bytes, type[PlanError]]] = {
        "tom": (b"", BackupNotOurs),
        "brev": (b"Hej", BackupNotOurs),
        "halv": (content[: len(content) // 2], BackupDamaged),
        "bid": (content[:-40_000] + b"\xff" + content[-39_999:], BackupDamaged),
        "ende": (content[:-3], BackupDamaged),
        "ny": (content.replace(b'"format": 1', b'"format": 2'), BackupDamaged),
    }
    before = opened.places.database.read_bytes()
    for name, (raw, kind) in cases.items():
        path = tmp_path / name
        path.write_bytes(raw)
        with pytest.raises(kind, match="Dine data er urørte"):
            backups.preview_restore(opened.places, opened, path, _with(OLD))
    with pytest.raises(BackupMissing):
        backups.preview_restore(opened.places, opened, tmp_path / "borte", _with(OLD))
    assert opened.places.database.read_bytes() == before


@pytest.mark.parametrize("field", ['"format": 1', f'"schema": {SCHEMA}'])
def test_a_backup_from_a_newer_program_is_refused(
    opened: OpenFile, backup: Path, tmp_path: Path, field: str, clock: Clock
) -> None:
    newer = tmp_path / "nyere.bostoette"
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(newer, "w") as new:
        for name in (HEADER, KEY_FILE, DATABASE):
            content = old.read(name)
            if name == HEADER:
                content = content.replace(field.encode(), f"{field}0".encode())
            new.writestr(name, content)
    with pytest.raises(BackupTooNew, match="nyere udgave"):
        backups.restore(opened, newer, _with(OLD), clock)
    assert opened.desk.read(_codes) == {"A"}


@pytest.mark.parametrize("at", [40, 2_000, 50_000, 200_000])
def test_one_wrong_byte_anywhere_is_found(
    opened: OpenFile, backup: Path, tmp_path: Path, at: int
) -> None:
    content = bytearray(backup.read_bytes())
    content[at] ^= 1
    path = tmp_path / "bidt.bostoette"
    path.write_bytes(content)
    with pytest.raises((BackupDamaged, BackupNotOurs)):
        backups.verify_backup(opened.places, path, _with(OLD))
    assert [file.name for file in opened.places.folder.glob(".*")] == []


# --- looking the open file through ---


def test_verify_opens_looks_through_and_counts(opened: OpenFile) -> None:
    report = backups.verify_open(opened)
    assert report.sound
    assert report.counts["citizen"] == 1
    assert report.summary.startswith("Filen er hel og kan læses: 1 borger, 1 medarbejder")


def test_verify_finds_one_flipped_bit_deep_in_the_file(
    opened: OpenFile, made: NewKeyFile, clock: Clock
) -> None:
    opened.close()
    content = bytearray(opened.places.database.read_bytes())
    content[-2000] ^= 1
    opened.places.database.write_bytes(content)
    database = open_database(opened.places.database, made.data_key)
    report = backups.verify_open(replace(opened, database=database))
    database.close()
    assert not report.sound
    assert "beskadiget" in report.summary


# --- daily copies ---


def test_a_daily_copy_is_made_only_if_something_changed(opened: OpenFile, clock: Clock) -> None:
    first = backups.daily_copy(opened, clock)
    assert first.made is not None
    assert re.fullmatch(r"2026-11-23-08\.00\.\d\d\.bostoette", first.made.name)
    assert backups.daily_copy(opened, clock).made is None
    opened.desk.do(_add, "B", "Bo Lund")
    assert backups.daily_copy(opened, clock).made is not None


def test_a_new_passphrase_is_a_reason_for_a_copy(
    opened: OpenFile, clock: Clock, made: NewKeyFile
) -> None:
    backups.daily_copy(opened, clock)
    made.key_file.add_passphrase(made.data_key, NEW, cost=CHEAP).save(opened.places.key_file)
    assert backups.daily_copy(opened, clock).made is not None


def test_fourteen_copies_stay_and_the_oldest_go(opened: OpenFile, clock: Clock) -> None:
    for number in range(16):
        opened.desk.do(_add, f"B{number}", "Bo Lund")
        backups.daily_copy(opened, clock)
    stay = list_copies(opened.places)
    assert len(stay) == 14
    with zipfile.ZipFile(stay[0].path) as archive:
        assert archive.testzip() is None
    assert backups.verify_backup(opened.places, stay[0].path, _with(OLD)).counts["citizen"] == 17
    assert backups.verify_backup(opened.places, stay[-1].path, _with(OLD)).counts["citizen"] == 4


def test_a_daily_copy_that_fails_is_told_and_harms_nothing(opened: OpenFile, clock: Clock) -> None:
    opened.places.copies.write_bytes(b"a file where the folder should be")
    with pytest.raises(PlanError, match="dine data er urørte"):
        backups.daily_copy(opened, clock)
    assert opened.desk.read(_codes) == {"A"}


def test_the_copy_before_a_migration_lies_among_the_copies(opened: OpenFile, clock: Clock) -> None:
    path = copy_before_migration(opened.places, opened.database, clock())
    assert read_info(path).reason is Reason.BEFORE_MIGRATION
    assert [one.path for one in list_copies(opened.places)] == [path]


# --- going back ---


def test_the_preview_says_what_would_go_and_changes_nothing(opened: OpenFile, backup: Path) -> None:
    opened.desk.do(_add, "B", "Bo Lund")
    opened.desk.do(_add, "C", "Carl Dam")
    preview = backups.preview_restore(opened.places, opened, backup, _with(OLD))
    assert preview.lost_steps == 2
    assert preview.present_counts is not None
    assert (preview.present_counts["citizen"], preview.backup_counts["citizen"]) == (3, 1)
    assert preview.same_data
    assert preview.same_slots
    assert "2 trin i loggen, som ikke er i kopien, forsvinder fra programmet." in preview.sentences
    assert opened.desk.read(_codes) == {"A", "B", "C"}


def test_going_back_keeps_the_present_file_and_writes_an_act(
    opened: OpenFile, backup: Path, clock: Clock
) -> None:
    opened.desk.do(_add, "B", "Bo Lund")
    restored = backups.restore(opened, backup, _with(OLD), clock)
    again = open_file(opened.places, restored.unlocked, clock)
    assert again.desk.read(_codes) == {"A"}
    assert again.desk.read(_acts)[-1][0] == "Gendannet fra kopi"
    assert again.desk.undo_state().undo != "Gendannet fra kopi"
    assert restored.kept is not None
    assert read_info(restored.kept).reason is Reason.BEFORE_RESTORE
    back = backups.restore(again, restored.kept, _with(OLD), clock)
    last = open_file(opened.places, back.unlocked, clock)
    assert last.desk.read(_codes) == {"A", "B"}
    last.close()


def test_after_going_back_the_passphrase_of_that_time_opens_the_data(
    opened: OpenFile, backup: Path, made: NewKeyFile, clock: Clock
) -> None:
    key_file = KeyFile.load(opened.places.key_file)
    [slot] = [slot for slot in key_file.slots if slot.derivation]
    key_file.change_passphrase(made.data_key, slot.id, NEW, cost=CHEAP).save(opened.places.key_file)
    backups.restore(opened, backup, _recovery(made.recovery_key), clock)
    again = _open(opened.places, OLD, clock)
    assert again.desk.read(_codes) == {"A"}
    again.close()


def test_a_wrong_passphrase_leaves_the_open_file_in_use(
    opened: OpenFile, backup: Path, clock: Clock
) -> None:
    with pytest.raises(BackupLocked):
        backups.restore(opened, backup, _with(NEW), clock)
    opened.desk.do(_add, "B", "Bo Lund")
    assert not (opened.places.folder / STAGING).exists()


def test_only_the_writer_can_go_back(opened: OpenFile, backup: Path, clock: Clock) -> None:
    reader = replace(opened, lock=None)
    with pytest.raises(PlanError, match="kan ikke gendannes herfra"):
        backups.restore(reader, backup, _with(OLD), clock)
    with pytest.raises(PlanError, match="allerede åbne"):
        backups.restore_unopened(opened.places, backup, _with(OLD), clock)


def test_damaged_data_are_kept_byte_by_byte_before_going_back(
    opened: OpenFile, backup: Path, clock: Clock, tmp_path: Path
) -> None:
    opened.close()
    damaged = bytes(range(256)) * 40
    opened.places.database.write_bytes(damaged)
    preview = backups.preview_restore(opened.places, None, backup, _with(OLD))
    assert preview.lost_steps is None
    restored = backups.restore_unopened(opened.places, backup, _with(OLD), clock)
    assert restored.kept is not None
    assert _taken_out(restored.kept, DATABASE, tmp_path).read_bytes() == damaged
    again = _open(opened.places, OLD, clock)
    assert again.desk.read(_codes) == {"A"}
    again.close()


def test_files_kept_as_they_were_can_be_gone_back_to_when_the_passphrase_turns_up(
    opened: OpenFile, backup: Path, clock: Clock
) -> None:
    opened.desk.do(_add, "B", "Bo Lund")
    opened.close()
    restored = backups.restore_unopened(opened.places, backup, _with(OLD), clock)
    assert restored.kept is not None
    backups.restore_unopened(opened.places, restored.kept, _with(OLD), clock)
    again = _open(opened.places, OLD, clock)
    assert again.desk.read(_codes) == {"A", "B"}
    again.close()


def test_a_backup_can_be_brought_to_a_new_computer(
    opened: OpenFile, backup: Path, tmp_path: Path, clock: Clock
) -> None:
    fresh = Places.at(tmp_path / "ny computer")
    restored = backups.restore_unopened(fresh, backup, _with(OLD), clock)
    assert restored.kept is None
    again = _open(fresh, OLD, clock)
    assert again.desk.read(_codes) == {"A"}
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
    opened.desk.do(_add, "B", "Bo Lund")
    _moments.folder, _moments.kept = opened.places.folder, []
    try:
        backups.restore(opened, backup, _with(OLD), clock)
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
    file = _open(places, OLD if is_new else NEW, clock)
    codes = file.desk.read(_codes)
    assert backups.verify_open(file).sound
    file.close()
    assert codes == ({"A"} if is_new else {"A", "B"})
    if is_new:
        kept = next(copy for copy in list_copies(places))
        assert backups.verify_backup(places, kept.path, _with(NEW)).counts["citizen"] == 2
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
        backups.restore_unopened(opened.places, backup, _with(OLD), clock)
    in_the_way.rmdir()
    assert finish_restore(opened.places)
    again = _open(opened.places, OLD, clock)
    assert again.desk.read(_codes) == {"A"}
    again.close()


def test_what_cannot_be_kept_is_not_replaced(opened: OpenFile, backup: Path, clock: Clock) -> None:
    opened.close()
    opened.places.database.unlink()
    opened.places.database.mkdir()
    (opened.places.database / "noget").touch()
    slots = opened.places.key_file.read_bytes()
    with pytest.raises(PlanError):
        backups.restore_unopened(opened.places, backup, _with(OLD), clock)
    assert opened.places.key_file.read_bytes() == slots
    assert not (opened.places.folder / STAGING).exists()


def test_a_start_while_another_program_restores_is_told(places: Places) -> None:
    (places.folder / STAGING).mkdir()
    with FileLock.take(places.database), pytest.raises(PlanError, match="allerede åbne"):
        finish_restore(places)
    assert (places.folder / STAGING).exists()
    assert finish_restore(places) is False
