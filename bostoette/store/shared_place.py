"""Which folder this account's program works on: its own, or the one its computer shares.

What the account chose is remembered among its settings. An account that has chosen nothing and
has no data of its own finds the shared data, so that only the first person has to choose.
"""

import os
import sys
from pathlib import Path

import appdirs

from bostoette.store.places import NAME, Places
from bostoette.store.settings_file import load_settings


def shared_places() -> Places | None:
    """Give the places that this computer's accounts share; None where it sets none aside."""
    folder = _shared_folder()
    return None if folder is None else Places(folder, account=Places.default().folder)


def chosen_places() -> Places:
    """Give the places of this account: what was chosen, or where there are data."""
    own = Places.default()
    chosen = load_settings(own.settings).data_in
    if chosen == "own":
        return own
    shared = shared_places()
    if shared is None or not _has_files(shared):
        return own
    return shared if chosen == "shared" or not _has_files(own) else own


def with_account(places: Places) -> Places:
    """Give named places as shared ones where they are the computer's shared folder."""
    shared = shared_places()
    return shared if shared is not None and places.folder == shared.folder else places


def _shared_folder() -> Path | None:
    """Find the folder for all accounts; one inside a home is none (some desktops list such)."""
    if sys.platform in {"win32", "darwin"}:
        return Path(appdirs.site_data_dir(NAME, appauthor=False))
    home = Path.home()
    told = appdirs.site_data_dir(NAME, appauthor=False, multipath=True).split(os.pathsep)
    folders = (Path(one) for one in told if one)
    return next(
        (one for one in folders if one.is_absolute() and not one.is_relative_to(home)), None
    )


def _has_files(places: Places) -> bool:
    try:
        return places.key_file.exists() or places.database.exists()
    except OSError:  # an account that may not even look into the folder
        return False
