"""What a screen reader meets in the week."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from bostoette.ui.week.week_grid import WeekGrid
from bostoette.ui.week.week_header import WeekHeader
from tests.ui.week.weeks import CALL, SHEET, VIDEO

NAME = QAccessible.Text.Name


def heard(grid: WeekGrid) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(grid)


def items(grid: WeekGrid) -> list[QAccessibleInterface]:
    whole = heard(grid)
    children = [whole.child(place) for place in range(whole.childCount())]
    return [child for child in children if child.role() == QAccessible.Role.ListItem]


def test_the_week_is_a_list_named_after_the_week(grid: WeekGrid) -> None:
    assert heard(grid).role() == QAccessible.Role.List
    assert heard(grid).text(NAME) == "Uge 48"


def test_every_card_is_a_list_item_that_says_everything(grid: WeekGrid) -> None:
    names = [item.text(NAME) for item in items(grid)]
    assert len(names) == len(SHEET.cards)
    assert (
        "Telefonsamtale, B.K., torsdag 26. november 2026, fra 13.00 til 13.15, opfølgning" in names
    )
    assert "Videosamtale, Clara Sand, tirsdag 24. november 2026, fra 10.00 til 10.30" in names


def test_every_item_lies_where_its_card_is_drawn(grid: WeekGrid) -> None:
    for row, item in enumerate(items(grid)):
        drawn = grid.visualRect(grid.model().index(row, 0))
        place = QRect(grid.viewport().mapToGlobal(drawn.topLeft()), drawn.size())
        assert item.rect() == place
        assert grid.indexAt(drawn.center()).row() == row
        assert min(drawn.width(), drawn.height()) >= 24


def test_items_follow_when_the_week_is_scrolled(grid: WeekGrid) -> None:
    grid.zoom_to(3.0)
    before = [item.rect() for item in items(grid)]
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().value() + 40)
    assert [item.rect() for item in items(grid)] == [
        rect.translated(QPoint(0, -40)) for rect in before
    ]


def test_the_chosen_item_is_told_apart(grid: WeekGrid) -> None:
    grid.choose(CALL.key)
    selected = [item.text(NAME) for item in items(grid) if item.state().selected]
    assert len(selected) == 1
    assert selected[0].startswith("Telefonsamtale, B.K.")


def test_the_head_names_days_holidays_and_today(grid: WeekGrid) -> None:
    header = grid.findChild(WeekHeader)
    assert header is not None
    assert header.accessibleDescription() == (
        "man. 23. nov., tir. 24. nov., ons. 25. nov., tor. 26. nov. (i dag), "
        "fredag 27. november 2026 (Opdigtet fridag)"
    )


def test_a_tooltip_tells_what_a_small_card_has_no_room_for(grid: WeekGrid) -> None:
    assert grid.index_of(VIDEO.key).data(3) == "C.S. · 10.00–10.30\nvideosamtale"
