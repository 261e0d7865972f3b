"""The log: where a bug happened, never what about – no names, no notes, no values."""

import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

LARGEST = 512 * 1024
"""Bytes after which the log begins anew, keeping the one before."""


def write_fault(log: Path, fault: BaseException, at: datetime) -> str:
    """Write down the kind of a fault and the places it passed; return what was written.

    The fault's message stays out, since it may hold a person's data. Where the disk takes no log,
    what would have been written is still returned, so that it can be told.
    """
    frames = traceback.extract_tb(fault.__traceback__)
    places = "\n".join(
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames
    )
    entry = f"{at.isoformat(timespec='seconds')} {type(fault).__name__}\n{places}\n"
    with suppress(OSError):
        _append(log, entry)
    return entry


def _append(log: Path, entry: str) -> None:
    if log.exists() and log.stat().st_size > LARGEST:
        log.replace(log.with_suffix(".log.1"))
    with log.open("a", encoding="utf-8") as file:
        file.write(entry)
