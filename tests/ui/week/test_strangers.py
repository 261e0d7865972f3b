"""A call goes to a colleague whom the citizen does not know: at the screen (P13)."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.stranger_question import StrangerWay
from bostoette.models.worker_fields import WorkerFields
from bostoette.services import contacts, lists, strangers, workers
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.advice_work import AdviceWork
from bostoette.ui.week.contact_advisor import ContactAdvisor
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.contact_panel_work import ContactPanelWork
from bostoette.ui.week.stranger_dialog import StrangerDialog
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_work import WeekWork
from tests.clock import MONDAY
from tests.services.remote_hands import plan
from tests.ui.hands import let_go, move, take
from tests.ui.week.showing import show_in_window

NOW = datetime(2026, 11, 24, 8, 0)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def known_id(desk: Desk, citizen_id: Key) -> Key:
    desk.upkeep(seed_lists, "test")
    key = desk.do(workers.create, desk.actor_id, WorkerFields("Tove Testsen", "T.T."))
    visit = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY - timedelta(days=7), workers=(key,))
    desk.do(contacts.hold, visit)
    return key


@pytest.fixture
def call(desk: Desk, citizen_id: Key, known_id: Key) -> Key:
    assert known_id
    return plan(desk, citizen_id, ContactForm.PHONE, TUESDAY)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, call: Key, colleague_id: Key) -> WeekPage:
    assert call
    assert colleague_id
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    page = WeekPage(desk, theme, lambda: NOW)
    WeekWork(page, desk, theme, lambda: NOW, Naming)
    AdviceWork(ContactPanelWork(page, desk, theme, lambda: NOW, Naming).panel, desk, theme)
    show_in_window(qtbot, window, page)
    return page


def drag_to(page: WeekPage, call: Key, columns: int) -> QPoint:
    """Drag a card so many columns on, and hold it there."""
    layout = page.grid.week_layout()
    assert layout is not None
    view = page.grid.viewport()
    start = page.grid.visualRect(page.grid.index_of(call)).center()
    end = start + QPoint(columns * (layout.lefts[1] - layout.lefts[0]), 0)
    take(view, start)
    move(view, start + QPoint(12, 0))
    move(view, end)
    return end


def drop(page: WeekPage, at: QPoint, way: StrangerWay | None) -> list[str]:
    """Let go, and answer what is asked; None leaves it. Returns the ways that were offered."""
    said: list[str] = []
    answer_with(way, said)
    let_go(page.grid.viewport(), at)
    return said


def answer_with(way: StrangerWay | None, said: list[str]) -> None:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StrangerDialog)
        said.extend(button.text() for button, _way, _key in dialog.ways)
        if way is None:
            dialog.reject()
            return
        dialog.choose(way)
        dialog.give.click()

    QTimer.singleShot(0, act)


@pytest.fixture
def to_stranger(desk: Desk, page: WeekPage, colleague_id: Key) -> int:
    """How many columns on the citizen's stranger stands, on the team's Tuesday."""
    page.whose.show_team(TUESDAY)
    order = [one.id for one in page.shown.workers]
    return order.index(colleague_id) - order.index(desk.actor_id)


def test_a_call_dragged_to_a_stranger_goes_to_a_colleague_whom_the_citizen_knows(
    desk: Desk, page: WeekPage, call: Key, known_id: Key, to_stranger: int
) -> None:
    at = drag_to(page, call, to_stranger)
    said = drop(page, at, StrangerWay.KNOWN)
    assert said[0] == "Giv til T.T., der har mødt borgeren (1 møde)"
    assert len(said) == 4
    assert desk.read(contacts.details, call).fields.workers == (known_id,)


def test_a_drag_that_is_left_at_the_question_changes_nothing(
    desk: Desk, page: WeekPage, call: Key, to_stranger: int
) -> None:
    at = drag_to(page, call, to_stranger)
    assert drop(page, at, None)
    assert desk.read(contacts.details, call).fields.workers == (desk.actor_id,)


def test_all_the_same_waits_for_a_reason(
    qtbot: QtBot, desk: Desk, page: WeekPage, call: Key, colleague_id: Key, theme: Theme
) -> None:
    span = desk.read(contacts.details, call).fields.span
    ask = strangers.question_about_stranger
    asked = desk.read(ask, call, desk.actor_id, colleague_id, span)
    assert asked is not None
    dialog = StrangerDialog(theme, asked, colleague_id, Naming(), page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.reason.isVisible()
    dialog.choose(StrangerWay.ALL_THE_SAME)
    assert dialog.reason.isVisible()
    assert not dialog.give.isEnabled()
    dialog.reason.words.setText("Borgeren ønsker det selv")
    assert dialog.give.isEnabled()
    assert dialog.answer().reason == "Borgeren ønsker det selv"


def test_the_form_names_who_knows_the_citizen_and_a_press_gives_it_to_her(
    qtbot: QtBot, theme: Theme, desk: Desk, page: WeekPage, call: Key, colleague_id: Key
) -> None:
    details = desk.read(contacts.details, call)
    choices = desk.read(lists.contact_choices)
    dialog = ContactDialog(theme, choices, NOW.date(), Naming(), page)
    qtbot.addWidget(dialog)
    dialog.show_contact(details)
    dialog.advise(ContactAdvisor(desk, details))
    dialog.workers.choose((colleague_id,))
    dialog.advice.look_now()
    (button,) = dialog.advice.view.colleagues.buttons.values()
    button.click()
    (worker,) = dialog.workers.keys()
    dialog.advice.look_now()
    assert worker != colleague_id
    assert dialog.advice.view.colleagues.isHidden()


def test_the_panel_gives_a_strangers_call_to_who_knows_the_citizen(
    desk: Desk, page: WeekPage, citizen_id: Key, known_id: Key
) -> None:
    call = plan(desk, citizen_id, ContactForm.PHONE, TUESDAY, 720)
    page.grid.choose(call)
    QApplication.processEvents()
    view = next(one for one in page.findChildren(AdviceWork)).view
    assert list(view.colleagues.buttons) == [known_id]
    view.colleagues.buttons[known_id].click()
    assert desk.read(contacts.details, call).fields.workers == (known_id,)
