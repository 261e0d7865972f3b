"""The small month: walked with the keys, heard, chosen, and dropped on."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bostoette.models.iso_week import IsoWeek
from bostoette.ui.theme import Theme
from bostoette.ui.week.month_model import MonthModel
from bostoette.ui.week.small_month import SmallMonth
from tests.ui.hands import FREE, LEFT, focused, press, show_active

K = Qt.Key
TODAY = date(2026, 11, 26)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
TURN_OF_YEAR = [
    date(year, 12, 28) + timedelta(days=day) for year in range(2020, 2036) for day in range(8)
]


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 500)
    return page


@pytest.fixture
def month(theme: Theme, page: QWidget) -> SmallMonth:
    month = SmallMonth(theme, TODAY, page)
    show_active(page)
    month.open_at(QPoint(20, 20), IsoWeek.of(TODAY), TODAY, keys=True)
    return month


def here(month: SmallMonth) -> date:
    return month.days.pointed()


def place_of(month: SmallMonth, day: date) -> QPoint:
    model = month.days.month_model
    return month.days.visualRect(model.index_of(day)).center()


def test_it_opens_on_today_with_the_keyboard_in_it(month: SmallMonth) -> None:
    assert focused() is month.days
    assert here(month) == TODAY


def test_arrows_and_pages_walk_also_out_of_the_month(month: SmallMonth) -> None:
    walked = []
    for key in (K.Key_Right, K.Key_Down, K.Key_PageUp, K.Key_PageDown, K.Key_Home, K.Key_End):
        press(key)
        walked.append(here(month))
    assert walked == [
        date(2026, 11, 27),
        date(2026, 12, 4),
        date(2026, 11, 4),
        date(2026, 12, 4),
        date(2026, 11, 30),
        date(2026, 12, 6),
    ]


def test_a_longer_month_is_left_for_the_shorter_ones_last_day(month: SmallMonth) -> None:
    month.open_at(QPoint(0, 0), IsoWeek(2027, 4), date(2027, 1, 31), keys=True)
    month.days.point_at(date(2027, 1, 31))
    press(K.Key_PageDown)
    assert here(month) == date(2027, 2, 28)


def test_enter_chooses_and_closes_and_escape_only_closes(month: SmallMonth, qtbot: QtBot) -> None:
    chosen: list[date] = []
    month.day_chosen.connect(chosen.append)
    press(K.Key_Down)
    press(K.Key_Return)
    assert chosen == [date(2026, 12, 3)]
    assert not month.isVisible()
    month.open_at(QPoint(0, 0), IsoWeek.of(TODAY), TODAY, keys=True)
    with qtbot.waitSignal(month.closed):
        press(K.Key_Escape)
    assert chosen == [date(2026, 12, 3)]


def test_a_click_on_a_day_or_a_weeks_number_chooses_it(month: SmallMonth) -> None:
    chosen: list[date] = []
    month.day_chosen.connect(chosen.append)
    QTest.mouseClick(month.days.viewport(), LEFT, FREE, place_of(month, date(2026, 11, 10)))
    month.open_at(QPoint(0, 0), IsoWeek.of(TODAY), TODAY, keys=True)
    number = month.days.visualRect(month.days.month_model.index(1, 0)).center()
    QTest.mouseClick(month.days.viewport(), LEFT, FREE, number)
    assert chosen == [date(2026, 11, 10), date(2026, 11, 2)]


def test_every_day_says_its_date_week_today_and_contacts(month: SmallMonth) -> None:
    month.mark(frozenset({TODAY}))
    model = month.days.month_model
    assert model.index_of(TODAY).data(SPOKEN) == (
        "torsdag 26. november 2026, uge 48, i dag, med kontakter"
    )
    assert model.index_of(date(2026, 11, 3)).data(SPOKEN) == "tirsdag 3. november 2026, uge 45"
    assert model.index(4, 0).data(SPOKEN) == "uge 48, med kontakter"
    table = QAccessible.queryAccessibleInterface(month.days)
    assert table.text(QAccessible.Text.Name) == "november 2026"
    assert table.childCount() >= 6 * 8


def test_it_asks_which_days_have_contacts_whenever_it_turns(month: SmallMonth) -> None:
    shown: list[tuple[date, date]] = []
    month.month_shown.connect(lambda first, last: shown.append((first, last)))
    press(K.Key_PageDown)
    assert shown == [(date(2026, 11, 30), date(2027, 1, 10))]


def test_tab_stays_inside_and_targets_are_large_enough(month: SmallMonth) -> None:
    seen = []
    for _ in range(3):
        press(K.Key_Tab)
        seen.append(focused().accessibleName())
    assert seen == ["Måneden før", "Måneden efter", "november 2026"]
    cell = month.days.visualRect(month.days.month_model.index_of(TODAY))
    assert min(cell.width(), cell.height()) >= 24


def test_what_is_dragged_over_it_aims_at_a_day_and_turns_the_month(month: SmallMonth) -> None:
    spot = month.days.viewport().mapToGlobal(place_of(month, date(2026, 12, 3)))
    assert month.aim(spot) == date(2026, 12, 3)
    assert month.aim(month.mapToGlobal(QPoint(5, 5))) is None
    assert month.covers(spot)
    button = month.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    on = next(one for one in button if one.accessibleName() == "Måneden efter")
    month.turn_at(on.mapToGlobal(on.rect().center()))
    assert month.days.month_model.month == date(2026, 12, 1)


@pytest.mark.parametrize("day", TURN_OF_YEAR)
def test_week_numbers_are_right_around_new_year(day: date) -> None:
    model = MonthModel(day)
    index = model.index_of(day)
    assert model.day_of(index) == day
    number = model.index(index.row(), 0).data()
    assert number == day.strftime("%V").lstrip("0")
