import string

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_card import WeekCard, WeekSheet
from bostoette.ui.week.week_grid import WeekGrid
from tests.ui.hands import ALT, CONTROL, SHIFT, focused, press, show_active, type_text
from tests.ui.week.weeks import CALL, HELD, MEETING, SHEET, VISIT, WALK, WEEK, card, span
from tests.ui.week.wishes import Wishes

K = Qt.Key


def test_the_arrows_go_from_contact_to_contact(grid: WeekGrid) -> None:
    chosen: list[Key | None] = []
    grid.choose(VISIT.key)
    grid.chosen.connect(chosen.append)
    press(K.Key_Right)
    press(K.Key_Right)
    press(K.Key_Right)
    press(K.Key_Down)
    assert chosen == [MEETING.key, HELD.key, WALK.key, CALL.key]
    press(K.Key_Home)
    assert grid.chosen_key() == VISIT.key


def test_tab_to_an_empty_choice_begins_at_the_first_card(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    before, grid, after = QLineEdit(page), WeekGrid(theme, page), QLineEdit(page)
    for widget in (before, grid, after):
        column.addWidget(widget)
    grid.show_sheet(SHEET)
    show_active(page)
    before.setFocus()
    press(K.Key_Tab)
    assert focused() is grid
    press(K.Key_Down)
    assert grid.chosen_key() is not None
    press(K.Key_Tab)
    assert focused() is after
    press(K.Key_Backtab)
    assert focused() is grid


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter, K.Key_F2])
def test_enter_and_f2_open(grid: WeekGrid, key: K) -> None:
    wishes = Wishes(grid)
    grid.choose(CALL.key)
    press(key)
    assert wishes.made == [("open", CALL.key)]


def test_delete_asks_to_delete(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    grid.choose(CALL.key)
    press(K.Key_Delete)
    assert wishes.made == [("delete", CALL.key)]


@pytest.mark.parametrize(
    ("key", "held", "wanted"),
    [
        (K.Key_Up, CONTROL, span(3, "12.45", 15)),
        (K.Key_Down, CONTROL, span(3, "13.15", 15)),
        (K.Key_Left, CONTROL, span(2, "13.00", 15)),
        (K.Key_Right, CONTROL, span(4, "13.00", 15)),
        (K.Key_Down, CONTROL | SHIFT, span(3, "13.00", 30)),
    ],
)
def test_control_and_arrows_move_and_resize(
    grid: WeekGrid, key: K, held: Qt.KeyboardModifier, wanted: object
) -> None:
    wishes = Wishes(grid)
    grid.choose(CALL.key)
    press(key, held)
    assert wishes.made == [("span", CALL.key, wanted)]


def show_only(grid: WeekGrid, only: WeekCard) -> Wishes:
    grid.show_sheet(WeekSheet(WEEK, (only,)))
    grid.choose(only.key)
    return Wishes(grid)


def test_a_contact_does_not_get_shorter_than_a_step_nor_leave_its_day(grid: WeekGrid) -> None:
    wishes = show_only(grid, card("A.M.", span(0, "0.00", 15), ContactForm.PHONE))
    press(K.Key_Up, CONTROL)
    press(K.Key_Up, CONTROL | SHIFT)
    wishes_late = show_only(grid, card("A.M.", span(0, "23.30", 30), ContactForm.PHONE))
    press(K.Key_Down, CONTROL)
    press(K.Key_Down, CONTROL | SHIFT)
    assert wishes.made == wishes_late.made == []


def test_friday_goes_on_to_monday_while_the_weekend_is_not_shown(grid: WeekGrid) -> None:
    friday = card("A.M.", span(4, "9.00", 60), ContactForm.PHONE)
    wishes = show_only(grid, friday)
    press(K.Key_Right, CONTROL)
    grid.show_weekend(True)  # noqa: FBT003 – the signature of toggled(bool)
    press(K.Key_Right, CONTROL)
    assert wishes.made == [
        ("span", friday.key, span(4, "9.00", 60).moved(days=3)),
        ("span", friday.key, span(5, "9.00", 60)),
    ]


@pytest.mark.parametrize(
    ("key", "form"),
    [
        (K.Key_1, ContactForm.PHYSICAL),
        (K.Key_3, ContactForm.VIDEO),
        (K.Key_4, ContactForm.WALK_TALK),
    ],
)
def test_alt_and_a_digit_change_the_form(grid: WeekGrid, key: K, form: ContactForm) -> None:
    wishes = Wishes(grid)
    grid.choose(CALL.key)
    press(key, ALT)
    assert wishes.made == [("form", CALL.key, form)]


def test_the_form_it_has_and_other_appointments_ask_for_nothing(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    grid.choose(CALL.key)
    press(K.Key_2, ALT)
    grid.choose(MEETING.key)
    press(K.Key_2, ALT)
    assert wishes.made == []


def test_what_cannot_be_moved_stays(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    for each in (HELD, MEETING):
        grid.choose(each.key)
        press(K.Key_Down, CONTROL)
        press(K.Key_Down, CONTROL | SHIFT)
    assert wishes.made == []


def test_no_bare_letter_digit_or_space_does_anything(grid: WeekGrid) -> None:
    wishes = Wishes(grid)
    grid.choose(CALL.key)
    type_text(string.ascii_letters + string.digits + " .,-+æøå")
    assert wishes.made == []
    assert grid.chosen_key() == CALL.key
    assert grid.zoom == pytest.approx(1.0)


def test_the_slot_cursor_says_where_it_is_and_whether_it_is_free(grid: WeekGrid) -> None:
    said: list[str] = []
    grid.announced.connect(said.append)
    grid.choose(CALL.key)
    press(K.Key_Down, SHIFT)
    press(K.Key_Down, SHIFT)
    press(K.Key_Right, SHIFT)
    press(K.Key_Up, SHIFT)
    assert said == [
        "tor. 26. nov. 13.00, optaget af B.K.",
        "tor. 26. nov. 13.15, ledig",
        "fre. 27. nov. 13.15, ledig",
        "fre. 27. nov. 13.00, ledig",
    ]


def test_the_slot_cursor_begins_today_when_nothing_is_chosen(grid: WeekGrid) -> None:
    grid.choose(None)
    press(K.Key_Down, SHIFT)
    assert grid.slot is not None
    assert grid.slot.span() == span(3, "9.00", 30)


def test_the_slot_cursor_stays_within_what_is_shown(grid: WeekGrid) -> None:
    grid.choose(VISIT.key)
    for _ in range(40):
        press(K.Key_Up, SHIFT)
        press(K.Key_Left, SHIFT)
    assert grid.slot is not None
    assert grid.slot.span() == span(0, "7.00", 30)
    for _ in range(60):
        press(K.Key_Down, SHIFT)
        press(K.Key_Right, SHIFT)
    assert grid.slot.span().start == 17 * 60 + 45


def test_enter_and_a_letter_create_at_the_slot(grid: WeekGrid, qtbot: QtBot) -> None:
    wishes = Wishes(grid)
    grid.choose(CALL.key)
    press(K.Key_Down, SHIFT)
    press(K.Key_Down, SHIFT)
    press(K.Key_Return)
    type_text("Ø")
    slot = span(3, "13.15", 30)
    assert wishes.made == [("create", slot, "")]
    qtbot.waitUntil(lambda: len(wishes.made) == 2)
    assert wishes.made[1] == ("create", slot, "Ø")


def test_letters_typed_in_one_go_open_one_form_with_all_of_them(
    grid: WeekGrid, qtbot: QtBot
) -> None:
    wishes = Wishes(grid)
    press(K.Key_Down, SHIFT)
    type_text("Asta")
    assert wishes.made == []
    press(K.Key_Return)
    assert [made[2] for made in wishes.made] == ["Asta"]
    type_text("b")
    press(K.Key_Escape)
    press(K.Key_Down, SHIFT)
    type_text("Bo")
    qtbot.waitUntil(lambda: len(wishes.made) == 2)
    assert wishes.made[1][2] == "Bo"


def test_the_slot_cursor_goes_when_a_card_is_chosen_and_stays_when_the_week_is_read_anew(
    grid: WeekGrid,
) -> None:
    press(K.Key_Down, SHIFT)
    grid.show_sheet(SHEET)
    assert grid.slot is not None
    grid.choose(VISIT.key)
    assert grid.slot is None


def test_escape_and_the_arrows_put_the_slot_cursor_away(grid: WeekGrid) -> None:
    press(K.Key_Down, SHIFT)
    press(K.Key_Escape)
    assert grid.slot is None
    press(K.Key_Down, SHIFT)
    press(K.Key_Down)
    assert grid.slot is None


class Page(QWidget):
    """A window that notes the keys that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 – Qt's name
        if event.key() not in {K.Key_Alt, K.Key_Control}:
            self.heard.append(event.key())


def test_keys_that_mean_nothing_here_are_left_to_the_window(theme: Theme, qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    grid = WeekGrid(theme, page)
    grid.show_sheet(SHEET)
    show_active(page)
    grid.setFocus()
    press(K.Key_Left, ALT)
    press(K.Key_T, CONTROL)
    press(K.Key_Escape)
    press(K.Key_F6)
    assert page.heard == [K.Key_Left, K.Key_T, K.Key_Escape, K.Key_F6]


def test_control_plus_minus_and_zero_zoom(grid: WeekGrid) -> None:
    zooms: list[float] = []
    grid.zoom_changed.connect(zooms.append)
    for key in (K.Key_Plus, K.Key_Plus, K.Key_Minus, K.Key_0, K.Key_Minus):
        press(key, CONTROL)
    assert zooms == pytest.approx([1.25, 1.5625, 1.25, 1.0])


def test_a_chosen_card_is_scrolled_into_sight(grid: WeekGrid) -> None:
    grid.zoom_to(4.0)
    for key in (K.Key_End, K.Key_Home):
        press(key)
        assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))
