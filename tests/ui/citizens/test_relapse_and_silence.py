"""Acted out on the citizens page: the relapse button, and »ikke hørt fra«."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.services import citizens, contacts, tasks, unplanned
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.theme import Theme
from tests.clock import MONDAY, At
from tests.services.series_hands import visit_with
from tests.ui.hands import focused, press, show_active


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, theme: Theme, citizen_id: Key) -> Iterator[CitizensPage]:
    desk.upkeep(seed_lists, "test")
    desk.do(citizens.create, CitizenFields("Søren Ærø", primary_worker_id=desk.actor_id))
    page = CitizensPage(desk, theme, lambda: MONDAY)
    desk.listen(page.on_changes)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    show_active(page)
    page.choose(citizen_id)
    yield page
    for dialog in page.findChildren(QDialog):
        dialog.done(0)


def test_the_button_asks_for_a_meeting_within_three_days_until_they_have_met(
    page: CitizensPage, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    head = page.card.head
    assert head.status.text() == ""
    QTest.mouseClick(head.fell, Qt.MouseButton.LeftButton)
    words = "Væltet man. 23. nov.: I skal mødes ansigt til ansigt senest tor. 26. nov."
    assert head.status.text() == words
    QApplication.processEvents()
    assert head.status.height() >= head.status.heightForWidth(head.status.width()), "cut"
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    assert task.due == MONDAY + timedelta(days=3)
    desk.undo()
    assert head.status.text() == ""
    desk.redo()
    key = desk.do(
        contacts.create, replace(visit_with(worker_id, citizen_id), span=at(2, "9.00", 60))
    )
    desk.do(contacts.hold, key)
    assert head.status.text() == ""
    assert desk.read(tasks.tasks_of, desk.actor_id) == ()


def test_the_button_is_reached_with_the_arrows_and_pressed_with_enter(
    page: CitizensPage, desk: Desk
) -> None:
    page.card.head.plan.setFocus()
    press(Qt.Key.Key_End)
    assert focused() is page.card.head.fell
    press(Qt.Key.Key_Return)
    assert desk.undo_state().undo == "A.M. er væltet"


def test_the_list_shows_only_whom_nobody_has_heard_from(
    page: CitizensPage, desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    page.show_silent(mine=True)
    assert page.list.filter.text() == "Mine · ikke hørt fra"
    assert page.list.model.rowCount() == 0
    long_ago = datetime.combine(MONDAY - timedelta(days=14), datetime.min.time())
    desk.do(
        unplanned.note,
        citizen_id,
        ContactForm.PHONE,
        5,
        by=worker_id,
        now=long_ago.replace(hour=12),
    )
    assert page.list.model.rowCount() == 1
    assert page.current == citizen_id
    today = long_ago.replace(hour=12) + timedelta(days=14)
    desk.do(unplanned.note, citizen_id, ContactForm.PHONE, 5, by=worker_id, now=today)
    assert page.list.model.rowCount() == 0
