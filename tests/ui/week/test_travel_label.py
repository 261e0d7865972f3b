"""The minutes of a way can be read: no card lies over them."""

from bostoette.ui.week.travel_label import label_place
from bostoette.ui.week.week_layout import Box

WAY = Box(100, 200, 110, 34)
LINE = 14


def test_they_stand_at_the_top_of_the_way() -> None:
    assert label_place(WAY, 70, LINE, [Box(100, 234, 110, 40)]) == Box(140, 200, 70, LINE)


def test_they_stand_below_a_short_card_that_reaches_into_the_way() -> None:
    lunch = Box(155, 182, 55, 25)
    assert label_place(WAY, 70, LINE, [lunch]) == Box(140, 207, 70, LINE)


def test_a_card_beside_them_is_no_hindrance() -> None:
    assert label_place(WAY, 70, LINE, [Box(100, 190, 38, 25)]) == Box(140, 200, 70, LINE)


def test_they_are_left_out_where_they_would_be_covered_or_too_wide() -> None:
    assert label_place(WAY, 70, LINE, [Box(155, 182, 55, 42)]) is None
    assert label_place(WAY, 120, LINE, []) is None
    assert label_place(Box(100, 200, 110, 10), 70, LINE, []) is None
