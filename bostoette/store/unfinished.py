"""What a kill cut off is finished here, before anything is opened: a first start, a restore.

Cheap when there is nothing to do; the database's libraries are loaded only when there is.
"""

import os
from contextlib import suppress

from bostoette.store.places import FolderClosed, Places, unusable

STAGING = "gendannelse"
"""The folder in which a restore is made ready."""


def finish(places: Places) -> None:
    """Bring to its end what was cut off.

    Raises PlanError when the disk does not let it; the next start tries again. While another
    program has the data open, it is that program's to finish.
    """
    try:
        _finish_first_start(places)
        restoring = (places.folder / STAGING).exists()
    except OSError as error:
        if isinstance(error, PermissionError) and not os.access(places.folder, os.X_OK):
            raise FolderClosed from error
        raise unusable(error) from error
    if restoring:
        from bostoette.store.file_lock import AlreadyOpen
        from bostoette.store.restoring import finish_restore

        with suppress(AlreadyOpen):
            finish_restore(places)


def _finish_first_start(places: Places) -> None:
    fresh = places.database.with_suffix(".new")
    if fresh.exists() and places.key_file.exists() and not places.database.exists():
        fresh.replace(places.database)
