"""The example team, made once for what is only read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bostoette.services.example import open_demo
from bostoette.services.program_file import OpenFile
from bostoette.store.places import Places
from tests.clock import Clock
from tests.services.example.asking import TODAY


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenFile]:
    """The small team, made once and only looked at."""
    opened = open_demo(Places.at(tmp_path_factory.mktemp("data")), Clock(), TODAY)
    yield opened
    opened.close()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.at(tmp_path)
