"""Invents notes for the large examples: believable Danish in which common words are common.

A sentence or word is chosen the rarer the further down it stands (Zipf), and things are compounds,
so that there are also thousands of words that hardly anybody writes.
"""

import re
from collections.abc import Sequence
from itertools import accumulate
from random import Random

from bostoette.models.demo_note_words import DemoNoteWords

_POOL = 40_000
"""Sentences that are made once and written again and again."""
_OFFSET = 4
_SLOT = re.compile(r"\{(\w+)\}")
_LENGTHS, _OFTEN = (2, 3, 4, 5, 6, 8), (12, 26, 28, 18, 10, 6)


class DemoNotes:
    """Makes up as many as are asked for, from a seed."""

    def __init__(self, words: DemoNoteWords, chance: Random) -> None:
        self._chance = chance
        self._lists = {
            "place": words.places,
            "town_place": words.town_places,
            "who": words.people,
            "when": words.times,
            "feeling": words.feelings,
            "deed": words.deeds,
        }
        self._beginnings, self._endings = words.beginnings, words.endings
        self._sentences = self._made(words.sentences, _POOL)
        self._agreements = self._made(words.agreements, _POOL // 20)

    def text(self) -> str:
        """Return some sentences."""
        (number,) = self._chance.choices(_LENGTHS, _OFTEN)
        return " ".join(self._chance.choices(self._sentences, k=number))

    def sentence(self) -> str:
        """Return one sentence."""
        return self._chance.choice(self._sentences)

    def agreement(self) -> str:
        """Return something to agree on."""
        return self._chance.choice(self._agreements)

    def _made(self, patterns: Sequence[str], number: int) -> list[str]:
        weights = _falling(len(patterns))
        chosen = self._chance.choices(patterns, cum_weights=weights, k=number)
        return [_SLOT.sub(self._filled, pattern) for pattern in chosen]

    def _filled(self, slot: re.Match[str]) -> str:
        name = slot[1]
        if name == "thing":
            return self._drawn(self._beginnings) + self._drawn(self._endings)
        word = self._drawn(self._lists[name.lower()])
        return word.capitalize() if name[0].isupper() else word

    def _drawn(self, words: Sequence[str]) -> str:
        return self._chance.choices(words, cum_weights=_falling(len(words)))[0]


def _falling(number: int) -> list[float]:
    return list(accumulate(1 / (place + _OFFSET) for place in range(number)))
