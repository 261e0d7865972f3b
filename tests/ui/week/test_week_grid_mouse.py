import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.timespan import TimeSpan
from bostoette.ui.week.week_card import WeekCard
from bostoette.ui.week.week_grid import WeekGrid
from tests.ui.hands import ALT, CONTROL, FREE, LEFT, drag, let_go, move, press, take
from tests.ui.week.weeks import CALL, HELD, MEETING, SHEET, VISIT, card, span
from tests.ui.week.wishes import Wishes


def on_card(grid: WeekGrid, item: WeekCard, *, edge: str = "") -> QPoint:
    rect = grid.visualRect(grid.index_of(item.key))
    assert not rect.isEmpty()
    if edge:
        y = rect.top() + 2 if edge == "top" else rect.bottom() - 2
        return QPoint(rect.center().x(), y)
    return rect.center()


def on_time(grid: WeekGrid, when: TimeSpan) -> QPoint:
    """Find a place in the viewport: the middle of a day's column at the span's start."""
    layout = grid.week_layout()
    assert layout is not None
    box = layout.column(when)
    assert box is not None
    return QPoint(
        box.left + box.width // 2 - grid.horizontalOffset(), box.top - grid.verticalOffset()
    )


def shift(grid: WeekGrid, start: TimeSpan, end: TimeSpan) -> QPoint:
    return on_time(grid, end) - on_time(grid, start)


def test_a_click_chooses_and_nothing_else(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    QTest.mouseClick(grid.viewport(), LEFT, FREE, on_card(grid, VISIT))
    assert grid.chosen_key() == VISIT.key
    assert wishes.made == []


def test_a_double_click_opens(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    QTest.mouseDClick(grid.viewport(), LEFT, FREE, on_card(grid, VISIT))
    assert wishes.made == [("open", VISIT.key)]


def test_a_double_click_on_empty_time_creates_there(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    spot = on_time(grid, span(4, "14.20", 30))
    QTest.mouseClick(grid.viewport(), LEFT, FREE, spot)
    QTest.mouseDClick(grid.viewport(), LEFT, FREE, spot)
    assert wishes.made == [("create", span(4, "14.15", 30), "")]


def test_a_drag_moves_across_days_in_quarters(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    start = on_card(grid, VISIT)
    way = shift(grid, span(0, "9.00", 60), span(2, "11.20", 60))
    drag(grid.viewport(), start, start + way)
    assert wishes.made == [("span", VISIT.key, span(2, "11.15", 60))]


def test_a_drag_with_alt_moves_in_five_minutes(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    start = on_card(grid, VISIT)
    way = shift(grid, span(0, "9.00", 60), span(2, "11.20", 60))
    drag(grid.viewport(), start, start + way, ALT)
    assert wishes.made == [("span", VISIT.key, span(2, "11.20", 60))]


def test_alt_and_ctrl_change_a_drag_the_moment_they_are_held_or_let_go(grid: WeekGrid) -> None:
    start = on_card(grid, VISIT)
    end = start + shift(grid, span(0, "9.00", 60), span(2, "11.20", 60))
    take(grid.viewport(), start)
    move(grid.viewport(), end)
    assert grid.ghost == span(2, "11.15", 60)
    QTest.keyPress(grid, Qt.Key.Key_Alt)
    assert grid.ghost == span(2, "11.20", 60)
    QTest.keyRelease(grid, Qt.Key.Key_Alt, ALT)
    assert grid.ghost == span(2, "11.15", 60)
    QTest.keyPress(grid, Qt.Key.Key_Control)
    ghost = grid.shown_ghost()
    assert ghost is not None
    assert ghost.copy
    QTest.keyRelease(grid, Qt.Key.Key_Control, CONTROL)
    ghost = grid.shown_ghost()
    assert ghost is not None
    assert not ghost.copy
    let_go(grid.viewport(), end)


def test_a_card_let_go_far_outside_of_the_week_is_put_back(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    start = on_card(grid, VISIT)
    take(grid.viewport(), start)
    move(grid.viewport(), start + QPoint(0, 60))
    assert grid.ghost is not None
    for far in (QPoint(200, -130), QPoint(grid.width() + 100, 100), QPoint(-120, 50)):
        move(grid.viewport(), far)
        assert grid.ghost is None
    let_go(grid.viewport(), QPoint(200, -130))
    assert wishes.made == []


def test_a_modifier_alone_moves_nothing_that_is_only_held(grid: WeekGrid) -> None:
    start = on_card(grid, VISIT)
    take(grid.viewport(), start)
    QTest.keyPress(grid, Qt.Key.Key_Alt)
    assert grid.ghost is None
    let_go(grid.viewport(), start)


def test_the_edges_resize(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    hour = shift(grid, span(0, "9.00", 60), span(0, "10.00", 60))
    for edge, way in (("bottom", hour), ("top", -hour)):
        start = on_card(grid, VISIT, edge=edge)
        drag(grid.viewport(), start, start + way)
    assert wishes.made == [
        ("span", VISIT.key, span(0, "9.00", 120)),
        ("span", VISIT.key, span(0, "8.00", 120)),
    ]


def test_the_ghost_shows_what_letting_go_would_give(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    start = on_card(grid, VISIT)
    end = start + shift(grid, span(0, "9.00", 60), span(1, "13.00", 60))
    still = grid.grab().toImage()
    take(grid.viewport(), start)
    ghosts = [grid.ghost]
    move(grid.viewport(), end)
    ghosts.append(grid.ghost)
    assert grid.grab().toImage() != still
    assert wishes.made == []
    let_go(grid.viewport(), end)
    assert [*ghosts, grid.ghost] == [None, span(1, "13.00", 60), None]
    assert wishes.made == [("span", VISIT.key, span(1, "13.00", 60))]


def test_escape_puts_a_drag_back(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    grid.choose(VISIT.key)
    still = grid.grab().toImage()
    start = on_card(grid, VISIT)
    take(grid.viewport(), start)
    move(grid.viewport(), start + QPoint(200, 100))
    press(Qt.Key.Key_Escape)
    assert grid.ghost is None
    move(grid.viewport(), start + QPoint(200, 160))
    let_go(grid.viewport(), start + QPoint(200, 160))
    assert wishes.made == []
    assert grid.grab().toImage() == still


@pytest.mark.parametrize("minutes", [15, 50])
def test_a_press_without_real_movement_changes_nothing(grid: WeekGrid, minutes: int) -> None:
    crooked = card("A.M.", span(0, "9.07", minutes))
    grid.show_sheet(type(SHEET)(SHEET.week, (crooked,)))
    wishes = Wishes(grid)
    for edge in ("", "top", "bottom"):
        at = on_card(grid, crooked, edge=edge)
        take(grid.viewport(), at)
        move(grid.viewport(), at + QPoint(QApplication.startDragDistance() - 1, 0))
        let_go(grid.viewport(), at + QPoint(1, 0))
        take(grid.viewport(), at)
        move(grid.viewport(), at + QPoint(40, 60))
        move(grid.viewport(), at)
        let_go(grid.viewport(), at)
    assert wishes.made == []


def test_a_trembling_hand_neither_moves_finely_nor_draws_a_contact(grid: WeekGrid) -> None:
    grid.zoom_to(4.0)
    grid.verticalScrollBar().setValue(0)
    wishes = Wishes(grid)
    tremble = QPoint(0, QApplication.startDragDistance() - 1)
    early = card("A.M.", span(0, "7.30", 30))
    grid.show_sheet(type(SHEET)(SHEET.week, (early,)))
    for at in (on_card(grid, early), on_time(grid, span(1, "7.30", 15))):
        drag(grid.viewport(), at, at + tremble, ALT)
    assert wishes.made == []


def test_what_cannot_be_moved_is_not_dragged(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    for each in (HELD, MEETING):
        start = on_card(grid, each)
        drag(grid.viewport(), start, start + QPoint(0, 120))
    assert wishes.made == []


def test_dragging_over_empty_time_asks_for_a_contact(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    start, end = on_time(grid, span(4, "9.05", 15)), on_time(grid, span(4, "9.50", 15))
    take(grid.viewport(), start)
    move(grid.viewport(), end)
    assert grid.ghost == span(4, "9.00", 60)
    assert wishes.made == []
    let_go(grid.viewport(), end)
    assert wishes.made == [("draw", span(4, "9.00", 60))]


def test_a_click_on_empty_time_puts_the_slot_cursor_there(grid: WeekGrid, qtbot: QtBot) -> None:
    wishes = Wishes(grid)
    QTest.mouseClick(grid.viewport(), LEFT, FREE, on_time(grid, span(4, "9.20", 15)))
    assert grid.chosen_key() is None
    assert wishes.made == []
    QTest.keyClicks(grid, "b")
    qtbot.waitUntil(lambda: wishes.made != [])
    assert wishes.made == [("create", span(4, "9.15", 30), "b")]


def test_a_drag_of_a_card_that_someone_else_changed_is_put_back(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    start = on_card(grid, VISIT)
    take(grid.viewport(), start)
    move(grid.viewport(), start + QPoint(0, 100))
    others = tuple(each for each in SHEET.cards if each is not VISIT)
    grid.show_sheet(type(SHEET)(SHEET.week, others))
    let_go(grid.viewport(), start + QPoint(0, 100))
    assert wishes.made == []


def test_the_other_buttons_only_choose(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.RightButton, FREE, on_card(grid, CALL))
    assert grid.chosen_key() == CALL.key
    assert wishes.made == []


def test_the_chosen_card_stays_chosen_when_the_week_is_shown_anew(grid: WeekGrid) -> None:
    grid.choose(CALL.key)
    later = card("B.K.", span(3, "15.00", 15))
    moved = type(CALL)(CALL.key, later.span, CALL.title, CALL.form)
    grid.show_sheet(type(SHEET)(SHEET.week, (VISIT, moved, card("N.Y.", span(0, "7.00", 30)))))
    assert grid.chosen_key() == CALL.key
    assert grid.chosen_card() == moved


def test_control_and_the_wheel_zoom(grid: WeekGrid) -> None:
    place = QPointF(300, 200)
    event = QWheelEvent(
        place,
        grid.viewport().mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 – Qt's own signature
    )
    QApplication.sendEvent(grid.viewport(), event)
    assert grid.zoom == pytest.approx(1.25)
