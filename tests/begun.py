"""Data that somebody began at a first start, and a key store that is never the machine's own."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from bostoette.models.key import Key
from bostoette.models.recovery_key import RecoveryKey
from bostoette.models.working_hours import WorkingHours
from bostoette.services import unlocking
from bostoette.services.first_answers import FirstAnswers
from bostoette.services.unlocking import Places
from tests.clock import Clock
from tests.memory_keyring import MemoryKeyring

PASSPHRASE = "grøn cykel i regnen"
ANOTHER = "tre måger på et tag"
ANSWERS = FirstAnswers("Mona Jensen", "M.J.", WorkingHours.standard())


@dataclass(frozen=True)
class Begun:
    """A first start that was gone through."""

    places: Places
    recovery_key: RecoveryKey
    worker_id: Key


@pytest.fixture(scope="session")
def begun_once(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    places = Places.at(tmp_path_factory.mktemp("begun"))
    opened, recovery_key = unlocking.begin(places, PASSPHRASE, ANSWERS, Clock())
    worker_id = opened.desk.actor_id
    opened.close()
    return Begun(places, recovery_key, worker_id)


@pytest.fixture
def begun(begun_once: Begun, tmp_path: Path) -> Begun:
    """A copy of those data for one test."""
    folder = tmp_path / "data"
    shutil.copytree(begun_once.places.folder, folder)
    return replace(begun_once, places=Places.at(folder))


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    """Keep every test away from the key store of the machine it runs on."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call] # keyring's own is untyped
    yield
    keyring.set_keyring(before)


@pytest.fixture
def memory(no_keyring: None) -> MemoryKeyring:
    """A key store in which this machine can remember."""
    store = MemoryKeyring()
    keyring.set_keyring(store)
    return store
