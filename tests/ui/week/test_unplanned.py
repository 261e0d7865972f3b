"""Acted out: eight minutes of video with two taps, and whether a visit is needed."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.services import citizens, contacts, tasks
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.unplanned_dialog import UnplannedDialog
from bostoette.ui.week.unplanned_work import UnplannedWork
from bostoette.ui.week.week_page import WeekPage
from tests.ui.hands import CONTROL, press, type_text
from tests.ui.week.showing import show_in_window

NOW = datetime(2026, 11, 25, 14, 20)
Answer = Callable[[UnplannedDialog], None]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, citizen_id: Key) -> WeekPage:
    assert citizen_id
    desk.upkeep(seed_lists, "test")
    desk.do(citizens.create, CitizenFields("Søren Ærø"))
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    page = WeekPage(desk, theme, lambda: NOW)
    UnplannedWork(window, page, desk, Naming)
    show_in_window(qtbot, window, page)
    return page


def press_key_and(page: WeekPage, answer: Answer) -> None:
    """Press the key, and answer the dialog that opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, UnplannedDialog)
        try:
            dialog.activateWindow()
            assert QTest.qWaitForWindowActive(dialog, 2000)
            QApplication.processEvents()
            assert dialog.search.hasFocus()
            answer(dialog)
        finally:
            dialog.close()  # or the test would wait for ever

    QTimer.singleShot(0, look)
    page.grid.setFocus()
    press(Qt.Key.Key_U, CONTROL)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_two_clicks_note_a_call_that_was_held_and_show_it(
    page: WeekPage, desk: Desk, citizen_id: Key
) -> None:
    def answer(dialog: UnplannedDialog) -> None:
        row = next(
            row for row in range(dialog.list.count()) if dialog.list.item(row).text()[:4] == "Asta"
        )
        dialog.list.setCurrentRow(row)
        click(dialog.minutes[8])
        assert dialog.said.text() == (
            "Noteret som afholdt: telefonsamtale, 8 min. med Asta Mortensen."
        )
        click(dialog.no)

    press_key_and(page, answer)
    (contact,) = page.shown.contacts
    assert (contact.form, contact.status, contact.minutes) == (
        ContactForm.PHONE,
        ContactStatus.HELD,
        8,
    )
    assert contact.citizens[0].id == citizen_id
    assert desk.read(contacts.details, contact.id).fields.unplanned
    spoken = page.grid.index_of(contact.id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "afholdt, uplanlagt" in str(spoken)
    assert page.grid.chosen_key() == contact.id
    desk.undo()
    assert page.shown.contacts == ()


def test_by_keyboard_with_a_forgiving_search_and_a_task_for_the_visit(
    page: WeekPage, desk: Desk
) -> None:
    def answer(dialog: UnplannedDialog) -> None:
        type_text("soeren")
        assert dialog.list.count() == 1
        press(Qt.Key.Key_Return)
        assert page.shown.contacts == (), "Enter goes on to the minutes and stores nothing yet"
        press(Qt.Key.Key_Right)
        press(Qt.Key.Key_Return)
        assert dialog.no.hasFocus()
        click(dialog.task)

    press_key_and(page, answer)
    (contact,) = page.shown.contacts
    assert (contact.initials, contact.minutes) == ("S.Æ.", 8)
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    assert task.text.startswith("Planlæg et besøg hos S.Æ.")


def test_the_visit_opens_as_a_form_with_the_citizen_filled_in(
    page: WeekPage, qtbot: QtBot, citizen_id: Key
) -> None:
    def answer(dialog: UnplannedDialog) -> None:
        dialog.search.setText("asta")
        click(dialog.minutes[5])
        click(dialog.visit)

    with qtbot.waitSignal(page.visit_plan_asked) as asked:
        press_key_and(page, answer)
    assert asked.args == [citizen_id]


def test_esc_before_the_minutes_stores_nothing_and_nobody_found_offers_no_minutes(
    page: WeekPage,
) -> None:
    def answer(dialog: UnplannedDialog) -> None:
        type_text("xyz")
        assert not dialog.minutes[5].isEnabled()
        press(Qt.Key.Key_Escape)

    press_key_and(page, answer)
    assert page.shown.contacts == ()
