"""The encrypted file: what opens, what is refused, and that nothing lies in it readable."""

import errno
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bostoette.models.plan_error import PlanError
from bostoette.store import cipher
from bostoette.store.cipher import MissingDatabase, PlaintextDatabase
from bostoette.store.database import (
    Database,
    NoRoomToOpen,
    OnlyToRead,
    make_empty_database,
    open_database,
)
from bostoette.store.faults import told_plainly


def test_nothing_written_can_be_read_without_the_key(database: Database) -> None:
    with database.writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE probe (words TEXT)")
        connection.execute(text("INSERT INTO probe VALUES ('hemmeligt-om-borger')"))
    database.close()
    for file in database.path.parent.iterdir():
        content = file.read_bytes()
        assert b"hemmeligt" not in content
        assert not content.startswith(b"SQLite format 3")


def test_the_file_is_opened_as_the_decision_says(database: Database) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }
    with database.reader.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in expected
        }
        assert connection.exec_driver_sql("PRAGMA cipher_version").scalar_one()
    assert found == expected


def test_a_missing_file_is_not_made_anew(tmp_path: Path, data_key: bytes) -> None:
    path = tmp_path / "borte.db"
    with pytest.raises(MissingDatabase, match="mangler eller er tom"):
        open_database(path, data_key)
    assert not path.exists()


def test_an_empty_file_is_refused_and_stays_empty(tmp_path: Path, data_key: bytes) -> None:
    path = tmp_path / "tom.db"
    path.touch()
    with pytest.raises(MissingDatabase):
        open_database(path, data_key)
    assert path.stat().st_size == 0


@pytest.mark.parametrize("left", [1, 15, 512, 4095])
def test_what_is_left_of_a_cut_off_file_is_refused_and_stays_so(
    database_path: Path, data_key: bytes, left: int
) -> None:
    remains = database_path.read_bytes()[:left]
    database_path.write_bytes(remains)
    with pytest.raises(PlanError):
        open_database(database_path, data_key)
    assert database_path.read_bytes() == remains


def test_an_encrypted_file_without_anything_in_it_is_not_taken_for_new_data(
    tmp_path: Path, data_key: bytes
) -> None:
    path = tmp_path / "uden.db"
    make_empty_database(path, data_key)
    database = open_database(path, data_key)
    with database.writer.begin() as connection:
        connection.exec_driver_sql("DROP TABLE file_mark")
    database.close()
    with pytest.raises(MissingDatabase, match="mangler eller er tom"):
        open_database(path, data_key)


def test_a_fault_in_a_statement_does_not_tell_what_was_being_saved(database: Database) -> None:
    with pytest.raises(DBAPIError) as raised, database.writer.connect() as connection:
        connection.execute(text("INSERT INTO missing VALUES (:name)"), {"name": "Asta Mortensen"})
    assert "Asta" not in str(raised.value)


def test_a_plain_database_is_refused(tmp_path: Path, data_key: bytes) -> None:
    path = tmp_path / "plain.db"
    connection = sqlcipher3.dbapi2.connect(str(path))
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(PlaintextDatabase, match="ikke krypteret"):
        open_database(path, data_key)
    assert path.read_bytes() == before


def test_another_key_is_refused_and_the_file_untouched(database_path: Path) -> None:
    before = database_path.read_bytes()
    with pytest.raises(PlanError, match="nøglen"):
        open_database(database_path, bytes(32))
    assert database_path.read_bytes() == before


def test_a_damaged_first_page_is_refused_and_the_file_untouched(
    database_path: Path, data_key: bytes
) -> None:
    content = bytearray(database_path.read_bytes())
    content[100] ^= 1
    database_path.write_bytes(content)
    with pytest.raises(PlanError, match="ikke ændret"):
        open_database(database_path, data_key)
    assert database_path.read_bytes() == bytes(content)


def test_a_short_key_is_a_bug_and_never_a_passphrase(database_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_database(database_path, b"kort")


def test_an_existing_file_is_never_made_over(database_path: Path, data_key: bytes) -> None:
    before = database_path.read_bytes()
    with pytest.raises(PlanError, match="allerede"):
        make_empty_database(database_path, data_key)
    assert database_path.read_bytes() == before


def test_a_second_writer_hears_that_the_file_is_busy(
    database: Database, data_key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "PRAGMAS", (*cipher.PRAGMAS[:-1], "PRAGMA busy_timeout=1"))
    other = open_database(database.path, data_key)
    with (
        database.writer.begin(),
        pytest.raises(PlanError, match="Et andet program"),
        told_plainly(),
        other.writer.begin(),
    ):
        pass
    other.close()


def test_a_disk_too_full_to_open_anything_is_told_as_such(
    database_path: Path, data_key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_disk(*_given: object, **_named: object) -> None:
        fault = sqlcipher3.dbapi2.OperationalError("disk I/O error")
        fault.sqlite_errorname = "SQLITE_IOERR"
        raise fault

    full = shutil.disk_usage(database_path.parent)._replace(free=0)
    monkeypatch.setattr(cipher, "_probe", broken_disk)
    with pytest.raises(PlanError, match="Disken svarede med en fejl"):
        open_database(database_path, data_key)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: full)
    with pytest.raises(NoRoomToOpen, match="Disken er fuld"):
        open_database(database_path, data_key)


@pytest.mark.parametrize("name", ["SQLITE_READONLY", "SQLITE_CANTOPEN"])
def test_a_place_that_can_only_be_read_is_told_as_such_to_readers_too(
    name: str, database_path: Path, data_key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object, **_named: object) -> None:
        fault = sqlcipher3.dbapi2.OperationalError(name)
        fault.sqlite_errorname = name
        raise fault

    def no_writing(**_named: object) -> None:
        raise PermissionError(errno.EROFS, "read-only")

    monkeypatch.setattr(cipher, "_probe", refused)
    with pytest.raises(PlanError) as elsewhere:
        open_database(database_path, data_key)
    assert not isinstance(elsewhere.value, OnlyToRead)
    monkeypatch.setattr("tempfile.TemporaryFile", no_writing)
    with pytest.raises(OnlyToRead, match="kan kun læses"):
        open_database(database_path, data_key)
