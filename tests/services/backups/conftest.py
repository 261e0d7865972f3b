"""A real encrypted file, open to write, and a backup of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bostoette.services import backups
from bostoette.services.program_file import OpenFile
from bostoette.store.database import make_empty_database, open_database
from bostoette.store.key_file import KeyFile, NewKeyFile
from bostoette.store.places import Places
from bostoette.store.schema import migrate
from tests.clock import Clock
from tests.services.backups.backed_up import CHEAP, OLD, add, add_worker, open_again


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def made() -> NewKeyFile:
    return KeyFile.create(OLD, cost=CHEAP)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    folder = tmp_path / "data"
    folder.mkdir()
    return Places.at(folder)


@pytest.fixture
def opened(places: Places, made: NewKeyFile, clock: Clock) -> Iterator[OpenFile]:
    """A file with one worker and one citizen, A, open to write."""
    make_empty_database(places.database, made.data_key)
    database = open_database(places.database, made.data_key)
    migrate(database.writer)
    database.close()
    made.key_file.save(places.key_file)
    file = open_again(places, OLD, clock)
    file.desk.upkeep(add_worker)
    file.desk.do(add, "A", "Asta Mortensen")
    yield file
    file.close()


@pytest.fixture
def backup(opened: OpenFile, tmp_path: Path, clock: Clock) -> Path:
    """A backup with citizen A."""
    target = tmp_path / "kopi.bostoette"
    backups.make_backup(opened, target, clock)
    return target
