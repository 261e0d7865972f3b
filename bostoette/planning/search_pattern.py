"""What finds folded words in a text as it was written, where the text has Danish letters alone.

Nearly every note has, and a pattern runs through it many times faster than folding its words one
by one. A text with other letters is left to that (`search_marks`).
"""

import re
from functools import lru_cache

from bostoette.planning.search_query import Wanted

_OTHER = re.compile(r"[^\W\x00-\x7fæøåÆØÅ]|[\u0300-\u036f]")
_BEGIN, _END, _BETWEEN = r"(?<![^\W_])", r"(?![^\W_])", r"[\W_]+"
_PIECES = re.compile("ae|.", re.DOTALL)
_WRITTEN = {"ae": "(?:[aå]*æ|[aå]+e)", "a": "[aå]+", "o": "[oø]e*"}
_LAST = {"ae": "(?:[aå]*?æ|[aå]+e)", "a": "[aåæ]", "o": "[oø]"}
"""As the end of a beginning: no further than what it takes."""


def is_plain(text: str) -> bool:
    """Tell whether a text has no letters but the Danish ones."""
    return text.isascii() or not _OTHER.search(text)


@lru_cache(maxsize=32)
def pattern_of(wanted: Wanted) -> re.Pattern[str]:
    """Return what finds each place of some words in a plain text, as its first group."""
    *before, last = (_word(word) for word in wanted.words)
    last += _END
    if wanted.begins:
        last = f"(?:{last}|{_beginning(wanted.words[-1])})"
    return re.compile(f"{_BEGIN}(?=({_BETWEEN.join((*before, last))}))", re.IGNORECASE)


def _word(folded: str) -> str:
    return "".join(_WRITTEN.get(one, re.escape(one)) for one in _PIECES.findall(folded))


def _beginning(folded: str) -> str:
    *_pieces, last = _PIECES.findall(folded)
    before = folded.removesuffix(last)
    return _word(before) + _LAST.get(last, re.escape(str(last)))
