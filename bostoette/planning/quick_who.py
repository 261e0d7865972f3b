"""Who is meant, in a typed line: by initials, code or name, however it is written."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bostoette.models.folded_text import folded
from bostoette.models.key import Key
from bostoette.models.quick_add import QuickCitizen
from bostoette.planning.citizen_search import found, search_text
from bostoette.planning.quick_line import QuickLine

_Look = Callable[[str], tuple[QuickCitizen, ...]]

_LONGEST_NAME = 5
_SHORTEST_NAME = 3
_BEGINNING = 2
"""Names are looked up by so many first letters, so that 3,000 cost a line no time."""
_MOST_CHOICES = 6
_LITTLE = (
    "af at da de den der det du en er et for fra ham hans har hen hos hun i ja jeg "
    "kan kl med men min mit nej ny nyt og om op os paa saa sig skal som til tur ud "
    "ved vi vil"
)
LITTLE_WORDS = frozenset(_LITTLE.split())


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a line means; or what was written that fits several."""

    citizens: tuple[QuickCitizen, ...] = ()
    unsure: str = ""
    choices: tuple[QuickCitizen, ...] = ()


class QuickDirectory:
    """The citizens, ready to be found; made once for many lines."""

    def __init__(self, citizens: tuple[QuickCitizen, ...]) -> None:
        self.citizens = citizens
        self._short: dict[str, list[QuickCitizen]] = {}
        self._codes: dict[str, QuickCitizen] = {}
        self._whole: dict[str, list[QuickCitizen]] = {}
        self._begun: dict[str, dict[Key, tuple[str, QuickCitizen]]] = {}
        self.name_words: frozenset[str] = frozenset(
            word for one in citizens for word in folded(one.name).split()
        )
        for one in citizens:
            self._short.setdefault(_letters(one.initials), []).append(one)
            self._codes[_letters(one.code)] = one
            self._whole.setdefault(folded(one.name), []).append(one)
            text = search_text(one.name)
            for word in text.replace("-", " ").split():
                self._begun.setdefault(word[:_BEGINNING], {})[one.id] = (text, one)

    def by_short(self, typed: str) -> tuple[QuickCitizen, ...]:
        """Return who has these initials, or this code if it tells her apart from others."""
        letters = _letters(typed)
        if not letters or (letters in LITTLE_WORDS and not _meant_as_initials(typed)):
            return ()
        same = tuple(self._short.get(letters, ()))
        coded = self._codes.get(letters)
        if coded is None or (len(same) > 1 and typed.strip() != coded.code):
            return same
        return (coded,)

    def by_name(self, typed: str) -> tuple[QuickCitizen, ...]:
        """Return whose name it is; else whose name has words that begin so."""
        words = folded(typed)
        if len(words) < _SHORTEST_NAME or words in LITTLE_WORDS:
            return ()
        whole = self._whole.get(words)
        if whole is not None:
            return tuple(whole)
        if any(len(word) < _BEGINNING or word in LITTLE_WORDS for word in words.split()):
            return ()
        near: dict[Key, tuple[str, QuickCitizen]] = {}
        for way in search_text(typed.split(maxsplit=1)[0]).split():
            near |= self._begun.get(way[:_BEGINNING], {})
        return tuple(one for text, one in near.values() if found(typed, text))


def take_by_initials(line: QuickLine, directory: QuickDirectory) -> Found:
    """Take everybody who is named by initials or code."""
    return _take(line, directory.by_short, 2)


def take_by_name(line: QuickLine, directory: QuickDirectory) -> Found:
    """Take everybody who is named."""
    return _take(line, directory.by_name, _LONGEST_NAME)


def _take(line: QuickLine, look: _Look, longest: int) -> Found:
    known: dict[Key, QuickCitizen] = {}
    places: list[tuple[int, QuickCitizen]] = []
    for first, end in line.stretches(min(longest, len(line.words))):
        if not all(line.free(place) for place in range(first, end)):
            continue
        said = line.said(first, end)
        fitting = look(said)
        if len(fitting) > 1:
            return Found(unsure=said, choices=fitting[:_MOST_CHOICES])
        if fitting and fitting[0].id not in known:
            line.take_words(first, end)
            known[fitting[0].id] = fitting[0]
            places.append((first, fitting[0]))
    return Found(tuple(one for _, one in sorted(places, key=lambda each: each[0])))


def _letters(text: str) -> str:
    return "".join(letter for letter in folded(text) if letter.isalnum())


def _meant_as_initials(typed: str) -> bool:
    return typed.isupper() or re.search(r"\w\.\w", typed) is not None
