"""A card of facts in a narrow column."""

import pytest
from pytestqt.qtbot import QtBot

from bostoette.ui.citizens.citizen_facts import Fact
from bostoette.ui.citizens.fact_card import FactCard
from bostoette.ui.entry.words import Words
from bostoette.ui.theme import Appearance, Theme


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_word_before_a_fact_stands_whole(qtbot: QtBot, theme: Theme, percent: int) -> None:
    theme.use(Appearance.LIGHT, percent)
    card = FactCard(theme, "Digital profil", "Se profil", "")
    qtbot.addWidget(card)
    card.show_facts([Fact("Forudsigelighed", "Almindelig"), Fact("Udstyr", "Ikke spurgt endnu")])
    card.resize(theme.pixels(282), theme.pixels(200))
    card.show()
    (label,) = (one for one in card.findChildren(Words) if one.text() == "Forudsigelighed")
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
