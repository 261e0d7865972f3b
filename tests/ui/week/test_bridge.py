"""Acted out: two no-shows in four weeks, a walk as a bridge, and the day to meet again."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.services import contacts, tasks
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.bridge_dialog import BridgeDialog
from bostoette.ui.week.look_list import LookList
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_work import WeekWork
from tests.clock import At
from tests.services.remote_hands import answer
from tests.services.series_hands import visit_with
from tests.ui.week.showing import show_in_window

NOW = datetime(2026, 11, 25, 14, 20)
SAID = "A.M. er udeblevet 2 gange inden for 28 dage."


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> WeekPage:
    desk.upkeep(seed_lists, "test")
    for weekday in (-7, 0):
        key = desk.do(contacts.create, visit_with(worker_id, citizen_id))
        desk.do(contacts.move, key, at(weekday, "9.00", 60))
        desk.do(contacts.cancel, key, ContactStatus.NO_SHOW, "ikke hjemme")
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    page = WeekPage(desk, theme, lambda: NOW)
    WeekWork(page, desk, theme, lambda: NOW, Naming)
    show_in_window(qtbot, window, page)
    return page


def texts(page: WeekPage) -> list[str]:
    return [one.text for one in page.said]


def test_the_list_proposes_a_bridge_and_asks_for_the_day_to_meet_again(
    page: WeekPage, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    answer(desk, citizen_id, wish_video=FormWish.REFUSES)
    other = desk.do(contacts.create, visit_with(worker_id, citizen_id))
    desk.do(contacts.move, other, at(3, "10.00", 45))
    assert SAID in texts(page)
    asked: list[str] = []

    def in_the_list() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, LookList)
        try:
            shown.list.setCurrentRow(texts(page).index(SAID))
            QTimer.singleShot(0, in_the_dialog)
            shown.mend.click()
        finally:
            shown.reject()

    def in_the_dialog() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BridgeDialog)
        try:
            buttons = {one.text(): one for one in dialog.forms.findChildren(QPushButton)}
            assert list(buttons) == ["Telefon", "Gåtur"], "she refuses video"
            assert all(not one.icon().isNull() for one in buttons.values())
            assert dialog.left_out.text() == "Tilbydes ikke: video."
            buttons["Gåtur"].click()
            dialog.back.setText("")
            low = dialog.height()
            dialog.accept()
            asked.append(dialog.trouble.text())
            assert dialog.height() >= low + dialog.trouble.height()
            assert dialog.trouble.height() >= dialog.trouble.heightForWidth(dialog.trouble.width())
            dialog.back.setText("7/12/2026")
            dialog.accept()
        finally:
            dialog.reject()

    QTimer.singleShot(0, in_the_list)
    page.look_asked.emit(page.said)
    assert asked[0].startswith("»I mødes fysisk igen senest« mangler.")
    bridge = page.grid.chosen_key()
    (walk,) = [one for one in page.shown.contacts if one.id == bridge]
    assert (walk.form, walk.day) == (ContactForm.WALK_TALK, NOW.date() + timedelta(days=2))
    assert walk.start == 600, "the usual time of day is free on the day after tomorrow"
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    assert task.text == "Tilbage til fysisk kontakt med A.M. senest man. 7. dec."
    assert SAID not in texts(page)
    desk.undo()
    assert SAID in texts(page)
