"""Putting a file that leaves the program where the person wants it: whole, or not at all."""

from pathlib import Path

from bostoette.models.plan_error import PlanError
from bostoette.store.atomic_file import write_atomically


def save_file(path: Path, content: bytes) -> None:
    """Write a file; raises PlanError where it cannot be, and an older file of the name stands."""
    try:
        write_atomically(path, content)
    except OSError as error:
        raise PlanError(
            "Filen kunne ikke gemmes dér. Intet er ændret, og intet er lagt ud; "
            "vælg en anden mappe, og prøv igen.",
            details=type(error).__name__,
        ) from error
