"""Whose names the key file tells before anybody has come in: nobody's, where there is but one.

The names are read here without the libraries that open slots, since the first window waits for
them. They are believed only once somebody is in: the key file's seal covers them too.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bostoette.models.key_person import KeyPerson

PEOPLE = "people"
LARGEST = 1 << 20
"""Bytes of a key file; a slot takes about 400."""


def people_in(key_file: Path) -> "tuple[KeyPerson, ...]":
    """Give those who can be chosen at the unlock page, by initials; none where there is but one.

    What is wrong with the file is told when it is opened.
    """
    try:
        with key_file.open("rb") as file:
            raw = file.read(LARGEST)
        if f'"{PEOPLE}"'.encode() not in raw:
            return ()
        import json  # not where one person is alone

        from bostoette.models.key_person import KeyPerson

        told = json.loads(raw)["body"][PEOPLE]
        people = [KeyPerson.from_plain(plain) for plain in told]
    except (OSError, KeyError, TypeError, ValueError, RecursionError):
        return ()
    return tuple(sorted(people, key=lambda person: person.initials.casefold()))
