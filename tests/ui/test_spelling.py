"""Spelling is marked while typing, names and short words left alone."""

import pytest
from PySide6.QtWidgets import QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from bostoette.ui.spelling import Spelling, danish_words, misspelt, spelling_said
from bostoette.ui.theme import Theme


class Words:
    """A small dictionary."""

    def check(self, word: str) -> bool:
        return word in {"ryddede", "køkkenet", "sammen"}

    def suggest(self, word: str) -> list[str]:
        return ["køkkenet", "køkkener"] if word == "køkenet" else []


def test_only_ordinary_words_that_are_not_known_are_marked() -> None:
    text = "Asta ryddede køkenet sammen m. Bo"
    assert misspelt(text, Words()) == [(text.index("køkenet"), len("køkenet"))]


def test_the_settings_say_whether_this_computer_has_a_dictionary() -> None:
    assert ("ingen dansk ordbog" in spelling_said()) == (danish_words() is None)


@pytest.mark.parametrize(
    ("at", "proposed"), [(13, ["køkkenet", "køkkener"]), (2, []), (7, []), (24, [])]
)
def test_the_menu_proposes_what_a_wrong_word_could_be(
    theme: Theme, qtbot: QtBot, at: int, proposed: list[str]
) -> None:
    field = QPlainTextEdit("Asta ryddede køkenet sammen")
    qtbot.addWidget(field)
    spelling = Spelling(field, theme, Words())
    menu = QMenu(field)
    last = menu.addAction("Kopiér")
    cursor = field.textCursor()
    cursor.setPosition(at)
    spelling.propose(menu, cursor)
    offered = [one for one in menu.actions() if not one.isSeparator() and one is not last]
    assert [one.text() for one in offered] == proposed
    if offered:
        offered[0].trigger()
        assert field.toPlainText() == "Asta ryddede køkkenet sammen"
        field.undo()
        assert field.toPlainText() == "Asta ryddede køkenet sammen"
