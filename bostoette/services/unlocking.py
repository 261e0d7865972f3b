"""How a person gets in – by passphrase, or by this machine's key store – and changes that.

Where several persons have an own way in, each says who she is and types her own passphrase. The
recovery key has a room of its own (`recovery`), and so has the leader's list (`people`).

Nothing here knows Qt, and all of it may be called beside the window: deriving a key from a
passphrase takes a quarter of a second on purpose. The unlock page is the first thing shown, so
the database's libraries are loaded inside the functions that need them.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from bostoette.models.key import Key
from bostoette.models.key_person import KeyPerson
from bostoette.models.passphrase import refuse_too_weak
from bostoette.models.recovery_key import RecoveryKey
from bostoette.services.data_there import has_data, people_here
from bostoette.services.first_answers import FirstAnswers
from bostoette.store import key_store
from bostoette.store.file_lock import AlreadyOpen
from bostoette.store.key_errors import (
    KeyStoreUnavailable,
    MustChooseOwn,
    NoLongerLetIn,
    SamePassphrase,
)
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.key_file_edit import editing
from bostoette.store.key_slot import Slot, SlotKind
from bostoette.store.places import Places, unusable
from bostoette.store.shared_rights import follow_folder

if TYPE_CHECKING:
    from bostoette.services.program_file import OpenFile

__all__ = [
    "AlreadyOpen",
    "KeyPerson",
    "KeyStoreUnavailable",
    "Places",
    "SlotKind",
    "Threshold",
    "Unlocked",
    "WayIn",
    "await_proof",
    "begin",
    "change_passphrase",
    "choose_own",
    "come_in",
    "has_data",
    "keep_wish",
    "must_choose_own",
    "open_to_read",
    "open_unlocked",
    "people_here",
    "proof_missing",
    "prove",
    "refuse_unless_here",
    "remember_here",
    "stop_remembering",
    "threshold",
    "unlock",
    "unlock_by_key_store",
    "warm_up",
    "ways_in",
]


@dataclass(frozen=True, slots=True)
class Threshold:
    """What can be said before anybody has come in."""

    key_store: bool
    """Whether this machine has a key store that encrypts."""
    remembered: bool
    """Whether it holds a way in."""
    unlocked: Unlocked | None
    """That way in, unless the person is to be asked."""
    whose: str | None = None
    """Whom it lets in: her key in hex."""


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
    return Threshold(
        key_store=True,
        remembered=found is not None,
        unlocked=None if ask else found,
        whose=None if found is None else found.slot.worker,
    )


# --- coming in ---


def unlock(places: Places, passphrase: str, worker: str | None = None) -> Unlocked:
    """Come in by passphrase; one slow derivation, however many persons there are.

    ``worker`` is the key in hex of whoever was chosen: then only her own passphrase fits.

    Raises:
        NoLongerLetIn: whoever was chosen has no way in any more.
        WrongPassphrase, PlanError: it does not fit, or the key file cannot be used.

    """
    key_file = KeyFile.load(places.key_file)
    return key_file.unlock_with_passphrase(passphrase, slot_id=own_slot(key_file, worker))


def own_slot(key_file: KeyFile, worker: str | None) -> str | None:
    """Give the slot of somebody's passphrase; None, for any, where nobody is told apart.

    Raises:
        NoLongerLetIn: she has none.

    """
    passphrases = key_file.of_kind(SlotKind.PASSPHRASE)
    if worker is None or (len(passphrases) == 1 and not passphrases[0].worker):
        return None
    for slot in passphrases:
        if slot.worker == worker:
            return slot.id
    raise NoLongerLetIn


def come_in(
    places: Places, passphrase: str, *, remember: bool | None, worker: str | None = None
) -> Unlocked:
    """Come in by passphrase, and let this machine remember or forget (None: leave it).

    Whoever has to choose her own passphrase first is not remembered yet.

    Raises:
        KeyStoreUnavailable: the passphrase fits, but the machine cannot remember.
        NoLongerLetIn, WrongPassphrase, PlanError: as `unlock`.

    """
    unlocked = unlock(places, passphrase, worker)
    if remember is not None and not must_choose_own(places, unlocked):
        keep_wish(places, unlocked, remember=remember)
    return unlocked


def keep_wish(places: Places, unlocked: Unlocked, *, remember: bool) -> None:
    """Let this machine remember whoever came in, or forget her; raises as `come_in`."""
    if remember:
        remember_here(places, unlocked)
    else:
        stop_remembering(places, unlocked)


def must_choose_own(places: Places, unlocked: Unlocked) -> bool:
    """Tell whether the passphrase was given by somebody else, and is good for one start only."""
    person = KeyFile.load(places.key_file).person(unlocked.slot)
    return person is not None and person.one_time


def refuse_unless_here(places: Places, unlocked: Unlocked, now: Callable[[], datetime]) -> None:
    """Raise EntryEnded or NotInTheTeam where opening would, before more is asked of her."""
    from bostoette.services import program_file

    program_file.refuse_unless_here(places, unlocked, now)


def choose_own(places: Places, unlocked: Unlocked, given: str, new_passphrase: str) -> Unlocked:
    """Take an own passphrase in place of the one that was given.

    Raises:
        SamePassphrase, PlanError: the new one is the given one, too weak, or somebody else's.
        NoLongerLetIn: she was taken out meanwhile.

    """
    refuse_too_weak(new_passphrase)
    with editing(places.key_file) as key_file:
        slot_id = _still_there(key_file, unlocked)
        if key_file.opens(slot_id, new_passphrase):
            raise SamePassphrase
        key_file.unlock_with_passphrase(given, slot_id=slot_id)
        changed = key_file.change_passphrase(unlocked.data_key, slot_id, new_passphrase)
        whole = with_own_passphrase(changed, unlocked.data_key, changed.slot(slot_id))
        whole.save(places.key_file)
    return Unlocked(unlocked.data_key, whole.slot(slot_id))


def with_own_passphrase(key_file: KeyFile, data_key: bytes, slot: Slot) -> KeyFile:
    """Note that whoever a slot lets in has chosen her own passphrase."""
    people = (
        replace(one, one_time=False) if one.worker == slot.worker else one
        for one in key_file.people
    )
    return key_file.name_people(data_key, people)


def unlock_by_key_store(places: Places) -> Unlocked | None:
    """Come in by what this machine's key store holds, or not at all."""
    return key_store.unlock(KeyFile.load(places.key_file))


def open_unlocked(places: Places, unlocked: Unlocked, now: Callable[[], datetime]) -> "OpenFile":
    """Open the data for writing, in the name of the person who came in.

    Raises:
        AlreadyOpen: another window has it open.
        MustChooseOwn: the passphrase was good for choosing her own only.
        NoLongerLetIn, PlanError: she has been taken out, or it cannot be used.

    """
    from bostoette.services import people, program_file

    _refuse_unready(places, unlocked)

    program_file.start_state(places)  # finishes a first start that was cut off
    opened = program_file.open_file(places, unlocked, now)
    people.keep_names(opened, unlocked.data_key)
    return opened


def open_to_read(places: Places, unlocked: Unlocked, now: Callable[[], datetime]) -> "OpenFile":
    """Open the data beside whoever has them open; raises as `open_unlocked`."""
    from bostoette.services import program_file

    _refuse_unready(places, unlocked)
    return program_file.open_file(places, unlocked, now, writing=False)


def begin(
    places: Places, passphrase: str, answers: FirstAnswers, now: Callable[[], datetime]
) -> tuple["OpenFile", RecoveryKey]:
    """Make the person's own data at the first start; the recovery key is given this once.

    Raises:
        PlanError: the passphrase is too weak, or the folder cannot hold data.

    """
    refuse_too_weak(passphrase)
    from bostoette.services import program_file

    person = program_file.NewPerson(
        answers.name, answers.initials, hours=answers.hours, role=answers.role
    )
    return program_file.create(places, passphrase, person, now)


def await_proof(places: Places) -> None:
    """Remember that the recovery key is being shown and not yet typed back.

    Raises PlanError where the folder does not let it.
    """
    try:
        places.unproven.touch()
        follow_folder(places.unproven)
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
    with editing(places.key_file) as key_file:
        known = key_store.unlock(key_file)
        if known is not None and known.slot.worker == unlocked.slot.worker:
            return
        free = key_file
        if known is not None:
            free = key_store.stop_remembering(key_file, unlocked.data_key, places.key_file)
        key_store.remember(free, unlocked, places.key_file)


def stop_remembering(places: Places, unlocked: Unlocked) -> None:
    """Let this machine ask at every start again; nothing happens if it already does.

    Whom else it remembers is hers to change.

    Raises:
        PlanError: the key file could not be saved; all is as before.

    """
    if not KeyFile.load(places.key_file).of_kind(SlotKind.KEYSTORE) or not key_store.available():
        return
    with editing(places.key_file) as key_file:
        known = key_store.unlock(key_file)
        if known is not None and known.slot.worker == unlocked.slot.worker:
            key_store.stop_remembering(key_file, unlocked.data_key, places.key_file)


# --- changes by somebody who is in ---


def change_passphrase(
    places: Places, passphrase: str, new_passphrase: str, worker: str | None = None
) -> None:
    """Give the person with this passphrase a new one; the old opens nothing any more.

    ``worker`` is the key in hex of whoever is in: nobody changes another's by mistake.

    Raises:
        NoLongerLetIn, WrongPassphrase, PlanError: it does not fit, or the new one cannot be used.

    """
    refuse_too_weak(new_passphrase)
    with editing(places.key_file) as key_file:
        slot_id = own_slot(key_file, worker)
        unlocked = key_file.unlock_with_passphrase(passphrase, slot_id=slot_id)
        changed = key_file.change_passphrase(unlocked.data_key, unlocked.slot.id, new_passphrase)
        changed.save(places.key_file)


def ways_in(places: Places) -> tuple[WayIn, ...]:
    """List who and what can come in; needs no passphrase and reads no names."""
    return tuple(
        WayIn(slot.id, slot.kind, bytes.fromhex(slot.worker) if slot.worker else None)
        for slot in KeyFile.load(places.key_file).slots
    )


# --- inside ---


def _refuse_unready(places: Places, unlocked: Unlocked) -> None:
    """Raise unless the way in still holds and is the person's own."""
    _still_there(KeyFile.load(places.key_file), unlocked)
    if must_choose_own(places, unlocked):
        raise MustChooseOwn


def _still_there(key_file: KeyFile, unlocked: Unlocked) -> str:
    """Give the slot that let the person in, if it still does."""
    if all(slot.id != unlocked.slot.id for slot in key_file.slots):
        raise NoLongerLetIn
    return unlocked.slot.id
