"""A copy's key file opens by whichever of its two secrets the person has at hand."""

import pytest

from bostoette.services.typed_key import opened_by
from bostoette.store.key_errors import WrongPassphrase
from bostoette.store.key_file import KeyFile

PASSPHRASE = "grøn cykel i regnen"


def test_passphrase_and_recovery_key_both_open_and_nothing_else_does() -> None:
    made = KeyFile.create(PASSPHRASE)
    for typed in (PASSPHRASE, made.recovery_key.text):
        assert opened_by(typed)(made.key_file).data_key == made.data_key
    other = KeyFile.create(PASSPHRASE).recovery_key.text
    for typed in ("noget helt andet her", other):
        with pytest.raises(WrongPassphrase):
            opened_by(typed)(made.key_file)
