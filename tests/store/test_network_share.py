"""Whether a folder lies on a network share, for each kind of machine."""

from pathlib import Path

import pytest

from bostoette.store.network_share import (
    lies_on_network_share,
    read_mount_output,
    read_mountinfo,
    share_among,
    windows_share,
)

MOUNTINFO = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /mnt/team\\040data rw,relatime - cifs //srv/team rw,vers=3.0
41 22 0:36 / /home/anna/far rw shared:9 master:2 - fuse.sshfs anna@srv:/ rw
42 41 8:2 / /home/anna/far/stick rw - ext4 /dev/sdb1 rw
43 22 0:40 / /data rw - nfs4 srv:/data rw
44 22 8:3 / /data rw - xfs /dev/sdc1 rw
broken line
"""
MOUNT = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
//anna@srv/team on /Volumes/Team data (smbfs, nodev, nosuid, mounted by anna)
"""


@pytest.mark.parametrize(
    ("path", "share"),
    [
        ("/home/anna/.local/share/bostoette", False),
        ("/mnt/team data/bostoette", True),
        ("/mnt/team data", True),
        ("/mnt/team datafolder", False),
        ("/home/anna/far/bostoette", True),
        ("/home/anna/far/stick/bostoette", False),
        ("/data/bostoette", False),
    ],
)
def test_on_linux_the_innermost_and_latest_mount_decides(path: str, *, share: bool) -> None:
    assert share_among(read_mountinfo(MOUNTINFO), path) is share


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.gvfsd-fuse"]
)
def test_on_linux_each_kind_of_share_is_known(kind: str) -> None:
    assert share_among([("/", "ext4"), ("/mnt", kind)], "/mnt/x")


@pytest.mark.parametrize(
    ("path", "share"),
    [
        ("/Volumes/Team data/bostoette", True),
        ("/Users/anna/Library/Application Support/bostoette", False),
    ],
)
def test_on_a_mac_the_mounts_decide(path: str, *, share: bool) -> None:
    assert share_among(read_mount_output(MOUNT), path) is share


def drive(root: str) -> int:
    """Answer as Windows does where H: is mapped to a share."""
    return {"C:\\": 3, "H:\\": 4}.get(root, 1)


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"C:\Users\anna\AppData\Local\bostoette", False),
        (r"\\srv\team\bostoette", True),
        ("//srv/team/bostoette", True),
        (r"\\?\UNC\srv\team\bostoette", True),
        (r"\\?\C:\bostoette", False),
        (r"\\?\H:\bostoette", True),
        (r"H:\bostoette", True),
        ("H:/bostoette", True),
        (r"\bostoette", False),
    ],
)
def test_on_windows_a_server_path_or_a_mapped_drive_is_a_share(path: str, *, share: bool) -> None:
    assert windows_share(path, drive) is share


def test_this_machines_own_folder_is_no_share(tmp_path: Path) -> None:
    assert not lies_on_network_share(tmp_path / "not yet there")
