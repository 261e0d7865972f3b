"""Putting a backup in place of the present files, so that a kill leaves the old or the new whole.

Two files change, database and key file, and no system replaces two at once. So the new ones are
made ready in a folder beside them (`gendannelse`), and a small marker (`klar`) is put there last:

- no marker: the present files hold, and the folder is thrown away;
- marker: the new files hold, and what is not yet moved is moved, now or at the next start.

`finish_restore` does either and must run before the files are opened. All of it happens under
the writer's lock. The files that were there are kept as a copy beforehand.
"""

import errno
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bostoette.models.plan_error import PlanError
from bostoette.store.atomic_file import write_atomically
from bostoette.store.backup import WORK_PREFIX
from bostoette.store.backup_box import (
    BackupDamaged,
    BackupInfo,
    BackupTooNew,
    read_info,
    read_key_file,
    unpack_database,
    unpack_wal,
)
from bostoette.store.cipher import MissingDatabase, PlaintextDatabase
from bostoette.store.database import Database, open_database
from bostoette.store.file_lock import FileLock
from bostoette.store.inspection import (
    VerifyReport,
    count_missing,
    own_connection,
    steps,
    verify_database,
)
from bostoette.store.key_errors import (
    KeyFileAltered,
    KeyFileDamaged,
    KeyFileNotOurs,
    KeyFileTooNew,
    WrongPassphrase,
    WrongRecoveryKey,
)
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.places import Places, unusable
from bostoette.store.schema_number import SCHEMA
from bostoette.store.shared_rights import follow_folder, make_inside
from bostoette.store.unfinished import STAGING

READY = "klar"

Unlock = Callable[[KeyFile], Unlocked]
"""Opens the backup's own key file: ``lambda key_file: key_file.unlock_with_passphrase(typed)``."""


class BackupLocked(PlanError):
    """The passphrase or recovery key is not the one of the backup's time."""

    def __init__(self, made: str) -> None:
        super().__init__(
            f"Kopien fra {made} kunne ikke låses op. Dine data er urørte. Brug den "
            "adgangssætning, der gjaldt dengang, eller den gendannelsesnøgle, der hørte til."
        )


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A backup taken out and opened; the file is a throw-away until it is put in place."""

    info: BackupInfo
    unlocked: Unlocked
    key_file: KeyFile = field(repr=False)
    database: Database
    report: VerifyReport


@contextmanager
def opened_backup(places: Places, backup: Path, unlock: Unlock) -> Iterator[OpenedBackup]:
    """Take a backup out beside the data, open it and look it through; nothing of it is left.

    Raises:
        BackupMissing, BackupNotOurs, BackupDamaged, BackupTooNew, BackupLocked,
        PlanError: each its own sentence, the present data untouched.

    """
    try:
        with (
            tempfile.TemporaryDirectory(
                prefix=WORK_PREFIX, dir=places.folder, ignore_cleanup_errors=True
            ) as folder,
            _opened(backup, unlock, Path(folder)) as opened,
        ):
            yield opened
    except OSError as error:
        raise unusable(error) from error


@contextmanager
def staged_backup(places: Places, backup: Path, unlock: Unlock) -> Iterator[OpenedBackup]:
    """Take a backup out into the staging folder, under the lock; ``put_in_place`` follows.

    Whatever stops inside leaves the present files as they are.
    """
    staging = places.folder / STAGING
    _settle(places)
    try:
        make_inside(staging)
        follow_folder(staging)
        with _opened(backup, unlock, staging) as opened:
            opened.key_file.save(staging / places.key_file.name)
            yield opened
    except BaseException as error:
        shutil.rmtree(staging, ignore_errors=True)
        if isinstance(error, OSError):
            raise unusable(error) from error
        raise


def put_in_place(places: Places) -> None:
    """Let the staged files take the place of the present ones; neither may be open.

    Raises:
        PlanError: they could not; either nothing changed, or the next start finishes it.

    """
    staging = places.folder / STAGING
    try:
        _check_whole(staging / places.database.name)
        write_atomically(staging / READY, b"1\n")
    except OSError as error:
        shutil.rmtree(staging, ignore_errors=True)
        raise unusable(error) from error
    try:
        _move_database(places)
    except OSError as error:
        if not (staging / places.database.name).exists():  # moved: only forwards from here
            raise _unfinished(error) from error
        (staging / READY).unlink(missing_ok=True)
        shutil.rmtree(staging, ignore_errors=True)
        raise PlanError(
            "Filen med dine data er i brug, så kopien kunne ikke lægges på plads. Intet er "
            "ændret. Luk alle vinduer med programmet, og prøv igen.",
            details=type(error).__name__,
        ) from error
    _settle(places)


def finish_restore(places: Places) -> bool:
    """Finish a restore that was cut off, before the files are opened; tell whether there was one.

    Raises:
        AlreadyOpen: another program is at it.
        PlanError: the disk did not let it; the next start tries again.

    """
    if not (places.folder / STAGING).exists():
        return False
    with FileLock.take(places.database):
        return _settle(places)


def lost_steps(present: Database, backup: Database) -> int:
    """Count the journal steps of the present file that the backup has not."""
    with own_connection(present) as here, own_connection(backup) as there:
        return count_missing(steps(here), steps(there))


def _settle(places: Places) -> bool:
    """Bring what is staged to an end: forwards with the marker, backwards without."""
    staging = places.folder / STAGING
    if not staging.exists():
        return False
    ready = (staging / READY).exists()
    try:
        if ready:
            _move_database(places)
            _move_key_file(places)
            (staging / READY).unlink()
        shutil.rmtree(staging)
    except OSError as error:
        raise _unfinished(error) from error
    return ready


def _unfinished(error: OSError) -> PlanError:
    return PlanError(
        "Gendannelsen er ikke lagt helt på plads endnu. Intet er tabt. Luk programmet, og "
        "åbn det igen, så gør det arbejdet færdigt.",
        details=type(error).__name__,
    )


def _check_whole(database: Path) -> None:
    """Refuse a staged file whose log was not written out; the log would be left behind."""
    if database.with_name(f"{database.name}-wal").exists():
        raise OSError(errno.EIO, "log not written out")


def _move_database(places: Places) -> None:
    """Move the database first; the old one's log and index must never meet the new file."""
    fresh = places.folder / STAGING / places.database.name
    if fresh.exists():
        fresh.replace(places.database)
        follow_folder(places.database)
    for ending in ("-wal", "-shm"):
        old = places.database.with_name(f"{places.database.name}{ending}")
        with suppress(FileNotFoundError):
            old.unlink()


def _move_key_file(places: Places) -> None:
    fresh = places.folder / STAGING / places.key_file.name
    if fresh.exists():
        fresh.replace(places.key_file)


@contextmanager
def _opened(backup: Path, unlock: Unlock, folder: Path) -> Iterator[OpenedBackup]:
    info = read_info(backup)
    if info.schema > SCHEMA:
        raise BackupTooNew
    key_file, unlocked = _unlocked(backup, info, unlock)
    path = folder / "bostoette.db"
    unpack_database(backup, path)
    unpack_wal(backup, path.with_name(f"{path.name}-wal"))
    database = _database(path, unlocked.data_key)
    try:
        report = verify_database(database)
        if not report.sound:
            raise BackupDamaged(details=", ".join(report.faults))
        if report.schema > SCHEMA:
            raise BackupTooNew
        yield OpenedBackup(info, unlocked, key_file, database, report)
    finally:
        database.close()


def _unlocked(backup: Path, info: BackupInfo, unlock: Unlock) -> tuple[KeyFile, Unlocked]:
    try:
        key_file = KeyFile.from_bytes(read_key_file(backup))
        return key_file, unlock(key_file)
    except (WrongPassphrase, WrongRecoveryKey) as error:
        raise BackupLocked(info.made) from error
    except KeyFileTooNew as error:
        raise BackupTooNew from error
    except (KeyFileDamaged, KeyFileNotOurs, KeyFileAltered) as error:
        raise BackupDamaged(details=type(error).__name__) from error


def _database(path: Path, data_key: bytes) -> Database:
    """Open the backup's database; the key slots fit, so what does not open is damaged."""
    try:
        return open_database(path, data_key)
    except (MissingDatabase, PlaintextDatabase) as error:
        raise BackupDamaged(details=type(error).__name__) from error
    except PlanError as error:
        if error.details.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
            raise BackupDamaged(details=error.details) from error
        raise
