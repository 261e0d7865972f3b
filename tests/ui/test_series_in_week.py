"""Series and own time in the week through real widgets and a real encrypted file."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.series_change import Scope
from bostoette.services import appointments, contacts, series
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.own_time_dialog import OwnTimeDialog
from bostoette.ui.week.own_time_work import OwnTimeWork
from bostoette.ui.week.series_change_dialog import SeriesChangeDialog
from bostoette.ui.week.series_dialog import SeriesDialog
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_work import WeekWork
from tests.clock import MONDAY, At
from tests.services.series_hands import TUE, WED, contact_on, day, days, visit_with, weekly

NOW = datetime(2026, 11, 23, 12, 25)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tuesdays(desk: Desk, worker_id: Key, citizen_id: Key) -> Key:
    desk.upkeep(seed_lists, "test")
    rule = weekly(TUE, first=day(0, TUE), count=4)
    desk.do(series.create, visit_with(worker_id, citizen_id), rule, today=MONDAY)
    return contact_on(desk, day(0, TUE))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, tuesdays: Key) -> WeekPage:
    shown = WeekPage(desk, theme, lambda: NOW)
    WeekWork(shown, desk, theme, lambda: NOW, Naming)
    OwnTimeWork(shown, desk, lambda: NOW)
    desk.listen(shown.on_changes)
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    shown.show()
    shown.show_week(IsoWeek.of(MONDAY))
    shown.grid.setFocus()
    return shown


def answer(do: Callable[[QDialog], None]) -> None:
    """Answer the next question; whatever happens, it does not stay open."""

    def answer_now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            do(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, answer_now)


def choose(scope: Scope) -> Callable[[QDialog], None]:
    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, SeriesChangeDialog)
        dialog.choose(scope)
        dialog.accept()

    return do


def press(dialog: QDialog, words: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == words).click()


def test_a_key_that_moves_one_of_a_series_asks_and_moves_all_that_was_meant(
    qtbot: QtBot, page: WeekPage, desk: Desk, tuesdays: Key
) -> None:
    page.grid.choose(tuesdays)
    answer(choose(Scope.FOLLOWING))
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, CONTROL)
    assert days(desk) == [day(week, WED) for week in range(4)]
    desk.undo()
    answer(choose(Scope.THIS))
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, CONTROL)
    assert days(desk) == [day(0, WED), *(day(week, TUE) for week in range(1, 4))]


def test_no_answer_moves_nothing(qtbot: QtBot, page: WeekPage, desk: Desk, tuesdays: Key) -> None:
    page.grid.choose(tuesdays)
    answer(lambda dialog: dialog.reject())
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, CONTROL)
    assert days(desk) == [day(week, TUE) for week in range(4)]


def test_another_form_is_asked_about_too(
    qtbot: QtBot, page: WeekPage, desk: Desk, tuesdays: Key
) -> None:
    page.grid.choose(tuesdays)
    answer(choose(Scope.ALL))
    qtbot.keyClick(page.grid, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    last = desk.read(contacts.details, contact_on(desk, day(3, TUE)))
    assert last.fields.form is ContactForm.WALK_TALK


@pytest.mark.parametrize(
    ("scope", "left"), [(Scope.THIS, [1, 2, 3]), (Scope.FOLLOWING, []), (Scope.ALL, [])]
)
def test_deleting_one_of_a_series_asks_how_much_goes(
    qtbot: QtBot, page: WeekPage, desk: Desk, tuesdays: Key, scope: Scope, left: list[int]
) -> None:
    page.grid.choose(tuesdays)
    answer(choose(scope))
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert days(desk) == [day(week, TUE) for week in left]


def test_what_is_saved_in_the_form_reaches_as_much_of_the_series_as_meant(
    page: WeekPage, desk: Desk, tuesdays: Key
) -> None:
    def type_and_save(dialog: QDialog) -> None:
        assert isinstance(dialog, ContactDialog)
        dialog.when.start.setText("10.30")
        answer(choose(Scope.FOLLOWING))
        dialog.accept()

    answer(type_and_save)
    page.edit_asked.emit(tuesdays)
    for week in range(4):
        found = desk.read(contacts.details, contact_on(desk, day(week, TUE)))
        assert found.fields.span.start == 10 * 60 + 30


def test_a_new_contact_becomes_a_series_from_its_form(
    page: WeekPage, desk: Desk, citizen_id: Key, at: At
) -> None:
    def thrice(dialog: QDialog) -> None:
        assert isinstance(dialog, SeriesDialog)
        dialog.repetition.count.setValue(3)
        dialog.accept()

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, ContactDialog)
        dialog.citizens.choose((citizen_id,))
        answer(thrice)
        press(dialog, "Gentag …")
        assert not dialog.isVisible()

    answer(fill_in)
    page.new_asked.emit(at(3, "13.00", 30), "")
    assert days(desk)[1] == day(0, 3)
    assert len(days(desk)) == 7
    assert desk.undo() == "Ny serie med A.M."


def test_leaving_the_question_of_repeating_loses_nothing_typed(
    page: WeekPage, desk: Desk, citizen_id: Key, at: At
) -> None:
    seen = []

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, ContactDialog)
        dialog.citizens.choose((citizen_id,))
        dialog.form_fields.plan_b.setText("Ring")
        answer(lambda question: question.reject())
        press(dialog, "Gentag …")
        seen.append((dialog.isVisible(), dialog.form_fields.plan_b.text()))

    answer(fill_in)
    page.new_asked.emit(at(3, "13.00", 30), "")
    assert seen == [(True, "Ring")]
    assert len(days(desk)) == 4


def test_the_repetition_of_a_series_is_changed_from_the_form(
    page: WeekPage, desk: Desk, tuesdays: Key
) -> None:
    def every_second(dialog: QDialog) -> None:
        assert isinstance(dialog, SeriesChangeDialog)
        assert dialog.repetition is not None
        dialog.repetition.weeks.setValue(2)
        dialog.choose(Scope.ALL)
        dialog.accept()

    def ask_repetition(dialog: QDialog) -> None:
        answer(every_second)
        press(dialog, "Gentagelse …")

    answer(ask_repetition)
    page.edit_asked.emit(tuesdays)
    assert days(desk) == [day(week, TUE) for week in (0, 2, 4, 6)]


# own time


def _own_time(desk: Desk, page: WeekPage) -> list[tuple[AppointmentKind, str, date, int]]:
    return [(one.kind, one.title, one.day, one.start) for one in page.shown.appointments]


def test_own_time_is_planned_moved_and_deleted_by_keys(
    qtbot: QtBot, page: WeekPage, desk: Desk
) -> None:
    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, OwnTimeDialog)
        dialog.kind.setCurrentText("Dokumentation")
        dialog.title.setText("Statusnotat")
        dialog.when.start.setText("14.00")
        dialog.accept()

    answer(fill_in)
    qtbot.keyClick(page.grid, Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    kind = AppointmentKind.DOCUMENTATION
    assert _own_time(desk, page) == [(kind, "Statusnotat", MONDAY, 14 * 60)]
    page.grid.choose(page.shown.appointments[0].id)
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, CONTROL)
    assert _own_time(desk, page) == [(kind, "Statusnotat", day(0, TUE), 14 * 60)]
    page.grid.choose(page.shown.appointments[0].id)
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert _own_time(desk, page) == []
    desk.undo()
    assert len(page.shown.appointments) == 1


def test_own_time_is_opened_and_changed(page: WeekPage, desk: Desk, worker_id: Key, at: At) -> None:
    fields = AppointmentFields(at(1, "14.00", 30), AppointmentKind.BREAK)
    key = desk.do(appointments.create, worker_id, fields)

    def rename(dialog: QDialog) -> None:
        assert isinstance(dialog, OwnTimeDialog)
        assert dialog.kind.currentText() == "Pause"
        dialog.when.start.setText("kvart over")
        dialog.accept()
        assert "14.30" in dialog.trouble.text()
        dialog.when.start.setText("14.15")
        dialog.accept()

    answer(rename)
    page.edit_asked.emit(key)
    assert desk.read(appointments.details, key).fields.span == at(1, "14.15", 30)

    answer(lambda dialog: press(dialog, "Slet"))
    page.edit_asked.emit(key)
    assert page.shown.appointments == ()


def test_a_place_pointed_at_wins_over_an_older_draft(
    page: WeekPage, citizen_id: Key, at: At
) -> None:
    seen = []

    def leave_something(dialog: QDialog) -> None:
        assert isinstance(dialog, ContactDialog)
        dialog.citizens.choose((citizen_id,))
        dialog.form_fields.plan_b.setText("Ring")
        dialog.reject()

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ContactDialog)
        seen.append((dialog.when.span(), dialog.form_fields.plan_b.text()))
        dialog.reject()

    answer(leave_something)
    page.new_asked.emit(at(1, "9.30", 30), "")
    answer(look)
    page.new_asked.emit(at(3, "13.00", 60), "")
    assert seen == [(at(3, "13.00", 60), "Ring")]
