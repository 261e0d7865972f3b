"""Text on cards: broken into lines that can be read by themselves."""

import pytest
from PySide6.QtWidgets import QApplication

from bostoette.ui.week.card_text import BETWEEN, CardText

PARTS = ("afholdt", "besøg", "Støttesamtale")


@pytest.mark.parametrize("letters", [9, 16, 40])
def test_no_line_begins_with_what_stands_between_two_parts(
    qapp: QApplication, letters: int
) -> None:
    text = CardText(qapp.font())
    broken = text.broken(BETWEEN.join(PARTS), letters * text.letter, 6)
    assert not [line for line in broken if line.startswith(BETWEEN.strip())]
    assert [word for word in " ".join(broken).split() if word[0].isalpha()][:2] == list(PARTS[:2])
