"""How the data key is wrapped: Argon2id for passphrases, HKDF, AES-256-GCM, HMAC-SHA256.

``cryptography`` is imported inside the functions: it costs about 40 ms, and a start that only
asks for a passphrase must not wait for it.
"""

import hmac
import secrets
import unicodedata
from dataclasses import dataclass, field

from bostoette.store.key_errors import TooLittleMemory

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
WRAPPED_BYTES = KEY_BYTES + 16  # with AES-GCM's tag


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: memory in KiB, passes over it, lanes."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        """Refuse what Argon2 refuses and what would only serve to hang the machine."""
        sound = 1 <= self.lanes <= 16 and 1 <= self.passes <= 64  # noqa: PLR2004 - bounds named by their line
        if not sound or not 8 * self.lanes <= self.memory_kib <= 1 << 20:
            raise ValueError("Argon2 cost out of bounds")


COST = Cost()


@dataclass(frozen=True, slots=True)
class Derivation:
    """The salt and cost with which a passphrase becomes a key; slots of one file share it."""

    salt: bytes
    cost: Cost

    def __post_init__(self) -> None:
        """Refuse a salt of another length."""
        if len(self.salt) != SALT_BYTES:
            raise ValueError("salt of wrong length")

    @classmethod
    def new(cls, cost: Cost) -> "Derivation":
        """Make a derivation with a fresh salt."""
        return cls(secrets.token_bytes(SALT_BYTES), cost)

    def derive(self, passphrase: str) -> bytes:
        """Derive 32 bytes from a passphrase; slow and memory-hungry on purpose.

        The passphrase is normalised (NFKC), so that an æ, ø or å typed on a Mac fits elsewhere.

        Raises:
            TooLittleMemory: the machine cannot spare the memory.

        """
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        plain = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
        kdf = Argon2id(
            salt=self.salt,
            length=KEY_BYTES,
            iterations=self.cost.passes,
            lanes=self.cost.lanes,
            memory_cost=self.cost.memory_kib,
        )
        try:
            return kdf.derive(plain)
        except MemoryError as error:
            raise TooLittleMemory from error


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A data key under a wrapping key."""

    nonce: bytes
    box: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse parts of another length."""
        if len(self.nonce) != NONCE_BYTES or len(self.box) != WRAPPED_BYTES:
            raise ValueError("wrapped key of wrong length")


def stretch(secret: bytes, purpose: bytes) -> bytes:
    """Turn a strong secret into a 32-byte key for one purpose (HKDF-SHA256)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"bostoette " + purpose).derive(secret)


def wrap(data_key: bytes, wrapping_key: bytes, header: bytes) -> Wrapped:
    """Wrap the data key; the header is authenticated with it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    return Wrapped(nonce, AESGCM(wrapping_key).encrypt(nonce, data_key, header))


def unwrap(wrapped: Wrapped, wrapping_key: bytes, header: bytes) -> bytes | None:
    """Give the data key, or None if the wrapping key or the header is another."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(wrapping_key).decrypt(wrapped.nonce, wrapped.box, header)
    except InvalidTag:
        return None


def seal(data_key: bytes, content: bytes) -> bytes:
    """Compute the authentication code that only a holder of the data key can make."""
    return hmac.digest(stretch(data_key, b"key file seal"), content, "sha256")
