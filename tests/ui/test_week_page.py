"""The week page through real widgets and a real encrypted file."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.background import under_way
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.page import Page
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.week_actions import WeekActions
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_work import WeekWork
from tests.clock import MONDAY, At
from tests.met_before import meet
from tests.ui.hands import ALT, CONTROL, press, show_active

NOW = datetime(2026, 11, 26, 12, 25)


@pytest.fixture
def visit(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Key:
    return desk.do(
        contacts.create,
        ContactFields(
            at(0, "9.00", 60),
            ContactForm.PHYSICAL,
            "support_conversation",
            (worker_id,),
            (citizen_id,),
        ),
    )


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, desk: Desk) -> MainWindow:
    shown = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)

    def week_page() -> WeekPage:
        page = WeekPage(desk, theme, lambda: NOW)
        WeekActions(page, desk)
        WeekWork(page, desk, theme, lambda: NOW, Naming)
        return page

    shown.add_page("week", week_page)
    shown.show_page("week")
    qtbot.addWidget(shown)
    shown.show()
    shown.finish_start()
    return shown


@pytest.fixture
def page(visit: Key, window: MainWindow) -> WeekPage:
    shown = window.page("week")
    assert isinstance(shown, WeekPage)
    shown.show_week(IsoWeek.of(MONDAY))
    return shown


def test_the_week_shows_what_is_planned(page: WeekPage, visit: Key) -> None:
    assert [contact.id for contact in page.shown.contacts] == [visit]
    assert "besøg 1" in page.strip.summary


def test_the_keyboard_works_on_the_week_from_the_start(
    window: MainWindow, page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    show_active(window)
    page.grid.choose(visit)
    press(Qt.Key.Key_Right, CONTROL)
    assert desk.read(contacts.details, visit).fields.span == at(1, "9.00", 60)


def test_a_key_press_moves_the_contact_and_ctrl_z_puts_it_back(
    qtbot: QtBot, window: MainWindow, page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    page.grid.choose(visit)
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert desk.read(contacts.details, visit).fields.span == at(1, "9.00", 60)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.read(contacts.details, visit).fields.span == at(0, "9.00", 60)


def test_the_quiet_message_says_what_was_done_and_offers_to_undo_it(
    qtbot: QtBot, window: MainWindow, page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    desk.do(contacts.move, visit, at(3, "13.00", 60))
    assert window.message.isVisible()
    assert window.message.accessibleName() == "Flyttet: A.M. til torsdag"
    window.message.undo_asked.emit()
    assert desk.read(contacts.details, visit).fields.span == at(0, "9.00", 60)


def test_the_quiet_message_lies_over_the_foot_and_moves_nothing(
    window: MainWindow, page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    show_active(window)
    before = page.grid.size()
    desk.do(contacts.move, visit, at(3, "13.00", 60))
    QApplication.processEvents()
    assert window.message.isVisible()
    assert page.grid.size() == before
    assert window.stack.geometry().contains(window.message.geometry())


def test_alt_2_makes_the_visit_a_call(
    qtbot: QtBot, page: WeekPage, visit: Key, desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    meet(desk, citizen_id, worker_id)
    page.grid.choose(visit)
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.read(contacts.details, visit).fields.form is ContactForm.PHONE


def test_delete_takes_away_a_contact_nobody_counts_on(
    qtbot: QtBot, page: WeekPage, visit: Key
) -> None:
    page.grid.choose(visit)
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert page.shown.contacts == ()


def test_after_a_deletion_the_keyboard_goes_on_where_it_was(
    qtbot: QtBot, page: WeekPage, visit: Key, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    other = desk.do(
        contacts.create,
        ContactFields(
            span=at(4, "9.00", 30),
            form=ContactForm.PHYSICAL,
            purpose_id="support_conversation",
            workers=(worker_id,),
            citizens=(citizen_id,),
        ),
    )
    page.grid.choose(visit)
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert page.grid.chosen_key() == other
    desk.undo()
    assert page.grid.chosen_key() == visit


def test_going_a_week_on_shows_that_week(page: WeekPage) -> None:
    page.step(1)
    assert page.week == IsoWeek.of(MONDAY + timedelta(weeks=1))
    assert page.shown.contacts == ()
    page.step(0)
    assert page.week == IsoWeek.of(NOW.date())


def test_a_contact_planned_or_put_into_another_week_is_shown_there(
    page: WeekPage, desk: Desk, citizen_id: Key, at: At
) -> None:
    desk.upkeep(seed_lists, "test")
    _save_at(at(9, "9.00", 60))
    page.citizen_plan_asked.emit(citizen_id)
    (planned,) = page.shown.contacts
    assert page.week == IsoWeek.of(MONDAY + timedelta(weeks=1))
    assert page.grid.chosen_key() == planned.id
    _save_at(at(15, "9.00", 60))
    page.edit_asked.emit(planned.id)
    assert page.week == IsoWeek.of(MONDAY + timedelta(weeks=2))
    assert page.grid.chosen_key() == planned.id


def test_a_new_contact_today_is_proposed_after_now(
    page: WeekPage, desk: Desk, citizen_id: Key
) -> None:
    desk.upkeep(seed_lists, "test")
    proposed = list[TimeSpan]()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ContactDialog)
        proposed.append(dialog.when.span())
        dialog.reject()

    QTimer.singleShot(0, look)
    page.citizen_plan_asked.emit(citizen_id)
    assert proposed[0].day == NOW.date()
    assert proposed[0].start == 12 * 60 + 45


@pytest.mark.parametrize("typed", ["", "15"])
def test_a_new_contact_is_proposed_when_the_citizen_is_usually_met_until_a_time_is_typed(
    page: WeekPage, visit: Key, desk: Desk, citizen_id: Key, at: At, typed: str
) -> None:
    desk.upkeep(seed_lists, "test")
    for weeks in (-2, -1):
        other = desk.do(contacts.duplicate, visit)
        desk.do(contacts.move, other, TimeSpan(MONDAY + timedelta(weeks=weeks, days=4), 600, 60))
    proposed = list[TimeSpan]()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ContactDialog)
        if typed:
            dialog.when.start.setText(typed)
        dialog.citizens.choose((citizen_id,))
        proposed.append(dialog.when.span())
        dialog.reject()

    QTimer.singleShot(0, look)
    page.new_asked.emit(None, "")
    usual = at(4, "10.00", 60)
    assert (proposed[0] == usual) is not bool(typed)
    assert typed == "" or proposed[0].start == 15 * 60


def _save_at(span: TimeSpan) -> None:
    """Fill in the time of the form that comes up, and save."""

    def fill_in() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ContactDialog)
        dialog.when.show_span(span)
        dialog.accept()
        assert not dialog.isVisible()

    QTimer.singleShot(0, fill_in)


def test_a_change_by_anybody_is_shown_at_once(
    page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    desk.do(contacts.move, visit, at(2, "10.00", 30))
    (shown,) = page.shown.contacts
    assert shown.span == at(2, "10.00", 30)


def test_in_discretion_nobody_is_named_in_full(
    qtbot: QtBot, window: MainWindow, page: WeekPage
) -> None:
    assert "Asta" in page.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert "Asta" not in page.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Asta" not in window.windowTitle()


def test_ctrl_d_copies_and_ctrl_shift_h_notes_it_held(
    qtbot: QtBot, page: WeekPage, visit: Key, desk: Desk
) -> None:
    page.grid.choose(visit)
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(page.shown.contacts) == 2
    page.grid.choose(visit)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.grid, Qt.Key.Key_H, held)
    assert desk.read(contacts.details, visit).status is ContactStatus.HELD


def test_a_copy_taken_back_leaves_its_original_chosen(
    window: MainWindow, page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    desk.do(contacts.move, desk.do(contacts.duplicate, visit), at(3, "13.00", 60))
    show_active(window)
    page.grid.choose(visit)
    press(Qt.Key.Key_D, CONTROL)
    assert page.grid.chosen_key() != visit
    press(Qt.Key.Key_Z, CONTROL)
    assert page.grid.chosen_key() == visit
    page.grid.copy_asked.emit(visit, at(4, "8.00", 60))
    press(Qt.Key.Key_Z, CONTROL)
    assert page.grid.chosen_key() == visit


def test_the_pages_keys_hold_on_the_rail_and_only_the_page_shown(
    window: MainWindow, page: WeekPage
) -> None:
    window.add_page("citizens", Page)
    show_active(window)
    window.rail.button("week").setFocus()
    press(Qt.Key.Key_Right, ALT)
    assert page.week == IsoWeek.of(MONDAY).plus(1)
    window.show_page("citizens")
    window.rail.button("citizens").setFocus()
    press(Qt.Key.Key_Right, ALT)
    assert page.week == IsoWeek.of(MONDAY).plus(1)


def test_alt_arrows_turn_the_weeks(qtbot: QtBot, page: WeekPage) -> None:
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.week == IsoWeek.of(MONDAY + timedelta(weeks=1))
    qtbot.keyClick(page.grid, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.week == IsoWeek.of(NOW.date())


def test_the_weekend_is_shown_when_wished(window: MainWindow, page: WeekPage) -> None:
    narrow = page.grid.week_layout()
    window.keep(replace(window.settings, weekend=True))
    wide = page.grid.week_layout()
    assert narrow is not None
    assert wide is not None
    assert (len(narrow.days), len(wide.days)) == (5, 7)


def test_in_the_teams_week_something_new_is_planned_for_the_person_herself(
    page: WeekPage, worker_id: Key, colleague_id: Key
) -> None:
    page.bar.whose.team_chosen.emit()
    assert set(page.workers) == {worker_id, colleague_id}
    assert page.planner == worker_id
    page.bar.whose.worker_chosen.emit(colleague_id)
    assert page.planner == colleague_id


def test_at_twice_the_text_the_window_still_fits_a_small_screen(
    theme: Theme, window: MainWindow, page: WeekPage
) -> None:
    theme.use(Appearance.LIGHT, 200)
    smallest = window.minimumSizeHint()
    assert smallest.width() <= 1280
    assert smallest.height() <= 800


class _Seen(QObject):
    """Notes at each painting of the week where its contact lies and how much is said."""

    def __init__(self, page: WeekPage) -> None:
        super().__init__(page)
        self._page = page
        self.notes: list[tuple[TimeSpan, int]] = []
        page.grid.viewport().installEventFilter(self)

    def eventFilter(self, _painted: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.notes.append((self._page.shown.contacts[0].span, len(self._page.said)))
        return False


def test_what_was_moved_is_seen_before_the_week_is_looked_over(
    page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    before, seen = len(page.said), _Seen(page)
    to = at(2, "5.30", 60)  # outside working hours
    desk.do(contacts.move, visit, to)
    assert len(page.said) > before
    assert seen.notes[0] == (to, before)
    assert seen.notes[-1] == (to, len(page.said))


def test_a_new_contact_is_asked_for_where_the_week_is_pointed_at(
    page: WeekPage, desk: Desk
) -> None:
    desk.upkeep(seed_lists, "test")
    page.show()
    QTest.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    pointed = page.grid.slot
    assert pointed is not None
    asked = list[TimeSpan]()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ContactDialog)
        asked.append(dialog.when.span())
        dialog.reject()

    QTimer.singleShot(0, look)
    page.new_asked.emit(None, "")
    assert (asked[0].day, asked[0].start) == (pointed.day, pointed.start)


def test_the_bar_stays_on_one_line_through_weeks_with_longer_days(window: MainWindow) -> None:
    page = window.findChild(WeekPage)
    assert page is not None
    window.resize(1000, 720)
    show_active(window)
    page.show_week(IsoWeek(2026, 48))
    QApplication.processEvents()
    height = page.bar.sizeHint().height()
    for week in (IsoWeek(2026, 49), IsoWeek(2026, 53), IsoWeek(2027, 39)):
        page.show_week(week)
        for _turn in range(3):
            QApplication.processEvents()
        assert page.bar.height() <= height, week


def test_what_the_program_makes_for_another_week_is_not_drawn(
    qtbot: QtBot, page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    drawn: list[bool] = []
    page.week_shown.connect(lambda: drawn.append(True))
    fields = desk.read(contacts.details, visit).fields
    desk.upkeep(contacts.create, replace(fields, span=at(7 * 26, "9.00", 60)))
    qtbot.waitUntil(lambda: not under_way())
    assert drawn == []


def test_what_the_program_makes_in_the_week_at_hand_is_seen_soon(
    qtbot: QtBot, page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    fields = desk.read(contacts.details, visit).fields
    made = desk.upkeep(contacts.create, replace(fields, span=at(2, "9.00", 60)))
    qtbot.waitUntil(lambda: page.grid.model().rowCount() == 2)
    assert {contact.id for contact in page.shown.contacts} == {visit, made}


def test_what_the_person_does_meanwhile_stays(
    qtbot: QtBot, page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    fields = desk.read(contacts.details, visit).fields
    desk.upkeep(contacts.create, replace(fields, span=at(2, "9.00", 60)))
    desk.do(contacts.delete, visit)
    qtbot.waitUntil(lambda: not under_way())
    assert visit not in {contact.id for contact in page.shown.contacts}
    assert len(page.shown.contacts) == 1
