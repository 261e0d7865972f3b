"""A save is stale when the row was saved by somebody else since it was opened."""

from bostoette.store.faults import STALE, ChangedMeanwhile


def check_version(stored: int, seen: int) -> None:
    """Raise ChangedMeanwhile unless the row is still as the person saw it."""
    if stored != seen:
        raise ChangedMeanwhile(STALE)
