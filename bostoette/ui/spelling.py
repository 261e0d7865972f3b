"""Spelling marked while a note is typed, where the system has a Danish dictionary.

None comes with the program: `pyenchant` uses the dictionary of Hunspell on Linux and the system's
own speller on macOS. Where either is missing nothing is marked, and the settings say so.
"""

import re
from functools import cache, partial
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from bostoette.ui.theme import Theme

LANGUAGE = "da_DK"
WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_SHORTEST = 3
_MOST_PROPOSED = 5
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


def watch_spelling(field: QPlainTextEdit, theme: Theme) -> "Spelling | None":
    """Mark what is misspelt in a field, where there is a dictionary."""
    known = danish_words()
    return None if known is None else Spelling(field, theme, known)


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
    """Underlines what is not in the dictionary, and proposes other words in the field's menu."""

    def __init__(self, field: QPlainTextEdit, theme: Theme, words: Any) -> None:
        super().__init__(field.document())
        self._theme, self._words = theme, words
        theme.changed.connect(self.rehighlight)
        for asked in (field, field.viewport()):
            asked.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put what a wrong word could be at the top of the field's menu."""
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        field = watched if isinstance(watched, QPlainTextEdit) else watched.parent()
        assert isinstance(field, QPlainTextEdit)  # noqa: S101 - only it and its viewport are watched
        menu = field.createStandardContextMenu()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.propose(menu, field.cursorForPosition(event.pos()))
            menu.exec(event.globalPos())
        else:
            self.propose(menu, field.textCursor())
            menu.exec(field.viewport().mapToGlobal(field.cursorRect().bottomLeft()))
        menu.deleteLater()
        return True

    def propose(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Put what a word that is not in the dictionary could be at the top."""
        block, at = cursor.block(), cursor.positionInBlock()
        wrong = next(
            (one for one in misspelt(block.text(), self._words) if 0 <= at - one[0] <= one[1]), None
        )
        if wrong is None:
            return
        start, length = wrong
        word, first = block.text()[start : start + length], menu.actions()[0]
        for better in self._words.suggest(word)[:_MOST_PROPOSED]:
            action = QAction(better, menu)
            action.triggered.connect(partial(self._put, block.position() + start, length, better))
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def _put(self, begin: int, length: int, better: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's value
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin)
        cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(better)

    def highlightBlock(self, text: str) -> None:
        """Mark one paragraph."""
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        look.setUnderlineColor(QColor(self._theme.tokens.stop))
        for start, length in misspelt(text, self._words):
            self.setFormat(start, length, look)
