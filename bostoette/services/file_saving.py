"""Putting a file that leaves the program where the person wants it: whole, or not at all."""

from pathlib import Path

from bostoette.models.plan_error import PlanError
from bostoette.store.atomic_file import write_atomically
from bostoette.store.places import DiskFull, unusable

_KIND_BYTES = 4
"""So many first bytes tell calendar, PDF and picture from each other, and from data and keys."""


def save_file(path: Path, content: bytes) -> None:
    """Write a file; raises PlanError where it cannot be, and an older file of the name stands.

    Only a file of the same kind gives way, so that nobody saves an export over the data.
    """
    try:
        if _is_of_another_kind(path, content):
            raise PlanError(
                "Dér ligger allerede en fil af en anden slags, og den er ikke rørt. Intet er "
                "ændret, og intet er lagt ud; vælg et andet navn, og prøv igen."
            )
        write_atomically(path, content)
    except OSError as error:
        if isinstance(unusable(error), DiskFull):
            raise PlanError(
                "Disken er fuld, så filen blev ikke gemt. Intet er ændret, og intet er lagt ud; "
                "gør plads, eller vælg et andet drev, og prøv igen.",
                details=type(error).__name__,
            ) from error
        raise PlanError(
            "Filen kunne ikke gemmes dér. Intet er ændret, og intet er lagt ud; "
            "vælg en anden mappe, og prøv igen.",
            details=type(error).__name__,
        ) from error


def _is_of_another_kind(path: Path, content: bytes) -> bool:
    if not path.exists():
        return False
    with path.open("rb") as file:
        there = file.read(_KIND_BYTES)
    return bool(there) and there != content[:_KIND_BYTES]
