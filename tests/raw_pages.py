"""The file's pages as they lie on disk, decrypted one by one: also what no table shows any more."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVED = 80
"""SQLCipher 4 ends each page with its vector (16 bytes) and a check value (64 bytes)."""
SALT = 16


def raw_pages(path: Path, data_key: bytes) -> Iterator[bytes]:
    """Decrypt every page of a closed file."""
    content = path.read_bytes()
    for number, start in enumerate(range(0, len(content), PAGE)):
        page = content[start : start + PAGE]
        inside = page[SALT if number == 0 else 0 : PAGE - RESERVED]
        vector = page[PAGE - RESERVED : PAGE - RESERVED + 16]
        decryptor = Cipher(algorithms.AES(data_key), modes.CBC(vector)).decryptor()
        yield decryptor.update(inside) + decryptor.finalize()


def found_raw(path: Path, data_key: bytes, words: str) -> bool:
    """Tell whether words lie anywhere in the file, also in what was deleted."""
    whole = b"".join(raw_pages(path, data_key))
    return words.encode() in whole
