import sys
from pathlib import Path

import pytest

from bostoette.models.resource_folder import resource_folder


def test_the_resources_lie_beside_the_source() -> None:
    assert (resource_folder() / "icons" / "home.svg").is_file()


def test_the_frozen_program_brings_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_folder() == tmp_path / "resources"
