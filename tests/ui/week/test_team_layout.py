"""The team's week: a row for each worker; and the team's day: a column for each."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bostoette.models.contact_form import ContactForm
from bostoette.ui.week.team_layout import TeamLayout, lay_out_team
from bostoette.ui.week.week_card import Person, WeekCard, WeekSheet, ordered
from bostoette.ui.week.week_grid import WeekGrid
from bostoette.ui.week.week_header import WeekHeader
from bostoette.ui.week.week_layout import Measures, lay_out
from tests.ui.hands import FREE, LEFT, SHIFT, drag, press
from tests.ui.week.weeks import MONDAY, WEEK, card, sheets, span
from tests.ui.week.wishes import Wishes

MEASURES = Measures(width=900, height=500, gutter=90, hour=40, card=24, lane=48)
PEOPLE = tuple(Person(bytes([n]), f"{chr(65 + n)}.A.", f"Navn {n}") for n in range(4))
K = Qt.Key


def teams() -> st.SearchStrategy[WeekSheet]:
    """Give every card of a random week to one of four workers."""

    def shared(sheet: WeekSheet, whose: list[int]) -> WeekSheet:
        cards = tuple(
            replace(item, worker_id=PEOPLE[whose[place]].key)
            for place, item in enumerate(sheet.cards)
        )
        return replace(sheet, cards=ordered(cards, PEOPLE), people=PEOPLE)

    owners = st.lists(st.integers(0, 3), min_size=25, max_size=25)
    return st.builds(shared, sheets(), owners)


@given(teams())
@settings(deadline=None, max_examples=100)
def test_every_card_lies_alone_in_its_workers_row_and_its_day(sheet: WeekSheet) -> None:
    layout = lay_out_team(sheet, sheet.cards, MEASURES)
    for item, box in zip(sheet.cards, layout.boxes, strict=True):
        assert box is not None
        assert box.height >= 24
        column = layout.column_at(box.left + box.width / 2, box.top + box.height / 2)
        assert (column.day, column.worker) == (item.span.day, item.worker_id)
        assert box.bottom <= layout.height
    boxes = [box for box in layout.boxes if box is not None]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


@given(teams())
@settings(deadline=None, max_examples=100)
def test_a_day_of_the_team_has_a_column_for_each_and_hides_nobody(sheet: WeekSheet) -> None:
    cards = tuple(item for item in sheet.cards if item.span.day == MONDAY)
    day = replace(sheet, cards=cards, day=MONDAY)
    layout = lay_out(day, cards, MEASURES)
    assert [column.worker for column in layout.columns] == [one.key for one in PEOPLE]
    for item, box in zip(cards, layout.boxes, strict=True):
        assert box is not None
        assert layout.column_at(box.left).worker == item.worker_id
        assert layout.column_at(box.right - 1).worker == item.worker_id
    boxes = [box for box in layout.boxes if box is not None]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def mine(title: str, place: int, weekday: int, clock: str) -> WeekCard:
    when = span(weekday, clock, 60)
    return card(title, when, ContactForm.PHYSICAL, worker_id=PEOPLE[place].key, worker="x")


FIRST, SECOND = mine("A.M.", 0, 0, "9.00"), mine("B.K.", 1, 0, "10.00")
LATER = mine("C.S.", 0, 2, "9.00")
TEAM_WEEK = WeekSheet(WEEK, (FIRST, SECOND, LATER), people=PEOPLE)
TEAM_DAY = WeekSheet(WEEK, (FIRST, SECOND), people=PEOPLE, day=MONDAY)


def middle(grid: WeekGrid, item: WeekCard) -> QPoint:
    return grid.visualRect(grid.index_of(item.key)).center()


def test_the_arrows_go_through_a_workers_week_and_between_workers_of_a_day(
    grid: WeekGrid,
) -> None:
    grid.show_sheet(TEAM_WEEK)
    grid.choose(FIRST.key)
    press(K.Key_Right)
    assert grid.chosen_key() == LATER.key
    grid.show_sheet(TEAM_DAY)
    grid.choose(FIRST.key)
    press(K.Key_Right)
    assert grid.chosen_key() == SECOND.key


def test_the_slot_cursor_says_whose_day_it_stands_in(grid: WeekGrid) -> None:
    said: list[str] = []
    grid.announced.connect(said.append)
    grid.show_sheet(TEAM_DAY)
    grid.choose(FIRST.key)
    press(K.Key_Right, SHIFT)
    press(K.Key_Right, SHIFT)
    grid.show_sheet(TEAM_WEEK)
    press(K.Key_Down, SHIFT)
    assert said == [
        "A.A., man. 23. nov. 09.00, optaget af A.M.",
        "B.A., man. 23. nov. 09.00, ledig",
        "C.A., man. 23. nov., ingen kontakter",
    ]
    assert grid.pointed_worker == PEOPLE[2].key


def test_dragging_to_a_colleagues_column_hands_the_contact_over(grid: WeekGrid) -> None:
    grid.show_sheet(TEAM_DAY)
    wishes: list[tuple[object, ...]] = []
    grid.hand_over_asked.connect(lambda *wish: wishes.append(wish))
    start = middle(grid, FIRST)
    layout = grid.week_layout()
    assert layout is not None
    way = QPoint(layout.lefts[2] - layout.lefts[0], 0)
    drag(grid.viewport(), start, start + way)
    assert wishes == [(FIRST.key, PEOPLE[0].key, PEOPLE[2].key, FIRST.span)]


def test_dragging_in_the_teams_week_changes_the_day_and_keeps_the_time(grid: WeekGrid) -> None:
    grid.show_sheet(TEAM_WEEK)
    wishes = Wishes(grid)
    layout = grid.week_layout()
    assert isinstance(layout, TeamLayout)
    start = middle(grid, FIRST)
    drag(grid.viewport(), start, start + QPoint(layout.lefts[3] - layout.lefts[0], 0))
    assert wishes.made == [("span", FIRST.key, FIRST.span.moved(days=3))]


def test_a_double_click_on_a_name_asks_for_that_workers_week(grid: WeekGrid) -> None:
    grid.show_sheet(TEAM_WEEK)
    asked: list[object] = []
    grid.worker_asked.connect(asked.append)
    row = grid.week_layout()
    assert isinstance(row, TeamLayout)
    QTest.mouseDClick(grid.viewport(), LEFT, FREE, QPoint(10, row.tops[1] + 10))
    assert asked == [PEOPLE[1].key]
    grid.show_sheet(TEAM_DAY)
    header = grid.findChild(WeekHeader)
    layout = grid.week_layout()
    assert header is not None
    assert layout is not None
    QTest.mouseDClick(header, LEFT, FREE, QPoint(layout.lefts[3] + 5, 10))
    assert asked == [PEOPLE[1].key, PEOPLE[3].key]
    assert header.accessibleDescription().startswith("A.A. Navn 0, B.A. Navn 1")
    assert grid.accessibleName() == "Uge 48, teamet, mandag 23. november 2026"
