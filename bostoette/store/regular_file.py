"""Opening a file somebody chose: a file as others are, no folder, device or pipe.

A device never ends and a pipe may never begin; both would hold the program for ever.
"""

import os
import stat
from errno import EINVAL
from pathlib import Path
from typing import BinaryIO


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading; raises OSError also where it is none as others are."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(EINVAL, os.strerror(EINVAL))
    return path.open("rb")
