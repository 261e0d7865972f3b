"""Keeps this computer's settings in a small typed file; a broken one counts as none."""

from dataclasses import asdict, fields, replace
from pathlib import Path

from bostoette.models.machine_settings import MachineSettings
from bostoette.store.atomic_file import write_atomically


def load_settings(path: Path) -> MachineSettings:
    """Return what was kept; values of the wrong type fall back to the preset, one by one."""
    preset = MachineSettings()
    if not path.exists():
        return preset
    import json  # not where nothing was ever kept

    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return preset
    if not isinstance(kept, dict):
        return preset
    fitting = {
        field.name: kept[field.name]
        for field in fields(MachineSettings)
        if type(kept.get(field.name)) is type(getattr(preset, field.name))
    }
    return replace(preset, **fitting)


def save_settings(path: Path, settings: MachineSettings) -> None:
    """Keep the settings."""
    import json

    write_atomically(path, json.dumps(asdict(settings), indent=1).encode())
