"""Backups as a person meets them: make one, look one over, go back to one.

A receipt in the journal says that it was done and when, and never where the file lies: a path
can hold a person's name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bostoette.models.plan_error import PlanError
from bostoette.models.right import Right
from bostoette.services.desk import Desk
from bostoette.services.program_file import OpenFile
from bostoette.services.team_rights import refuse_unless
from bostoette.store import restoring
from bostoette.store.backup import (
    MadeBackup,
    copies_folder,
    free_name,
    keep_as_it_is,
    read_info,
    write_backup,
)
from bostoette.store.backup_box import BackupInfo, Reason
from bostoette.store.copies import DailyCopy, list_copies, make_daily_copy
from bostoette.store.database import Database
from bostoette.store.file_lock import FileLock
from bostoette.store.inspection import COPY_LABELS, VerifyReport, counted, verify_database
from bostoette.store.journal import act
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.places import Places, make_folder
from bostoette.store.restoring import OpenedBackup, Unlock
from bostoette.store.schema import migrate, stored_schema
from bostoette.store.schema_number import SCHEMA

_DAILY_LABEL, _BACKUP_LABEL = COPY_LABELS

__all__ = [
    "RestorePreview",
    "Restored",
    "copies",
    "daily_copy",
    "finish_restore",
    "make_backup",
    "preview_restore",
    "read_info",
    "restore",
    "restore_unopened",
    "verify_backup",
    "verify_open",
]

finish_restore = restoring.finish_restore


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What going back to a backup would mean; nothing has happened yet."""

    backup: BackupInfo
    backup_counts: Mapping[str, int]
    present_counts: Mapping[str, int] | None
    """Rows per table now; None where the present file is damaged or not open."""
    last_change: datetime | None
    """When the present file was last changed, in UTC."""
    lost_steps: int | None
    """How many steps of the journal would go; None where that cannot be known."""
    same_data: bool
    """The backup is of the data that are here now, and not of others."""
    same_slots: bool
    """The same passphrases and recovery key open both."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say it in Danish, for the question before it is done."""
        said = [f"Kopien er fra {self.backup.made} og rummer {counted(self.backup_counts)}."]
        if self.present_counts is not None:
            said.append(f"Nu er der {counted(self.present_counts)}.")
        if self.lost_steps is None:
            said.append("Det kan ikke ses, hvad der er sket siden kopien.")
        elif self.lost_steps == 0:
            said.append("Der er ikke ændret noget siden kopien.")
        else:
            steps = "Ét trin" if self.lost_steps == 1 else f"{self.lost_steps} trin"
            said.append(f"{steps} i loggen, som ikke er i kopien, forsvinder fra programmet.")
        if not self.same_data:
            said.append("Kopien er af andre data end dem, der ligger her nu.")
        if not self.same_slots:
            said.append("Bagefter gælder de adgangssætninger, der gjaldt, da kopien blev lavet.")
        said.append("Det, der er her nu, bliver først gemt som en kopi for sig.")
        return tuple(said)


@dataclass(frozen=True, slots=True)
class Restored:
    """The backup is in place and closed; open it with ``program_file.open_file``."""

    unlocked: Unlocked
    backup: BackupInfo
    kept: Path | None
    """Where the files that were there are kept; None where there were none."""


def make_backup(open_file: OpenFile, target: Path, now: Callable[[], datetime]) -> MadeBackup:
    """Make a verified backup where the person wants it.

    A reader beside an open window may do so too, and then writes no receipt.

    Raises PlanError; the data are untouched then, and no half backup is left.
    """
    moment = now()
    made = write_backup(open_file.places, open_file.database, target, moment)
    if open_file.lock is not None:
        open_file.desk.do(_note_copy, _BACKUP_LABEL, made.info)
    return made


def daily_copy(open_file: OpenFile, now: Callable[[], datetime]) -> DailyCopy:
    """Make the day's copy if something changed, and let go of copies that are too many.

    Raises PlanError where it failed, to be told quietly; data and older copies are untouched.
    """
    made = make_daily_copy(open_file.places, open_file.database, now())
    if made.made is not None:
        open_file.desk.do(_note_copy, _DAILY_LABEL, read_info(made.made))
    return made


def copies(places: Places) -> tuple[tuple[Path, BackupInfo], ...]:
    """List the automatic copies to choose from, newest first."""
    return tuple((copy.path, copy.info) for copy in list_copies(places))


def verify_open(open_file: OpenFile) -> VerifyReport:
    """Look the open file through: opens, is whole, counts its rows."""
    return verify_database(open_file.database)


def verify_backup(places: Places, backup: Path, unlock: Unlock) -> VerifyReport:
    """Look a backup through with its own key, and leave no trace of it."""
    with restoring.opened_backup(places, backup, unlock) as opened:
        return opened.report


def preview_restore(
    places: Places, open_file: OpenFile | None, backup: Path, unlock: Unlock
) -> RestorePreview:
    """Say what going back would mean; ``open_file`` is None where the data cannot be opened.

    Raises PlanError with its own sentence for a missing, foreign, damaged, newer or locked
    backup; the present data are untouched.
    """
    with restoring.opened_backup(places, backup, unlock) as opened:
        present = None if open_file is None else verify_open(open_file)
        readable = open_file is not None and present is not None and present.sound
        lost = None
        if open_file is not None and readable:
            lost = restoring.lost_steps(open_file.database, opened.database)
        here = _key_file_here(places)
        return RestorePreview(
            backup=opened.info,
            backup_counts=opened.report.counts,
            present_counts=present.counts if present is not None and readable else None,
            last_change=None if present is None else present.last_change,
            lost_steps=lost,
            same_data=here is None or here.database_id == opened.key_file.database_id,
            same_slots=here is None or here == opened.key_file,
        )


def restore(
    open_file: OpenFile, backup: Path, unlock: Unlock, now: Callable[[], datetime]
) -> Restored:
    """Go back to a backup; the present file is kept as a copy first, and closed.

    Asking the person belongs before this (`preview_restore`). Once it returns, the new file
    lies in place, closed, and the lock is free; the same where it fails after the present file
    was closed, with the old file in place.

    Raises PlanError; the data that were there are untouched, unless it says otherwise.
    """
    if open_file.lock is None:
        raise PlanError(
            "Data er åbnet for at læse og kan ikke gendannes herfra. Intet er ændret. "
            "Luk de andre vinduer med programmet, og prøv igen."
        )
    places, moment = open_file.places, now()
    if not places.is_example:  # nothing in it is anybody's work
        open_file.desk.read(refuse_unless, open_file.desk.actor_id, Right.RESTORE)
    with restoring.staged_backup(places, backup, unlock) as opened:
        _note_restored(opened, now, open_file.desk.actor_id)
        kept = _keep(places, open_file.database, moment)
        open_file.database.close()
    try:
        restoring.put_in_place(places)
    finally:
        open_file.close()
    return Restored(opened.unlocked, opened.info, kept)


def restore_unopened(
    places: Places, backup: Path, unlock: Unlock, now: Callable[[], datetime]
) -> Restored:
    """Go back to a backup where the present files are damaged, locked for good, or missing.

    They are kept byte by byte first. Raises PlanError; what was there is untouched then.
    """
    moment = now()
    make_folder(places.folder, parents=True)
    with FileLock.take(places.database):
        with restoring.staged_backup(places, backup, unlock) as opened:
            _note_restored(opened, now, b"")
            kept = _keep(places, None, moment)
        restoring.put_in_place(places)
    return Restored(opened.unlocked, opened.info, kept)


def _keep(places: Places, database: Database | None, moment: datetime) -> Path | None:
    """Keep what is there as a copy of its own: opened and verified, or else byte by byte."""
    if not places.database.exists() and not places.key_file.exists():
        return None
    target = free_name(copies_folder(places), moment)
    if database is None:
        keep_as_it_is(places, target, moment)
    else:
        write_backup(places, database, target, moment, Reason.BEFORE_RESTORE)
    return target


def _note_restored(opened: OpenedBackup, now: Callable[[], datetime], actor_id: bytes) -> None:
    """Bring the staged file to today's schema and write the act into its own journal."""
    if stored_schema(opened.database.reader) != SCHEMA:
        migrate(opened.database.writer)
    worker = opened.unlocked.slot.worker
    actor = bytes.fromhex(worker) if worker else actor_id
    Desk(opened.database, actor, now).do(_act_restored, opened.info)


def _act_restored(session: Session, info: BackupInfo) -> None:
    act(session, "Gendannet fra kopi", copy_from=info.moment.isoformat(), schema=info.schema)


def _note_copy(session: Session, label: str, info: BackupInfo) -> None:
    act(session, label, made=info.moment.isoformat(), schema=info.schema)


def _key_file_here(places: Places) -> KeyFile | None:
    try:
        return KeyFile.load(places.key_file)
    except PlanError:
        return None
