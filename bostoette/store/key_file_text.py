"""The key file as text: whose it is, in which format, and a checksum that notices damage.

Damage is told apart from a wrong passphrase and from a file that is something else.
"""

import hashlib
import json
from typing import Any

from bostoette.store.key_errors import KeyFileDamaged, KeyFileNotOurs
from bostoette.store.key_slot import canonical

FORMAT = 1
FORMAT_WITH_PEOPLE = 2
"""Where several persons are named; a file of one person stays as it always was."""
PROGRAM = "bostoette"
CONTENT = "key file"


def to_text(format_number: int, body: dict[str, Any], seal: bytes) -> bytes:
    """Write a key file's content with its checksum."""
    plain = {
        "program": PROGRAM,
        "content": CONTENT,
        "format": format_number,
        "body": body,
        "seal": seal.hex(),
    }
    plain["checksum"] = hashlib.sha256(canonical(plain)).hexdigest()
    return json.dumps(plain, indent=1).encode("ascii") + b"\n"


def whole_of(raw: bytes) -> dict[str, Any]:
    """Give the content as it was written, in this or a newer format, or say what is wrong."""
    ours = f'"{PROGRAM}"'.encode() in raw or f'"{CONTENT}"'.encode() in raw
    if raw.strip(b"\0 \r\n") and not ours:
        raise KeyFileNotOurs
    try:
        plain = json.loads(raw)
        checksum = plain.pop("checksum")
        format_number = plain["format"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KeyFileDamaged(details=type(error).__name__) from error
    if checksum != hashlib.sha256(canonical(plain)).hexdigest() or type(format_number) is not int:
        raise KeyFileDamaged(details="checksum")
    return dict(plain)
