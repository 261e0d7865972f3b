"""One writing program on a file at a time.

The lock is the system's own on ``<database>.lock`` and goes when the process dies, however it
dies. Beside it ``<database>.pid`` names the process that holds it, and once somebody is in, her
initials and since when: what the next person is told. It is believed only while the lock is held.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from bostoette.models.plan_error import PlanError
from bostoette.models.wording import short_day
from bostoette.store.places import FolderMissing, unusable
from bostoette.store.shared_rights import follow_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the data open, as far as told."""

    process: int
    initials: str = ""
    since: datetime | None = None
    """In UTC."""

    @property
    def words(self) -> str:
        """Say it: ``M.J. har haft dem åbne siden man. 23. nov. kl. 9.12.``; empty if not told."""
        if not self.initials or self.since is None:
            return ""
        local = self.since.astimezone(COPENHAGEN)
        clock = f"{local.hour}.{local:%M}"
        return f"{self.initials} har haft dem åbne siden {short_day(local.date())} kl. {clock}."


class AlreadyOpen(PlanError):
    """Another program writes to the same data."""

    def __init__(self, holder: Holder | None) -> None:
        who = f"{holder.words} " if holder and holder.words else ""
        super().__init__(
            "Dine data er allerede åbne i et andet vindue eller program på computeren. "
            f"{who}Intet er ændret. Brug det vindue, der er åbent, eller luk det og prøv igen.",
            details="" if holder is None else f"proces {holder.process}",
        )
        self.holder = holder
        self.brief = f"Dataene er åbne i et andet vindue på computeren. {who}".strip()


class NoLocksHere(PlanError):
    """The file system knows no locks that go with the process."""

    def __init__(self) -> None:
        super().__init__(
            "Mappen ligger på et drev, hvor programmet ikke kan låse sine filer. Intet er ændret. "
            "Vælg en mappe på computerens egen disk."
        )


@dataclass(frozen=True, slots=True)
class FileLock:
    """The right to write to one database, until released or until the process ends."""

    database: Path
    _held: "BaseFileLock"

    @classmethod
    def take(cls, database: Path, *, wait_seconds: float = 0.0) -> Self:
        """Take the lock, waiting at most so long for a program that is about to end.

        Raises:
            AlreadyOpen: another program holds it.
            FolderMissing: the folder is not there.
            NoLocksHere, PlanError: the folder cannot hold a lock.

        """
        held = hold(database, wait_seconds)
        if held is None:
            raise AlreadyOpen(holder(database))
        _tell(database, f"{os.getpid()}\n")
        return cls(database, held)

    def tell(self, initials: str, since: datetime) -> None:
        """Let the next person read who has the data open, and since when (UTC)."""
        moment = since.isoformat(timespec="seconds")
        _tell(self.database, f"{os.getpid()}\n{initials}\n{moment}\n")

    def release(self) -> None:
        """Let the next program in."""
        if self._held.is_locked:
            with suppress(OSError):
                _pid_path(self.database).unlink()
        self._held.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def hold(path: Path, wait_seconds: float) -> "BaseFileLock | None":
    """Take the system's lock beside a file; None where another has it for longer than that.

    Raises:
        FolderMissing: the folder is not there.
        NoLocksHere, PlanError: the folder cannot hold a lock.

    """
    import filelock  # costs 50 ms, and readers need no lock

    if not path.parent.is_dir():  # the lock would make it, and hide a missing stick
        raise FolderMissing
    held: BaseFileLock = filelock.FileLock(
        lock_path(path), timeout=wait_seconds, thread_local=False
    )
    try:
        held.acquire()
    except filelock.Timeout:
        return None
    except OSError as error:
        raise unusable(error) from error
    if isinstance(held, filelock.SoftFileLock):
        held.release()
        raise NoLocksHere
    follow_folder(lock_path(path))
    return held


def lock_path(database: Path) -> Path:
    """Give the lock file of a database."""
    return database.with_name(f"{database.name}.lock")


def holder(database: Path) -> Holder | None:
    """Give whoever last took the lock and has not given it back, if told."""
    try:
        lines = _pid_path(database).read_text(encoding="utf-8").splitlines()
        process, initials, since, *_more = [*lines, "", ""]
        return Holder(int(process), initials, datetime.fromisoformat(since) if since else None)
    except (OSError, ValueError):
        return None


def _tell(database: Path, told: str) -> None:
    with suppress(OSError):
        _pid_path(database).write_text(told, encoding="utf-8")
        follow_folder(_pid_path(database))


def _pid_path(database: Path) -> Path:
    return database.with_name(f"{database.name}.pid")
