"""Text made alike for comparing: case, æøå written otherwise, accents and blanks do not count."""

import re
import unicodedata

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})

_ONE_WAY = re.compile("a{2,}|oe+")
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Return text in which ``Ærø`` and ``AEROE`` are equal; punctuation stays."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = text.casefold().translate(_DANISH)
    return one_line(text if text.isascii() else _without_accents(text))


def search_folded(text: str) -> str:
    """Return folded text in which ``ø``, ``oe`` and ``o`` are one, and ``å``, ``aa`` and ``a``.

    What begins a text still begins it folded, so half a word finds the whole one.
    """
    return _ONE_WAY.sub(_first_letter, folded(text))


def search_words(text: str) -> list[str]:
    """Return the words that a text is found by, in their order."""
    return _WORD.findall(search_folded(text))


def folded_words(text: str) -> str:
    """Return folded text in which punctuation counts as blanks too."""
    return one_line(re.sub(r"[\W_]", " ", folded(text)))


def one_line(text: str) -> str:
    """Return text with single blanks and no line breaks."""
    return " ".join(text.split())


def _without_accents(text: str) -> str:
    return "".join(
        character
        for character in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(character)
    )


def _first_letter(found: re.Match[str]) -> str:
    return found[0][0]
