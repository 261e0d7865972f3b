"""The encrypted database file: made, opened and checked in one place.

A connection is made in `cipher`; here SQLAlchemy's engines are put around it.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from bostoette.models.plan_error import PlanError
from bostoette.store.cipher import check_is_encrypted, connect
from bostoette.store.faults import told_plainly
from bostoette.store.places import FolderReadOnly, check_folder
from bostoette.store.plain_reader import PlainReader

ROOM_TO_OPEN = 256 * 1024
"""Bytes."""


class NoRoomToOpen(PlanError):
    """The disk is so full that not even the small files beside the database can be made."""

    def __init__(self, *, details: str = "") -> None:
        super().__init__(
            "Disken er fuld, så dine data kan ikke åbnes. De er i behold og ikke ændret. "
            "Gør plads på disken, og prøv igen.",
            details=details,
        )


class OnlyToRead(PlanError):
    """Reading needs to write too: log and index lie beside the database while it is open."""

    def __init__(self, *, details: str = "") -> None:
        super().__init__(
            "Mappen med dine data kan kun læses. Programmet skal kunne skrive i den, også når du "
            "kun vil se eller eksportere, fordi der ligger små filer ved siden af, mens data er "
            "åbne. Intet er ændret. Bed it-afdelingen om skriveadgang, eller kopiér hele mappen "
            "til et sted, hvor du må skrive, og vælg den dér.",
            details=details,
        )


@dataclass(frozen=True)
class Database:
    """An open database file; ``reader`` and ``writer`` share one pool of connections."""

    path: Path
    reader: Engine
    writer: Engine
    """Begins every transaction with BEGIN IMMEDIATE."""

    @contextmanager
    def plainly(self) -> Iterator[PlainReader]:
        """Give a reader of one moment's data, without a session around it."""
        lent = self.reader.raw_connection()
        try:
            lent.execute("BEGIN")
            yield PlainReader(lent)
        finally:
            lent.close()  # back to the pool, which ends the transaction

    def empty_log(self) -> None:
        """Bring everything into the main file and empty the log beside it.

        What was deleted is then overwritten in both. While others read, as much as they allow.
        """
        lent = self.reader.raw_connection()
        try:
            lent.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            lent.close()

    def close(self) -> None:
        """Let go of all connections, so that everything lies in the main file."""
        self.reader.dispose()


def open_database(path: Path, data_key: bytes) -> Database:
    """Open an existing encrypted file with its 32-byte data key.

    Raises PlanError when the file is missing, empty, plain, damaged, of another key, or
    cannot be read; the file is untouched then.
    """
    check_is_encrypted(path)
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, data_key),
        hide_parameters=True,  # an error's text would hold names and notes
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        pool_use_lifo=True,  # the one last used has the pages that are asked for again
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
        if fault.details.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")) and _only_read(path):
            raise OnlyToRead(details=fault.details) from fault
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
        connection = connect(path, data_key, mode="rwc")
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


def _only_read(path: Path) -> bool:
    """Tell whether it is the folder that refuses."""
    try:
        check_folder(path.parent)
    except FolderReadOnly:
        return True
    except PlanError:
        return False
    return not os.access(path, os.W_OK)


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _leave_no_transaction(connection: Any, _record: Any) -> None:
    """Roll back what a failed commit left open: a broken deferred foreign key ends nothing."""
    if connection is not None and connection.in_transaction:
        connection.rollback()
