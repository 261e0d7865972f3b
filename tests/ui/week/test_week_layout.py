from datetime import timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from bostoette.models.contact_form import ContactForm
from bostoette.ui.week.week_card import TravelBlock, WeekCard, WeekSheet
from bostoette.ui.week.week_layout import Box, Measures, WeekLayout, lay_out
from tests.ui.week.weeks import MONDAY, SHEET, VISIT, WEEK, card, sheets, span

MEASURES = Measures(width=1100, height=560, gutter=36, hour=40, card=24, lane=48)


def laid_out(*cards: WeekCard, measures: Measures = MEASURES) -> WeekLayout:
    return lay_out(WeekSheet(WEEK, cards), cards, measures)


def boxes(layout: WeekLayout) -> list[Box]:
    return [box for box in layout.boxes if box is not None]


@given(sheets(), st.sampled_from([(1100, 560), (600, 400), (2000, 1200)]), st.floats(40, 160))
@settings(deadline=None, max_examples=200)
def test_every_card_is_shown_large_enough_and_alone(
    sheet: WeekSheet, size: tuple[int, int], hour: float
) -> None:
    measures = Measures(*size, gutter=36, hour=hour, card=24, lane=48)
    layout = lay_out(sheet, sheet.cards, measures)
    shown = boxes(layout)
    assert len(shown) == len(sheet.cards)
    for box in shown:
        assert box.height >= 24
        assert box.width >= 24
        assert box.left >= measures.gutter
        assert box.right <= layout.width
        assert box.top >= 0
        assert box.bottom <= layout.height
    for one, other in combinations(shown, 2):
        assert not one.meets(other)


@given(sheets())
@settings(deadline=None, max_examples=100)
def test_a_place_leads_back_to_the_day_and_time_drawn_there(sheet: WeekSheet) -> None:
    layout = lay_out(sheet, sheet.cards, MEASURES)
    for item, box in zip(sheet.cards, layout.boxes, strict=True):
        assert box is not None
        assert layout.column_at(box.left).day == item.span.day
        assert layout.column_at(box.right - 1).day == item.span.day
        assert abs(layout.minute_at(box.top) - item.span.start) <= 60 / layout.hour


def test_seven_to_six_fits_in_the_smallest_window() -> None:
    layout = lay_out(SHEET, SHEET.cards, Measures(1100, 500, 36, 40, 24, 48))
    assert (layout.first_hour, layout.last_hour) == (7, 18)
    assert layout.height <= 500
    assert layout.width <= 1100


def test_a_larger_window_gives_higher_hours() -> None:
    layout = lay_out(SHEET, SHEET.cards, Measures(1100, 900, 36, 40, 24, 48))
    assert layout.hour > 70
    assert layout.height <= 900


def test_zooming_makes_the_hours_higher_than_those_that_fill_the_view() -> None:
    fitting = lay_out(SHEET, SHEET.cards, Measures(1100, 900, 36, 40, 24, 48))
    zoomed = lay_out(SHEET, SHEET.cards, Measures(1100, 900, 36, 40, 24, 48, zoom=1.5))
    assert zoomed.hour == fitting.hour * 1.5


def test_the_hours_grow_so_that_no_card_and_no_travel_is_hidden() -> None:
    early, late = card("A.M.", span(0, "6.30", 30)), card("B.K.", span(1, "20.00", 75))
    layout = laid_out(early, late)
    assert (layout.first_hour, layout.last_hour) == (6, 22)
    on_the_way = WeekSheet(WEEK, (), (TravelBlock(span(0, "5.45", 20), "20 min"),))
    assert lay_out(on_the_way, (), MEASURES).first_hour == 5


def test_the_weekend_is_shown_on_request_and_when_something_lies_there() -> None:
    assert len(laid_out(VISIT).days) == 5
    assert len(lay_out(SHEET, SHEET.cards, MEASURES, weekend=True).days) == 7
    assert len(laid_out(card("A.M.", span(6, "10.00", 30))).days) == 7


def test_a_card_of_another_week_is_not_shown() -> None:
    other = card("A.M.", span(0, "9.00", 60).moved(days=7))
    assert laid_out(other).boxes == (None,)


def test_two_at_once_lie_side_by_side_with_a_gap() -> None:
    one, other = card("A.M.", span(0, "9.00", 60)), card("B.K.", span(0, "9.30", 60))
    left, right = boxes(laid_out(one, other))
    assert right.left - left.right == MEASURES.gap
    assert left.top < right.top < left.bottom


def test_short_cards_whose_drawn_areas_meet_lie_side_by_side() -> None:
    one, other = card("A.M.", span(0, "9.00", 15)), card("B.K.", span(0, "9.15", 15))
    layout = laid_out(one, other)
    assert layout.true_height(one.span) < 24
    left, right = boxes(layout)
    assert left.right < right.left


def test_cards_that_only_follow_each_other_keep_the_whole_width() -> None:
    one, other = card("A.M.", span(0, "9.00", 60)), card("B.K.", span(0, "10.00", 60))
    first, second = boxes(laid_out(one, other))
    assert first.width == second.width > 190
    assert first.bottom <= second.top


def test_a_card_takes_the_room_that_its_neighbours_leave() -> None:
    long = card("A.M.", span(0, "9.00", 180))
    beside = (card("B.K.", span(0, "9.00", 60)), card("C.S.", span(0, "9.00", 60)))
    later = card("D.N.", span(0, "11.00", 60))
    placed = dict(zip("abcd", boxes(laid_out(long, *beside, later)), strict=True))
    assert placed["d"].width > 1.8 * placed["b"].width


def test_a_crowded_day_grows_so_that_everybody_is_named() -> None:
    crowd = [card(f"N.{n}", span(2, "9.00", 30), ContactForm.PHONE) for n in range(8)]
    layout = laid_out(*crowd)
    assert all(box.width >= MEASURES.lane for box in boxes(layout))
    assert layout.width <= MEASURES.width


def test_travel_lies_above_its_own_card() -> None:
    beside = card("B.K.", span(0, "9.00", 60))
    travel = TravelBlock(span(0, "8.40", 20), "20 min", VISIT.key)
    layout = lay_out(WeekSheet(WEEK, (VISIT, beside), (travel,)), (VISIT, beside), MEASURES)
    above, below = layout.travel[0], layout.boxes[0]
    assert above is not None
    assert below is not None
    assert (above.left, above.width, above.bottom) == (below.left, below.width, below.top)


def test_places_outside_the_columns_lead_to_the_nearest_day_and_hour() -> None:
    layout = laid_out(VISIT)
    assert layout.column_at(-50).day == MONDAY
    assert layout.column_at(5000).day == MONDAY + timedelta(days=4)
    assert layout.minute_at(-5000) == 0
    assert layout.minute_at(50000) == 24 * 60
