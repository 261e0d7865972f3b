"""An answer that is given is seen to be given, also while it has the keyboard."""

import pytest
from pytestqt.qtbot import QtBot

from bostoette.ui.notes.taps import Taps
from bostoette.ui.theme import Appearance, Theme
from tests.ui.hands import show_active

ANSWERS = (("same", "Som det plejer"), ("worse", "Værre"), ("unseen", "Ikke set"))


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_answer_that_is_given_stands_out_from_the_others(
    theme: Theme, qtbot: QtBot, appearance: Appearance
) -> None:
    theme.use(appearance)
    taps = Taps(theme, "Indtryk af hjemmet", ANSWERS)
    qtbot.addWidget(taps)
    show_active(taps)
    taps.buttons["worse"].click()
    for asked in ("worse", "same"):
        taps.buttons[asked].setFocus()
        filled = {word: _ground(taps, word) == theme.tokens.accent.lower() for word, _ in ANSWERS}
        assert filled == {"same": False, "worse": True, "unseen": False}


def test_a_second_tap_takes_the_answer_back(theme: Theme, qtbot: QtBot) -> None:
    taps = Taps(theme, "Indtryk af hjemmet", ANSWERS)
    qtbot.addWidget(taps)
    taps.buttons["worse"].click()
    assert (taps.value, taps.place) == ("worse", "1")
    taps.buttons["worse"].click()
    assert (taps.value, taps.place) == (None, "")


def _ground(taps: Taps, answer: str) -> str:
    """Return the colour between the edge and the word of an answer."""
    button = taps.buttons[answer]
    return button.grab().toImage().pixelColor(6, button.height() // 2).name()
