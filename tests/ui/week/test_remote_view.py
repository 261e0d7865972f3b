"""What goes with a contact at a distance, in the panel: checklist, superuser, technology."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.remote_kinds import CheckPoint, TechOutcome, TechPart
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_work import ContactPanelWork
from bostoette.ui.week.remote_view import RemoteView
from bostoette.ui.week.remote_work import RemoteWork
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY
from tests.services.remote_hands import answer, make_superuser, plan, shown

THURSDAY = MONDAY + timedelta(days=3)
NOW = datetime(2026, 11, 26, 8, 5)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk) -> WeekPage:
    desk.upkeep(seed_lists, "test")
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    week = WeekPage(desk, theme, lambda: NOW)
    contact = ContactPanelWork(week, desk, theme, lambda: NOW, Naming)
    panel = contact.panel
    RemoteWork(week, panel, desk, theme, lambda: NOW)
    contact.refresh()
    window.add_page("week", lambda: week)
    window.show_page("week")
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    week.show_week(IsoWeek.of(MONDAY))
    return week


@pytest.fixture
def view(page: WeekPage) -> RemoteView:
    found = page.right.findChild(RemoteView)
    assert found is not None
    return found


def _choose(page: WeekPage, key: Key) -> None:
    page.grid.choose(key)
    QApplication.processEvents()


def test_a_first_call_unfolds_its_nine_points_and_a_visit_has_none(
    desk: Desk, page: WeekPage, view: RemoteView, citizen_id: Key
) -> None:
    visit = plan(desk, citizen_id, ContactForm.PHYSICAL, THURSDAY)
    call = plan(desk, citizen_id, ContactForm.PHONE, THURSDAY, 780)
    _choose(page, call)
    assert view.isVisible()
    assert view.checks.head.text() == "Tjekliste: 2 af 9 er på plads"
    assert all(line.isVisible() for line in view.checks.lines.values())
    _choose(page, visit)
    assert not view.isVisible()


def test_the_second_call_keeps_its_list_folded_until_it_is_wanted(
    desk: Desk, page: WeekPage, view: RemoteView, citizen_id: Key
) -> None:
    plan(desk, citizen_id, ContactForm.PHONE, MONDAY)
    call = plan(desk, citizen_id, ContactForm.PHONE, THURSDAY, 780)
    _choose(page, call)
    line = view.checks.lines[CheckPoint.HEADPHONES]
    assert not line.isVisible()
    view.checks.head.click()
    assert line.isVisible()


def test_space_ticks_a_point_by_hand_and_undo_takes_it_away(
    desk: Desk, page: WeekPage, view: RemoteView, citizen_id: Key
) -> None:
    call = plan(desk, citizen_id, ContactForm.PHONE, THURSDAY, 780)
    _choose(page, call)
    line = view.checks.lines[CheckPoint.HEADPHONES]
    line.box.setFocus()
    QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert line.box.isChecked()
    assert line.said.text() == "M.J. 26. nov. 2026"
    assert line.box.accessibleName() == "Headset og kamera er klar: M.J. 26. nov. 2026"
    desk.undo()
    assert not line.box.isChecked()


def test_a_point_that_data_decide_is_not_ticked_by_a_click_on_its_words(
    desk: Desk, page: WeekPage, view: RemoteView, citizen_id: Key
) -> None:
    _choose(page, plan(desk, citizen_id, ContactForm.PHONE, THURSDAY, 780))
    line = view.checks.lines[CheckPoint.MEET_FIRST]
    QTest.mouseClick(line.words, Qt.MouseButton.LeftButton)
    assert not line.box.isChecked()
    assert line.box.accessibleDescription().startswith("Sættes af programmet")


def test_a_superuser_is_taken_along_and_left_with_one_button(
    desk: Desk, page: WeekPage, view: RemoteView, citizen_id: Key
) -> None:
    superuser = desk.upkeep(make_superuser)
    video = plan(desk, citizen_id, ContactForm.VIDEO, THURSDAY)
    _choose(page, video)
    assert view.superuser.text() == "Tag S.U. med"
    view.superuser.setFocus()
    view.superuser.click()
    QApplication.processEvents()
    assert superuser in desk.read(contacts.details, video).fields.workers
    assert view.superuser.text() == "Uden S.U."
    assert view.superuser.hasFocus()
    view.superuser.click()
    QApplication.processEvents()
    assert superuser not in desk.read(contacts.details, video).fields.workers
    assert view.superuser.text() == "Tag S.U. med"
    desk.do(contacts.change_form, video, ContactForm.PHYSICAL)
    QApplication.processEvents()
    assert not view.isVisible()


def test_an_empty_plan_b_is_asked_for_in_words_where_the_risk_is_yellow(
    desk: Desk, page: WeekPage, view: RemoteView, citizen_id: Key
) -> None:
    answer(desk, citizen_id, risk_level=RiskLevel.YELLOW)
    _choose(page, plan(desk, citizen_id, ContactForm.PHONE, THURSDAY))
    assert view.plan_b.text().startswith("Skriv en plan B.")


def test_one_tap_notes_the_technology_and_a_failure_says_what_to_do(
    desk: Desk, page: WeekPage, view: RemoteView, citizen_id: Key
) -> None:
    video = plan(desk, citizen_id, ContactForm.VIDEO, THURSDAY, plan_b="Naboen låser op")
    _choose(page, video)
    assert view.tech.isVisible()
    assert view.tech.parts.row.isHidden()
    view.tech.outcomes.buttons[TechOutcome.FAILED].click()
    assert view.tech.instead.text().startswith("Naboen låser op")
    view.tech.parts.buttons[TechPart.SOUND].click()
    tech = shown(desk, video, THURSDAY).tech
    assert tech is not None
    assert (tech.outcome, tech.part) == (TechOutcome.FAILED, TechPart.SOUND)
    view.tech.outcomes.buttons[TechOutcome.FALLBACK].click()
    QApplication.processEvents()
    found = desk.read(contacts.details, video)
    assert (found.fields.form, found.status) == (ContactForm.PHONE, ContactStatus.HELD)
    assert view.tech.outcomes.buttons[TechOutcome.FALLBACK].isChecked()


def test_the_technology_is_not_asked_about_before_the_day(
    desk: Desk, page: WeekPage, view: RemoteView, citizen_id: Key
) -> None:
    _choose(page, plan(desk, citizen_id, ContactForm.VIDEO, THURSDAY + timedelta(days=1)))
    assert view.isVisible()
    assert view.tech.isHidden()
