"""The recovery key: it gives a forgotten passphrase back, and is itself made anew.

There is one for all who can come in; whoever holds it can come in as any of them. Nothing here
knows Qt, and all of it may be called beside the window.
"""

from dataclasses import dataclass, field

from bostoette.models.key_person import KeyPerson
from bostoette.models.passphrase import refuse_too_weak
from bostoette.models.plan_error import PlanError
from bostoette.models.recovery_key import RecoveryKey
from bostoette.services.unlocking import prove, with_own_passphrase
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.key_file_edit import editing
from bostoette.store.key_slot import SlotKind
from bostoette.store.places import Places


class KeysChangedMeanwhile(PlanError):
    """Another window wrote the key file after it was read here."""

    def __init__(self) -> None:
        super().__init__(
            "Adgangen er ændret et andet sted imens, så denne ændring er ikke gemt. Det, der var "
            "gemt, gælder stadig. Begynd forfra."
        )


@dataclass(frozen=True, slots=True)
class Owner:
    """A person with a passphrase; with one person alone, nobody's name is known."""

    slot_id: str
    person: KeyPerson | None = None


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


def recover(places: Places, typed: str) -> Recovered:
    """Come in by the recovery key; nothing is changed yet.

    Where several persons have a passphrase, the owners tell who they are, to choose from.

    Raises:
        RecoveryKeyMistyped, WrongRecoveryKey, PlanError: it does not open these data.

    """
    key_file = KeyFile.load(places.key_file)
    unlocked = key_file.unlock_with_recovery(typed)
    slots = key_file.of_kind(SlotKind.PASSPHRASE)
    owners = tuple(Owner(slot.id, key_file.person(slot)) for slot in slots)
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
        changed = with_own_passphrase(changed, data_key, changed.slot(slot_id))
    after, recovery_key = changed.replace_recovery(data_key)
    return Renewal(old, after, Unlocked(data_key, after.slot(slot_id)), recovery_key)


def new_recovery_key(places: Places, passphrase: str, slot_id: str | None = None) -> Renewal:
    """Make a new recovery key; the old one opens the data until the new one is kept.

    ``slot_id`` says whose passphrase it has to be, where there are several persons.

    Raises:
        WrongPassphrase, PlanError: it does not fit, or the key file cannot be used.

    """
    before = KeyFile.load(places.key_file)
    unlocked = before.unlock_with_passphrase(passphrase, slot_id=slot_id)
    after, recovery_key = before.replace_recovery(unlocked.data_key)
    return Renewal(before, after, unlocked, recovery_key)


def keep(places: Places, renewal: Renewal) -> Unlocked:
    """Save a new passphrase and recovery key, both in one, and come in by them.

    Raises:
        KeysChangedMeanwhile, PlanError: nothing is saved, and the old ways in hold.

    """
    with editing(places.key_file) as now_there:
        if now_there == renewal.before:
            renewal.after.save(places.key_file)
        elif now_there != renewal.after:
            raise KeysChangedMeanwhile
    prove(places)
    return renewal.unlocked
