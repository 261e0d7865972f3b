"""Small files that are written whole or not at all."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from bostoette.store.shared_rights import follow_folder


def write_atomically(path: Path, content: bytes) -> None:
    """Put a file in place whole, readable only by its owner where the system knows that (0600).

    In a folder that accounts share it is theirs too.

    The content goes to a new file in the same folder, down to the disk, is read back, and only
    then takes the name. Whatever fails, the old file stands and no new one is left.

    Raises:
        OSError: it could not be written; the old file is untouched.

    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".ny", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _read_back(fresh, content)
        follow_folder(fresh)
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    _sync_folder(path.parent)


def _read_back(path: Path, content: bytes) -> None:
    if path.read_bytes() != content:
        raise OSError(errno.EIO, "read back something else than was written")


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk; Windows does so by itself and opens no folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
