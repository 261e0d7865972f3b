"""Looking an encrypted file through: every page agrees with its code, everything fits together.

Works on files of every schema, so it knows tables by what the file says and no mapped classes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from bostoette.models.base import EPOCH
from bostoette.models.plan_error import PlanError
from bostoette.models.tables import Base
from bostoette.models.wording import listed
from bostoette.store.database import Database
from bostoette.store.driver_faults import SENTENCES
from bostoette.store.faults import told_plainly
from bostoette.store.schema_number import SCHEMA
from bostoette.store.search_check import index_is_right

COPY_LABELS = ("Daglig kopi", "Sikkerhedskopi")
"""The journal's words for the receipts of copies; they alone are no reason for a new copy."""

_TRIES = 3
_BROKEN = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR"})
_KINDS = {
    "citizen": ("borger", "borgere"),
    "worker": ("medarbejder", "medarbejdere"),
    "contact": ("kontakt", "kontakter"),
    "appointment": ("anden aftale", "andre aftaler"),
    "task": ("opgave", "opgaver"),
    "journal_step": ("trin i loggen", "trin i loggen"),
}


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What looking a file through gave."""

    schema: int
    counts: Mapping[str, int]
    """Rows per table."""
    last_step: bytes
    """The newest journal step that is more than a copy's receipt; b"" where there is none."""
    last_change: datetime | None
    """When that step was taken, in UTC."""
    faults: tuple[str, ...]
    """Technical words for what is wrong, without content; empty for a sound file."""
    search_right: bool = True
    """Whether the index of words holds what is written; it can be made anew."""

    @property
    def sound(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.faults

    @property
    def summary(self) -> str:
        """Say it in Danish: ``Filen er hel og kan læses: 31 borgere, 7 medarbejdere …``."""
        if not self.sound:
            return (
                "Filen er beskadiget. Intet er ændret. Gendan den seneste kopi, og gem den "
                "beskadigede fil, indtil alt er på plads."
            )
        return f"Filen er hel og kan læses: {counted(self.counts)}."


def counted(counts: Mapping[str, int]) -> str:
    """Say how many of what a person knows: ``31 borgere, 7 medarbejdere og 3 opgaver``."""
    words = []
    for table, (one, many) in _KINDS.items():
        if table in counts:
            number = counts[table]
            words.append(f"{number:,} {one if number == 1 else many}".replace(",", "."))
    return listed(words) or "ingen rækker"


@contextmanager
def own_connection(database: Database) -> Iterator[Any]:
    """Lend a driver connection with the file's key that goes back to no pool."""
    with told_plainly():
        pooled = database.reader.raw_connection()
        driver = pooled.driver_connection
        pooled.detach()
        with closing(pooled):
            yield driver


def verify_database(database: Database) -> VerifyReport:
    """Look an open file through, beside whoever works on it.

    The cipher's check reads the main file alone, so everything is brought there first; while
    the question's snapshot stands on an empty log, nobody can write to the main file. Looks
    again before it calls a file damaged, as somebody may have saved in between.

    Raises:
        PlanError: the file could not be read just now.

    """
    with own_connection(database) as driver:
        report = _look_once(driver)
        for _ in range(_TRIES - 1):
            if report.sound:
                break
            report = _look_once(driver)
        if report.sound and report.schema == SCHEMA:
            report = replace(report, search_right=index_is_right(driver))
        return report


def verify_beside(database: Database, copy: Path) -> VerifyReport:
    """Look a closed file of the same key through, such as a fresh copy."""
    with own_connection(database) as driver:
        attach(driver, copy)
        return look_through(driver, "kopi")


def attach(driver: Any, copy: Path) -> None:
    """Open a closed file beside the main one as ``kopi``, with the same key, read-only."""
    driver.execute("ATTACH DATABASE ? AS kopi", (f"{copy.absolute().as_uri()}?mode=ro",))


def look_through(driver: Any, file: str) -> VerifyReport:
    """Look one file of a connection through, by its schema name."""
    faults = tuple(_faults(driver, file))
    if faults:
        return VerifyReport(0, {}, b"", None, faults)
    schema, last, at = glance(driver, file)
    return VerifyReport(schema, _counts(driver, file), last, at, ())


def glance(driver: Any, file: str) -> tuple[int, bytes, datetime | None]:
    """Give schema number, newest journal step and its moment, without looking through."""
    schema = int(driver.execute(f"PRAGMA {file}.user_version").fetchone()[0])
    if "journal_step" not in _tables(driver, file):
        return schema, b"", None
    marks = ", ".join("?" for _ in COPY_LABELS)
    newest = driver.execute(
        f"SELECT id, at FROM {file}.journal_step "  # noqa: S608 - no outside words
        f"WHERE NOT (kind = 'act' AND label IN ({marks})) ORDER BY id DESC LIMIT 1",
        COPY_LABELS,
    ).fetchone()
    if newest is None:
        return schema, b"", None
    return schema, bytes(newest[0]), EPOCH + timedelta(microseconds=newest[1])


def stored_id(driver: Any, file: str) -> str:
    """Give the id that the database shares with its key file, "" where it has none yet."""
    if "team_setting" not in _tables(driver, file):
        return ""
    row = driver.execute(
        f"SELECT value FROM {file}.team_setting WHERE id = 'database_id'"  # noqa: S608 - no outside words
    ).fetchone()
    return "" if row is None else str(json.loads(row[0]))


def count_missing(here: Iterable[bytes], there: Iterable[bytes]) -> int:
    """Count what is here and not there; both in rising order."""
    others = iter(there)
    other = next(others, None)
    missing = 0
    for one in here:
        while other is not None and other < one:
            other = next(others, None)
        missing += other != one
    return missing


def steps(driver: Any) -> Iterator[bytes]:
    """Give the keys of all journal steps but copies' receipts, in rising order."""
    if "journal_step" not in _tables(driver, "main"):
        return
    marks = ", ".join("?" for _ in COPY_LABELS)
    for row in driver.execute(
        f"SELECT id FROM journal_step WHERE NOT (kind = 'act' AND label IN ({marks})) "  # noqa: S608 - no outside words
        "ORDER BY id",
        COPY_LABELS,
    ):
        yield bytes(row[0])


def _look_once(driver: Any) -> VerifyReport:
    busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise PlanError(SENTENCES["SQLITE_BUSY"], details="wal_checkpoint")
    driver.execute("BEGIN")
    try:
        return look_through(driver, "main")
    finally:
        driver.execute("ROLLBACK")


def _faults(driver: Any, file: str) -> Iterator[str]:
    try:
        driver.execute(f"SELECT count(*) FROM {file}.sqlite_master").fetchone()  # noqa: S608 - no outside words
        pages = driver.execute(f"PRAGMA {file}.cipher_integrity_check").fetchall()
        if pages:
            yield f"cipher_integrity_check: {len(pages)}"
        found = driver.execute(f"PRAGMA {file}.integrity_check").fetchall()
        if [tuple(row) for row in found] != [("ok",)]:
            yield f"integrity_check: {len(found)}"
        loose = driver.execute(f"PRAGMA {file}.foreign_key_check").fetchall()
        if loose:
            yield f"foreign_key_check: {len(loose)}"
        yield from _missing_tables(driver, file)
    except dbapi2.DatabaseError as fault:
        name = getattr(fault, "sqlite_errorname", "") or ""
        if not any(name.startswith(broken) for broken in _BROKEN):
            raise
        yield name


def _missing_tables(driver: Any, file: str) -> Iterator[str]:
    """Tell which tables are gone from a file of today's schema."""
    schema = int(driver.execute(f"PRAGMA {file}.user_version").fetchone()[0])
    if schema == SCHEMA:
        gone = set(Base.metadata.tables) - set(_tables(driver, file))
        yield from (f"table missing: {table}" for table in sorted(gone))


def _tables(driver: Any, file: str) -> list[str]:
    rows = driver.execute(
        f"SELECT name FROM {file}.sqlite_master WHERE type = 'table' "  # noqa: S608 - no outside words
        "AND name NOT LIKE 'sqlite~_%' ESCAPE '~' "
        "AND name NOT LIKE 'search~_words%' ESCAPE '~' ORDER BY name"
    )
    return [row[0] for row in rows]


def _counts(driver: Any, file: str) -> dict[str, int]:
    return {
        table: int(driver.execute(f'SELECT count(*) FROM {file}."{table}"').fetchone()[0])  # noqa: S608 - names from the file itself
        for table in _tables(driver, file)
    }
