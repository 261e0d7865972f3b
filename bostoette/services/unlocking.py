"""How a person gets in – passphrase, recovery key, this machine's key store – and changes that.

Nothing here knows Qt, and all of it may be called beside the window: deriving a key from a
passphrase takes a quarter of a second on purpose. The unlock page is the first thing shown, so
the database's libraries are loaded inside the functions that need them.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bostoette.models.key import Key
from bostoette.models.passphrase import refuse_too_weak
from bostoette.models.plan_error import PlanError
from bostoette.models.recovery_key import RecoveryKey
from bostoette.services.data_there import has_data
from bostoette.services.first_answers import FirstAnswers
from bostoette.store import key_store
from bostoette.store.key_errors import KeyStoreUnavailable
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.key_slot import Slot, SlotKind
from bostoette.store.places import Places, unusable

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bostoette.services.program_file import OpenFile

__all__ = [
    "KeyStoreUnavailable",
    "Owner",
    "Places",
    "Recovered",
    "Renewal",
    "SlotKind",
    "Threshold",
    "Unlocked",
    "WayIn",
    "await_proof",
    "begin",
    "change_passphrase",
    "come_in",
    "has_data",
    "keep",
    "new_recovery_key",
    "open_unlocked",
    "proof_missing",
    "prove",
    "recover",
    "remember_here",
    "remove_way_in",
    "renew",
    "stop_remembering",
    "threshold",
    "unlock",
    "unlock_by_key_store",
    "warm_up",
    "ways_in",
]


class KeysChangedMeanwhile(PlanError):
    """Another window wrote the key file after it was read here."""

    def __init__(self) -> None:
        super().__init__(
            "Adgangen er ændret et andet sted imens, så denne ændring er ikke gemt. Det, der var "
            "gemt, gælder stadig. Begynd forfra."
        )


@dataclass(frozen=True, slots=True)
class Threshold:
    """What can be said before anybody has come in."""

    key_store: bool
    """Whether this machine has a key store that encrypts."""
    remembered: bool
    """Whether it holds a way in."""
    unlocked: Unlocked | None
    """That way in, unless the person is to be asked."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A person with a passphrase, as far as told: with one person, nobody's name is read."""

    slot_id: str
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Recovered:
    """Opened by the recovery key; waits for a new passphrase."""

    key_file: KeyFile = field(repr=False)
    data_key: bytes = field(repr=False)
    owners: tuple[Owner, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """New ways in that hold once kept; until then the old ones do."""

    before: KeyFile = field(repr=False)
    after: KeyFile = field(repr=False)
    unlocked: Unlocked = field(repr=False)
    recovery_key: RecoveryKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class WayIn:
    """One slot of the key file, for a list of who and what can come in."""

    id: str
    kind: SlotKind
    worker_id: Key | None


# --- before anybody is in ---


def warm_up() -> None:
    """Load the libraries that opening needs, while the person types."""
    import bostoette.services.program_file
    import bostoette.store.schema  # noqa: F401 - loaded for the next who asks


def threshold(places: Places, *, ask: bool = False) -> Threshold:
    """See whether this machine's key store can be used, and whether it lets the person in.

    With ``ask`` the store lets nobody in: after *Lås* the person is asked in any case.

    Raises:
        PlanError: the key file is missing, damaged, not ours or too new.

    """
    key_file = KeyFile.load(places.key_file)
    if not key_store.available():
        return Threshold(key_store=False, remembered=False, unlocked=None)
    found = key_store.unlock(key_file)
    return Threshold(key_store=True, remembered=found is not None, unlocked=None if ask else found)


# --- coming in ---


def unlock(places: Places, passphrase: str) -> Unlocked:
    """Come in by passphrase; one slow derivation, however many persons there are.

    Raises:
        WrongPassphrase, PlanError: it does not fit, or the key file cannot be used.

    """
    return KeyFile.load(places.key_file).unlock_with_passphrase(passphrase)


def come_in(places: Places, passphrase: str, *, remember: bool | None) -> Unlocked:
    """Come in by passphrase, and let this machine remember or forget (None: leave it).

    Raises:
        KeyStoreUnavailable: the passphrase fits, but the machine cannot remember.
        WrongPassphrase, PlanError: it does not fit, or the key file cannot be used.

    """
    unlocked = unlock(places, passphrase)
    if remember:
        remember_here(places, unlocked)
    elif remember is not None:
        stop_remembering(places, unlocked)
    return unlocked


def unlock_by_key_store(places: Places) -> Unlocked | None:
    """Come in by what this machine's key store holds, or not at all."""
    return key_store.unlock(KeyFile.load(places.key_file))


def open_unlocked(places: Places, unlocked: Unlocked, now: Callable[[], datetime]) -> "OpenFile":
    """Open the data for writing, in the name of the person who came in.

    Raises:
        PlanError: another window has it open, or it cannot be used.

    """
    from bostoette.services import program_file

    program_file.start_state(places)  # finishes a first start that was cut off
    return program_file.open_file(places, unlocked, now)


def begin(
    places: Places, passphrase: str, answers: FirstAnswers, now: Callable[[], datetime]
) -> tuple["OpenFile", RecoveryKey]:
    """Make the person's own data at the first start; the recovery key is given this once.

    Raises:
        PlanError: the passphrase is too weak, or the folder cannot hold data.

    """
    refuse_too_weak(passphrase)
    from bostoette.services import program_file

    person = program_file.NewPerson(answers.name, answers.initials, hours=answers.hours)
    return program_file.create(places, passphrase, person, now)


def await_proof(places: Places) -> None:
    """Remember that the recovery key is being shown and not yet typed back.

    Raises PlanError where the folder does not let it.
    """
    try:
        places.unproven.touch()
    except OSError as error:
        raise unusable(error) from error


def proof_missing(places: Places) -> bool:
    """Tell whether the program was closed before anybody typed the recovery key back."""
    return places.unproven.exists()


def prove(places: Places) -> None:
    """Note that the person has the recovery key."""
    with suppress(OSError):
        places.unproven.unlink(missing_ok=True)


# --- remembered on this machine ---


def remember_here(places: Places, unlocked: Unlocked) -> None:
    """Let this machine open the data by itself, as the person who came in.

    Raises:
        KeyStoreUnavailable, PlanError: store or disk refused; all is as before.

    """
    key_file = KeyFile.load(places.key_file)
    known = key_store.unlock(key_file)
    if known is not None:
        if known.slot.worker == unlocked.slot.worker:
            return
        key_file = key_store.stop_remembering(key_file, unlocked.data_key, places.key_file)
    key_store.remember(key_file, unlocked, places.key_file)


def stop_remembering(places: Places, unlocked: Unlocked) -> None:
    """Let this machine ask at every start again; nothing happens if it already does.

    Raises:
        PlanError: the key file could not be saved; all is as before.

    """
    key_file = KeyFile.load(places.key_file)
    if key_file.of_kind(SlotKind.KEYSTORE) and key_store.available():
        key_store.stop_remembering(key_file, unlocked.data_key, places.key_file)


# --- the passphrase is forgotten ---


def recover(places: Places, typed: str, now: Callable[[], datetime]) -> Recovered:
    """Come in by the recovery key; nothing is changed yet.

    Where several persons have a passphrase, the owners carry their names, to choose from.

    Raises:
        RecoveryKeyMistyped, WrongRecoveryKey, PlanError: it does not open these data.

    """
    key_file = KeyFile.load(places.key_file)
    unlocked = key_file.unlock_with_recovery(typed)
    slots = key_file.of_kind(SlotKind.PASSPHRASE)
    names = _names(places, unlocked, now) if len(slots) > 1 else {}
    owners = tuple(Owner(slot.id, _name_of(slot, names)) for slot in slots)
    return Recovered(key_file, unlocked.data_key, owners)


def renew(recovered: Recovered, new_passphrase: str, slot_id: str | None = None) -> Renewal:
    """Make a new passphrase for one owner (the only one unless named) and a new recovery key.

    Nothing holds until ``keep``; until then the old recovery key opens the data.

    Raises:
        PlanError: the passphrase is too weak, or somebody else's.

    """
    refuse_too_weak(new_passphrase)
    old, data_key = recovered.key_file, recovered.data_key
    slot_id = slot_id or next((owner.slot_id for owner in recovered.owners), None)
    if slot_id is None:
        changed = old.add_passphrase(data_key, new_passphrase)
        slot_id = changed.slots[-1].id
    else:
        changed = old.change_passphrase(data_key, slot_id, new_passphrase)
    after, recovery_key = changed.replace_recovery(data_key)
    return Renewal(old, after, Unlocked(data_key, after.slot(slot_id)), recovery_key)


def keep(places: Places, renewal: Renewal) -> Unlocked:
    """Save a new passphrase and recovery key, both in one, and come in by them.

    Raises:
        KeysChangedMeanwhile, PlanError: nothing is saved, and the old ways in hold.

    """
    now_there = KeyFile.load(places.key_file)
    if now_there == renewal.before:
        renewal.after.save(places.key_file)
    elif now_there != renewal.after:
        raise KeysChangedMeanwhile
    prove(places)
    return renewal.unlocked


# --- changes by somebody who is in ---


def change_passphrase(places: Places, passphrase: str, new_passphrase: str) -> None:
    """Give the person with this passphrase a new one; the old opens nothing any more.

    Raises:
        WrongPassphrase, PlanError: it does not fit, or the new one cannot be used.

    """
    refuse_too_weak(new_passphrase)
    key_file = KeyFile.load(places.key_file)
    unlocked = key_file.unlock_with_passphrase(passphrase)
    changed = key_file.change_passphrase(unlocked.data_key, unlocked.slot.id, new_passphrase)
    changed.save(places.key_file)


def new_recovery_key(places: Places, passphrase: str) -> Renewal:
    """Make a new recovery key; the old one opens the data until the new one is kept.

    Raises:
        WrongPassphrase, PlanError: it does not fit, or the key file cannot be used.

    """
    before = KeyFile.load(places.key_file)
    unlocked = before.unlock_with_passphrase(passphrase)
    after, recovery_key = before.replace_recovery(unlocked.data_key)
    return Renewal(before, after, unlocked, recovery_key)


def ways_in(places: Places) -> tuple[WayIn, ...]:
    """List who and what can come in; needs no passphrase and reads no names."""
    return tuple(
        WayIn(slot.id, slot.kind, bytes.fromhex(slot.worker) if slot.worker else None)
        for slot in KeyFile.load(places.key_file).slots
    )


def remove_way_in(places: Places, passphrase: str, way_in_id: str) -> None:
    """Take a person or a machine out, on the word of somebody with a passphrase.

    Raises:
        WrongPassphrase, LastWayIn, PlanError: nothing is changed.

    """
    key_file = KeyFile.load(places.key_file)
    data_key = key_file.unlock_with_passphrase(passphrase).data_key
    if any(slot.id == way_in_id for slot in key_file.slots):
        key_file.remove_slot(data_key, way_in_id).save(places.key_file)


# --- inside ---


def _names(places: Places, unlocked: Unlocked, now: Callable[[], datetime]) -> dict[Key, str]:
    opened = open_unlocked(places, unlocked, now)
    try:
        return opened.desk.read(_worker_names)
    finally:
        opened.close()


def _worker_names(session: "Session") -> dict[Key, str]:
    from sqlalchemy import select

    from bostoette.models.worker import Worker

    return {row.id: row.name for row in session.execute(select(Worker.id, Worker.name))}


def _name_of(slot: Slot, names: dict[Key, str]) -> str:
    return names.get(bytes.fromhex(slot.worker), "") if slot.worker else ""
