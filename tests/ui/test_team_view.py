"""The week page with a team: whose week, which day, and what is taken to another week."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.worker_fields import WorkerFields
from bostoette.services import contacts, workers
from bostoette.services.desk import Desk
from bostoette.ui.background import under_way
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week import week_at_hand
from bostoette.ui.week.month_work import MonthWork
from bostoette.ui.week.view_actions import ViewActions
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_work import WeekWork
from bostoette.ui.week.whose_week import TOGETHER
from tests.clock import MONDAY, At
from tests.ui.hands import ALT, CONTROL, SHIFT, let_go, move, press, show_active, take

NOW = datetime(2026, 11, 26, 12, 25)
K = Qt.Key
Plan = Callable[[int, str, Key], Key]


@pytest.fixture
def plan(desk: Desk, citizen_id: Key, at: At) -> Plan:
    def plan(weekday: int, start: str, *workers: Key) -> Key:
        fields = ContactFields(
            at(weekday, start, 60),
            ContactForm.PHYSICAL,
            "support_conversation",
            workers,
            (citizen_id,),
        )
        return desk.do(contacts.create, fields)

    return plan


@pytest.fixture
def visit(plan: Plan, worker_id: Key) -> Key:
    return plan(0, "9.00", worker_id)


@pytest.fixture
def theirs(plan: Plan, colleague_id: Key) -> Key:
    return plan(1, "9.00", colleague_id)


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, desk: Desk, visit: Key, theirs: Key, worker_id: Key
) -> WeekPage:
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    page = WeekPage(desk, theme, lambda: NOW)
    WeekWork(page, desk, theme, lambda: NOW, Naming)
    MonthWork(page, desk, theme, lambda: NOW)
    ViewActions(page, worker_id)
    window.add_page("week", lambda: page)
    window.show_page("week")
    qtbot.addWidget(window)
    show_active(window)
    window.finish_start()
    page.grid.setFocus()
    return page


def segment(page: WeekPage, word: str) -> QPushButton:
    found = [one for one in page.findChildren(QPushButton) if one.text() == word]
    return next(one for one in found if one.isVisible())


def keys(page: WeekPage) -> set[tuple[Key, Key]]:
    sheet_cards = [
        page.grid.model().index(row, 0).data(Qt.ItemDataRole.UserRole + 1)
        for row in range(page.grid.model().rowCount())
    ]
    return {card.appearance for card in sheet_cards}


def test_the_switch_goes_between_my_week_and_the_teams(
    page: WeekPage, visit: Key, theirs: Key, worker_id: Key, colleague_id: Key
) -> None:
    assert keys(page) == {(visit, worker_id)}
    segment(page, "Team").click()
    assert keys(page) == {(visit, worker_id), (theirs, colleague_id)}
    segment(page, "tir. 24.").click()
    assert keys(page) == {(theirs, colleague_id)}
    page.step(1)
    assert page.whose.chosen.day == MONDAY + timedelta(days=8)
    segment(page, "Min uge").click()
    page.step(-1)
    assert keys(page) == {(visit, worker_id)}
    assert not page.days.isVisible()


def test_one_key_opens_the_week_of_whoever_is_pointed_at_and_goes_back(
    page: WeekPage, theirs: Key, colleague_id: Key, worker_id: Key
) -> None:
    press(K.Key_F4)
    assert page.whose.chosen.team
    page.grid.choose(theirs)
    press(K.Key_F4)
    assert page.workers == (colleague_id,)
    assert page.planner == colleague_id
    press(K.Key_PageDown, CONTROL)
    assert page.workers == (worker_id,)
    press(K.Key_PageUp, CONTROL)
    assert page.workers == (colleague_id,)


def test_something_new_in_the_team_is_planned_for_whose_column_is_pointed_at(
    page: WeekPage, colleague_id: Key, theirs: Key, worker_id: Key
) -> None:
    page.whose.show_team()
    assert page.planner == worker_id
    page.grid.choose(theirs)
    assert page.planner == colleague_id


def test_a_contact_goes_to_next_week_in_one_step_and_stays_in_sight(
    page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    page.grid.choose(visit)
    press(K.Key_Right, CONTROL | ALT)
    assert page.week == IsoWeek.of(MONDAY).plus(1)
    assert page.grid.chosen_key() == visit
    assert desk.read(contacts.details, visit).fields.span == at(0, "9.00", 60).moved(days=7)
    press(K.Key_Left, CONTROL | ALT)
    assert desk.read(contacts.details, visit).fields.span == at(0, "9.00", 60)


def test_ctrl_shift_g_finds_another_week_in_the_small_month(page: WeekPage) -> None:
    press(K.Key_G, CONTROL | SHIFT)
    press(K.Key_PageDown)
    press(K.Key_Return)
    assert page.week == IsoWeek.of(date(2026, 12, 26))
    assert page.grid.hasFocus()


def test_a_contact_is_dropped_on_a_day_of_the_small_month(
    page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    month = next(one for one in page.findChildren(MonthWork)).month
    view = page.grid.viewport()
    start = page.grid.visualRect(page.grid.index_of(visit)).center()
    title = page.bar.title
    take(view, start)
    move(view, start + QPoint(30, 30))
    move(view, view.mapFrom(page, title.mapTo(page, title.rect().center())))
    assert month.isVisible()
    spot = month.days.visualRect(month.days.month_model.index_of(date(2026, 12, 3))).center()
    end = view.mapFromGlobal(month.days.viewport().mapToGlobal(spot))
    move(view, end)
    assert page.grid.ghost == at(10, "9.00", 60)
    let_go(view, end)
    assert not month.isVisible()
    assert desk.read(contacts.details, visit).fields.span == at(10, "9.00", 60)
    assert page.week == IsoWeek(2026, 49)


def test_ctrl_drag_copies_and_the_original_stays(
    page: WeekPage, visit: Key, desk: Desk, at: At
) -> None:
    layout = page.grid.week_layout()
    assert layout is not None
    view = page.grid.viewport()
    start = page.grid.visualRect(page.grid.index_of(visit)).center()
    end = start + QPoint(layout.lefts[2] - layout.lefts[0], 0)
    take(view, start)
    move(view, (start + end) / 2, CONTROL)
    move(view, end, CONTROL)
    let_go(view, end)
    spans = sorted(one.span for one in page.shown.contacts)
    assert spans == [at(0, "9.00", 60), at(2, "9.00", 60)]
    assert page.grid.chosen_key() != visit
    desk.undo()
    assert [one.id for one in page.shown.contacts] == [visit]


def test_while_dragging_the_trips_and_what_would_be_said_are_known(
    page: WeekPage, visit: Key, plan: Plan, worker_id: Key
) -> None:
    plan(2, "9.00", worker_id)
    layout = page.grid.week_layout()
    assert layout is not None
    view = page.grid.viewport()
    start = page.grid.visualRect(page.grid.index_of(visit)).center()
    take(view, start)
    still = page.grid.grab().toImage()
    move(view, start + QPoint(layout.lefts[2] - layout.lefts[0], 0))
    ghost = page.grid.shown_ghost()
    assert ghost is not None
    assert any("samme tid" in sentence for sentence in ghost.foresight.sentences)
    assert ghost.foresight.travel
    assert page.grid.grab().toImage() != still
    press(K.Key_Escape)
    assert page.grid.ghost is None


def test_the_weekend_is_shown_on_request(page: WeekPage) -> None:
    asked: list[bool] = []
    page.bar.weekend_asked.connect(asked.append)
    toggle = next(one for one in page.actions() if one.text() == "Vis eller skjul weekend")
    toggle.trigger()
    page.use_settings(MachineSettings(weekend=True))
    toggle.trigger()
    layout = page.grid.week_layout()
    assert layout is not None
    assert len(layout.days) == 7
    assert asked == [True, False]


def test_a_very_large_team_is_shown_in_parts_by_name_beginning_with_the_persons_own(
    page: WeekPage, desk: Desk, worker_id: Key
) -> None:
    names = [f"Vikar {number:03}" for number in range(1, 90)]
    for number, name in enumerate(names, start=1):
        desk.do(workers.create, worker_id, WorkerFields(name, f"V{number}"))
    page.whose.show_team()
    assert len(page.whose.chosen.workers) <= TOGETHER
    assert worker_id in page.whose.chosen.workers
    parts = next(one for one in page.days.findChildren(QComboBox) if one.isVisible())
    shown = set(page.whose.chosen.workers)
    for place in range(1, parts.count()):
        parts.setCurrentIndex(place)
        parts.activated.emit(place)
        assert shown.isdisjoint(page.whose.chosen.workers)
        shown |= set(page.whose.chosen.workers)
    assert len(shown) == len(page.whose.everybody)
    segment(page, "tir. 24.").click()
    assert page.whose.chosen.workers[-1] == page.whose.everybody[-1].id


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take one contact for many."""
    monkeypatch.setattr(week_at_hand, "AT_ONCE", 0)


def test_a_week_of_many_contacts_is_seen_first_and_looked_over_beside(
    many: None, qtbot: QtBot, page: WeekPage, plan: Plan, visit: Key, theirs: Key, worker_id: Key
) -> None:
    plan(0, "9.30", worker_id)
    page.whose.show_team()
    assert {key for key, _worker in keys(page)} > {visit, theirs}
    assert (page.checked, page.said) == (None, ())
    assert "Ser efter" in page.strip.summary
    qtbot.waitUntil(lambda: page.checked is not None)
    assert any(visit in one.contacts for one in page.said)
    assert "at se på" in page.strip.summary


def test_what_was_found_in_a_week_that_is_no_longer_shown_is_let_go(
    many: None, qtbot: QtBot, page: WeekPage, plan: Plan, worker_id: Key
) -> None:
    next_week = plan(7, "9.00", worker_id)
    shown: list[IsoWeek] = []
    page.week_shown.connect(lambda: shown.append(page.week))
    page.whose.show_team()
    page.step(1)
    qtbot.waitUntil(lambda: page.checked is not None and not under_way())
    assert page.checked is not None
    assert [one.id for one in page.checked.contacts] == [next_week]
    assert shown == [IsoWeek(2026, 49)]
    page.step(-1)
    plan(0, "14.00", worker_id)  # what is stored meanwhile counts, not what was read before
    now = page.checked
    qtbot.waitUntil(lambda: not under_way())
    assert page.checked is now
