import pytest

from bostoette.ui.week.week_card import ordered
from bostoette.ui.week.week_walk import Walk, neighbour
from tests.ui.week.weeks import CALL, HELD, MEETING, SHEET, VIDEO, VISIT, WALK, card, span

CARDS = ordered(SHEET.cards)


@pytest.mark.parametrize(
    ("start", "walk", "end"),
    [
        (VISIT, Walk.ON, MEETING),
        (MEETING, Walk.BACK, VISIT),
        (VISIT, Walk.BACK, VISIT),
        (CALL, Walk.ON, CALL),
        (VISIT, Walk.DAY_ON, MEETING),
        (VIDEO, Walk.DAY_ON, HELD),
        (VISIT, Walk.DAY_BACK, VISIT),
        (CALL, Walk.DAY_BACK, HELD),
        (CALL, Walk.DAY_FIRST, WALK),
        (WALK, Walk.DAY_LAST, CALL),
        (WALK, Walk.FIRST, VISIT),
        (WALK, Walk.LAST, CALL),
    ],
)
def test_the_arrows_lead_to_the_neighbour(start: object, walk: Walk, end: object) -> None:
    here = next(row for row, each in enumerate(CARDS) if each is start)
    there = neighbour(CARDS, here, walk)
    assert there is not None
    assert CARDS[there] is end


def test_a_day_without_cards_is_stepped_over() -> None:
    cards = (card("A.M.", span(0, "9.00", 60)), card("B.K.", span(4, "15.00", 60)))
    assert neighbour(cards, 0, Walk.DAY_ON) == 1


def test_an_empty_week_leads_nowhere_and_an_unchosen_one_to_its_first() -> None:
    assert neighbour((), None, Walk.ON) is None
    assert neighbour(CARDS, None, Walk.ON) == 0
