"""A file of one's own, made once and copied for every test, and a terminal to work on it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from bostoette.commands.way_in import PASSPHRASE
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import citizens, contacts, program_file, unlocking
from bostoette.services.desk import Desk
from bostoette.services.program_file import NewPerson
from bostoette.services.unlocking import Places
from bostoette.store.key_file import KeyFile
from bostoette.store.key_wrapping import Cost
from tests.clock import MONDAY, Clock
from tests.commands.hands import SECRET, Begun, Terminal

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call] # keyring's own is untyped
    yield
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def _passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE, SECRET)


def _plan(desk: Desk, citizen: Key, span: TimeSpan, form: ContactForm) -> None:
    desk.do(
        contacts.create,
        ContactFields(span, form, "conversation", (desk.actor_id,), (citizen,)),
    )


@pytest.fixture(scope="session")
def begun_once(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    places = Places.at(tmp_path_factory.mktemp("begun"))
    opened, recovery_key = program_file.create(
        places, SECRET, NewPerson("Mona Jensen", "M.J."), Clock()
    )
    desk = opened.desk
    asta = desk.do(
        citizens.create, CitizenFields("Asta Mortensen", primary_worker_id=desk.actor_id)
    )
    bo = desk.do(citizens.create, CitizenFields("Bo Kær", primary_worker_id=desk.actor_id))
    _plan(desk, asta, TimeSpan(TUESDAY, 9 * 60, 60), ContactForm.PHYSICAL)
    _plan(desk, bo, TimeSpan(TUESDAY, 9 * 60 + 30, 15), ContactForm.PHONE)
    opened.close()
    _unlock_quickly(places)
    return Begun(places, desk.actor_id, asta, recovery_key.text)


def _unlock_quickly(places: Places) -> None:
    """Spare the tests the slow derivation, which others try."""
    unlocked = unlocking.unlock(places, SECRET)
    quick = KeyFile.load(places.key_file).change_passphrase(
        unlocked.data_key, unlocked.slot.id, SECRET, cost=CHEAP
    )
    quick.save(places.key_file)


@pytest.fixture
def begun(begun_once: Begun, tmp_path: Path) -> Begun:
    folder = tmp_path / "data"
    shutil.copytree(begun_once.places.folder, folder)
    return replace(begun_once, places=Places.at(folder))


@pytest.fixture
def terminal(begun: Begun, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal on M.J.'s own file."""
    return Terminal(begun.places.folder, capsys)


@pytest.fixture
def empty_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal where nothing was begun."""
    return Terminal(tmp_path / "intet", capsys)
