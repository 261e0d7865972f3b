"""Making backups: one verified file with data and key slots, while the program works on.

The copy is taken by the database itself from one moment's snapshot (`VACUUM INTO`, which gives
the copy the same key and the same row numbers), packed, taken out again, opened and looked
through. Only then does it take its name; whatever fails, an older backup of that name stands.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bostoette.models.plan_error import PlanError
from bostoette.store.backup_box import (
    SUFFIX,
    BackupInfo,
    Reason,
    checksum,
    danish_time,
    is_box,
    pack,
    read_info,
    read_key_file,
    unpack_database,
)
from bostoette.store.database import Database
from bostoette.store.inspection import (
    VerifyReport,
    attach,
    glance,
    own_connection,
    stored_id,
    verify_beside,
)
from bostoette.store.key_file import KeyFile
from bostoette.store.places import Places
from bostoette.store.shared_rights import follow_folder, make_inside, working_folder

WORK_PREFIX = ".bostoette-kopi-"
_LEFT_SECONDS = 24 * 60 * 60
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_PLACE = frozenset({errno.ENOENT, errno.ENOTDIR})

__all__ = [
    "SUFFIX",
    "BackupInfo",
    "BackupNotMade",
    "MadeBackup",
    "Reason",
    "copy_before_migration",
    "keep_as_it_is",
    "read_info",
    "write_backup",
]


class BackupNotMade(PlanError):
    """The backup could not be written or did not verify; nothing half is left."""

    def __init__(self, why: str, *, details: str = "") -> None:
        super().__init__(
            f"{why} Kopien blev ikke lavet, og dine data er urørte. "
            "Vælg en anden mappe eller et andet drev, og prøv igen.",
            details=details,
        )


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A backup that was written and verified."""

    path: Path
    info: BackupInfo
    report: VerifyReport


def write_backup(
    places: Places,
    database: Database,
    target: Path,
    moment: datetime,
    reason: Reason = Reason.BY_HAND,
) -> MadeBackup:
    """Write a verified backup of the open file; a reader may do so beside an open window.

    Needs twice the database's size in the target's folder for a while.

    Raises:
        BackupNotMade: the place cannot take it, or it did not verify; nothing is left of it.
        KeyFileMissing, KeyFileDamaged, PlanError: what should be copied cannot be read.

    """
    _refuse_precious(places, target)
    key_file = KeyFile.load(places.key_file)
    slots = key_file.to_bytes()
    with _working_beside(target, moment) as work:
        copy, box = work / "kopi.db", work / f"kopi{SUFFIX}"
        schema, last_step = _copy(database, copy, key_file.database_id)
        info = BackupInfo(
            moment,
            schema,
            reason,
            last_step.hex(),
            hashlib.sha256(slots).hexdigest(),
            checksum(copy),
        )
        pack(box, info, slots, copy, None)
        copy.unlink()
        report = _verified(database, box, slots, work / "prove.db")
        _put_in_place(box, target)
    return MadeBackup(target, info, report)


def copy_before_migration(places: Places, database: Database, moment: datetime) -> Path:
    """Copy the file before its schema changes; return where the copy lies.

    Raises:
        PlanError: no copy could be made, so the file must not be changed.

    """
    target = free_name(copies_folder(places), moment)
    return write_backup(places, database, target, moment, Reason.BEFORE_MIGRATION).path


def keep_as_it_is(places: Places, target: Path, moment: datetime) -> None:
    """Keep files that cannot be opened, byte by byte, so that nothing is ever thrown away.

    The files must not be open. Raises BackupNotMade.
    """
    wal = places.database.with_name(f"{places.database.name}-wal")
    with _working_beside(target, moment) as work:
        key_file = places.key_file.read_bytes() if places.key_file.exists() else b""
        info = BackupInfo(
            moment,
            0,
            Reason.AS_IT_WAS,
            "",
            hashlib.sha256(key_file).hexdigest(),
            checksum(places.database) if places.database.exists() else "",
            checksum(wal) if wal.exists() else "",
        )
        box = work / f"kopi{SUFFIX}"
        pack(box, info, key_file, places.database, wal)
        _put_in_place(box, target)


def copies_folder(places: Places) -> Path:
    """Give the folder of the automatic copies, made where it is missing."""
    try:
        make_inside(places.copies, exist_ok=True)
        follow_folder(places.copies)
    except OSError as error:
        raise not_made(error) from error
    return places.copies


def free_name(folder: Path, moment: datetime) -> Path:
    """Give an unused file name of date and local time alone: ``2026-11-23-08.15.07``."""
    name = danish_time(moment).strftime("%Y-%m-%d-%H.%M.%S")
    candidate, number = folder / f"{name}{SUFFIX}", 2
    while candidate.exists():
        candidate, number = folder / f"{name}-{number}{SUFFIX}", number + 1
    return candidate


def not_made(error: OSError) -> BackupNotMade:
    """Say what stopped a copy."""
    details = errno.errorcode.get(error.errno or 0, "OSError")
    if error.errno in _FULL:
        return BackupNotMade("Der er ikke plads til kopien.", details=details)
    if error.errno in _FORBIDDEN:
        return BackupNotMade("Programmet må ikke skrive kopien dér.", details=details)
    if error.errno in _NO_PLACE:
        return BackupNotMade("Mappen til kopien findes ikke.", details=details)
    return BackupNotMade("Disken svarede med en fejl.", details=details)


def _refuse_precious(places: Places, target: Path) -> None:
    """Refuse to write over the data themselves, or over anything but an older backup."""
    if not target.exists():
        return
    precious = (places.database, places.key_file)
    if target.is_dir() or any(one.exists() and one.samefile(target) for one in precious):
        raise BackupNotMade("Dér ligger allerede noget andet.")
    if not is_box(target):
        raise BackupNotMade("Dér ligger allerede en fil, som ikke er en kopi.")


@contextmanager
def _working_beside(target: Path, moment: datetime) -> Iterator[Path]:
    """Lend a folder of one's own beside the target; nothing of it is left.

    What a killed program left there (encrypted, as everything) goes a day later.
    """
    clean_up(target.parent, moment)
    try:
        with working_folder(target.parent, WORK_PREFIX) as work:
            yield work
    except OSError as error:
        raise not_made(error) from error


def clean_up(folder: Path, moment: datetime) -> None:
    """Remove the working folders that a killed program left there more than a day ago."""
    for left in folder.glob(f"{WORK_PREFIX}*"):
        with suppress(OSError):
            if moment.timestamp() - left.stat().st_mtime > _LEFT_SECONDS:
                shutil.rmtree(left)


def _copy(database: Database, copy: Path, database_id: str) -> tuple[int, bytes]:
    """Copy one moment's snapshot under the same key; give its schema and newest step."""
    try:
        with own_connection(database) as driver:
            driver.execute("VACUUM INTO ?", (str(copy.absolute()),))
            attach(driver, copy)
            schema, last_step, _at = glance(driver, "kopi")
            own_id = stored_id(driver, "kopi")
    except PlanError as fault:
        if fault.details == "SQLITE_FULL":
            raise BackupNotMade("Der er ikke plads til kopien.", details=fault.details) from fault
        if fault.details.startswith("SQLITE_IOERR"):
            raise BackupNotMade("Disken svarede med en fejl.", details=fault.details) from fault
        raise
    if own_id not in {"", database_id}:
        raise BackupNotMade("Nøglefilen ved siden af hører ikke til dine data.")
    return schema, last_step


def _verified(database: Database, box: Path, key_file: bytes, proof: Path) -> VerifyReport:
    unpack_database(box, proof)
    report = verify_beside(database, proof)
    proof.unlink()
    if not report.sound or read_key_file(box) != key_file:
        raise BackupNotMade(
            "Kopien kunne ikke læses rigtigt igen, da den blev efterprøvet.",
            details=", ".join(report.faults),
        )
    return report


def _put_in_place(box: Path, target: Path) -> None:
    box.replace(target)
    follow_folder(target)
    with suppress(OSError):  # Windows opens no folders
        handle = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
