"""This computer's settings: kept, found again, and never a reason not to start."""

from dataclasses import replace
from pathlib import Path

import pytest

from bostoette.models.machine_settings import MachineSettings
from bostoette.models.plan_error import PlanError
from bostoette.store.settings_file import load_settings, save_settings

PRESET = MachineSettings()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "indstillinger.json"


def test_what_is_kept_is_found_again(path: Path) -> None:
    kept = MachineSettings("dark", 150, 5, weekend=True, zoom=2.0, discreet=True)
    save_settings(path, kept)
    assert load_settings(path) == kept


@pytest.mark.parametrize(
    "broken", ["", "{", "[]", "null", "[" * 100_000, "\x00", '{"zoom": ', "\ud7ff" * 3]
)
def test_a_broken_file_counts_as_none(path: Path, broken: str) -> None:
    path.write_text(broken, encoding="utf-16" if "\x00" in broken else "utf-8")
    assert load_settings(path) == PRESET


def test_a_folder_in_its_place_and_a_place_that_cannot_be_count_as_none(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == PRESET
    assert load_settings(tmp_path / ("x" * 5000)) == PRESET


@pytest.mark.parametrize(
    "senseless",
    [
        '"appearance": "purple"',
        '"appearance": 5',
        '"text_percent": 100000000000',
        '"text_percent": -1',
        '"text_percent": true',
        '"lock_minutes": 1000000000000',
        '"lock_minutes": -5',
        '"zoom": NaN',
        '"zoom": Infinity',
        '"zoom": 0.0',
        '"weekend": "false"',
    ],
)
def test_a_value_that_makes_no_sense_falls_back_alone(path: Path, senseless: str) -> None:
    path.write_text(f'{{"discreet": true, {senseless}, "unknown": 1}}', encoding="utf-8")
    assert load_settings(path) == replace(PRESET, discreet=True)


def test_settings_that_cannot_be_kept_are_told(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="findes ikke"):
        save_settings(tmp_path / "no folder" / "indstillinger.json", PRESET)
