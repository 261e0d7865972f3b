"""Backups with real encrypted files: made, looked over, refused, copied daily."""

import re
import sys
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from bostoette.models.plan_error import PlanError
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
from bostoette.store.database import open_database
from bostoette.store.key_file import KeyFile, NewKeyFile
from bostoette.store.restoring import BackupLocked
from bostoette.store.schema_number import SCHEMA
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
    taken_out,
)

# --- making ---

DAY = timedelta(days=1)


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
    opened.desk.do(add, "B", "Bo Lund")
    made = backups.make_backup(opened, tmp_path / "kopi.bostoette", clock)
    assert made.report.counts["citizen"] == 2
    assert made.report.sound
    report = backups.verify_backup(opened.places, made.path, by(OLD))
    assert report.counts == made.report.counts
    assert "2 borgere, 1 medarbejder" in report.summary


def test_a_backup_leaves_a_receipt_without_the_files_name(
    opened: OpenFile, tmp_path: Path, clock: Clock
) -> None:
    backups.make_backup(opened, tmp_path / "Asta.bostoette", clock)
    [(label, facts)] = opened.desk.read(acts)
    assert label == "Sikkerhedskopi"
    assert "Asta" not in str(facts)


def test_a_backup_beside_an_open_window_writes_nothing(
    opened: OpenFile, tmp_path: Path, clock: Clock
) -> None:
    unlocked = KeyFile.load(opened.places.key_file).unlock_with_passphrase(OLD)
    reader = open_file(opened.places, unlocked, clock, writing=False)
    backups.make_backup(reader, tmp_path / "kopi.bostoette", clock)
    reader.close()
    assert opened.desk.read(acts) == []


def test_a_copy_keeps_the_numbers_of_rows_so_that_a_search_index_still_fits(
    opened: OpenFile, tmp_path: Path, made: NewKeyFile, clock: Clock
) -> None:
    with opened.database.writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE words (word TEXT)")
        connection.exec_driver_sql("INSERT INTO words VALUES ('en'), ('to'), ('tre')")
        connection.exec_driver_sql("DELETE FROM words WHERE word = 'to'")
    box = write_backup(opened.places, opened.database, tmp_path / "k.bostoette", clock()).path
    path = taken_out(box, DATABASE, tmp_path)
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
        assert opened.desk.read(codes) == {"A"}


# --- opening ---


def test_a_backup_opens_with_the_passphrase_of_its_time_or_the_recovery_key(
    opened: OpenFile, backup: Path, made: NewKeyFile
) -> None:
    key_file = KeyFile.load(opened.places.key_file)
    [slot] = [slot for slot in key_file.slots if slot.derivation]
    key_file.change_passphrase(made.data_key, slot.id, NEW, cost=CHEAP).save(opened.places.key_file)
    assert backups.verify_backup(opened.places, backup, by(OLD)).sound
    assert backups.verify_backup(opened.places, backup, by_recovery(made.recovery_key)).sound
    with pytest.raises(BackupLocked, match="gjaldt dengang"):
        backups.verify_backup(opened.places, backup, by(NEW))
    preview = backups.preview_restore(opened.places, opened, backup, by(OLD))
    assert not preview.same_slots


def test_an_independent_reader_can_rescue_a_backups_rows_with_the_data_key(
    backup: Path, tmp_path: Path
) -> None:
    path = taken_out(backup, DATABASE, tmp_path)
    key = KeyFile.load(taken_out(backup, KEY_FILE, tmp_path)).unlock_with_passphrase(OLD).data_key
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
            backups.preview_restore(opened.places, opened, path, by(OLD))
    with pytest.raises(BackupMissing):
        backups.preview_restore(opened.places, opened, tmp_path / "borte", by(OLD))
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
        backups.restore(opened, newer, by(OLD), clock)
    assert opened.desk.read(codes) == {"A"}


@pytest.mark.parametrize("at", [40, 2_000, 50_000, 200_000])
def test_one_wrong_byte_anywhere_is_found(
    opened: OpenFile, backup: Path, tmp_path: Path, at: int
) -> None:
    content = bytearray(backup.read_bytes())
    content[at] ^= 1
    path = tmp_path / "bidt.bostoette"
    path.write_bytes(content)
    with pytest.raises((BackupDamaged, BackupNotOurs)):
        backups.verify_backup(opened.places, path, by(OLD))
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
    clock.moment += DAY
    assert backups.daily_copy(opened, clock).made is None
    opened.desk.do(add, "B", "Bo Lund")
    assert backups.daily_copy(opened, clock).made is not None


def test_a_day_with_many_starts_takes_one_copy(opened: OpenFile, clock: Clock) -> None:
    assert backups.daily_copy(opened, clock).made is not None
    opened.desk.do(add, "B", "Bo Lund")
    assert backups.daily_copy(opened, clock).made is None
    clock.moment += DAY
    assert backups.daily_copy(opened, clock).made is not None


def test_a_new_passphrase_is_a_reason_for_a_copy(
    opened: OpenFile, clock: Clock, made: NewKeyFile
) -> None:
    backups.daily_copy(opened, clock)
    clock.moment += DAY
    made.key_file.add_passphrase(made.data_key, NEW, cost=CHEAP).save(opened.places.key_file)
    assert backups.daily_copy(opened, clock).made is not None


def test_fourteen_copies_stay_and_the_oldest_go(opened: OpenFile, clock: Clock) -> None:
    for number in range(16):
        opened.desk.do(add, f"B{number}", "Bo Lund")
        backups.daily_copy(opened, clock)
        clock.moment += DAY
    stay = list_copies(opened.places)
    assert len(stay) == 14
    with zipfile.ZipFile(stay[0].path) as archive:
        assert archive.testzip() is None
    assert backups.verify_backup(opened.places, stay[0].path, by(OLD)).counts["citizen"] == 17
    assert backups.verify_backup(opened.places, stay[-1].path, by(OLD)).counts["citizen"] == 4


def test_a_clock_set_back_costs_neither_the_new_copy_nor_the_old_ones(
    opened: OpenFile, clock: Clock
) -> None:
    for number in range(14):
        opened.desk.do(add, f"B{number}", "Bo Lund")
        backups.daily_copy(opened, clock)
        clock.moment += DAY
    clock.moment = clock.moment.replace(year=2009)
    opened.desk.do(add, "C", "Clara Lund")
    made = backups.daily_copy(opened, clock).made
    assert made is not None
    assert backups.verify_backup(opened.places, made, by(OLD)).counts["citizen"] == 16
    assert backups.daily_copy(opened, clock).made is None


def test_a_daily_copy_that_fails_is_told_and_harms_nothing(opened: OpenFile, clock: Clock) -> None:
    opened.places.copies.write_bytes(b"a file where the folder should be")
    with pytest.raises(PlanError, match="dine data er urørte"):
        backups.daily_copy(opened, clock)
    assert opened.desk.read(codes) == {"A"}


def test_the_copy_before_a_migration_lies_among_the_copies(opened: OpenFile, clock: Clock) -> None:
    path = copy_before_migration(opened.places, opened.database, clock())
    assert read_info(path).reason is Reason.BEFORE_MIGRATION
    assert [one.path for one in list_copies(opened.places)] == [path]


def test_a_file_that_has_lost_a_table_is_not_called_whole(opened: OpenFile) -> None:
    assert backups.verify_open(opened).sound
    with opened.database.writer.begin() as connection:
        connection.exec_driver_sql("DROP TABLE travel_pair")
    assert backups.verify_open(opened).faults == ("table missing: travel_pair",)
