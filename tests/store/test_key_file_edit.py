"""The key file with several people in it: raced for, cut off, scribbled on, and looked at."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.key_person import KeyPerson
from bostoette.store import key_file_edit
from bostoette.store.file_lock import hold
from bostoette.store.key_errors import (
    KeyFileAltered,
    KeyFileDamaged,
    KeyFileTooNew,
    WrongPassphrase,
)
from bostoette.store.key_file import KeyFile
from bostoette.store.key_file_edit import KeysBusy, editing
from bostoette.store.key_people import people_in
from bostoette.store.key_slot import SlotKind, canonical
from bostoette.store.key_wrapping import Cost

QUICK = Cost(memory_kib=64, passes=1, lanes=1)
ANNA, BENT = "grøn cykel i regnen", "tre måger på et tag"
PEOPLE = (KeyPerson("0a", "A.N.", "Anna Nord"), KeyPerson("0b", "B.V.", "Bent Vang"))
ROOT = Path(__file__).resolve().parents[2]
ADD_TEN = """
import sys
from pathlib import Path
from bostoette.store.key_file_edit import editing
from bostoette.store.key_wrapping import Cost

path, data_key, who = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), sys.argv[3]
for number in range(10):
    with editing(path) as key_file:
        grown = key_file.add_passphrase(
            data_key, f"{who} nummer {number}", worker=who, cost=Cost(64, 1, 1)
        )
        grown.save(path)
"""


def of_two() -> tuple[KeyFile, bytes]:
    new = KeyFile.create(ANNA, worker="0a", cost=QUICK)
    both = new.key_file.add_passphrase(new.data_key, BENT, worker="0b", cost=QUICK)
    return both.name_people(new.data_key, PEOPLE), new.data_key


TWO, DATA_KEY = of_two()
SAVED = TWO.to_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    TWO.save(tmp_path / "bostoette.key")
    return tmp_path / "bostoette.key"


def test_two_programs_that_add_people_at_once_lose_nobody(path: Path) -> None:
    adding = [
        subprocess.Popen(  # noqa: S603 - our own interpreter, our own code
            [sys.executable, "-c", ADD_TEN, str(path), DATA_KEY.hex(), who], cwd=ROOT
        )
        for who in ("0c", "0d")
    ]
    assert [one.wait() for one in adding] == [0, 0]
    grown = KeyFile.load(path)
    assert len(grown.slots_of("0c")) == len(grown.slots_of("0d")) == 10
    assert grown.unlock_with_passphrase("0c nummer 9").data_key == DATA_KEY
    assert grown.unlock_with_passphrase(ANNA).slot.worker == "0a"


def test_who_finds_the_key_file_in_another_programs_hands_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_file_edit, "WAIT_SECONDS", 0.05)
    held = hold(path, 0)
    assert held is not None
    with pytest.raises(KeysBusy, match="ændret et andet sted"), editing(path):
        pass
    held.release()
    with editing(path) as key_file:
        assert key_file == TWO


def test_a_change_that_fails_half_way_leaves_the_file_as_it_was(path: Path) -> None:
    def fail_half_way() -> None:
        with editing(path) as key_file:
            key_file.remove_slot(DATA_KEY, key_file.slots[0].id)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert path.read_bytes() == SAVED
    with editing(path):
        pass  # and nothing is held any more


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_any_changed_byte_is_found_and_the_door_never_falls(place: int, flip: int) -> None:
    raw = bytearray(SAVED)
    raw[place % len(raw)] ^= flip
    try:
        read = KeyFile.from_bytes(bytes(raw))
    except (KeyFileDamaged, KeyFileTooNew):
        return
    assert read == TWO, "a space became another space"


@given(st.one_of(st.binary(max_size=400), st.integers(0, len(SAVED))))
def test_names_are_read_from_any_file_without_falling(
    tmp_path_factory: pytest.TempPathFactory, content: bytes | int
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.key"
    path.write_bytes(SAVED[:content] if isinstance(content, int) else b'{"people": ' + content)
    assert people_in(path) in {(), PEOPLE}


@pytest.mark.parametrize(
    "named",
    [
        {"worker": "0b", "initials": "A.N.", "name": "Anna Nord", "one_time": False},
        {"worker": "0a", "initials": "B.V.", "name": "Bent Vang", "one_time": False},
    ],
)
def test_names_that_were_exchanged_by_somebody_without_the_key_open_nothing(
    named: dict[str, object],
) -> None:
    plain = json.loads(SAVED)
    plain["body"]["people"] = [named, *plain["body"]["people"][1:]]
    forged = with_checksum(plain)
    assert forged.people != TWO.people
    with pytest.raises(KeyFileAltered):
        forged.unlock_with_passphrase(ANNA)


def test_a_slot_of_damaged_bytes_with_a_mended_checksum_lets_nobody_in() -> None:
    plain = json.loads(SAVED)
    slot = plain["body"]["slots"][0]
    slot["wrapped"] = "00" * (len(slot["wrapped"]) // 2)
    forged = with_checksum(plain)
    with pytest.raises(WrongPassphrase):
        forged.unlock_with_passphrase(ANNA)
    with pytest.raises(KeyFileAltered):
        forged.unlock_with_passphrase(BENT)


def test_the_mark_of_a_given_passphrase_cannot_be_taken_off_without_the_key() -> None:
    marked = TWO.name_people(
        DATA_KEY, (PEOPLE[0], KeyPerson("0b", "B.V.", "Bent Vang", one_time=True))
    )
    plain = json.loads(marked.to_bytes())
    plain["body"]["people"][1]["one_time"] = False
    with pytest.raises(KeyFileAltered):
        with_checksum(plain).unlock_with_passphrase(BENT)


def test_a_file_that_lost_its_names_is_damaged(path: Path) -> None:
    plain = json.loads(SAVED)
    del plain["body"]["people"]
    with pytest.raises(KeyFileDamaged):
        with_checksum(plain)


def test_no_secret_and_no_name_stands_in_what_is_shown_of_it() -> None:
    shown = repr(TWO) + repr(PEOPLE)
    assert DATA_KEY.hex() not in shown
    assert "Anna" not in shown
    assert ANNA not in SAVED.decode("ascii")
    assert len(TWO.of_kind(SlotKind.PASSPHRASE)) == 2


def with_checksum(plain: dict[str, object]) -> KeyFile:
    """Mend the checksum as somebody would who knows the format, but not the data key."""
    plain.pop("checksum", None)
    plain["checksum"] = hashlib.sha256(canonical(plain)).hexdigest()
    return KeyFile.from_bytes(json.dumps(plain).encode())
