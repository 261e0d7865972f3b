"""The automatic copies: what lies in their folder, which may go, and whether a new one is due."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bostoette.models.plan_error import PlanError
from bostoette.store.backup import clean_up, copies_folder, free_name, not_made, write_backup
from bostoette.store.backup_box import SUFFIX, BackupInfo, Reason, checksum, read_info
from bostoette.store.database import Database
from bostoette.store.inspection import glance, own_connection
from bostoette.store.places import Places

MOST_COPIES = 14
FEWEST_COPIES = 3
DISK_SHARE = 10
"""Copies take at most one part in so many of the disk that would be free without them."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One automatic copy."""

    path: Path
    info: BackupInfo
    size: int
    """Bytes."""

    @property
    def moment(self) -> datetime:
        """When it was made, in UTC."""
        return self.info.moment

    @property
    def age(self) -> tuple[str, datetime]:
        """What copies sort by: the journal's newest step first, as clocks are set back."""
        return self.info.last_step, self.info.moment


@dataclass(frozen=True, slots=True)
class DailyCopy:
    """What the daily copy came to: a new file, or None as nothing had changed."""

    made: Path | None
    removed: int
    """How many old copies went."""


def surplus(copies: Sequence[Copy], free_bytes: int) -> tuple[Copy, ...]:
    """Decide which copies go, oldest first; ``free_bytes`` is what is free beside them.

    The newest 14 stay, fewer where they would take more than a tenth of the disk that would be
    free without copies, but never fewer than 3.
    """
    newest_first = sorted(copies, key=lambda copy: copy.age, reverse=True)
    room = (free_bytes + sum(copy.size for copy in copies)) // DISK_SHARE
    kept = min(MOST_COPIES, len(newest_first))
    while kept > FEWEST_COPIES and sum(copy.size for copy in newest_first[:kept]) > room:
        kept -= 1
    return tuple(reversed(newest_first[kept:]))


def list_copies(places: Places) -> tuple[Copy, ...]:
    """List the automatic copies, newest first; what is no copy or damaged is passed over."""
    found = []
    for path in places.copies.glob(f"*{SUFFIX}"):
        with suppress(PlanError, OSError):
            info = read_info(path)
            found.append(Copy(path, info, path.stat().st_size))
    return tuple(sorted(found, key=lambda copy: copy.moment, reverse=True))


def is_due(places: Places, database: Database, today: date) -> bool:
    """Tell whether a copy is due: none of today, and a journal step or key slot changed since.

    One a day, so that a day with many starts does not push the older days out.
    """
    copies = list_copies(places)
    if not copies:
        return True
    daily = (copy for copy in copies if copy.info.reason is Reason.DAILY)
    if any(copy.moment.date() == today for copy in daily):
        return False
    newest = max(copies, key=lambda copy: copy.age).info
    with own_connection(database) as driver:
        _schema, last_step, _at = glance(driver, "main")
    try:
        key_checksum = checksum(places.key_file)
    except OSError as error:
        raise not_made(error) from error
    return (newest.last_step, newest.key_checksum) != (last_step.hex(), key_checksum)


def make_daily_copy(places: Places, database: Database, moment: datetime) -> DailyCopy:
    """Make a verified copy if something changed, and only then let old ones go.

    Raises:
        PlanError: no copy could be made; the data and the older copies are untouched.

    """
    clean_up(places.folder, moment)
    if not is_due(places, database, moment.date()):
        return DailyCopy(None, 0)
    target = free_name(copies_folder(places), moment)
    made = write_backup(places, database, target, moment, Reason.DAILY)
    return DailyCopy(made.path, prune(places))


def prune(places: Places) -> int:
    """Let go of the copies that are too many; return how many went."""
    copies = [
        copy for copy in list_copies(places) if copy.info.reason is not Reason.AS_IT_WAS
    ]  # what could not be opened is nowhere else
    removed = 0
    for copy in surplus(copies, shutil.disk_usage(places.copies).free):
        with suppress(OSError):  # one that cannot go now goes another day
            copy.path.unlink()
            removed += 1
    return removed
