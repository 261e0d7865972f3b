"""Spelling is marked while typing, names and short words left alone."""

from bostoette.ui.notes.spelling import danish_words, misspelt, spelling_said


class Words:
    """A small dictionary."""

    def check(self, word: str) -> bool:
        return word in {"ryddede", "køkkenet", "sammen"}


def test_only_ordinary_words_that_are_not_known_are_marked() -> None:
    text = "Asta ryddede køkenet sammen m. Bo"
    assert misspelt(text, Words()) == [(text.index("køkenet"), len("køkenet"))]


def test_the_settings_say_whether_this_computer_has_a_dictionary() -> None:
    assert ("ingen dansk ordbog" in spelling_said()) == (danish_words() is None)
