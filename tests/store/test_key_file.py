"""The key file: ways in, ways out, and what is said when it does not open."""

import errno
import hashlib
import json
import os
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.plan_error import PlanError
from bostoette.models.recovery_key import RecoveryKey, RecoveryKeyMistyped
from bostoette.store.key_errors import (
    KeyFileAltered,
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileNotOurs,
    KeyFileTooNew,
    LastWayIn,
    PassphraseTaken,
    WrongPassphrase,
    WrongRecoveryKey,
)
from bostoette.store.key_file import KeyFile, NewKeyFile
from bostoette.store.key_slot import SlotKind, canonical
from bostoette.store.key_wrapping import COST, Cost, Derivation
from bostoette.store.places import DiskFull

QUICK = Cost(memory_kib=64, passes=1, lanes=1)
ANNA = "grøn cykel i regnen"
BENT = "tre måger på et tag"
WORKER = "0192f0c0ffee70008000000000000001"


@pytest.fixture
def new() -> NewKeyFile:
    return KeyFile.create(ANNA, label="A", worker=WORKER, cost=QUICK)


@pytest.fixture
def derivations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every passphrase that was put through the slow derivation."""
    seen: list[str] = []
    derive = Derivation.derive

    def counted(self: Derivation, passphrase: str) -> bytes:
        seen.append(passphrase)
        return derive(self, passphrase)

    monkeypatch.setattr(Derivation, "derive", counted)
    return seen


def rewritten(raw: bytes, **changes: object) -> bytes:
    """Change the outer fields as somebody would who knows the format, but not the data key."""
    plain: dict[str, Any] = json.loads(raw) | changes
    plain.pop("checksum")
    plain["checksum"] = hashlib.sha256(canonical(plain)).hexdigest()
    return json.dumps(plain).encode()


# --- opening ---


def test_the_passphrase_opens_what_was_saved(new: NewKeyFile, tmp_path: Path) -> None:
    path = tmp_path / "bostoette.key"
    new.key_file.save(path)
    unlocked = KeyFile.load(path).unlock_with_passphrase(ANNA)
    assert unlocked.data_key == new.data_key
    assert len(unlocked.data_key) == 32
    assert unlocked.slot.worker == WORKER


def test_the_recovery_key_opens_it_as_a_person_types_it(new: NewKeyFile) -> None:
    typed = new.recovery_key.text.lower().replace("-", " ")
    assert new.key_file.unlock_with_recovery(typed).data_key == new.data_key


def test_a_wrong_passphrase_is_refused_with_a_sentence(new: NewKeyFile) -> None:
    with pytest.raises(WrongPassphrase, match="passer ikke"):
        new.key_file.unlock_with_passphrase(ANNA + " ")


def test_a_mistyped_recovery_key_and_one_of_other_data_are_told_apart(new: NewKeyFile) -> None:
    with pytest.raises(RecoveryKeyMistyped):
        new.key_file.unlock_with_recovery(new.recovery_key.text[:-1])
    with pytest.raises(WrongRecoveryKey):
        new.key_file.unlock_with_recovery(RecoveryKey.new().text)


def test_a_passphrase_typed_on_a_mac_fits_elsewhere() -> None:
    typed = unicodedata.normalize("NFD", BENT)
    assert typed != BENT
    new = KeyFile.create(BENT, cost=QUICK)
    assert new.key_file.unlock_with_passphrase(typed).data_key == new.data_key


@given(st.text(min_size=1, max_size=30))
def test_any_text_can_be_a_passphrase(passphrase: str) -> None:
    new = KeyFile.create(passphrase, cost=QUICK)
    assert new.key_file.unlock_with_passphrase(passphrase).data_key == new.data_key


def test_two_files_with_one_passphrase_share_nothing() -> None:
    one, other = (KeyFile.create(ANNA, cost=QUICK) for _ in range(2))
    assert one.data_key != other.data_key
    assert one.key_file.file_id != other.key_file.file_id
    assert one.key_file.slots[0].derivation != other.key_file.slots[0].derivation


def test_the_slow_derivation_costs_what_was_decided() -> None:
    assert Cost(memory_kib=64 * 1024, passes=3, lanes=4) == COST
    new = KeyFile.create(ANNA)
    derivation = new.key_file.slots[0].derivation
    assert derivation is not None
    assert derivation.cost == COST
    assert new.key_file.unlock_with_passphrase(ANNA).data_key == new.data_key


# --- several persons ---


def test_each_person_opens_with_an_own_passphrase_and_is_known_by_it(new: NewKeyFile) -> None:
    both = new.key_file.add_passphrase(new.data_key, BENT, label="B", cost=QUICK)
    assert both.unlock_with_passphrase(BENT).slot.label == "B"
    assert both.unlock_with_passphrase(ANNA).slot.label == "A"
    assert both.unlock_with_passphrase(BENT).data_key == new.data_key


def test_many_persons_wait_for_one_derivation(new: NewKeyFile, derivations: list[str]) -> None:
    crowd = new.key_file
    for number in range(5):
        crowd = crowd.add_passphrase(new.data_key, f"{BENT} {number}", cost=QUICK)
    derivations.clear()
    crowd.unlock_with_passphrase(f"{BENT} 4")
    assert len(derivations) == 1


def test_a_named_person_cannot_come_in_with_another_ones_passphrase(new: NewKeyFile) -> None:
    both = new.key_file.add_passphrase(new.data_key, BENT, label="B", cost=QUICK)
    annas = both.slots[0].id
    assert both.unlock_with_passphrase(ANNA, slot_id=annas).slot.label == "A"
    with pytest.raises(WrongPassphrase):
        both.unlock_with_passphrase(BENT, slot_id=annas)


def test_two_persons_cannot_have_the_same_passphrase(new: NewKeyFile) -> None:
    with pytest.raises(PassphraseTaken):
        new.key_file.add_passphrase(new.data_key, ANNA, cost=QUICK)
    both = new.key_file.add_passphrase(new.data_key, BENT, cost=QUICK)
    with pytest.raises(PassphraseTaken):
        both.change_passphrase(new.data_key, both.slots[0].id, BENT, cost=QUICK)


def test_a_person_who_is_taken_out_comes_in_no_more(new: NewKeyFile) -> None:
    both = new.key_file.add_passphrase(new.data_key, BENT, cost=QUICK)
    bents = both.unlock_with_passphrase(BENT).slot.id
    left = both.remove_slot(new.data_key, bents)
    with pytest.raises(WrongPassphrase):
        left.unlock_with_passphrase(BENT)
    assert left.unlock_with_passphrase(ANNA).data_key == new.data_key


# --- changing ---


def test_a_changed_passphrase_replaces_the_old_and_keeps_person_and_data_key(
    new: NewKeyFile,
) -> None:
    slot = new.key_file.slots[0]
    changed = new.key_file.change_passphrase(new.data_key, slot.id, BENT, cost=QUICK)
    unlocked = changed.unlock_with_passphrase(BENT)
    assert unlocked.data_key == new.data_key
    assert (unlocked.slot.id, unlocked.slot.worker) == (slot.id, WORKER)
    with pytest.raises(WrongPassphrase):
        changed.unlock_with_passphrase(ANNA)


def test_a_lone_person_gets_a_fresh_salt_with_a_new_passphrase(new: NewKeyFile) -> None:
    slot = new.key_file.slots[0]
    changed = new.key_file.change_passphrase(new.data_key, slot.id, BENT, cost=QUICK)
    assert changed.slots[0].derivation != slot.derivation


def test_a_new_recovery_key_makes_the_old_paper_worthless(new: NewKeyFile) -> None:
    changed, fresh = new.key_file.replace_recovery(new.data_key)
    assert changed.unlock_with_recovery(fresh.text).data_key == new.data_key
    with pytest.raises(WrongRecoveryKey):
        changed.unlock_with_recovery(new.recovery_key.text)
    assert len(changed.of_kind(SlotKind.RECOVERY)) == 1


def test_nothing_holds_before_it_is_saved(new: NewKeyFile, tmp_path: Path) -> None:
    path = tmp_path / "bostoette.key"
    new.key_file.save(path)
    new.key_file.change_passphrase(new.data_key, new.key_file.slots[0].id, BENT, cost=QUICK)
    assert KeyFile.load(path).unlock_with_passphrase(ANNA).data_key == new.data_key


def test_the_last_way_in_stays(new: NewKeyFile) -> None:
    with_store, kept, _ = new.key_file.add_keystore(new.data_key)
    recovery = with_store.of_kind(SlotKind.RECOVERY)[0]
    without_paper = with_store.remove_slot(new.data_key, recovery.id)
    with pytest.raises(LastWayIn):
        without_paper.remove_slot(new.data_key, without_paper.slots[0].id)
    assert without_paper.remove_slot(new.data_key, kept.id).slots == without_paper.slots[:1]


def test_a_key_store_is_never_the_only_copy_even_with_several(new: NewKeyFile) -> None:
    grown = new.key_file.add_keystore(new.data_key)[0].add_keystore(new.data_key)[0]
    grown = grown.remove_slot(new.data_key, grown.of_kind(SlotKind.PASSPHRASE)[0].id)
    with pytest.raises(LastWayIn):
        grown.remove_slot(new.data_key, grown.of_kind(SlotKind.RECOVERY)[0].id)


def test_a_wrong_data_key_cannot_lock_everybody_out(new: NewKeyFile) -> None:
    with pytest.raises(ValueError, match="not the data key"):
        new.key_file.add_passphrase(bytes(32), BENT, cost=QUICK)


def test_a_slot_that_is_not_there_is_a_bug_and_not_silence(new: NewKeyFile) -> None:
    with pytest.raises(KeyError):
        new.key_file.remove_slot(new.data_key, "0" * 16)
    recovery = new.key_file.of_kind(SlotKind.RECOVERY)[0]
    with pytest.raises(KeyError):
        new.key_file.change_passphrase(new.data_key, recovery.id, BENT, cost=QUICK)


def test_a_key_store_slot_opens_with_its_secret_only(new: NewKeyFile) -> None:
    grown, slot, secret = new.key_file.add_keystore(new.data_key, worker=WORKER)
    kept = {grown.keystore_entry(slot): secret}
    unlocked = grown.unlock_with_keystore(kept.get)
    assert unlocked is not None
    assert (unlocked.data_key, unlocked.slot.worker) == (new.data_key, WORKER)
    assert grown.unlock_with_keystore(lambda _: bytes(32)) is None
    assert grown.unlock_with_keystore(lambda _: None) is None


# --- damage ---


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_any_changed_byte_is_found_before_any_derivation(place: int, flip: int) -> None:
    raw = bytearray(SAVED)
    raw[place % len(raw)] ^= flip
    try:
        read = KeyFile.from_bytes(bytes(raw))
    except KeyFileDamaged:
        return
    assert read == KeyFile.from_bytes(SAVED), "a space became another space"


@given(st.integers(0, 10_000))
def test_a_file_cut_short_is_damaged_and_not_a_wrong_passphrase(length: int) -> None:
    with pytest.raises((KeyFileDamaged, KeyFileNotOurs)) as told:
        KeyFile.from_bytes(SAVED[: length % (len(SAVED) - 1)])
    assert isinstance(told.value, KeyFileDamaged) or length % (len(SAVED) - 1) < 40


@pytest.mark.parametrize("raw", [b"", b"\0" * 500, b"\r\n"])
def test_an_emptied_file_is_damaged(raw: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        KeyFile.from_bytes(raw)


@pytest.mark.parametrize("raw", [b"SQLite format 3\0", b"{}", b"[1]", b"\xff\xfe", b"x" * 2**21])
def test_another_file_is_said_to_be_not_ours(raw: bytes) -> None:
    with pytest.raises(KeyFileNotOurs):
        KeyFile.from_bytes(raw)


def test_a_file_from_a_newer_program_is_said_to_be_so(new: NewKeyFile) -> None:
    newer = rewritten(new.key_file.to_bytes(), format=3, body={"unknown": 1})
    with pytest.raises(KeyFileTooNew):
        KeyFile.from_bytes(newer)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing):
        KeyFile.load(tmp_path / "bostoette.key")


def test_line_ends_changed_on_the_way_do_no_harm(new: NewKeyFile) -> None:
    raw = new.key_file.to_bytes().replace(b"\n", b"\r\n")
    assert KeyFile.from_bytes(raw) == new.key_file


def test_every_sentence_is_its_own() -> None:
    kinds: list[type[Any]] = [
        WrongPassphrase,
        WrongRecoveryKey,
        KeyFileMissing,
        KeyFileDamaged,
        KeyFileAltered,
        KeyFileNotOurs,
        KeyFileTooNew,
    ]
    errors = [kind() for kind in kinds]
    assert all(isinstance(error, PlanError) for error in errors)
    assert len({error.sentence for error in errors}) == len(kinds)


# --- somebody without the data key ---


def test_a_slot_taken_away_from_outside_is_noticed(new: NewKeyFile) -> None:
    raw = new.key_file.to_bytes()
    body = json.loads(raw)["body"]
    body["slots"] = body["slots"][:1]
    altered = KeyFile.from_bytes(rewritten(raw, body=body))
    with pytest.raises(KeyFileAltered):
        altered.unlock_with_passphrase(ANNA)


@pytest.mark.parametrize("changed", [{"worker": "ff" * 16}, {"label": "Z"}])
def test_a_slot_given_to_another_person_opens_nothing(
    new: NewKeyFile, changed: dict[str, str]
) -> None:
    raw = new.key_file.to_bytes()
    body = json.loads(raw)["body"]
    body["slots"][0] |= changed
    with pytest.raises(WrongPassphrase):
        KeyFile.from_bytes(rewritten(raw, body=body)).unlock_with_passphrase(ANNA)


def test_a_slot_carried_to_another_file_opens_nothing(new: NewKeyFile) -> None:
    moved = replace(new.key_file, database_id="00" * 16)
    with pytest.raises(WrongPassphrase):
        moved.unlock_with_passphrase(ANNA)


@pytest.mark.parametrize(
    "changed",
    [
        {"memory_kib": 1 << 30},
        {"passes": 10**9},
        {"lanes": 0},
        {"memory_kib": "64"},
        {"salt": "00"},
        {"name": "none"},
    ],
)
def test_a_derivation_made_to_hang_the_machine_is_refused_unread(
    new: NewKeyFile, changed: dict[str, object]
) -> None:
    raw = new.key_file.to_bytes()
    body = json.loads(raw)["body"]
    body["slots"][0]["derivation"] |= changed
    with pytest.raises(KeyFileDamaged):
        KeyFile.from_bytes(rewritten(raw, body=body))


def test_secrets_stay_out_of_the_file_and_of_what_might_be_logged(new: NewKeyFile) -> None:
    _, _, secret = new.key_file.add_keystore(new.data_key)
    unlocked = new.key_file.unlock_with_passphrase(ANNA)
    told = new.key_file.to_bytes().decode() + repr(new) + repr(unlocked)
    for hidden in (new.data_key, secret, new.recovery_key.secret):
        assert hidden.hex() not in told
        assert repr(hidden) not in told
    assert ANNA not in told
    assert new.recovery_key.groups[0] not in told


# --- the disk ---


def test_a_full_disk_leaves_the_old_key_file(
    new: NewKeyFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bostoette.key"
    new.key_file.save(path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "fsync", full)
    changed, _ = new.key_file.replace_recovery(new.data_key)
    with pytest.raises(DiskFull):
        changed.save(path)
    assert path.read_bytes() == before


SAVED = KeyFile.create(ANNA, label="A", worker=WORKER, cost=QUICK).key_file.to_bytes()
