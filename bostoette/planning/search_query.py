"""What is searched for, as it is typed: words and beginnings of words, and phrases in quotes.

``ring kaffe`` finds what has a word beginning with each; ``"ringe til egen læge"`` finds these
words side by side, the last one whole. Nothing typed is a sign of its own: stars, hyphens and
words like OR are looked for, or left out where they hold no letter.
"""

import re
from dataclasses import dataclass

from bostoette.models.folded_text import search_words

MOST_LETTERS = 300
MOST_PARTS = 12
LONGEST_WORD = 40
_QUOTES = str.maketrans(dict.fromkeys("»«“”„", '"'))
_PIECES = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that stand side by side; where ``begins``, the last one only has to begin so."""

    words: tuple[str, ...]
    begins: bool = True


def wanted_of(typed: str) -> tuple[Wanted, ...]:
    """Return what all has to be found, in the order typed; the same thing once."""
    found = dict.fromkeys(
        Wanted(tuple(word[:LONGEST_WORD] for word in words), begins=not quoted)
        for quoted, words in _pieces(typed)
    )
    return tuple(found)[:MOST_PARTS]


def _pieces(typed: str) -> list[tuple[bool, list[str]]]:
    pieces = _PIECES.finditer(typed[:MOST_LETTERS].translate(_QUOTES))
    read = ((one[1] is not None, search_words(one[1] or one[2] or "")) for one in pieces)
    return [(quoted, words) for quoted, words in read if words]
