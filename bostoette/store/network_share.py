"""Whether a folder lies on a network share, where SQLite's locks do not hold."""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

_DRIVE_REMOTE = 4  # what Windows' GetDriveTypeW says of a mapped drive
_SHARES = frozenset(
    {
        "9p",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "davfs",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
        "webdav",
        "fuse.ceph",
        "fuse.davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
    }
)


def lies_on_network_share(folder: Path) -> bool:
    """Say whether a folder, or where it leads to, lies on another machine.

    What the system does not tell counts as this machine.
    """
    told = {str(folder.absolute()), str(folder.resolve())}
    if sys.platform == "win32":
        return any(windows_share(path, _drive_type) for path in told)
    mounts = mounts_from_mount() if sys.platform == "darwin" else _mounts_of_linux()
    return share_among(mounts, str(folder.resolve()))


def windows_share(path: str, drive_type: Callable[[str], int]) -> bool:
    r"""Say whether a Windows path is a share: ``\\server\…``, or a drive mapped to one."""
    plain = path.replace("/", "\\")
    if plain.upper().startswith("\\\\?\\UNC\\"):
        return True
    if plain.startswith(("\\\\?\\", "\\\\.\\")):
        plain = plain[4:]
    if plain.startswith("\\\\"):
        return True
    drive = PureWindowsPath(plain).drive
    return bool(drive) and drive_type(f"{drive}\\") == _DRIVE_REMOTE


def share_among(mounts: Iterable[tuple[str, str]], path: str) -> bool:
    """Say whether the innermost mount around a path is a share; ``mounts`` are (place, kind)."""
    within = PurePosixPath(path)
    depth, kind = -1, ""
    for place, its_kind in mounts:
        mounted = PurePosixPath(place)
        if within.is_relative_to(mounted) and len(mounted.parts) >= depth:
            depth, kind = len(mounted.parts), its_kind
    return kind in _SHARES


def read_mountinfo(text: str) -> list[tuple[str, str]]:
    """Read Linux's ``/proc/self/mountinfo`` to (place, kind), in the order of mounting."""
    mounts = []
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")[0]
        if len(fields) > 4 and kind:  # noqa: PLR2004 - the fifth field is the place
            mounts.append((_unescaped(fields[4]), kind))
    return mounts


def read_mount_output(text: str) -> list[tuple[str, str]]:
    """Read macOS's ``mount``: ``//anna@srv/data on /Volumes/data (smbfs, nodev, …)``."""
    found = (re.fullmatch(r".+? on (/.*) \(([^,)]+).*\)", line) for line in text.splitlines())
    return [(match[1], match[2]) for match in found if match]


def mounts_from_mount() -> list[tuple[str, str]]:
    """Ask macOS's ``mount``; nothing if it does not answer within two seconds."""
    import subprocess

    try:
        told = subprocess.run(["/sbin/mount"], capture_output=True, timeout=2, check=True)
    except (OSError, subprocess.SubprocessError):
        return []
    return read_mount_output(told.stdout.decode("utf-8", "replace"))


def _mounts_of_linux() -> list[tuple[str, str]]:
    try:
        text = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return []
    return read_mountinfo(text)


def _unescaped(place: str) -> str:
    """Undo the octal signs for space, tab, line end and backslash."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), place)


def _drive_type(root: str) -> int:
    import ctypes

    windows = getattr(ctypes, "windll")  # noqa: B009 - mypy knows it only on Windows
    return int(windows.kernel32.GetDriveTypeW(root))
