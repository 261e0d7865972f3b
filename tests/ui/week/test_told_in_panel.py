"""Acted out: a moved video talk is »borger ikke orienteret« until somebody has told her."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.services import contacts, tasks
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_text import NOT_TOLD
from bostoette.ui.week.contact_panel_work import ContactPanelWork
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_work import WeekWork
from tests.clock import At
from tests.ui.week.showing import show_in_window

NOW = datetime(2026, 11, 23, 8, 5)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def video(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Key:
    desk.upkeep(seed_lists, "test")
    fields = ContactFields(
        at(3, "13.00", 30),
        ContactForm.VIDEO,
        "support_conversation",
        (worker_id,),
        (citizen_id,),
        agreed_with_citizen=True,
    )
    return desk.do(contacts.create, fields)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, video: Key) -> WeekPage:
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    page = WeekPage(desk, theme, lambda: NOW)
    WeekWork(page, desk, theme, lambda: NOW, Naming)
    show_in_window(qtbot, window, page)
    page.grid.choose(video)
    return page


def test_a_moved_video_talk_is_not_told_until_it_is_said_how_she_was_told(
    page: WeekPage, desk: Desk, theme: Theme, video: Key, at: At
) -> None:
    work = ContactPanelWork(page, desk, theme, lambda: NOW, Naming)
    work.refresh()
    panel, grid = work.panel, page.grid
    assert not panel.told.isVisibleTo(panel)
    grid.span_asked.emit(video, at(4, "13.00", 30))
    work.refresh()
    assert panel.head.to_tell.text() == NOT_TOLD
    assert panel.told.words.text() == (
        "Vores videosamtale torsdag d. 26. november kl. 13.00 er flyttet til "
        "fredag d. 27. november kl. 13.00."
    )
    assert "borger ikke orienteret" in str(grid.index_of(video).data(SPOKEN))
    panel.told.copy.click()
    assert QApplication.clipboard().text().startswith("Hej Asta. Vores videosamtale torsdag")
    assert QApplication.clipboard().text().endswith("Hilsen Mona")
    panel.told.told.click()
    QTest.keyClick(work.told, Qt.Key.Key_Escape)
    assert video in desk.read(tasks.open_inform_tasks, [video]), "left without an answer, it stays"
    panel.told.told.click()
    QTest.keyClick(work.told, Qt.Key.Key_Return)
    assert desk.read(tasks.open_inform_tasks, [video]) == {}
    assert not panel.told.isVisibleTo(panel)
    assert "borger ikke orienteret" not in str(grid.index_of(video).data(SPOKEN))
