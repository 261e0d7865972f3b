"""One writer of the key file at a time: it is read, changed and saved under a lock of its own.

The database's lock is not enough: ways in are made and taken away before anybody has it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bostoette.models.plan_error import PlanError
from bostoette.store.file_lock import hold
from bostoette.store.key_file import KeyFile

WAIT_SECONDS = 10.0
"""Longer than any change takes; a lock goes with the process that held it."""


class KeysBusy(PlanError):
    """Another program has been changing the key file for longer than any change takes."""

    def __init__(self) -> None:
        super().__init__(
            "Adgangen bliver ændret et andet sted lige nu. Intet er ændret herfra. Vent et "
            "øjeblik, og prøv igen."
        )


@contextmanager
def editing(path: Path) -> Iterator[KeyFile]:
    """Give the key file as it is now; nobody else changes it until the end.

    Raises:
        KeysBusy: another program does not come to an end with it.
        KeyFileMissing, PlanError: it cannot be read.

    """
    held = hold(path, WAIT_SECONDS)
    if held is None:
        raise KeysBusy
    try:
        yield KeyFile.load(path)
    finally:
        held.release()
