"""What finds folded words in a text as it was written, where the text has Danish letters alone.

Nearly every note has, an accent here and there left out, and a pattern runs through it many times
faster than folding its words one by one. A text with other letters is left to that
(`search_marks`).
"""

import re
import unicodedata
from functools import lru_cache

from bostoette.planning.search_query import Wanted

_OTHER = re.compile(r"[^\W\x00-\x7fæøåÆØÅ]|[\u0300-\u036f]")
_ACCENTED = range(0xC0, 0x180)
"""Where the letters with accents stand that a Danish text may hold, such as in a name."""
_BEGIN, _END, _BETWEEN = r"(?<![^\W_])", r"(?![^\W_])", r"[\W_]+"
_PIECES = re.compile("ae|.", re.DOTALL)
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
    """Tell whether a text has no letters but the Danish ones; each is looked at once."""
    return text.isascii() or not _OTHER.search("".join(set(text)))


def _bare_letters() -> dict[int, str]:
    found = {"ä": "æ", "Ä": "Æ", "ö": "ø", "Ö": "Ø"}
    for code in _ACCENTED:
        letter, *accents = list(unicodedata.normalize("NFKD", chr(code)))
        if letter.isascii() and letter.isalpha() and all(map(unicodedata.combining, accents)):
            found.setdefault(chr(code), letter)
    return str.maketrans({one: bare for one, bare in found.items() if one not in "åÅ"})


_BARE = _bare_letters()


@lru_cache(maxsize=32)
def pattern_of(wanted: Wanted) -> re.Pattern[str]:
    """Return what finds each place of some words in what `as_plain` gave, as its first group."""
    *before, last = (_word(word) for word in wanted.words)
    last += _END
    if wanted.begins:
        last = f"(?:{last}|{_beginning(wanted.words[-1])})"
    return re.compile(f"{_BEGIN}(?=({_BETWEEN.join((*before, last))}))")


def _word(folded: str) -> str:
    return "".join(_WRITTEN.get(one, re.escape(one)) for one in _PIECES.findall(folded))


def _beginning(folded: str) -> str:
    *_pieces, last = _PIECES.findall(folded)
    before = folded.removesuffix(last)
    return _word(before) + _LAST.get(last, re.escape(str(last)))
