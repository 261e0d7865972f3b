"""Where the program's own files lie: icons, default conditions, templates."""

import sys
from pathlib import Path


def resource_folder() -> Path:
    """Return the folder ``resources``, beside the source or inside the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    home = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return home / "resources"
