"""Filling a fresh file past the journal: whole, checked, and as every other file afterwards."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from bostoette.models.contact import ContactWorker
from bostoette.models.grant import GrantParagraph
from bostoette.models.worker import Worker
from bostoette.store.bulk_writer import BrokenRows, filling
from bostoette.store.database import Database

WORKER = b"w" * 16


def one_value(database: Database, statement: str) -> Any:
    with database.reader.connect() as connection:
        return connection.execute(text(statement)).scalar_one()


def indexes(database: Database) -> list[tuple[str, str]]:
    with database.reader.connect() as connection:
        found = connection.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type='index' ORDER BY name")
        )
        return [(row[0], row[1]) for row in found]


def test_rows_are_written_with_their_defaults(database: Database) -> None:
    with filling(database) as writer:
        writer.put(Worker, [{"id": WORKER, "version": 1, "initials": "A.P.", "name": "A Prøve"}])
        writer.put_plain(GrantParagraph, ("id", "title", "active"), [("83", "§83", 1)])

    assert writer.rows == 2
    assert one_value(database, "SELECT role FROM worker") == "worker"
    assert one_value(database, "SELECT title FROM grant_paragraph") == "§83"


def test_several_transactions_are_all_kept(database: Database) -> None:
    with filling(database) as writer:
        for number in range(3):
            writer.put_plain(GrantParagraph, ("id", "title", "active"), [(str(number), "§", 1)])
            writer.commit()

    assert one_value(database, "SELECT count(*) FROM grant_paragraph") == 3


def test_no_index_is_lost(database: Database) -> None:
    before = indexes(database)

    with filling(database) as writer:
        assert len(indexes_while(writer)) < len(before)

    assert indexes(database) == before


def indexes_while(writer: Any) -> list[Any]:
    return list(writer._driver.execute("SELECT name FROM sqlite_master WHERE type='index'"))


def test_the_file_is_safe_again_afterwards(database: Database) -> None:
    with filling(database):
        pass

    assert one_value(database, "PRAGMA journal_mode") == "wal"
    assert one_value(database, "PRAGMA synchronous") == 2
    assert one_value(database, "PRAGMA foreign_keys") == 1


def test_rows_that_refer_to_nothing_are_found(database: Database) -> None:
    row = (b"c" * 16, date(2026, 11, 23).isoformat(), WORKER, 0)

    with pytest.raises(BrokenRows), filling(database) as writer:
        writer.put_plain(ContactWorker, ("contact_id", "day", "worker_id", "position"), [row])


def test_a_column_that_is_not_there_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="no such columns"), filling(database) as writer:
        writer.put_plain(Worker, ("id", "nonsense"), [(WORKER, 1)])
