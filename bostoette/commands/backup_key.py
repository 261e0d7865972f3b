"""The key to a backup: what was valid when it was made, not necessarily what is valid today."""

from argparse import Namespace

from bostoette.commands.way_in import unlock_with
from bostoette.models.plan_error import PlanError
from bostoette.store import key_store
from bostoette.store.key_errors import WrongPassphrase
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.restoring import Unlock


def backup_key(asked: Namespace) -> Unlock:
    """Give what opens a backup's key file: key store, passphrase, or the recovery key typed.

    Whoever is asked is asked once, also where the backup is opened several times.
    """
    found: dict[KeyFile, Unlocked] = {}

    def unlock(key_file: KeyFile) -> Unlocked:
        if key_file not in found:
            found[key_file] = _unlock(asked, key_file)
        return found[key_file]

    return unlock


def _unlock(asked: Namespace, key_file: KeyFile) -> Unlocked:
    if asked.demo:
        from bostoette.services.example import DEMO_PASSPHRASE

        return key_file.unlock_with_passphrase(DEMO_PASSPHRASE)
    remembered = key_store.unlock(key_file)
    if remembered is not None:
        return remembered
    return unlock_with(
        lambda typed: _typed(key_file, typed), "Kopiens adgangssætning eller gendannelsesnøgle"
    )


def _typed(key_file: KeyFile, typed: str) -> Unlocked:
    try:
        return key_file.unlock_with_passphrase(typed)
    except WrongPassphrase as wrong:
        try:
            return key_file.unlock_with_recovery(typed)
        except PlanError:
            raise wrong from None
