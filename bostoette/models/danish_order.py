"""The order of the Danish alphabet: æ, ø and å come last, and aa is å."""

import unicodedata
from functools import lru_cache

COLLATION = "danish"
"""What the order is called where rows are sorted."""

_LAST = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


@lru_cache(maxsize=8192)
def order_key(text: str) -> tuple[str, str]:
    """Return what to sort a text by: its letters, and its exact spelling where those are alike."""
    letters = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_LAST)
    if letters.isascii():
        return letters, text
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(sign)
    )
    return plain, text


def compare(one: str, other: str) -> int:
    """Return -1, 0 or 1 as the first text comes before, with or after the second."""
    first, second = order_key(one), order_key(other)
    return (first > second) - (first < second)
