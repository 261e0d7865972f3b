"""Text made alike for comparing: case, æøå written otherwise, accents and blanks do not count."""

import re
import unicodedata

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})


def folded(text: str) -> str:
    """Return text in which ``Ærø`` and ``AEROE`` are equal; punctuation stays."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = text.casefold().translate(_DANISH)
    if text.isascii():
        return one_line(text)
    plain = "".join(
        character
        for character in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(character)
    )
    return one_line(plain)


def folded_words(text: str) -> str:
    """Return folded text in which punctuation counts as blanks too."""
    return one_line(re.sub(r"[\W_]", " ", folded(text)))


def one_line(text: str) -> str:
    """Return text with single blanks and no line breaks."""
    return " ".join(text.split())
