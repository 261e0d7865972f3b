"""Writes many plain rows into a fresh file, fast and past the journal.

Only for a file that nobody has yet (the example): while it is filled, nothing could be saved
from a crash, so a half-filled file must be thrown away. Indexes that only speed up questions are
dropped first and made at the end, where they come out smaller and sooner; so is the index of words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, insert

from bostoette.models.base import Base
from bostoette.store.database import Database
from bostoette.store.faults import told_plainly
from bostoette.store.search_index import rebuild

CACHE_KIB = 65_536
"""The most memory that pages take while the file is filled."""


class BrokenRows(Exception):
    """A row refers to something that is not there: a bug in whoever made the rows."""


class BulkWriter:
    """The way into a file being filled; see `filling`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - an open connection has a driver
        self._driver: Any = driver
        self.rows = 0
        """How many rows were written."""

    def put(self, kind: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
        """Write some rows of mapped values; defaults are filled in, rows all have the same keys."""
        if rows:
            self._connection.execute(insert(kind), list(rows))
            self.rows += len(rows)

    def put_plain(
        self, kind: type[Base], columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Write many rows of plain database values, a tuple in the order of the columns."""
        if not rows:
            return
        known = kind.__table__.columns.keys()
        if unknown := set(columns) - set(known):
            raise ValueError(f"no such columns: {sorted(unknown)}")
        named = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        self._driver.executemany(
            f'INSERT INTO "{kind.__tablename__}" ({named}) VALUES ({marks})',  # noqa: S608 - names of mapped columns
            rows,
        )
        self.rows += len(rows)

    def ask(self, question: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Ask in plain SQL what has been written; there are no indexes meanwhile."""
        found: list[tuple[Any, ...]] = self._driver.execute(question, tuple(values)).fetchall()
        return found

    def commit(self) -> None:
        """End one big transaction and begin the next."""
        self._connection.commit()
        self._connection.begin()


@contextmanager
def filling(database: Database) -> Iterator[BulkWriter]:
    """Fill a freshly migrated file that nobody else has open; checks it whole at the end.

    Raises PlanError where the disk is full, and BrokenRows where rows do not fit together; the
    file is worth nothing then and must be deleted.
    """
    with told_plainly(), database.writer.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - an open connection has a driver
        _run(
            driver,
            "PRAGMA foreign_keys=OFF",
            "PRAGMA synchronous=OFF",
            "PRAGMA journal_mode=MEMORY",
            f"PRAGMA cache_size=-{CACHE_KIB}",
        )
        indexes = _indexes(driver)
        connection.begin()
        _run(driver, *(f'DROP INDEX "{name}"' for name in indexes))
        yield BulkWriter(connection)
        connection.commit()
        _run(driver, *indexes.values())
        _check(driver)
        driver.execute("BEGIN")
        rebuild(driver)
        driver.execute("COMMIT")
        _run(
            driver,
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "PRAGMA wal_checkpoint(TRUNCATE)",
        )
        connection.invalidate()  # no later user gets this connection's settings


def _indexes(driver: Any) -> dict[str, str]:
    """Find the indexes that are no constraints, with the statements that make them."""
    rows: Iterable[tuple[str, str]] = driver.execute(
        "SELECT name, sql FROM sqlite_master WHERE type='index' AND sql IS NOT NULL"
    )
    return dict(rows)


def _check(driver: Any) -> None:
    broken = driver.execute("PRAGMA foreign_key_check").fetchmany(1)
    if broken:
        raise BrokenRows(f"foreign_key_check: {broken[0][0]}")


def _run(driver: Any, *statements: str) -> None:
    for statement in statements:
        driver.execute(statement).close()
