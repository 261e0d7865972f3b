"""What tests share: a real encrypted file in a temporary folder, a desk, and invented people."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker import Worker
from bostoette.services.desk import Desk
from bostoette.store.database import Database, make_empty_database, open_database
from bostoette.store.journal import describe
from bostoette.store.schema import migrate
from tests.begun import begun, begun_once, memory, no_keyring
from tests.clock import MONDAY, At, Clock

__all__ = ["begun", "begun_once", "memory", "no_keyring"]

DRAW_ANEW = "BOSTOETTE_DRAW_ANEW"
"""Set in the environment, made-up cases are drawn anew in each run; otherwise the same ones.

So a check that turns red speaks of what was changed, and a look for what nobody thought of is made
on purpose.
"""
settings.register_profile("same", deadline=None, derandomize=True, database=None)
settings.register_profile("anew", deadline=None)
settings.load_profile("anew" if os.environ.get(DRAW_ANEW) else "same")


@pytest.fixture(scope="session")
def data_key() -> bytes:
    return bytes(range(32))


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory, data_key: bytes) -> Path:
    """A freshly migrated file, made once and copied for every test."""
    path = tmp_path_factory.mktemp("migrated") / "bostoette.db"
    make_empty_database(path, data_key)
    database = open_database(path, data_key)
    migrate(database.writer)
    database.close()
    return path


@pytest.fixture
def database_path(tmp_path: Path, migrated_file: Path) -> Path:
    path = tmp_path / "bostoette.db"
    path.write_bytes(migrated_file.read_bytes())
    return path


@pytest.fixture
def database(database_path: Path, data_key: bytes) -> Iterator[Database]:
    opened = open_database(database_path, data_key)
    yield opened
    opened.close()


def _add_worker(session: Session, initials: str, name: str) -> Key:
    worker = Worker(initials=initials, name=name)
    session.add(worker)
    session.flush()
    describe(session, "Ny medarbejder")
    return worker.id


def _add_citizen(session: Session, initials: str, name: str, worker_id: Key) -> Key:
    citizen = Citizen(
        initials=initials,
        name=name,
        code=initials.replace(".", ""),
        primary_worker_id=worker_id,
        profile=CitizenProfile(),
    )
    session.add(citizen)
    session.flush()
    describe(session, "Ny borger")
    return citizen.id


@pytest.fixture
def worker_id(database: Database) -> Key:
    """M.J., signed in."""
    return Desk(database, b"", Clock()).upkeep(_add_worker, "M.J.", "Mona Jensen")


@pytest.fixture
def colleague_id(database: Database, worker_id: Key) -> Key:
    """K.L., a colleague."""
    return Desk(database, b"", Clock()).upkeep(_add_worker, "K.L.", "Karl Lund")


@pytest.fixture
def desk(database: Database, worker_id: Key) -> Desk:
    """M.J.'s desk."""
    return Desk(database, worker_id, Clock())


@pytest.fixture
def colleagues_desk(database: Database, colleague_id: Key) -> Desk:
    """K.L.'s desk on the same file."""
    return Desk(database, colleague_id, Clock())


@pytest.fixture
def citizen_id(desk: Desk, worker_id: Key) -> Key:
    """A.M., an invented citizen."""
    return desk.upkeep(_add_citizen, "A.M.", "Asta Mortensen", worker_id)


@pytest.fixture
def at() -> At:
    """Say a time in week 48: weekday (0 is Monday), start as "13.15", minutes."""

    def span(weekday: int, start: str, minutes: int) -> TimeSpan:
        hours, rest = start.split(".")
        return TimeSpan(MONDAY + timedelta(days=weekday), int(hours) * 60 + int(rest), minutes)

    return span
