"""The rights of a folder on Windows: read, and given to all accounts of the computer.

Windows' own program ``icacls`` does both. It saves a folder's rights in letters that are the same
in every language, an entry in brackets for each group or account. Who has no right to change them
may still read them: a folder that the IT department made and opened is found open.
"""

import os
import re
import subprocess
import tempfile
from pathlib import Path

ALL_ACCOUNTS = "*S-1-5-32-545"
"""The accounts of this computer, in whatever language Windows speaks."""
_SECONDS = 30
_CHANGE = 0x1301BF
"""To read, write and delete, as one number."""
_CHANGE_IN_LETTERS = frozenset({"GR", "GW", "SD"})
_EVERYTHING = frozenset({"FA", "GA"})
_HANDED_ON = frozenset({"OI", "CI"})
"""An entry that files and folders made inside inherit."""
_NOT_THE_TEAM = frozenset({"SY", "BA", "LA", "CO", "CG", "OW"})
"""The system, the administrators, and whoever made or owns a thing."""
_ENTRY = re.compile(r"\(A;([A-Z]*);([^;)]*);[^;)]*;[^;)]*;([^;)]+)\)")


def let_all_accounts_change(folder: Path) -> None:
    """Let all accounts change what is made in a folder; raises OSError or SubprocessError."""
    _icacls(folder, "/grant", f"{ALL_ACCOUNTS}:(OI)(CI)M")


def accounts_may_change(folder: Path) -> bool:
    """Tell whether a team's accounts may change what is made in a folder; no, where none says."""
    try:
        with tempfile.TemporaryDirectory() as own:
            saved = Path(own, "rights")
            _icacls(folder, "/save", str(saved))
            told = saved.read_bytes().replace(b"\0", b"")  # Windows writes two bytes a letter
    except (OSError, subprocess.SubprocessError):
        return False
    return any(_opens(*one) for one in _ENTRY.findall(told.decode("ascii", "replace")))


def _opens(flags: str, rights: str, who: str) -> bool:
    return who not in _NOT_THE_TEAM and _pairs(flags) >= _HANDED_ON and _changes(rights)


def _changes(rights: str) -> bool:
    if rights.startswith("0x"):
        return int(rights, 16) & _CHANGE == _CHANGE
    letters = _pairs(rights)
    return bool(letters & _EVERYTHING) or letters >= _CHANGE_IN_LETTERS


def _pairs(letters: str) -> frozenset[str]:
    return frozenset(letters[at : at + 2] for at in range(0, len(letters), 2))


def _icacls(folder: Path, *words: str) -> None:
    """Run Windows' own program, and no other of its name; it opens no window."""
    system = os.environ.get("SYSTEMROOT")
    program = "icacls" if system is None else str(Path(system, "System32", "icacls.exe"))
    subprocess.run(  # noqa: S603 - our own words, and a folder that the system names
        [program, str(folder), *words],
        check=True,
        capture_output=True,
        timeout=_SECONDS,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
