"""The machine's key store, tried with a real keyring that keeps its secrets in memory."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, chainer, fail, null
from keyring.errors import KeyringLocked

from bostoette.models.plan_error import PlanError
from bostoette.store import key_store
from bostoette.store.key_errors import KeyStoreUnavailable
from bostoette.store.key_file import KeyFile, NewKeyFile, Unlocked
from bostoette.store.key_slot import SlotKind
from bostoette.store.key_wrapping import Cost

QUICK = Cost(memory_kib=64, passes=1, lanes=1)


class MemoryKeyring(SecretService.Keyring):
    """A store of a kind we trust, without a desktop behind it."""

    priority: float = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring's own is untyped
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked("locked")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.locked:
            raise KeyringLocked("locked")
        del self.kept[service, username]


class PlaintextKeyring(KeyringBackend):
    """A store of a kind we do not know; it may keep secrets in plain text."""

    priority: float = 9

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring's own is untyped

    def get_password(self, service: str, username: str) -> str | None:
        raise AssertionError("asked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("told")


class UnfitKeyring(MemoryKeyring):
    """A store of a trusted kind that is not recommended here."""

    priority = 0.5


@pytest.fixture(autouse=True)
def _own_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.fixture
def memory() -> MemoryKeyring:
    store = MemoryKeyring()
    keyring.set_keyring(store)
    return store


@pytest.fixture
def new() -> NewKeyFile:
    return KeyFile.create("grøn cykel i regnen", worker="ab" * 16, cost=QUICK)


def test_a_kept_secret_comes_back_until_it_is_forgotten(memory: MemoryKeyring) -> None:
    assert key_store.available()
    key_store.save("file/slot", b"\0secret\xff")
    assert key_store.load("file/slot") == b"\0secret\xff"
    key_store.forget("file/slot")
    assert key_store.load("file/slot") is None
    key_store.forget("file/slot")
    assert memory.kept == {}


@pytest.mark.parametrize("kind", [PlaintextKeyring, fail.Keyring, null.Keyring, UnfitKeyring])
def test_a_store_that_is_not_known_to_encrypt_counts_as_none(
    kind: type[KeyringBackend],
) -> None:
    keyring.set_keyring(kind())
    assert not key_store.available()
    assert key_store.load("file/slot") is None
    with pytest.raises(KeyStoreUnavailable, match="adgangssætningen virker"):
        key_store.save("file/slot", b"secret")


def test_in_a_chain_only_the_encrypting_store_is_used() -> None:
    memory = MemoryKeyring()

    class Chain(chainer.ChainerBackend):
        backends: tuple[KeyringBackend, ...] = (PlaintextKeyring(), memory)
        priority = 10

    keyring.set_keyring(Chain())  # type: ignore[no-untyped-call] # keyring's own is untyped
    key_store.save("file/slot", b"secret")
    assert len(memory.kept) == 1
    Chain.backends = (PlaintextKeyring(), PlaintextKeyring())
    assert not key_store.available()


def test_a_setting_that_names_no_real_store_counts_as_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    assert not key_store.available()


def test_a_locked_store_leads_to_the_passphrase_and_not_to_a_crash(
    memory: MemoryKeyring, new: NewKeyFile, tmp_path: Path
) -> None:
    path = tmp_path / "bostoette.key"
    remembered = key_store.remember(new.key_file, _in(new), path)
    memory.locked = True
    assert key_store.unlock(remembered) is None
    with pytest.raises(KeyStoreUnavailable):
        key_store.save("file/slot", b"secret")


def test_rubbish_in_the_store_counts_as_nothing(memory: MemoryKeyring) -> None:
    memory.kept[key_store.SERVICE, "file/slot"] = "ikke base64 æøå"
    assert key_store.load("file/slot") is None


def test_a_remembered_machine_opens_by_itself_as_the_same_person(
    memory: MemoryKeyring, new: NewKeyFile, tmp_path: Path
) -> None:
    path = tmp_path / "bostoette.key"
    key_store.remember(new.key_file, _in(new), path)
    unlocked = key_store.unlock(KeyFile.load(path))
    assert unlocked is not None
    assert unlocked.data_key == new.data_key
    assert unlocked.slot.worker == "ab" * 16
    kept = " ".join(memory.kept.values())
    assert new.data_key.hex() not in kept


def test_the_data_key_itself_never_lies_in_the_store(
    memory: MemoryKeyring, new: NewKeyFile, tmp_path: Path
) -> None:
    remembered = key_store.remember(new.key_file, _in(new), tmp_path / "bostoette.key")
    entry = remembered.keystore_entry(remembered.of_kind(SlotKind.KEYSTORE)[0])
    assert memory.kept.keys() == {(key_store.SERVICE, entry)}
    assert key_store.load(entry) != new.data_key


def test_if_the_key_file_cannot_be_saved_nothing_is_left_in_the_store(
    memory: MemoryKeyring, new: NewKeyFile, tmp_path: Path
) -> None:
    with pytest.raises(PlanError):
        key_store.remember(new.key_file, _in(new), tmp_path / "gone" / "bostoette.key")
    assert memory.kept == {}


def test_a_machine_that_stops_remembering_asks_again_and_leaves_others_alone(
    memory: MemoryKeyring, new: NewKeyFile, tmp_path: Path
) -> None:
    path = tmp_path / "bostoette.key"
    elsewhere, other, _ = new.key_file.add_keystore(new.data_key)
    remembered = key_store.remember(elsewhere, _in(new), path)
    key_store.stop_remembering(remembered, new.data_key, path)
    after = KeyFile.load(path)
    assert after.of_kind(SlotKind.KEYSTORE) == (other,)
    assert key_store.unlock(after) is None
    assert memory.kept == {}


def _in(new: NewKeyFile) -> Unlocked:
    return new.key_file.unlock_with_passphrase("grøn cykel i regnen")
