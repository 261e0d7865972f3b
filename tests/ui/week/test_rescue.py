"""P24 acted out: nobody at home, and one key turns the visit into a call today and a new visit."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.figure_scope import Scope, Section
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.services import contacts, form_choice
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.main_window import MainWindow
from bostoette.ui.theme import Theme
from bostoette.ui.week.cancel_dialog import CancelDialog
from bostoette.ui.week.status_wish import StatusWish
from bostoette.ui.week.status_work import StatusWork
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY
from tests.services.figures_asked import cells, figure
from tests.services.remote_hands import answer
from tests.services.series_hands import visit_with
from tests.ui.week.showing import show_in_window

NOW = datetime(2026, 11, 23, 9, 20)


@pytest.fixture
def visit(desk: Desk, worker_id: Key, citizen_id: Key) -> Key:
    desk.upkeep(seed_lists, "test")
    return desk.do(contacts.create, visit_with(worker_id, citizen_id))


@pytest.fixture
def work(qtbot: QtBot, theme: Theme, desk: Desk, visit: Key) -> StatusWork:
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    page = WeekPage(desk, theme, lambda: NOW)
    made = StatusWork(page, desk, lambda: NOW)
    show_in_window(qtbot, window, page)
    page.grid.choose(visit)
    return made


def test_not_at_home_becomes_a_call_today_and_a_new_visit_and_is_counted_as_kept(
    work: StatusWork, desk: Desk, visit: Key
) -> None:
    work.note(visit, StatusWish.MISSED)
    words = [one.text().replace("&", "") for one in work.menu.actions() if one.text()]
    assert words[:3] == ["Ikke hjemme", "Svarede ikke", "Kom ikke"]
    assert words[3].startswith("Ikke hjemme: Ring kl. 09.30, nyt besøg ")
    QTest.keyClick(work.menu, Qt.Key.Key_R)
    found = desk.read(contacts.details, visit)
    assert (found.status, found.status_reason) == (ContactStatus.CONVERTED, "ikke hjemme")
    counted = figure(desk, Scope(), Section.ATTENDANCE, "rescued")
    assert cells(counted, "Besøg")["Reddet"].rows == (visit,)
    assert cells(counted, "Besøg")["Tabt"].rows == ()
    desk.undo()
    assert desk.read(contacts.details, visit).status is ContactStatus.PLANNED


def test_a_walk_that_is_missed_or_called_off_is_offered_again_as_a_walk(
    work: StatusWork, desk: Desk, visit: Key
) -> None:
    desk.do(form_choice.change_form, visit, ContactForm.WALK_TALK)
    work.note(visit, StatusWish.MISSED)
    words = [one.text().replace("&", "") for one in work.menu.actions() if one.text()]
    assert words[3].startswith("Kom ikke: Ring kl. 09.30, ny gåtur ")
    work.menu.hide()
    asked: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CancelDialog)
        asked.append(dialog.new_visit.accessibleName())
        dialog.reject()

    QTimer.singleShot(0, look)
    work.note(visit, StatusWish.CALL_OFF)
    assert asked[0].startswith("Planlæg en ny gåtur ")


def test_a_call_the_citizen_would_rather_not_have_is_offered_with_that_word(
    work: StatusWork, desk: Desk, visit: Key, citizen_id: Key
) -> None:
    answer(desk, citizen_id, wish_phone=FormWish.DISLIKES)
    work.note(visit, StatusWish.MISSED)
    words = [one.text().replace("&", "") for one in work.menu.actions() if one.text()]
    assert words[3].startswith("Ikke hjemme: Ring kl. 09.30 (vil helst ikke), nyt besøg ")
    assert "helst ikke" not in words[4]


def test_a_visit_missed_on_an_earlier_day_is_only_noted(
    work: StatusWork, desk: Desk, visit: Key
) -> None:
    span = desk.read(contacts.details, visit).fields.span
    desk.do(contacts.move, visit, span.moved(days=-1))
    assert MONDAY - timedelta(days=1) == desk.read(contacts.details, visit).fields.span.day
    work.note(visit, StatusWish.MISSED)
    assert len(work.menu.actions()) == 3
    work.menu.close()
