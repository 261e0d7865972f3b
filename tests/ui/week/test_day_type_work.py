"""Day types in the head of the week: shown as words, chosen by menu or key."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services.desk import Desk
from bostoette.ui.theme import Theme
from bostoette.ui.week.day_type_work import DayTypeWork
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY
from tests.ui.hands import CONTROL, SHIFT, show_active

WEDNESDAY = MONDAY + timedelta(days=2)


@pytest.fixture
def page(theme: Theme, qtbot: QtBot, desk: Desk) -> WeekPage:
    shown = WeekPage(desk, theme, lambda: datetime(2026, 11, 23, 8, 0))
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.finish_start()
    desk.listen(shown.on_changes)
    show_active(shown)
    return shown


def choose(work: DayTypeWork, words: str) -> None:
    next(one for one in work.menu.actions() if one.text() == words).trigger()
    work.menu.close()


def test_a_day_at_home_stands_in_the_head_and_is_read_aloud(
    page: WeekPage, desk: Desk, worker_id: Key
) -> None:
    work = DayTypeWork(page, desk)
    work.ask(WEDNESDAY, QPoint(10, 10))
    choose(work, "Hjemme")
    assert "ons. 25. nov. (hjemme)" in page.grid.header.accessibleDescription()
    assert desk.undo() == "Hjemmearbejdsdag ons. 25. nov."
    assert "hjemme" not in page.grid.header.accessibleDescription()


def test_what_is_named_below_the_days_moves_no_hour(page: WeekPage, desk: Desk) -> None:
    hours = page.grid.viewport().geometry()
    work = DayTypeWork(page, desk)
    work.ask(WEDNESDAY, QPoint(10, 10))
    choose(work, "Hjemme")
    assert page.grid.viewport().geometry() == hours
    page.show_week(IsoWeek(2026, 52))
    assert "juleaftensdag" in page.grid.header.accessibleDescription().lower()
    assert page.grid.viewport().geometry() == hours


def test_the_menu_opens_from_the_day_that_is_pointed_at(page: WeekPage, desk: Desk) -> None:
    work = DayTypeWork(page, desk)
    header = page.grid.header
    place = QPoint(header.width() // 2, header.height() // 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, header.mapToGlobal(place))
    QApplication.sendEvent(header, event)
    assert work.menu.isVisible()
    assert work.menu.actions()[0].text() == "M.J. onsdag 25. november 2026"
    choose(work, "Kontor")
    assert "ons. 25. nov. (kontor)" in header.accessibleDescription()


def test_the_key_asks_for_the_day_of_the_slot_cursor(page: WeekPage, desk: Desk) -> None:
    work = DayTypeWork(page, desk)
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(page.grid, Qt.Key.Key_Right, SHIFT)
    assert page.grid.slot is not None
    day = page.grid.slot.day
    QTest.keyClick(page.grid, Qt.Key.Key_T, CONTROL | SHIFT)
    choose(work, "Ude")
    checked = page.checked
    assert checked is not None
    assert [where[1] for where in checked.known.day_kinds] == [day]


def test_the_day_can_be_left_open_again(page: WeekPage, desk: Desk) -> None:
    work = DayTypeWork(page, desk)
    work.ask(WEDNESDAY, QPoint(10, 10))
    choose(work, "Hjemme")
    work.ask(WEDNESDAY, QPoint(10, 10))
    assert [one.text() for one in work.menu.actions() if one.isChecked()] == ["Hjemme"]
    choose(work, "Ikke valgt")
    assert "hjemme" not in page.grid.header.accessibleDescription()
