"""A card of facts in a narrow column."""

import pytest
from pytestqt.qtbot import QtBot

from bostoette.ui.citizens.citizen_facts import Fact
from bostoette.ui.citizens.fact_card import FactCard
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.words import Words


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


def said(card: FactCard) -> list[str]:
    return [one.text() for one in card.findChildren(Words) if one.text() and not one.isHidden()]


@pytest.mark.parametrize("stacked", [False, True])
def test_other_facts_of_the_same_make_are_said_by_the_same_labels(
    qtbot: QtBot, theme: Theme, *, stacked: bool
) -> None:
    card = FactCard(theme, "Udstyr", "Lån ud", "Intet", stacked=stacked)
    qtbot.addWidget(card)
    card.show_facts([Fact("Tablet", "siden maj", b"one", "Ret tablet"), Fact("I alt", "1")])
    before, button = card.findChildren(Words), card.button(b"one")
    card.show_facts([Fact("Telefon", "siden juni", b"two", "Ret telefon"), Fact("I alt", "2")])
    assert card.findChildren(Words) == before
    assert said(card) == ["Udstyr", "Telefon", "siden juni", "I alt", "2"]
    assert card.button(b"two") is button
    assert button.accessibleName() == button.toolTip() == "Ret telefon"
    with qtbot.waitSignal(card.correction_asked) as asked:
        button.click()
    assert asked.args == [b"two"]


@pytest.mark.parametrize("stacked", [False, True])
def test_facts_of_another_make_leave_nothing_of_those_before(
    qtbot: QtBot, theme: Theme, *, stacked: bool
) -> None:
    card = FactCard(theme, "Udstyr", "Lån ud", "Intet", stacked=stacked)
    qtbot.addWidget(card)
    several = [Fact("Hos", "borgeren"), Fact("Tablet", "lånt", b"one", "Ret"), Fact("I alt", "1")]
    card.show_facts(several)
    card.show_facts([Fact("Hos", "os"), Fact("I alt", "0")])
    assert said(card) == ["Udstyr", "Hos", "os", "I alt", "0"]
    assert card.buttons() == [card.action]
    card.show_facts(several)
    assert said(card) == ["Udstyr", "Hos", "borgeren", "Tablet", "lånt", "I alt", "1"]
    assert card.buttons() == [card.action, card.button(b"one")]
    card.show_facts([])
    assert said(card) == ["Udstyr", "Intet"]
