"""A QuickLine is a typed line taken apart bit by bit: what is understood is taken out of it."""

import re
import unicodedata
from dataclasses import dataclass, field

from bostoette.models.folded_text import folded

MOST_LETTERS = 300
_GONE = "|"
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-"})
_HALVES = (("½", ",5"),)
_BARE_HALF = re.compile(r"(?<!\d),5")


@dataclass(slots=True)
class QuickLine:
    """The words of a line, as typed and folded; a taken word is not found again."""

    words: list[str]
    folded_words: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> "QuickLine":
        """Take a line apart; a very long one is refused before."""
        text = unicodedata.normalize("NFC", text).translate(_DASHES)
        for sign, number in _HALVES:
            text = text.replace(sign, number)
        words = _BARE_HALF.sub("0,5", text.replace("|", " ")).split()
        words = [word for word in (word.strip(",;!?\"'»«()") for word in words) if word]
        return cls(words, [folded(word).replace(" ", "") or _GONE for word in words])

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Take the first place where whole words fit a pattern."""
        text = " ".join(self.folded_words)
        for found in pattern.finditer(text):
            if found.end() > found.start() and _whole_words(text, found):
                first = text.count(" ", 0, found.start())
                last = text.count(" ", 0, found.end())
                self.take_words(first, last + 1)
                return found
        return None

    def take_words(self, first: int, end: int) -> str:
        """Take words by their places; return them as they were typed."""
        self.folded_words[first:end] = [_GONE] * (end - first)
        return " ".join(self.words[first:end])

    def free(self, place: int) -> bool:
        """Tell whether a word is still there."""
        return 0 <= place < len(self.words) and self.folded_words[place] != _GONE

    def stretches(self, longest: int) -> list[tuple[int, int]]:
        """Return the places of all free stretches of words, the longest first."""
        everywhere = (
            (first, first + length)
            for length in range(min(longest, len(self.words)), 0, -1)
            for first in range(len(self.words) - length + 1)
        )
        return [place for place in everywhere if all(map(self.free, range(*place)))]

    def said(self, first: int, end: int) -> str:
        """Return some words as they were typed."""
        return " ".join(self.words[first:end])

    def left(self) -> list[int]:
        """Return the places of the words that nothing was made of."""
        return [place for place in range(len(self.words)) if self.free(place)]


def _whole_words(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    return before in {"", " "} and after in {"", " "}
