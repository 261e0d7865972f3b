"""The encrypted database file: made, opened and checked in one place.

Key, probe and pragmas stand in one function (`_connect`); no secret is ever part of a URL.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from bostoette.models import danish_order
from bostoette.models.plan_error import PlanError
from bostoette.store.faults import told_plainly

DATA_KEY_BYTES = 32
PLAIN_HEADER = b"SQLite format 3\x00"
BUSY_MS = 4000
ROOM_TO_OPEN = 256 * 1024
"""Bytes."""

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    f"PRAGMA busy_timeout={BUSY_MS}",
)


MISSING = (
    "Filen med dine data mangler eller er tom. Programmet har ikke lavet en ny. "
    "Gendan en kopi, eller vælg den rigtige mappe."
)


class MissingDatabase(PlanError):
    """There is no file, or an empty one, where the database should be."""


class PlaintextDatabase(PlanError):
    """The file is a database that is not encrypted."""


class NoRoomToOpen(PlanError):
    """The disk is so full that not even the small files beside the database can be made."""

    def __init__(self, *, details: str = "") -> None:
        super().__init__(
            "Disken er fuld, så dine data kan ikke åbnes. De er i behold og ikke ændret. "
            "Gør plads på disken, og prøv igen.",
            details=details,
        )


@dataclass(frozen=True)
class Database:
    """An open database file; ``reader`` and ``writer`` share one pool of connections."""

    path: Path
    reader: Engine
    writer: Engine
    """Begins every transaction with BEGIN IMMEDIATE."""

    def close(self) -> None:
        """Let go of all connections, so that everything lies in the main file."""
        self.reader.dispose()


def open_database(path: Path, data_key: bytes) -> Database:
    """Open an existing encrypted file with its 32-byte data key.

    Raises PlanError when the file is missing, empty, plain, damaged, of another key, or
    cannot be read; the file is untouched then.
    """
    _check_is_encrypted(path)
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: _connect(path, data_key),
        hide_parameters=True,  # an error's text would hold names and notes
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        pool_reset_on_return="rollback",
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _leave_no_transaction)
    try:
        with told_plainly(), engine.connect():
            pass
    except PlanError as fault:
        if fault.details.startswith("SQLITE_IOERR") and not _has_room(path):
            raise NoRoomToOpen(details=fault.details) from fault
        raise
    return Database(path, engine, engine.execution_options(immediate=True))


def make_empty_database(path: Path, data_key: bytes) -> None:
    """Make a new, encrypted, empty file; an existing one is never touched.

    The first page is written at once, so that the file is recognisably encrypted.
    """
    if path.exists():
        raise PlanError(
            "Der ligger allerede en fil med data i mappen. Den er ikke rørt. "
            "Åbn den, eller vælg en anden mappe."
        )
    with told_plainly():
        connection = _connect(path, data_key, mode="rwc")
        try:
            connection.execute("PRAGMA user_version=0")
            connection.execute("CREATE TABLE file_mark (id INTEGER PRIMARY KEY)")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def _has_room(path: Path) -> bool:
    """Tell whether log and index of the database would have room, generously."""
    try:
        return shutil.disk_usage(path.parent).free > ROOM_TO_OPEN
    except OSError:
        return True


def _check_is_encrypted(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(PLAIN_HEADER))
    except FileNotFoundError:
        head = b""
    except OSError as fault:
        raise PlanError(
            "Filen med dine data kan ikke læses. Den er ikke ændret. "
            "Se efter, om du har adgang til mappen."
        ) from fault
    if not head:
        raise MissingDatabase(MISSING)
    if head == PLAIN_HEADER:
        raise PlaintextDatabase(
            "Filen er ikke krypteret, så programmet åbner den ikke. Den er ikke ændret. "
            "Vælg den rigtige fil, eller gendan en kopi."
        )


def _connect(path: Path, data_key: bytes, *, mode: str = "rw") -> Any:
    """Open one connection: raw key, probe, cipher check, pragmas – in that order."""
    if len(data_key) != DATA_KEY_BYTES:
        message = "a data key has 32 bytes"  # a shorter one would silently be a passphrase
        raise ValueError(message)
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MS / 1000,
    )
    try:
        connection.create_collation(danish_order.COLLATION, danish_order.compare)
        connection.execute(f"PRAGMA key=\"x'{data_key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level=NONE")
        _check_cipher(connection)
        _probe(connection, may_be_empty=mode == "rwc")
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def _probe(connection: Any, *, may_be_empty: bool) -> None:
    """Read with the key; a file of one byte counts as empty to SQLite, and is no new calendar."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not tables and not may_be_empty:
        raise MissingDatabase(MISSING)


def _check_cipher(connection: Any) -> None:
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise PlanError(
            "Krypteringen mangler i denne udgave af programmet, så det starter ikke. "
            "Dine data er ikke rørt. Installér programmet igen."
        )


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _leave_no_transaction(connection: Any, _record: Any) -> None:
    """Roll back what a failed commit left open: a broken deferred foreign key ends nothing."""
    if connection is not None and connection.in_transaction:
        connection.rollback()
