"""The key file: the random data key that opens the database, wrapped once for each way in.

The data key never changes; people are added and removed and passphrases changed by writing
this small file anew. A ``KeyFile`` is a value: each change gives a new one, and nothing holds
until it is saved. Three guards stand over the content:

- a plain checksum, so that damage is never taken for a wrong passphrase;
- each slot's header (and the file's and database's ids) is authenticated with the wrapped key;
- a code over the whole file, made with the data key, so that nobody without it can add, remove
  or reorder slots. An older, valid copy of the file put back is not noticed.

Passphrase slots share salt and cost, so that one slow derivation tries them all and two persons
on one file wait no longer than one. The price: one guess by a thief is tried against all.
"""

import hmac
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from bostoette.models.key_person import KeyPerson
from bostoette.models.recovery_key import RecoveryKey
from bostoette.store.atomic_file import write_atomically
from bostoette.store.key_body import KeyBody
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
from bostoette.store.key_file_text import (
    FORMAT,
    FORMAT_WITH_PEOPLE,
    to_text,
    whole_of,
)
from bostoette.store.key_people import LARGEST
from bostoette.store.key_slot import Slot, SlotHeader, SlotKind
from bostoette.store.key_wrapping import COST, KEY_BYTES, Cost, Derivation
from bostoette.store.places import unusable


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data key and the slot that gave it, which tells who came in."""

    data_key: bytes = field(repr=False)
    slot: Slot


@dataclass(frozen=True, slots=True)
class NewKeyFile:
    """What making a key file gives; the recovery key is shown once and stored nowhere."""

    key_file: "KeyFile"
    data_key: bytes = field(repr=False)
    recovery_key: RecoveryKey


@dataclass(frozen=True, slots=True)
class KeyFile(KeyBody):
    """A key file's body under its seal: the ways in, and how they are added and taken away."""

    seal: bytes = field(repr=False, default=b"")

    @classmethod
    def create(
        cls,
        passphrase: str,
        *,
        label: str = "",
        worker: str | None = None,
        database_id: str | None = None,
        cost: Cost = COST,
    ) -> NewKeyFile:
        """Make a new data key with a passphrase and a recovery key; nothing is saved yet."""
        data_key = secrets.token_bytes(KEY_BYTES)
        empty = cls(secrets.token_hex(16), database_id or secrets.token_hex(16))
        opened = empty._sealed(data_key, ())
        with_one = opened.add_passphrase(
            data_key, passphrase, label=label, worker=worker, cost=cost
        )
        whole, recovery_key = with_one.replace_recovery(data_key)
        return NewKeyFile(whole, data_key, recovery_key)

    # --- opening ---

    def unlock_with_passphrase(self, passphrase: str, *, slot_id: str | None = None) -> Unlocked:
        """Find the data key; one slow derivation (about 0.25 s), also with many persons.

        Raises:
            WrongPassphrase: it opens no slot, or not the slot that was named.
            KeyFileAltered: it fits, but the file's slots were changed from outside.

        """
        tried: dict[Derivation, bytes] = {}
        for slot, derivation in _with_derivation(self.slots):
            if slot_id is not None and slot.id != slot_id:
                continue
            if derivation not in tried:
                tried[derivation] = derivation.derive(passphrase)
            data_key = slot.open(tried[derivation], self.around)
            if data_key is not None:
                return self._checked(data_key, slot)
        raise WrongPassphrase

    def unlock_with_recovery(self, typed: str) -> Unlocked:
        """Find the data key by the recovery key as a person typed it.

        Raises:
            RecoveryKeyMistyped: it cannot be any recovery key.
            WrongRecoveryKey: it is one, but not of this file.
            KeyFileAltered: it fits, but the file's slots were changed from outside.

        """
        secret = RecoveryKey.read(typed).secret
        for slot in self.of_kind(SlotKind.RECOVERY):
            data_key = slot.open(secret, self.around)
            if data_key is not None:
                return self._checked(data_key, slot)
        raise WrongRecoveryKey

    def unlock_with_keystore(self, look_up: Callable[[str], bytes | None]) -> Unlocked | None:
        """Find the data key by what this machine's key store holds, or None if it holds nothing.

        ``look_up`` is given ``keystore_entry`` of each slot until one fits.
        """
        for slot in self.of_kind(SlotKind.KEYSTORE):
            secret = look_up(self.keystore_entry(slot))
            if secret is None:
                continue
            data_key = slot.open(secret, self.around)
            if data_key is not None:
                return self._checked(data_key, slot)
        return None

    # --- changing; each gives a new value, and holds once saved ---

    def add_passphrase(
        self,
        data_key: bytes,
        passphrase: str,
        *,
        label: str = "",
        worker: str | None = None,
        cost: Cost = COST,
    ) -> Self:
        """Let one more person in.

        Raises:
            PassphraseTaken: another slot has the same passphrase.

        """
        derivation, derived = self._derived(passphrase, self.slots, cost)
        header = SlotHeader(SlotKind.PASSPHRASE, label, worker, derivation)
        slot = header.closed_around(data_key, derived, self.around)
        return self._sealed(data_key, (*self.slots, slot))

    def change_passphrase(
        self, data_key: bytes, slot_id: str, new_passphrase: str, *, cost: Cost = COST
    ) -> Self:
        """Give a passphrase slot another passphrase; the old one opens nothing any more.

        Raises:
            PassphraseTaken: another slot has the same passphrase.
            KeyError: there is no such passphrase slot.

        """
        old = self.slot(slot_id)
        if old.kind is not SlotKind.PASSPHRASE:
            raise KeyError(slot_id)
        others = tuple(slot for slot in self.slots if slot is not old)
        derivation, derived = self._derived(new_passphrase, others, cost)
        header = SlotHeader(old.kind, old.label, old.worker, derivation, old.id)
        new = header.closed_around(data_key, derived, self.around)
        return self._sealed(data_key, tuple(new if slot is old else slot for slot in self.slots))

    def replace_recovery(self, data_key: bytes) -> tuple[Self, RecoveryKey]:
        """Make a new recovery key; the old paper opens nothing any more."""
        recovery_key, header = RecoveryKey.new(), SlotHeader(SlotKind.RECOVERY)
        new = header.closed_around(data_key, recovery_key.secret, self.around)
        others = tuple(slot for slot in self.slots if slot.kind is not SlotKind.RECOVERY)
        return self._sealed(data_key, (*others, new)), recovery_key

    def add_keystore(
        self, data_key: bytes, *, label: str = "", worker: str | None = None
    ) -> tuple[Self, Slot, bytes]:
        """Make a slot for a machine's key store, with the secret to be kept there."""
        secret, header = (
            secrets.token_bytes(KEY_BYTES),
            SlotHeader(SlotKind.KEYSTORE, label, worker),
        )
        slot = header.closed_around(data_key, secret, self.around)
        return self._sealed(data_key, (*self.slots, slot)), slot, secret

    def remove_slot(self, data_key: bytes, slot_id: str) -> Self:
        """Take one way in away.

        Raises:
            LastWayIn: no passphrase and no recovery key would be left.
            KeyError: there is no such slot.

        """
        gone = self.slot(slot_id)
        left = tuple(slot for slot in self.slots if slot is not gone)
        if all(slot.kind is SlotKind.KEYSTORE for slot in left):
            raise LastWayIn
        return self._sealed(data_key, left)

    def name_people(self, data_key: bytes, people: Iterable[KeyPerson]) -> Self:
        """Say who can be chosen at the start; with one person alone nobody is named."""
        named = tuple(people)
        return self._sealed(data_key, self.slots, named if len(named) > 1 else ())

    # --- looking ---

    def opens(self, slot_id: str, passphrase: str) -> bool:
        """Tell whether a passphrase opens a slot; costs a derivation."""
        slot = self.slot(slot_id)
        if slot.derivation is None:
            return False
        return slot.open(slot.derivation.derive(passphrase), self.around) is not None

    # --- the file ---

    def save(self, path: Path) -> None:
        """Write the key file whole; until this returns, the old one holds.

        Raises:
            PlanError: the disk is full, the folder read-only or gone.

        """
        try:
            write_atomically(path, self.to_bytes())
        except OSError as error:
            raise unusable(error) from error

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a key file; takes no secret and costs no derivation.

        Raises:
            KeyFileMissing, KeyFileDamaged, KeyFileNotOurs, KeyFileTooNew,
            PlanError: each with its own sentence.

        """
        try:
            with path.open("rb") as file:
                raw = file.read(LARGEST + 1)
        except FileNotFoundError as error:
            raise KeyFileMissing from error
        except OSError as error:
            raise unusable(error) from error
        return cls.from_bytes(raw)

    def to_bytes(self) -> bytes:
        """Give the file's content, also for a backup that carries the slots with it."""
        return to_text(self.format_number, self.body_to_plain(), self.seal)

    @classmethod
    def from_bytes(cls, raw: bytes) -> Self:
        """Read a key file's content; errors as ``load``."""
        if len(raw) > LARGEST:
            raise KeyFileNotOurs
        plain = whole_of(raw)
        if plain["format"] not in {FORMAT, FORMAT_WITH_PEOPLE}:
            raise KeyFileTooNew
        try:
            body = cls.body_from_plain(plain["body"], format_number=plain["format"])
            return cls._under(bytes.fromhex(plain["seal"]), body)
        except (KeyError, TypeError, ValueError) as error:
            raise KeyFileDamaged(details=type(error).__name__) from error

    # --- inside ---

    @classmethod
    def _under(cls, own_seal: bytes, body: KeyBody) -> Self:
        return cls(body.file_id, body.database_id, body.slots, body.people, own_seal)

    def _is_sealed_with(self, data_key: bytes) -> bool:
        return hmac.compare_digest(self.seal_with(data_key), self.seal)

    def _sealed(
        self,
        data_key: bytes,
        slots: tuple[Slot, ...],
        people: tuple[KeyPerson, ...] | None = None,
    ) -> Self:
        """Give the file with other slots; a wrong data key would lock everybody out: refuse it."""
        if self.seal and not self._is_sealed_with(data_key):
            raise ValueError("not the data key of this key file")
        named = self.people if people is None else people
        body = KeyBody(self.file_id, self.database_id, slots, named)
        return self._under(body.seal_with(data_key), body)

    def _checked(self, data_key: bytes, slot: Slot) -> Unlocked:
        if not self._is_sealed_with(data_key):
            raise KeyFileAltered
        return Unlocked(data_key, slot)

    def _derived(
        self, passphrase: str, others: tuple[Slot, ...], cost: Cost
    ) -> tuple[Derivation, bytes]:
        """Derive a new passphrase as the others are; two persons with one cannot be told apart."""
        shared = (each for _, each in _with_derivation(others) if each.cost == cost)
        derivation = next(shared, None) or Derivation.new(cost)
        derived = derivation.derive(passphrase)
        for slot, its in _with_derivation(others):
            if its == derivation and slot.open(derived, self.around) is not None:
                raise PassphraseTaken
        return derivation, derived


def _with_derivation(slots: tuple[Slot, ...]) -> Iterator[tuple[Slot, Derivation]]:
    for slot in slots:
        if slot.derivation is not None:
            yield slot, slot.derivation
