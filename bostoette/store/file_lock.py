"""One writing program on a file at a time.

The lock is the system's own on ``<database>.lock`` and goes when the process dies, however it
dies. Beside it ``<database>.pid`` names the process that holds it, and nothing else.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bostoette.models.plan_error import PlanError
from bostoette.store.places import FolderMissing, unusable

if TYPE_CHECKING:
    from filelock import BaseFileLock


class AlreadyOpen(PlanError):
    """Another program writes to the same data."""

    def __init__(self, *, process: int | None) -> None:
        super().__init__(
            "Dine data er allerede åbne i et andet vindue eller program på computeren. Intet er "
            "ændret. Brug det vindue, der er åbent, eller luk det og prøv igen.",
            details="" if process is None else f"proces {process}",
        )
        self.process = process


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
        import filelock  # costs 50 ms, and readers need no lock

        if not database.parent.is_dir():  # the lock would make it, and hide a missing stick
            raise FolderMissing
        held: BaseFileLock = filelock.FileLock(
            lock_path(database), timeout=wait_seconds, thread_local=False
        )
        try:
            held.acquire()
        except filelock.Timeout as error:
            raise AlreadyOpen(process=holder(database)) from error
        except OSError as error:
            raise unusable(error) from error
        if isinstance(held, filelock.SoftFileLock):
            held.release()
            raise NoLocksHere
        with suppress(OSError):
            _pid_path(database).write_text(f"{os.getpid()}\n", encoding="utf-8")
        return cls(database, held)

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


def lock_path(database: Path) -> Path:
    """Give the lock file of a database."""
    return database.with_name(f"{database.name}.lock")


def holder(database: Path) -> int | None:
    """Give the id of the process that last took the lock and has not given it back, if told."""
    try:
        return int(_pid_path(database).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _pid_path(database: Path) -> Path:
    return database.with_name(f"{database.name}.pid")
