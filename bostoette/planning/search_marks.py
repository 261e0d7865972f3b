"""Where what was searched for stands in a text as it was written.

Folded words are longer or shorter than the written ones (``æ``, ``aa``), so hits are looked for
word by word and told by the places of the written letters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bostoette.models.folded_text import one_line, search_folded, search_words
from bostoette.models.found_text import Mark, Snippet
from bostoette.planning.search_query import Wanted

SNIPPET = 160
"""Letters of a piece that is shown."""
_BEFORE = 40
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


@dataclass(frozen=True, slots=True)
class _Written:
    """A word where it is written, folded."""

    begin: int
    text: str
    folded: str


def marks(text: str, wanted: Sequence[Wanted]) -> tuple[Mark, ...]:
    """Return which letters are hits, in order and without overlap."""
    written = list(_written(text))
    found = sorted(mark for one in wanted for mark in _hits(written, one))
    return tuple(_joined(found))


def snippet(text: str, wanted: Sequence[Wanted], length: int = SNIPPET) -> Snippet:
    """Return a piece of the text around the first hit, on one line."""
    text = one_line(text)
    found = marks(text, wanted)
    begin = _begin(text, found[0][0] if found else 0, length)
    end = _end(text, begin + length)
    before, after = "… " if begin else "", " …" if end < len(text) else ""
    shift = len(before) - begin
    inside = tuple(
        (max(first, begin) + shift, min(last, end) + shift)
        for first, last in found
        if first < end and last > begin
    )
    return Snippet(f"{before}{text[begin:end]}{after}", inside)


def _begin(text: str, hit: int, length: int) -> int:
    if len(text) <= length or hit <= _BEFORE:
        return 0
    begin = min(hit - _BEFORE, len(text) - length)
    blank = text.find(" ", begin, hit)
    return begin if blank < 0 else blank + 1


def _end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    blank = text.rfind(" ", end - _BEFORE, end)
    return end if blank < 0 else blank


def _written(text: str) -> Iterator[_Written]:
    for found in _WORD.finditer(text):
        for folded in search_words(found[0]):
            yield _Written(found.start(), found[0], folded)


def _hits(written: list[_Written], wanted: Wanted) -> Iterator[Mark]:
    number, last = len(wanted.words), wanted.words[-1]
    for at in range(len(written) - number + 1):
        row = written[at : at + number]
        if any(one.folded != word for one, word in zip(row, wanted.words[:-1], strict=False)):
            continue
        ending = row[-1]
        if wanted.begins and ending.folded.startswith(last):
            yield row[0].begin, ending.begin + _reach(ending, last)
        elif ending.folded == last:
            yield row[0].begin, ending.begin + len(ending.text)


def _reach(word: _Written, beginning: str) -> int:
    """Return how many written letters make up a folded beginning."""
    if word.folded == beginning:
        return len(word.text)
    letters = range(1, len(word.text) + 1)
    reaching = (n for n in letters if search_folded(word.text[:n]).startswith(beginning))
    return next(reaching, len(word.text))


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
