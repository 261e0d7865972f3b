"""Own time as people plan it at the screen: once, and again and again."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services.desk import Desk
from bostoette.store.weeks import appointments_of_workers
from bostoette.ui.theme import Theme
from bostoette.ui.week.own_time_dialog import OwnTimeDialog, OwnTimeWish
from bostoette.ui.week.own_time_work import OwnTimeWork
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY

NOW = datetime(2026, 11, 23, 8, 0)
WEEKS = 10


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, theme: Theme) -> WeekPage:
    made = WeekPage(desk, theme, lambda: NOW)
    qtbot.addWidget(made)
    desk.listen(made.on_changes)
    return made


@pytest.fixture
def work(page: WeekPage, desk: Desk) -> OwnTimeWork:
    return OwnTimeWork(page, desk, lambda: NOW)


def answer(fill_in: Callable[[OwnTimeDialog], None]) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OwnTimeDialog)
        try:
            fill_in(dialog)
        finally:
            if dialog.isVisible():
                dialog.done(0)

    QTimer.singleShot(0, look)


def three_times(dialog: OwnTimeDialog) -> None:
    dialog.title.setText("Teammøde")
    dialog.repeats.click()
    dialog.repetition.count.setValue(3)
    dialog.accept()


@pytest.mark.parametrize(
    ("now", "day", "start"),
    [
        (datetime(2026, 11, 23, 7, 10), MONDAY, 8 * 60),
        (datetime(2026, 11, 23, 12, 25), MONDAY, 12 * 60 + 30),
        (datetime(2026, 11, 23, 17, 5), MONDAY + timedelta(days=1), 8 * 60),
        (datetime(2026, 11, 27, 22, 30), MONDAY + timedelta(weeks=1), 8 * 60),
    ],
)
def test_own_time_is_proposed_when_it_still_can_be_held(
    now: datetime, day: date, start: int, *, qtbot: QtBot, desk: Desk, theme: Theme
) -> None:
    page = WeekPage(desk, theme, lambda: now)
    qtbot.addWidget(page)
    page.show_week(IsoWeek.of(MONDAY))
    found: list[TimeSpan] = []
    answer(lambda dialog: found.append(dialog.when.span()))
    OwnTimeWork(page, desk, lambda: now).plan_new()
    assert found == [TimeSpan(day, start, 60)]


def days_of(desk: Desk, worker: Key) -> list[int]:
    """Return the days from Monday of week 48 on."""
    last = MONDAY + timedelta(weeks=WEEKS)
    shown = desk.read(appointments_of_workers, [worker], MONDAY, last)
    return [(one.day - MONDAY).days for one in shown]


def test_own_time_is_repeated_so_many_times_and_undone_in_one_step(
    work: OwnTimeWork, desk: Desk, worker_id: Key
) -> None:
    answer(three_times)
    work.plan_new()
    assert days_of(desk, worker_id) == [0, 7, 14]
    desk.undo()
    assert days_of(desk, worker_id) == []


def test_own_time_is_changed_alone_or_with_the_following(
    work: OwnTimeWork, page: WeekPage, desk: Desk, worker_id: Key
) -> None:
    answer(three_times)
    work.plan_new()
    first = page.shown.appointments[0].id

    def to_tuesday(dialog: OwnTimeDialog) -> None:
        assert dialog.following.text() == "Gælder &også de følgende 2 gange"
        dialog.following.setChecked(True)
        dialog.when.day.setText("tirsdag")
        dialog.accept()

    answer(to_tuesday)
    work.open(first)
    assert days_of(desk, worker_id) == [1, 8, 15]

    def back(dialog: OwnTimeDialog) -> None:
        dialog.when.day.setText("i dag")
        dialog.accept()

    answer(back)
    work.open(first)
    assert days_of(desk, worker_id) == [0, 8, 15]


def test_the_following_are_deleted_where_the_person_says_so(
    work: OwnTimeWork, page: WeekPage, desk: Desk, worker_id: Key
) -> None:
    answer(three_times)
    work.plan_new()

    def delete_all(dialog: OwnTimeDialog) -> None:
        dialog.following.setChecked(True)
        dialog.wish = OwnTimeWish.DELETE
        dialog.accept()

    answer(delete_all)
    work.open(page.shown.appointments[0].id)
    assert days_of(desk, worker_id) == []


def test_a_day_that_cannot_be_read_keeps_everything_typed(work: OwnTimeWork, desk: Desk) -> None:
    def wrong(dialog: OwnTimeDialog) -> None:
        dialog.title.setText("Teammøde")
        dialog.when.day.setText("pladder")
        dialog.repeats.click()
        dialog.accept()
        assert dialog.trouble.text()
        assert dialog.title.text() == "Teammøde"

    answer(wrong)
    work.plan_new()
    assert desk.undo_state().undo is None


@pytest.mark.parametrize(("words", "stays"), [("Bliv her", True), ("Kassér", False)])
def test_esc_asks_before_what_was_typed_is_thrown_away(
    work: OwnTimeWork, words: str, *, stays: bool
) -> None:
    seen: list[bool] = []

    def leave(dialog: OwnTimeDialog) -> None:
        dialog.title.setText("Teammøde")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        (box,) = dialog.findChildren(QMessageBox)
        next(one for one in box.buttons() if one.text().replace("&", "") == words).click()
        seen.append(dialog.isVisible())

    answer(leave)
    work.plan_new()
    assert seen == [stays]


def test_esc_closes_own_time_at_once_where_nothing_was_typed(work: OwnTimeWork) -> None:
    seen: list[bool] = []

    def leave(dialog: OwnTimeDialog) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        seen.append(dialog.isVisible())

    answer(leave)
    work.plan_new()
    assert seen == [False]


@pytest.mark.parametrize(
    ("title", "said"), [("lang titel " * 30, "for lang"), ("møde 010180-1234", "CPR-nummer")]
)
def test_a_title_that_cannot_be_stored_is_told_in_the_form_and_kept(
    work: OwnTimeWork, desk: Desk, title: str, said: str
) -> None:
    def wrong(dialog: OwnTimeDialog) -> None:
        dialog.title.setText(title)
        dialog.accept()
        assert said in dialog.trouble.text()
        assert dialog.title.text() == title

    answer(wrong)
    work.plan_new()
    assert desk.undo_state().undo is None


def test_own_time_begins_where_the_week_is_pointed_at(
    page: WeekPage, work: OwnTimeWork, qtbot: QtBot
) -> None:
    page.show()
    QTest.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    pointed = page.grid.slot
    assert pointed is not None
    found: list[TimeSpan] = []
    answer(lambda dialog: found.append(dialog.when.span()))
    work.plan_new()
    assert found == [pointed.span()]
