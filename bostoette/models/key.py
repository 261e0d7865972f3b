"""Keys that travel: every row has a time-ordered UUID (version 7), made where the row was made.

Keys are plain ``bytes`` of length 16, all the way from the file to the window, so that reading
a week converts nothing (see docs/decisions/keys.md).
"""

import uuid_utils

Key = bytes


def new_key() -> Key:
    """Make a new time-ordered key."""
    return uuid_utils.uuid7().bytes
