"""The recovery key: a random secret on paper that opens the data when the passphrase is forgotten.

It is written as seven groups of four signs from an alphabet without I, L, O and U. The first
26 signs carry 130 random bits; the last two make the whole number divisible by a prime, so
that every single wrong sign and every swap of two neighbours is found before it is tried.
"""

import secrets
import unicodedata
from dataclasses import dataclass, field

from bostoette.models.plan_error import PlanError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS = 28
GROUP = 4
_SECRET_BITS = 130
_CHECK_SIGNS = 2
_PRIME = 1021  # the largest prime that two signs can hold
_HEARD_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


class RecoveryKeyMistyped(PlanError):
    """The typed text cannot be any recovery key; nothing was tried."""

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"Gendannelsesnøglen er ikke tastet rigtigt: {fault} "
            "Dine data er urørte. Se efter på papiret, og ret den."
        )


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """One recovery key; its number is a secret and stays out of ``repr``."""

    _number: int = field(repr=False)

    @classmethod
    def new(cls) -> "RecoveryKey":
        """Make a new random key of 130 bits."""
        shifted = secrets.randbits(_SECRET_BITS) << (5 * _CHECK_SIGNS)
        return cls(shifted + (-shifted) % _PRIME)

    @classmethod
    def read(cls, typed: str) -> "RecoveryKey":
        """Read what a person typed: any case, spaces and hyphens, O for 0, I or L for 1.

        Raises:
            RecoveryKeyMistyped: the text cannot be a recovery key.

        """
        signs = plain_signs(typed)
        if any(sign not in ALPHABET for sign in signs):
            raise RecoveryKeyMistyped("Den har et tegn, som nøglen aldrig indeholder.")
        if len(signs) != SIGNS:
            raise RecoveryKeyMistyped(f"Den skal have {SIGNS} tegn, og her er {len(signs)}.")
        number = 0
        for sign in signs:
            number = number * 32 + ALPHABET.index(sign)
        if number % _PRIME:
            raise RecoveryKeyMistyped("Mindst ét tegn er forkert eller byttet om.")
        return cls(number)

    @property
    def groups(self) -> tuple[str, ...]:
        """The seven groups of four signs, as they are printed."""
        signs = "".join(
            ALPHABET[self._number >> (5 * place) & 31] for place in reversed(range(SIGNS))
        )
        return tuple(signs[at : at + GROUP] for at in range(0, SIGNS, GROUP))

    @property
    def text(self) -> str:
        """The key for paper: ``7KQ2-M4XD-…``."""
        return "-".join(self.groups)

    @property
    def secret(self) -> bytes:
        """The key's bytes, for deriving a wrapping key."""
        return self._number.to_bytes(18, "big")

    def has_group(self, place: int, typed: str) -> bool:
        """Say whether what was typed back is group number ``place`` (0 to 6)."""
        return plain_signs(typed) == self.groups[place]


def plain_signs(typed: str) -> str:
    """Bring typed text to the key's own signs: no gaps, capitals, 0 for O, 1 for I and L."""
    whole = unicodedata.normalize("NFKC", typed)
    signs = (sign for sign in whole if unicodedata.category(sign) not in _GAPS)
    return "".join(signs).upper().translate(_HEARD_AS)


_GAPS = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Pd"})  # spaces, line ends, unseen, dashes
