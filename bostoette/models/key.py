"""Keys that travel: every row has a time-ordered UUID (version 7), made where the row was made.

Keys are plain ``bytes`` of length 16, all the way from the file to the window, so that reading
a week converts nothing (see docs/decisions/keys.md).
"""

import secrets

import uuid_utils

Key = bytes
_STEP_BITS = 40


def new_key() -> Key:
    """Make a new time-ordered key."""
    return uuid_utils.uuid7().bytes


def key_after(newest: Key | None) -> Key:
    """Make a new key that sorts after another one, also where the clock was set back since.

    The other's time is kept then, and its last digits grow by a random number, so that two
    files that went on from the same key do not make the same one.
    """
    fresh = new_key()
    if newest is None or fresh > newest:
        return fresh
    return (int.from_bytes(newest) + 1 + secrets.randbits(_STEP_BITS)).to_bytes(len(newest))
