"""One connection to the encrypted file: key, probe and pragmas, in one place.

No secret is ever part of a URL. SQLAlchemy is not needed here, so that the first week can be read
before it is loaded.
"""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from bostoette.models import danish_order
from bostoette.models.plan_error import PlanError

DATA_KEY_BYTES = 32
PLAIN_HEADER = b"SQLite format 3\x00"
BUSY_MS = 4000

CACHE_KIB = 32 * 1024
"""Room for pages that are already decrypted: what a week or a citizen with 500 contacts touches."""
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    f"PRAGMA cache_size=-{CACHE_KIB}",
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


def check_is_encrypted(path: Path) -> None:
    """Refuse a file that is missing, empty, not to be read, or not encrypted."""
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


def connect(path: Path, data_key: bytes, *, mode: str = "rw") -> Any:
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
