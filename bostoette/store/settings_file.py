"""Keeps this computer's settings in a small typed file; a broken one counts as none."""

from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from bostoette.models.machine_settings import MachineSettings
from bostoette.store.atomic_file import write_atomically
from bostoette.store.places import unusable


def load_settings(path: Path) -> MachineSettings:
    """Return what was kept; values that make no sense fall back to the preset, one by one."""
    preset = MachineSettings()
    try:
        if not path.exists():
            return preset
        import json  # not where nothing was ever kept

        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return preset
    if not isinstance(kept, dict):
        return preset
    for field in fields(MachineSettings):
        value: Any = kept.get(field.name)
        if type(value) is type(getattr(preset, field.name)):
            changed = replace(preset, **{field.name: value})
            preset = changed if changed.makes_sense() else preset
    return preset


def save_settings(path: Path, settings: MachineSettings) -> None:
    """Keep the settings; raises PlanError where the disk does not take them."""
    import json

    try:
        write_atomically(path, json.dumps(asdict(settings), indent=1).encode())
    except OSError as error:
        raise unusable(error) from error
