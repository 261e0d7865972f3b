"""The file's shape: migrations, models, and files from other times."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bostoette.models.contact import Contact, ContactWorker
from bostoette.models.tables import Base
from bostoette.models.worker import Worker
from bostoette.store.database import Database, make_empty_database, open_database
from bostoette.store.schema import NewerDatabase, migrate, stored_schema
from bostoette.store.schema_number import SCHEMA
from tests.first_schema import make_first_schema


def _shape(database: Database) -> dict[str, dict[str, Any]]:
    """Describe every table as SQLite sees it: columns, keys, indexes, foreign keys, checks."""
    shape: dict[str, dict[str, Any]] = {}
    with database.reader.connect() as connection:

        def rows(sql: str) -> list[tuple[Any, ...]]:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

        tables = rows("SELECT name, sql FROM sqlite_master WHERE type='table'")
        for table, sql in tables:
            if table.startswith(("sqlite_", "alembic_", "search_words")):
                continue
            indexes = rows(f'PRAGMA index_list("{table}")')
            shape[table] = {
                "columns": {
                    row[1]: (row[2], row[3], row[5])
                    for row in rows(f'PRAGMA table_info("{table}")')
                },
                "indexes": {
                    (row[2], tuple(part[2] for part in rows(f'PRAGMA index_info("{row[1]}")')))
                    for row in indexes
                },
                "references": {row[2:7] for row in rows(f'PRAGMA foreign_key_list("{table}")')},
                "checks": sorted(
                    " ".join(line.strip().rstrip(",").split())
                    for line in sql.splitlines()
                    if "CHECK" in line or "DEFERR" in line or "WITHOUT ROWID" in line
                ),
            }
    return shape


def test_migrations_and_models_describe_the_same_file(
    database: Database, tmp_path: Path, data_key: bytes
) -> None:
    path = tmp_path / "from_models.db"
    make_empty_database(path, data_key)
    from_models = open_database(path, data_key)
    with from_models.writer.begin() as connection:
        connection.exec_driver_sql("DROP TABLE file_mark")
        Base.metadata.create_all(connection)
    expected = _shape(from_models)
    from_models.close()
    assert _shape(database) == expected
    assert len(expected) > 20


def test_a_migrated_file_has_the_programs_schema_number(database: Database) -> None:
    assert stored_schema(database.reader) == SCHEMA


def test_migrating_twice_changes_nothing(database: Database) -> None:
    before = _shape(database)
    migrate(database.writer)
    assert _shape(database) == before


def test_a_file_from_a_newer_program_is_refused_and_left_alone(database: Database) -> None:
    with database.writer.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA + 1}")
    with pytest.raises(NewerDatabase, match="nyere udgave"):
        stored_schema(database.reader)
    with database.reader.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == SCHEMA + 1


def test_an_interrupted_migration_leaves_the_old_file_and_can_be_tried_again(
    tmp_path: Path, data_key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bostoette.db"
    make_empty_database(path, data_key)
    database = open_database(path, data_key)

    def power_cut(_connection: object) -> None:
        message = "power cut"
        raise KeyboardInterrupt(message)

    with monkeypatch.context() as patch:
        patch.setattr("bostoette.store.schema._check_foreign_keys", power_cut)
        with pytest.raises(KeyboardInterrupt):
            migrate(database.writer)
    assert stored_schema(database.reader) == 0
    assert "citizen" not in _shape(database)
    migrate(database.writer)
    assert "citizen" in _shape(database)
    database.close()


def _rows(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    with database.reader.connect() as connection:
        return {
            kind.__tablename__: [
                tuple(row)
                for row in connection.execute(text(f"SELECT * FROM {kind.__tablename__}"))  # noqa: S608 - names of mapped tables
            ]
            for kind in (Worker, Contact, ContactWorker)
        }


def test_a_file_of_the_first_schema_keeps_every_row(tmp_path: Path, data_key: bytes) -> None:
    database = make_first_schema(tmp_path / "old.db", data_key)
    assert stored_schema(database.reader) == 1
    assert "day_type" not in _shape(database)
    before = _rows(database)
    migrate(database.writer)
    assert stored_schema(database.reader) == SCHEMA
    after = _rows(database)
    assert after["worker"] == before["worker"]
    seat = ("not_noted", "none", 0)
    assert after["contact_worker"] == [(*row, *seat) for row in before["contact_worker"]]
    told = ("", "[]", "ordinary", "", "[]")
    assert after["contact"] == [(*before["contact"][0], *told)]
    assert {"day_type", "equipment_loan"} <= set(_shape(database))
    database.close()


def test_a_file_of_the_first_schema_becomes_what_a_new_one_is(
    database: Database, tmp_path: Path, data_key: bytes
) -> None:
    old = make_first_schema(tmp_path / "old.db", data_key)
    migrate(old.writer)
    assert _shape(old) == _shape(database)
    old.close()


def test_an_interrupted_step_from_the_first_schema_leaves_it_as_it_was(
    tmp_path: Path, data_key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = make_first_schema(tmp_path / "old.db", data_key)
    shape, rows = _shape(database), _rows(database)

    def power_cut(_connection: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("bostoette.store.schema._check_foreign_keys", power_cut)
        with pytest.raises(KeyboardInterrupt):
            migrate(database.writer)
    assert (_shape(database), _rows(database)) == (shape, rows)
    assert stored_schema(database.reader) == 1
    migrate(database.writer)
    assert stored_schema(database.reader) == SCHEMA
    database.close()
