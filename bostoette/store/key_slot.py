"""One way in to the data key: a passphrase, the recovery key, or this machine's key store."""

import json
import re
import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bostoette.store.key_wrapping import Cost, Derivation, Wrapped, stretch, unwrap, wrap

_ID = re.compile(r"[0-9a-f]{16}")


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a kind, not a secret
    RECOVERY = "recovery"
    KEYSTORE = "keystore"


@dataclass(frozen=True, slots=True)
class SlotHeader:
    """What stands about a slot in the clear: no names in it.

    The label and the worker's key can be read by whoever holds the key file.
    """

    kind: SlotKind
    label: str = ""
    worker: str | None = None
    """The worker's key in hex, where the slot belongs to one person."""
    derivation: Derivation | None = None
    """How a passphrase becomes a key; None for the other kinds."""
    id: str = field(default_factory=lambda: secrets.token_hex(8))

    def __post_init__(self) -> None:
        """Refuse what no program of ours has written."""
        if not _ID.fullmatch(self.id):
            raise ValueError("slot id")
        if (self.derivation is None) is (self.kind is SlotKind.PASSPHRASE):
            raise ValueError("a passphrase slot, and no other, has a derivation")
        if self.worker is not None:
            bytes.fromhex(self.worker)

    def header_to_plain(self) -> dict[str, Any]:
        """Give the header as it stands in the key file."""
        return {
            "id": self.id,
            "kind": str(self.kind),
            "label": self.label,
            "worker": self.worker,
            "derivation": None if self.derivation is None else _plain_derivation(self.derivation),
        }

    def authenticated(self, around: bytes) -> bytes:
        """Give what is authenticated with the wrapped key: the file's ids and this header."""
        return around + canonical(self.header_to_plain())

    def slot_key(self, secret: bytes) -> bytes:
        """Turn what opens the slot (derived, random or on paper) into its own wrapping key."""
        return stretch(secret, f"{self.kind} slot {self.id}".encode())

    def closed_around(self, data_key: bytes, secret: bytes, around: bytes) -> "Slot":
        """Wrap the data key under this header; ``around`` names the file it belongs to."""
        own = wrap(data_key, self.slot_key(secret), self.authenticated(around))
        return Slot(
            kind=self.kind,
            label=self.label,
            worker=self.worker,
            derivation=self.derivation,
            id=self.id,
            wrapped=own,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(SlotHeader):
    """The data key, wrapped once."""

    wrapped: Wrapped

    def open(self, secret: bytes, around: bytes) -> bytes | None:
        """Give the data key, or None if the secret does not fit this slot in this file."""
        return unwrap(self.wrapped, self.slot_key(secret), self.authenticated(around))

    def to_plain(self) -> dict[str, Any]:
        """Give the slot as it stands in the key file."""
        return {
            **self.header_to_plain(),
            "nonce": self.wrapped.nonce.hex(),
            "wrapped": self.wrapped.box.hex(),
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Slot":
        """Read a slot from the key file.

        Raises:
            KeyError, TypeError, ValueError: it is not a slot.

        """
        worker, derivation = plain["worker"], plain["derivation"]
        return cls(
            id=_text(plain["id"]),
            kind=SlotKind(plain["kind"]),
            label=_text(plain["label"]),
            worker=None if worker is None else _text(worker),
            derivation=None if derivation is None else _derivation(derivation),
            wrapped=Wrapped(bytes.fromhex(plain["nonce"]), bytes.fromhex(plain["wrapped"])),
        )


def canonical(plain: object) -> bytes:
    """Write plain values in the one way that codes and checksums are computed over."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode("ascii")


def _plain_derivation(derivation: Derivation) -> dict[str, Any]:
    return {
        "name": "argon2id",
        "salt": derivation.salt.hex(),
        "memory_kib": derivation.cost.memory_kib,
        "passes": derivation.cost.passes,
        "lanes": derivation.cost.lanes,
    }


def _derivation(plain: dict[str, Any]) -> Derivation:
    if plain["name"] != "argon2id":
        raise ValueError("unknown derivation")
    cost = Cost(_number(plain["memory_kib"]), _number(plain["passes"]), _number(plain["lanes"]))
    return Derivation(bytes.fromhex(plain["salt"]), cost)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("not a whole number")
    return value
