"""Spelling marked while a note is typed, where the system has a Danish dictionary.

None comes with the program: `pyenchant` uses the dictionary of Hunspell on Linux and the system's
own speller on macOS. Where either is missing nothing is marked, and the settings say so.
"""

import re
from functools import cache
from typing import Any

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from bostoette.ui.theme import Theme

LANGUAGE = "da_DK"
WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_SHORTEST = 3
THERE = "Stavekontrol: systemets danske ordbog bruges, når der skrives notater."
MISSING = (
    "Stavekontrol: der er ingen dansk ordbog på denne computer, så stavefejl markeres ikke i "
    "notater. På Linux hedder den hunspell-da."
)


@cache
def danish_words() -> Any:
    """Return the system's Danish dictionary; None where there is none."""
    try:
        import enchant
    except ImportError:  # the library or the system's part of it is missing
        return None
    if not enchant.dict_exists(LANGUAGE):
        return None
    return enchant.Dict(LANGUAGE)


def spelling_said() -> str:
    """Say whether spelling is marked on this computer."""
    return THERE if danish_words() is not None else MISSING


def misspelt(text: str, words: Any) -> list[tuple[int, int]]:
    """Return where words stand that the dictionary does not know: start and length.

    Short words, initials and names are left alone: what begins with a capital may be a name.
    """
    return [
        (found.start(), len(found.group()))
        for found in WORD.finditer(text)
        if len(found.group()) >= _SHORTEST
        and found.group()[0].islower()
        and not words.check(found.group())
    ]


class Spelling(QSyntaxHighlighter):
    """Underlines what is not in the dictionary."""

    def __init__(self, document: QTextDocument, theme: Theme, words: Any) -> None:
        super().__init__(document)
        self._theme, self._words = theme, words
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Mark one paragraph."""
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        look.setUnderlineColor(QColor(self._theme.tokens.stop))
        for start, length in misspelt(text, self._words):
            self.setFormat(start, length, look)
