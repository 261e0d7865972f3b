"""What finds folded words in a text as it was written, where the text has Danish letters alone.

Nearly every note has, an accent here and there left out, and a pattern runs through it many times
faster than folding its words one by one. A text with other letters is left to that
(`search_marks`).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bostoette.planning.search_query import Wanted

_USUAL = re.compile(r"[\x00-\x7fæøåÆØÅ–…»«’]*")
_OTHER = re.compile(r"[^\W\x00-\x7fæøåÆØÅ]|[\u0300-\u036f]")
_ACCENTED = range(0xC0, 0x180)
"""Where the letters with accents stand that a Danish text may hold, such as in a name."""
_NOTHING_BEFORE, _END, _BETWEEN = r"(?<![^\W_].)", r"(?![^\W_])", r"[\W_]+"
_PIECES = re.compile("ae|.", re.DOTALL)
_FIRST = {"ae": "[aåæ]", "a": "[aåæ]", "o": "[oø]"}
"""The letter that a word begins with."""
_WRITTEN = {"ae": "(?:[aå]*æ|[aå]+e)", "a": "[aå]+", "o": "[oø]e*"}
_LAST = {"ae": "(?:[aå]*?æ|[aå]+e)", "a": "[aåæ]", "o": "[oø]"}
"""As the end of a beginning: no further than what it takes."""


def as_plain(text: str) -> str | None:
    """Return a text in small Danish letters, each in its place; None where that cannot be.

    An accent is left out, as where words are folded; what folds into two letters has no place.
    """
    if _is_danish(text):
        return text.lower()
    bare = text.translate(_BARE)
    return bare.lower() if _is_danish(bare) else None


def _is_danish(text: str) -> bool:
    """Tell whether a text has no letters but the Danish ones."""
    return bool(_USUAL.fullmatch(text)) or not _OTHER.search(text)


def _bare_letters() -> dict[int, str]:
    found = {"ä": "æ", "Ä": "Æ", "ö": "ø", "Ö": "Ø"}
    for code in _ACCENTED:
        letter, *accents = list(unicodedata.normalize("NFKD", chr(code)))
        if letter.isascii() and letter.isalpha() and all(map(unicodedata.combining, accents)):
            found.setdefault(chr(code), letter)
    return str.maketrans({one: bare for one, bare in found.items() if one not in "åÅ"})


_BARE = _bare_letters()


def places(plain: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Give where some words begin and end in what `as_plain` gave; a place may lie in another.

    Their first letter is looked for by itself, which is many times faster than trying all of them
    at every letter.
    """
    first, whole = _patterns(wanted)
    for begin in first.finditer(plain):
        hit = whole.match(plain, begin.start())
        if hit:
            yield hit.span()


@lru_cache(maxsize=32)
def _patterns(wanted: Wanted) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the first letter of a word that begins so, and what then has to follow."""
    *before, last = (_word(word) for word in wanted.words)
    last += _END
    if wanted.begins:
        last = f"(?:{last}|{_beginning(wanted.words[-1])})"
    letter = _PIECES.findall(wanted.words[0])[0]
    first = _FIRST.get(letter, re.escape(letter))
    return re.compile(first + _NOTHING_BEFORE), re.compile(_BETWEEN.join((*before, last)))


def _word(folded: str) -> str:
    return "".join(_WRITTEN.get(one, re.escape(one)) for one in _PIECES.findall(folded))


def _beginning(folded: str) -> str:
    *_pieces, last = _PIECES.findall(folded)
    before = folded.removesuffix(last)
    return _word(before) + _LAST.get(last, re.escape(str(last)))
