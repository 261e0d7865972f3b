"""Where what was searched for stands in a text as it was written.

Folded words are longer or shorter than the written ones (``æ``, ``aa``), so hits are looked for
word by word and told by the places of the written letters.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, takewhile
from typing import NamedTuple

from bostoette.models.folded_text import one_line, search_folded, search_words
from bostoette.models.found_text import Mark, Snippet
from bostoette.planning.search_pattern import as_plain, places
from bostoette.planning.search_query import Wanted

SNIPPET = 160
"""Letters of a piece that is shown."""
_BEFORE = 40
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


class _Written(NamedTuple):
    """The words of a text: where each begins, as written, and folded."""

    begins: list[int]
    words: list[str]
    folded: list[str]


def marks(text: str, wanted: Sequence[Wanted]) -> tuple[Mark, ...]:
    """Return which letters are hits, in order and without overlap."""
    return tuple(_joined(sorted(chain.from_iterable(_found(text, wanted)))))


def snippet(text: str, wanted: Sequence[Wanted], length: int = SNIPPET) -> Snippet:
    """Return a piece of the text around the first hit, on one line."""
    text = one_line(text)
    found = _found(text, wanted)
    firsts = [hit for hits in found for hit in islice(hits, 1)]
    begin = _begin(text, min(firsts)[0] if firsts else 0, length, _BEFORE)
    end = _end(text, begin + length)
    later = (takewhile(lambda hit: hit[0] < end, hits) for hits in found)
    return _cut(text, tuple(_joined(sorted(chain(firsts, *later)))), begin, end)


def _found(text: str, wanted: Sequence[Wanted]) -> list[Iterator[Mark]]:
    """Look for each that is wanted, in the order of the text and no further than is asked."""
    plain = as_plain(text) if wanted else ""
    if plain is None:
        written = _written(text)
        return [_hits(written, one) for one in wanted]
    return [places(plain, one) for one in wanted]


def _cut(text: str, found: Sequence[Mark], begin: int, end: int) -> Snippet:
    before, after = "… " if begin else "", " …" if end < len(text) else ""
    shift = len(before) - begin
    inside = tuple(
        (max(first, begin) + shift, min(last, end) + shift)
        for first, last in found
        if first < end and last > begin
    )
    return Snippet(f"{before}{text[begin:end]}{after}", inside)


def shortened(one: Snippet, length: int) -> Snippet:
    """Return a piece of a snippet that is short enough for one line, its first mark in sight."""
    hit = one.marks[0][0] if one.marks else 0
    begin = _begin(one.text, hit, length, length // 4)
    end = _end(one.text, begin + length)
    return _cut(one.text, one.marks, begin, end)


def holds_all(text: str, wanted: Sequence[Wanted]) -> bool:
    """Tell whether a text holds everything that is wanted."""
    plain = as_plain(text)
    if plain is not None:
        return all(next(places(plain, one), None) for one in wanted)
    written = _written(text)
    return all(next(_hits(written, one), None) for one in wanted)


def _begin(text: str, hit: int, length: int, ahead: int) -> int:
    if len(text) <= length or hit <= ahead:
        return 0
    begin = min(hit - ahead, len(text) - length)
    blank = text.find(" ", begin, hit)
    return begin if blank < 0 else blank + 1


def _end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    blank = text.rfind(" ", end - _BEFORE, end)
    return end if blank < 0 else blank


def _written(text: str) -> _Written:
    found = list(_WORD.finditer(text))
    begins, words = [one.start() for one in found], [one[0] for one in found]
    folded = search_words(" ".join(words))
    if len(folded) != len(words):  # a word that folds into several, such as ½
        apart = [(at, one) for at, word in enumerate(words) for one in search_words(word)]
        folded = [one for _at, one in apart]
        begins = [begins[at] for at, _one in apart]
        words = [words[at] for at, _one in apart]
    return _Written(begins, words, folded)


def _hits(written: _Written, wanted: Wanted) -> Iterator[Mark]:
    folded, before, last = written.folded, list(wanted.words[:-1]), wanted.words[-1]
    if wanted.begins:
        endings = [at for at, word in enumerate(folded) if word.startswith(last)]
    else:
        endings = [at for at, word in enumerate(folded) if word == last]
    for at in endings:
        first = at - len(before)
        if first >= 0 and folded[first:at] == before:
            word = written.words[at]
            reach = _reach(word, folded[at], last) if wanted.begins else len(word)
            yield written.begins[first], written.begins[at] + reach


def _reach(word: str, folded: str, beginning: str) -> int:
    """Return how many written letters make up a folded beginning."""
    if folded == beginning:
        return len(word)
    if word.isascii() and word[: len(beginning)].lower() == beginning:
        return len(beginning)
    letters = range(1, len(word) + 1)
    reaching = (n for n in letters if search_folded(word[:n]).startswith(beginning))
    return next(reaching, len(word))


def _joined(found: list[Mark]) -> Iterator[Mark]:
    """Give marks without overlap: those that meet are one."""
    if not found:
        return
    begin, end = found[0]
    for first, last in found[1:]:
        if first <= end:
            end = max(end, last)
        else:
            yield begin, end
            begin, end = first, last
    yield begin, end
