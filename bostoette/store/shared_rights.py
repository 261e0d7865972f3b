"""A folder that the accounts of one computer share, and files in it that all of them may use.

On Windows what is made in the folder inherits its rights. Elsewhere the folder belongs to a group
and hands it on, and each file made in it is opened to that group here. In a person's own folder
nothing is opened to anybody.
"""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bostoette.models.plan_error import PlanError
from bostoette.store.places import check_folder

_GROUP = stat.S_IRWXG
_SHARED_FOLDER = 0o2770
_SHARED_FILE = 0o660
_OWN_FOLDER = 0o700
_AS_THE_FOLDER_ABOVE = 0o777


class SharedFolderMissing(PlanError):
    """There is no shared folder, and this account may not make one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "Den fælles mappe findes ikke, og din konto må ikke lave den. Intet er ændret. Bed "
            f"it-afdelingen om at lave mappen {folder}, så teamets konti kan læse og skrive i "
            "den, eller vælg »Kun mig«."
        )


class SharedFolderClosed(PlanError):
    """The shared folder is there, but other accounts could not use what is made in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "Den fælles mappe er ikke åben for teamets andre konti. Intet er ændret. Bed "
            f"it-afdelingen om at give teamets gruppe læse- og skriveret til {folder} og til "
            "alt, der bliver lavet i den, eller vælg »Kun mig«."
        )


def make_shared_folder(folder: Path) -> None:
    """Make the shared folder if it is missing, open it to the computer's accounts, and check it.

    Raises:
        SharedFolderMissing, SharedFolderClosed, PlanError: it cannot be shared.

    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SharedFolderMissing(folder) from error
    check_folder(folder)
    if sys.platform == "win32":
        open_to_accounts(folder)
        return
    with suppress(PermissionError):  # only its owner may, and it may be open already
        folder.chmod(_SHARED_FOLDER)
    if not is_shared(folder):
        raise SharedFolderClosed(folder)


def is_shared(folder: Path) -> bool:
    """Tell whether what is made in a folder belongs to its group; never so on Windows."""
    if os.name != "posix":
        return False
    try:
        mode = folder.stat().st_mode
    except OSError:
        return False
    hands_on = bool(mode & stat.S_ISGID) or sys.platform == "darwin"
    return hands_on and mode & _GROUP == _GROUP


def follow_folder(path: Path) -> None:
    """Let whoever may use a shared folder use a file or folder in it; its owner alone can."""
    if is_shared(path.parent):
        with suppress(OSError):
            path.chmod(_SHARED_FOLDER if path.is_dir() else _SHARED_FILE)


def make_inside(folder: Path, *, exist_ok: bool = False) -> None:
    """Make a folder inside the data folder, for this person alone unless the accounts share it.

    On Windows 0700 would shut every other account out of it, and of the files moved out of it,
    whatever the folder above says; there it inherits the rights of that one.
    """
    mode = _AS_THE_FOLDER_ABOVE if sys.platform == "win32" else _OWN_FOLDER
    folder.mkdir(mode=mode, exist_ok=exist_ok)


@contextmanager
def working_folder(above: Path, prefix: str) -> Iterator[Path]:
    """Lend a folder whose files may be moved to the one above; nothing else of it is left."""
    folder = above / f"{prefix}{os.urandom(8).hex()}"
    make_inside(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def open_to_accounts(folder: Path) -> None:
    """Let all accounts of a Windows computer change what is made in the folder.

    One that is open already, as the IT department makes it, is left as it is.
    """
    import subprocess

    from bostoette.store.windows_rights import accounts_may_change, let_all_accounts_change

    if accounts_may_change(folder):
        return
    try:
        let_all_accounts_change(folder)
    except (OSError, subprocess.SubprocessError) as error:
        raise SharedFolderClosed(folder) from error
