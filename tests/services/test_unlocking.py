"""Coming in, and changing the ways in, on a real encrypted file."""

import subprocess
import sys
from pathlib import Path

import pytest

from bostoette.models.key import Key, new_key
from bostoette.models.plan_error import PlanError
from bostoette.services import recovery, unlocking
from bostoette.services.unlocking import Places, SlotKind
from bostoette.store.key_file import KeyFile
from tests.begun import ANOTHER, ANSWERS, PASSPHRASE, Begun
from tests.clock import Clock
from tests.memory_keyring import MemoryKeyring

ROOT = Path(__file__).resolve().parents[2]


def who_opens(places: Places, passphrase: str) -> Key:
    opened = unlocking.open_unlocked(places, unlocking.unlock(places, passphrase), Clock())
    opened.close()
    return opened.desk.actor_id


# --- the first start, and every morning ---


def test_what_the_first_start_made_is_opened_by_its_passphrase(begun: Begun) -> None:
    assert unlocking.has_data(begun.places)
    assert who_opens(begun.places, PASSPHRASE) == begun.worker_id


def test_an_empty_folder_is_a_first_start(tmp_path: Path) -> None:
    assert not unlocking.has_data(Places.at(tmp_path))


def test_a_weak_passphrase_makes_no_file(tmp_path: Path) -> None:
    places = Places.at(tmp_path / "data")
    with pytest.raises(PlanError, match="for svag"):
        unlocking.begin(places, "1234", ANSWERS, Clock())
    assert not unlocking.has_data(places)


def test_a_wrong_passphrase_is_refused_with_a_sentence(begun: Begun) -> None:
    with pytest.raises(PlanError, match=r"passer ikke\. Dine data er urørte"):
        unlocking.unlock(begun.places, ANOTHER)


def test_a_missing_key_file_is_told_before_anybody_types(begun: Begun) -> None:
    begun.places.key_file.unlink()
    assert unlocking.has_data(begun.places)
    with pytest.raises(PlanError, match="mangler"):
        unlocking.threshold(begun.places)


def test_the_unlock_page_loads_no_database_library() -> None:
    code = (
        "import sys, bostoette.ui.entry.entry_window, bostoette.ui.entry.unlock_page;"
        "print(*({'sqlalchemy', 'alembic', 'sqlcipher3', 'keyring', 'icalendar', 'holidays'}"
        " & set(sys.modules)))"
    )
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == ""


# --- remembered on this machine ---


def test_a_machine_that_remembers_opens_by_itself_as_the_same_person(
    begun: Begun, memory: MemoryKeyring
) -> None:
    assert unlocking.threshold(begun.places).unlocked is None
    unlocking.come_in(begun.places, PASSPHRASE, remember=True)
    seen = unlocking.threshold(begun.places)
    assert seen.remembered
    assert seen.unlocked is not None
    opened = unlocking.open_unlocked(begun.places, seen.unlocked, Clock())
    opened.close()
    assert opened.desk.actor_id == begun.worker_id


def test_after_lock_the_person_is_asked_although_the_machine_remembers(
    begun: Begun, memory: MemoryKeyring
) -> None:
    unlocking.come_in(begun.places, PASSPHRASE, remember=True)
    seen = unlocking.threshold(begun.places, ask=True)
    assert seen.remembered
    assert seen.unlocked is None


def test_remembering_every_morning_leaves_one_way_in(begun: Begun, memory: MemoryKeyring) -> None:
    for _ in range(3):
        unlocking.come_in(begun.places, PASSPHRASE, remember=True)
    kinds = [way.kind for way in unlocking.ways_in(begun.places)]
    assert kinds.count(SlotKind.KEYSTORE) == 1
    assert len(memory.kept) == 1


def test_a_machine_that_remembered_another_person_remembers_the_one_who_came(
    begun: Begun, memory: MemoryKeyring
) -> None:
    colleague = add_colleague(begun, ANOTHER)
    unlocking.come_in(begun.places, PASSPHRASE, remember=True)
    unlocking.come_in(begun.places, ANOTHER, remember=True)
    unlocked = unlocking.unlock_by_key_store(begun.places)
    assert unlocked is not None
    assert unlocked.slot.worker == colleague.hex()
    assert len(memory.kept) == 1


def test_a_machine_stops_remembering_when_asked(begun: Begun, memory: MemoryKeyring) -> None:
    unlocking.come_in(begun.places, PASSPHRASE, remember=True)
    unlocking.come_in(begun.places, PASSPHRASE, remember=False)
    assert unlocking.unlock_by_key_store(begun.places) is None
    assert memory.kept == {}


def test_a_locked_key_store_says_so_and_leaves_the_passphrase(
    begun: Begun, memory: MemoryKeyring
) -> None:
    memory.locked = True
    with pytest.raises(unlocking.KeyStoreUnavailable, match="adgangssætningen virker som før"):
        unlocking.come_in(begun.places, PASSPHRASE, remember=True)
    assert who_opens(begun.places, PASSPHRASE) == begun.worker_id


def test_without_a_key_store_remembering_is_not_offered(begun: Begun) -> None:
    seen = unlocking.threshold(begun.places)
    assert not seen.key_store
    assert seen.unlocked is None


# --- the passphrase is forgotten ---


def test_the_recovery_key_gives_a_new_passphrase_and_a_new_key_for_the_same_person(
    begun: Begun,
) -> None:
    typed = begun.recovery_key.text.lower().replace("-", " ")
    recovered = recovery.recover(begun.places, typed)
    assert [owner.person for owner in recovered.owners] == [None]
    renewal = recovery.renew(recovered, ANOTHER)
    unlocked = recovery.keep(begun.places, renewal)
    assert unlocked.slot.worker == begun.worker_id.hex()
    assert who_opens(begun.places, ANOTHER) == begun.worker_id
    with pytest.raises(PlanError, match="passer ikke"):
        unlocking.unlock(begun.places, PASSPHRASE)
    with pytest.raises(PlanError, match="afløst"):
        recovery.recover(begun.places, begun.recovery_key.text)
    assert recovery.recover(begun.places, renewal.recovery_key.text).owners


def test_until_the_new_key_is_kept_the_old_ways_in_hold(begun: Begun) -> None:
    before = begun.places.key_file.read_bytes()
    recovered = recovery.recover(begun.places, begun.recovery_key.text)
    recovery.renew(recovered, ANOTHER)
    assert begun.places.key_file.read_bytes() == before


def test_keeping_twice_does_no_harm(begun: Begun) -> None:
    recovered = recovery.recover(begun.places, begun.recovery_key.text)
    renewal = recovery.renew(recovered, ANOTHER)
    assert recovery.keep(begun.places, renewal) == recovery.keep(begun.places, renewal)


def test_a_change_from_another_window_is_not_overwritten(begun: Begun) -> None:
    recovered = recovery.recover(begun.places, begun.recovery_key.text)
    renewal = recovery.renew(recovered, ANOTHER)
    unlocking.change_passphrase(begun.places, PASSPHRASE, "en ny og lang sætning")
    with pytest.raises(PlanError, match="ændret et andet sted"):
        recovery.keep(begun.places, renewal)
    assert who_opens(begun.places, "en ny og lang sætning") == begun.worker_id


def test_a_weak_new_passphrase_is_refused(begun: Begun) -> None:
    recovered = recovery.recover(begun.places, begun.recovery_key.text)
    with pytest.raises(PlanError, match="for svag"):
        recovery.renew(recovered, "kodeord")


# --- changes by somebody who is in ---


def test_a_changed_passphrase_opens_and_the_old_does_not(begun: Begun) -> None:
    unlocking.change_passphrase(begun.places, PASSPHRASE, ANOTHER)
    assert who_opens(begun.places, ANOTHER) == begun.worker_id
    with pytest.raises(PlanError, match="passer ikke"):
        unlocking.unlock(begun.places, PASSPHRASE)


def test_a_new_recovery_key_replaces_the_old_once_it_is_kept(begun: Begun) -> None:
    renewal = recovery.new_recovery_key(begun.places, PASSPHRASE)
    recovery.recover(begun.places, begun.recovery_key.text)
    recovery.keep(begun.places, renewal)
    recovery.recover(begun.places, renewal.recovery_key.text)
    with pytest.raises(PlanError, match="afløst"):
        recovery.recover(begun.places, begun.recovery_key.text)
    assert who_opens(begun.places, PASSPHRASE) == begun.worker_id


def test_the_ways_in_are_listed_without_names(begun: Begun) -> None:
    colleague = add_colleague(begun, ANOTHER)
    ways = unlocking.ways_in(begun.places)
    assert {(way.kind, way.worker_id) for way in ways} == {
        (SlotKind.PASSPHRASE, begun.worker_id),
        (SlotKind.PASSPHRASE, colleague),
        (SlotKind.RECOVERY, None),
    }


def add_colleague(begun: Begun, passphrase: str) -> Key:
    """Let a colleague in who has no row of her own yet."""
    key_file = KeyFile.load(begun.places.key_file)
    data_key = key_file.unlock_with_passphrase(PASSPHRASE).data_key
    colleague = new_key()
    key_file.add_passphrase(data_key, passphrase, worker=colleague.hex()).save(
        begun.places.key_file
    )
    return colleague
