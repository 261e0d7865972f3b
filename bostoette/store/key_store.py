"""This machine's key store (Windows' credentials, macOS' keychain, the desktop's wallet).

It keeps a random secret that opens one slot of the key file, so that the person need not type
the passphrase at each start. It is never the only copy: the key file always keeps a passphrase
or a recovery key beside it. Only stores known to encrypt are used; one that keeps secrets in
plain text, or that we do not know, counts as none.

``keyring`` is imported inside the functions: it costs about 80 ms.
"""

import base64
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bostoette.store.key_errors import KeyStoreUnavailable
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.key_slot import SlotKind

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "bostoette"
_ENCRYPTING = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
    }
)
_CHAIN = "keyring.backends.chainer.ChainerBackend"
_FOREIGN = (
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("dbus.exceptions", "DBusException"),
    ("win32ctypes.pywin32.pywintypes", "error"),
)


# --- the key store itself ---


def available() -> bool:
    """Say whether there is a key store that encrypts."""
    return _backend() is not None


def save(name: str, secret: bytes) -> None:
    """Keep a secret, and see that it can be read again.

    Raises:
        KeyStoreUnavailable: there is no such store, or it refused.

    """
    backend = _backend()
    if backend is None:
        raise KeyStoreUnavailable
    with _told_plainly():
        backend.set_password(SERVICE, name, base64.b64encode(secret).decode("ascii"))
    if load(name) != secret:
        raise KeyStoreUnavailable(details="read back something else than was kept")


def load(name: str) -> bytes | None:
    """Give a kept secret; None if there is none or the store is locked, gone or refuses."""
    backend = _backend()
    if backend is None:
        return None
    try:
        with _told_plainly():
            kept = backend.get_password(SERVICE, name)
        return None if kept is None else base64.b64decode(kept, validate=True)
    except (KeyStoreUnavailable, ValueError):
        return None


def forget(name: str) -> None:
    """Drop a secret; nothing happens if there is none.

    Raises:
        KeyStoreUnavailable: the store refused, and the secret is still there.

    """
    backend = _backend()
    if backend is None or load(name) is None:
        return
    with _told_plainly():
        backend.delete_password(SERVICE, name)


# --- with the key file ---


def unlock(key_file: KeyFile) -> Unlocked | None:
    """Open a key file with what this machine's key store holds; None asks for the passphrase."""
    if not key_file.of_kind(SlotKind.KEYSTORE) or not available():
        return None
    return key_file.unlock_with_keystore(load)


def remember(key_file: KeyFile, unlocked: Unlocked, path: Path) -> KeyFile:
    """Let this machine open the data by itself; gives the key file as it was saved.

    Raises:
        KeyStoreUnavailable, PlanError: store or disk refused; all is as before.

    """
    grown, slot, secret = key_file.add_keystore(unlocked.data_key, worker=unlocked.slot.worker)
    entry = grown.keystore_entry(slot)
    save(entry, secret)
    try:
        grown.save(path)
    except BaseException:
        _forget_quietly(entry)
        raise
    return grown


def stop_remembering(key_file: KeyFile, data_key: bytes, path: Path) -> KeyFile:
    """Take this machine's slots out again, first from the key file and then from the key store.

    Slots whose secret lies in another machine's key store stay.

    Raises:
        PlanError: the key file could not be saved; all is as before.

    """
    here = [
        slot
        for slot in key_file.of_kind(SlotKind.KEYSTORE)
        if load(key_file.keystore_entry(slot)) is not None
    ]
    shrunk = key_file
    for slot in here:
        shrunk = shrunk.remove_slot(data_key, slot.id)
    if here:
        shrunk.save(path)
    for slot in here:
        _forget_quietly(key_file.keystore_entry(slot))
    return shrunk


# --- inside ---


def _forget_quietly(name: str) -> None:
    """Drop a secret that opens nothing any more; one left behind does no harm."""
    try:
        forget(name)
    except KeyStoreUnavailable:
        return


def _backend() -> "KeyringBackend | None":
    """Find the key store to use: the one set up by the system or person, if it encrypts."""
    import keyring
    from keyring.errors import KeyringError

    try:
        chosen = keyring.get_keyring()
        names = _names(chosen)
        found = getattr(chosen, "backends", []) if _CHAIN in names else [chosen]
    except (KeyringError, RuntimeError, ImportError, AttributeError, ValueError):
        return None  # a configuration that names a store that is not there
    return next((backend for backend in found if _encrypts(backend)), None)


def _encrypts(backend: "KeyringBackend") -> bool:
    """Say whether a store is one that is known to encrypt, and works on this machine."""
    try:
        fit = backend.priority >= 1
    except RuntimeError:
        return False
    return bool(fit) and not _ENCRYPTING.isdisjoint(_names(backend))


def _names(backend: "KeyringBackend") -> set[str]:
    return {f"{kind.__module__}.{kind.__qualname__}" for kind in type(backend).__mro__}


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn a key store's own failures into the one sentence about it."""
    from keyring.errors import KeyringError

    try:
        yield
    except (KeyringError, RuntimeError, OSError) as error:
        raise KeyStoreUnavailable(details=type(error).__name__) from error
    except _foreign_errors() as error:
        raise KeyStoreUnavailable(details=type(error).__name__) from error


def _foreign_errors() -> tuple[type[Exception], ...]:
    """Give the error types of the libraries below keyring, as far as they are loaded."""
    kinds = (getattr(sys.modules.get(module), name, None) for module, name in _FOREIGN)
    return tuple(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Exception))
