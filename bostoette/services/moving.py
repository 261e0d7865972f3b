"""Moving a person's own data into the folder that the computer's accounts share.

Where it is cut off, nothing is lost: a verified copy lies among the account's own copies before
anything is moved, the shared files are put in place whole or not at all, and the own ones go last.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from bostoette.models.plan_error import PlanError
from bostoette.models.right import Right
from bostoette.services import backups
from bostoette.services.data_there import shared_data_there
from bostoette.services.program_file import OpenFile
from bostoette.services.team_rights import refuse_unless
from bostoette.services.typed_key import opened_by
from bostoette.services.unlocking import own_slot
from bostoette.store.backup import copies_folder, free_name
from bostoette.store.key_file import KeyFile
from bostoette.store.places import Places
from bostoette.store.settings_file import load_settings, save_settings
from bostoette.store.shared_place import shared_places
from bostoette.store.shared_rights import make_shared_folder


def can_move(places: Places) -> bool:
    """Tell whether these are an account's own data, and the computer can share them."""
    return places.account is None and places == Places.default() and shared_places() is not None


def move_to_shared(opened: OpenFile, own_passphrase: str, now: Callable[[], datetime]) -> None:
    """Move the open data into the shared folder and close them: the program has to start anew.

    Raises:
        WrongPassphrase: it is not the person's own.
        SharedFolderMissing, SharedFolderClosed: the folder cannot be shared.
        PlanError: somebody has begun there, or it is not hers to do; all is as before.

    """
    desk, own, shared = opened.desk, opened.places, shared_places()
    desk.read(refuse_unless, desk.actor_id, Right.ENTRIES)
    if shared is None or shared_data_there(shared):
        raise PlanError(
            "Der ligger allerede data i den fælles mappe. Intet er flyttet. Åbn dem på "
            "låseskærmen med »Åbn de fælles data«, eller bed teamlederen om hjælp."
        )
    key_file = KeyFile.load(own.key_file)
    key_file.unlock_with_passphrase(own_passphrase, slot_id=own_slot(key_file, desk.actor_id.hex()))
    make_shared_folder(shared.folder)
    copy = free_name(copies_folder(own), now())
    backups.make_backup(opened, copy, now)
    backups.restore_unopened(shared, copy, opened_by(own_passphrase), now)
    save_settings(own.settings, replace(load_settings(own.settings), data_in="shared"))
    opened.close()
    _remove(own)


def _remove(own: Places) -> None:
    """Let the own files go; the copy of them stays, and what cannot go is opened no more."""
    beside = (f"{own.database.name}{ending}" for ending in ("", "-wal", "-shm", ".pid"))
    for path in (own.key_file, *(own.database.with_name(name) for name in beside)):
        with suppress(OSError):
            path.unlink(missing_ok=True)
