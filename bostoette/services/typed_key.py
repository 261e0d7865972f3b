"""Opens a key file by what a person typed, be it the passphrase or the recovery key."""

from collections.abc import Callable

from bostoette.models.recovery_key import RecoveryKeyMistyped
from bostoette.store.key_errors import WrongPassphrase, WrongRecoveryKey
from bostoette.store.key_file import KeyFile, Unlocked


def opened_by(typed: str) -> Callable[[KeyFile], Unlocked]:
    """Return what opens a key file, for `backups.preview_restore` and `backups.restore`.

    It raises WrongPassphrase where neither fits.
    """

    def unlock(key_file: KeyFile) -> Unlocked:
        try:
            return key_file.unlock_with_passphrase(typed)
        except WrongPassphrase as wrong:
            try:
                return key_file.unlock_with_recovery(typed)
            except (RecoveryKeyMistyped, WrongRecoveryKey):
                raise wrong from None

    return unlock
