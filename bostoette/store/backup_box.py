"""A backup is one file: a date that anybody may read, the key slots, and the encrypted database.

The file is a plain ZIP without compression, so that a person without this program can take the
encrypted parts out of it; what lies in them needs the passphrase or the recovery key. Checksums
tell damage apart from a wrong passphrase.
"""

import hashlib
import json
import os
import shutil
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from bostoette.models.plan_error import PlanError
from bostoette.models.wording import clock, long_day
from bostoette.store.regular_file import open_regular

SUFFIX = ".bostoette"
FORMAT = 1
HEADER = "bostoette-kopi.json"
KEY_FILE = "bostoette.key"
DATABASE = "bostoette.db"
WAL = "bostoette.db-wal"
_PARTS = frozenset({HEADER, KEY_FILE, DATABASE, WAL})
_HEAD = b"PK\x03\x04"
_NAME_AT = 30  # bytes before the first member's name
_MOST_HEADER = 1 << 16
_MOST_KEY = 1 << 20
_PIECE = 1 << 20
_UNREADABLE = (
    zipfile.BadZipFile,
    NotImplementedError,  # a kind of compression or encryption that we never write
    RuntimeError,  # an encrypted member
    EOFError,
    ValueError,
    KeyError,
    TypeError,
    OverflowError,
    struct.error,
)


class Reason(StrEnum):
    """Why a copy was made."""

    BY_HAND = "by_hand"
    DAILY = "daily"
    BEFORE_MIGRATION = "before_migration"
    BEFORE_RESTORE = "before_restore"
    AS_IT_WAS = "as_it_was"
    """Files kept byte by byte because they could not be opened; never checked."""


class BackupMissing(PlanError):
    """There is no such file, or it cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            "Kopien kan ikke læses, eller den findes ikke. Dine data er urørte. "
            "Se efter, om drevet er sat i, eller vælg en anden kopi."
        )


class BackupNotOurs(PlanError):
    """The file is something else than a backup of this program."""

    def __init__(self) -> None:
        super().__init__(
            "Filen er ikke en kopi fra dette program. Dine data er urørte. "
            "Vælg en fil, der ender på .bostoette."
        )


class BackupDamaged(PlanError):
    """The file was a backup, but no longer agrees with its checksums."""

    def __init__(self, *, details: str = "") -> None:
        super().__init__(
            "Kopien er beskadiget og kan ikke bruges. Dine data er urørte. Vælg en anden kopi.",
            details=details,
        )


class BackupTooNew(PlanError):
    """The backup was written by a newer program."""

    def __init__(self) -> None:
        super().__init__(
            "Kopien er lavet af en nyere udgave af programmet. Dine data er urørte. "
            "Installér den nyeste udgave, og prøv igen."
        )


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """What a backup shows without a key."""

    moment: datetime
    """When it was made, in UTC."""
    schema: int
    reason: Reason
    last_step: str
    """The newest step of its journal in hex, "" where there is none."""
    key_checksum: str
    database_checksum: str
    wal_checksum: str = ""

    @property
    def made(self) -> str:
        """Say when it was made, in local time: ``torsdag 26. november 2026 kl. 8.15``."""
        local = danish_time(self.moment)
        minutes = local.hour * 60 + local.minute
        return f"{long_day(local.date())} kl. {clock(minutes)}"

    def to_plain(self) -> dict[str, Any]:
        """Give the header as it stands in the file."""
        return {
            "program": "bostoette",
            "content": "backup",
            "format": FORMAT,
            "moment": self.moment.astimezone(UTC).isoformat(),
            "schema": self.schema,
            "reason": str(self.reason),
            "last_step": self.last_step,
            "key_checksum": self.key_checksum,
            "database_checksum": self.database_checksum,
            "wal_checksum": self.wal_checksum,
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "BackupInfo":
        """Read the header; KeyError, TypeError or ValueError where it is none."""
        moment = datetime.fromisoformat(plain["moment"])
        if moment.tzinfo is None:
            raise ValueError("a moment without a zone")
        return cls(
            moment,
            int(plain["schema"]),
            Reason(plain["reason"]),
            str(plain["last_step"]),
            str(plain["key_checksum"]),
            str(plain["database_checksum"]),
            str(plain["wal_checksum"]),
        )


def danish_time(moment: datetime) -> datetime:
    """Give a moment in Danish local time."""
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo("Europe/Copenhagen"))


def checksum(path: Path) -> str:
    """Give a file's SHA-256 in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pack(box: Path, info: BackupInfo, key_file: bytes, database: Path, wal: Path | None) -> None:
    """Write the parts to a new file, down to the disk; an empty part is left out.

    Raises:
        OSError: it could not be written.

    """
    with zipfile.ZipFile(box, "x", zipfile.ZIP_STORED) as archive:
        archive.writestr(_member(HEADER, info), json.dumps(info.to_plain(), indent=1))
        if key_file:
            archive.writestr(_member(KEY_FILE, info), key_file)
        for name, path in ((DATABASE, database), (WAL, wal)):
            if path is None or not path.exists():
                continue
            with (
                path.open("rb") as source,
                archive.open(_member(name, info), "w", force_zip64=True) as target,
            ):
                shutil.copyfileobj(source, target, _PIECE)
    with box.open("r+b") as file:
        os.fsync(file.fileno())


def read_info(box: Path) -> BackupInfo:
    """Read what a backup shows without a key.

    Raises:
        BackupMissing, BackupNotOurs, BackupDamaged, BackupTooNew: each with its own sentence.

    """
    with _opened(box) as archive:
        return _info(archive)


def read_key_file(box: Path) -> bytes:
    """Read the bytes of the backup's key file, checked; errors as ``read_info``."""
    with _opened(box) as archive:
        info = _info(archive)
        raw = _read(archive, KEY_FILE, _MOST_KEY)
        if hashlib.sha256(raw).hexdigest() != info.key_checksum:
            raise BackupDamaged(details="key file")
        return raw


def unpack_database(box: Path, target: Path) -> None:
    """Take the encrypted database out to a new file, checked, down to the disk.

    Raises:
        OSError: the new file could not be written.
        BackupMissing, BackupNotOurs, BackupDamaged, BackupTooNew: as ``read_info``.

    """
    with _opened(box) as archive:
        _unpack(archive, DATABASE, _info(archive).database_checksum, target)


def unpack_wal(box: Path, target: Path) -> None:
    """Take out the database's log, where files were kept as they were; errors as the database."""
    with _opened(box) as archive:
        expected = _info(archive).wal_checksum
        if expected:
            _unpack(archive, WAL, expected, target)


def is_box(path: Path) -> bool:
    """Say whether a file begins as a backup does."""
    try:
        with open_regular(path) as file:
            head = file.read(_NAME_AT + len(HEADER))
    except OSError as error:
        raise BackupMissing from error
    return head.startswith(_HEAD) and head[_NAME_AT:] == HEADER.encode()


def _member(name: str, info: BackupInfo) -> zipfile.ZipInfo:
    moment = info.moment.astimezone(UTC)
    return zipfile.ZipInfo(name, date_time=moment.timetuple()[:6])


def _unpack(archive: zipfile.ZipFile, name: str, expected: str, target: Path) -> None:
    with archive.open(name) as source, target.open("xb") as file:
        digest = _copied(source, file)
        file.flush()
        os.fsync(file.fileno())
    if digest != expected:
        raise BackupDamaged(details=name)


def _copied(source: IO[bytes], target: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while piece := source.read(_PIECE):
        digest.update(piece)
        target.write(piece)
    return digest.hexdigest()


@contextmanager
def _opened(box: Path) -> Iterator[zipfile.ZipFile]:
    """Open the archive; whatever is wrong inside it leaves as one of the sentences."""
    if not is_box(box):
        raise BackupNotOurs
    try:
        with zipfile.ZipFile(box) as archive:
            _check_members(archive)
            yield archive
    except _UNREADABLE as error:
        raise BackupDamaged(details=type(error).__name__) from error


def _check_members(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = [member.filename for member in members]
    plain = all(member.compress_type == zipfile.ZIP_STORED for member in members)
    if len(set(names)) != len(names) or not _PARTS.issuperset(names) or not plain:
        raise zipfile.BadZipFile


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    with archive.open(name) as member:
        raw = member.read(most + 1)
    if len(raw) > most:
        raise zipfile.BadZipFile
    return raw


def _info(archive: zipfile.ZipFile) -> BackupInfo:
    plain = json.loads(_read(archive, HEADER, _MOST_HEADER))
    if plain["program"] != "bostoette" or plain["content"] != "backup":
        raise zipfile.BadZipFile
    if plain["format"] != FORMAT:
        raise BackupTooNew
    return BackupInfo.from_plain(plain)
