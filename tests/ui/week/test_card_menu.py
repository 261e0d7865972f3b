"""The menu of a card says and does what can be done with it, by mouse and by keyboard."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.services import appointments, attendance, citizen_news, citizens, contacts
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.main_window import MainWindow
from bostoette.ui.theme import Theme
from bostoette.ui.week.card_menu import CardMenu
from bostoette.ui.week.contact_panel_foot import PanelAction, Wish
from bostoette.ui.week.week_changes import WeekChanges
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY, At
from tests.met_before import meet
from tests.ui.hands import show_active

NOW = datetime(2026, 11, 26, 8, 5)


@pytest.fixture
def visit(desk: Desk, worker_id: Key, at: At) -> Key:
    desk.upkeep(seed_lists, "test")
    citizen = desk.do(citizens.create, CitizenFields("Bodil Krogh", primary_worker_id=worker_id))
    meet(desk, citizen, worker_id)
    fields = ContactFields(
        at(3, "13.00", 60),
        ContactForm.PHYSICAL,
        "support_conversation",
        (worker_id,),
        (citizen,),
    )
    return desk.do(contacts.create, fields)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, visit: Key) -> WeekPage:
    assert visit
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    shown = WeekPage(desk, theme, lambda: NOW)
    WeekChanges(shown, desk)
    window.add_page("week", lambda: shown)
    window.show_page("week")
    window.resize(1280, 800)
    qtbot.addWidget(window)
    show_active(window)
    shown.show_week(IsoWeek.of(MONDAY))
    return shown


class Menu:
    """The menu over the window's week, with what was asked of others."""

    def __init__(self, page: WeekPage, desk: Desk, theme: Theme) -> None:
        self.grid = page.grid
        self.asked: list[Wish] = []
        self.own_time = 0
        self.work = CardMenu(
            page.grid,
            theme,
            self.asked.append,
            lambda key: desk.do(contacts.duplicate, key),
            self._plan_own_time,
            noteless=lambda key: desk.read(citizen_news.has_nothing_to_note, key),
        )

    def _plan_own_time(self) -> None:
        self.own_time += 1

    def open(self, at: QPoint | None = None) -> None:
        """Open it as the system asks for it: at a place by mouse, else by the menu key."""
        by = QContextMenuEvent.Reason.Keyboard if at is None else QContextMenuEvent.Reason.Mouse
        place = QPoint(1, 1) if at is None else at
        target = self.grid.viewport()
        QApplication.sendEvent(
            target if at is not None else self.grid,
            QContextMenuEvent(by, place, target.mapToGlobal(place)),
        )

    def words(self) -> list[str]:
        return [one.text().split("\t")[0] for one in self.work.menu.actions() if one.text()]

    def choose(self, word: str) -> None:
        named = [one for one in self.work.menu.actions() if one.text().split("\t")[0] == word]
        named[0].trigger()
        self.work.menu.close()


@pytest.fixture
def menu(page: WeekPage, desk: Desk, theme: Theme, qtbot: QtBot) -> Menu:
    made = Menu(page, desk, theme)
    QTest.qWaitForWindowExposed(page.window())
    qtbot.addWidget(made.work.menu)
    return made


def test_the_menu_key_offers_what_can_be_done_with_the_chosen_contact(
    page: WeekPage, menu: Menu, visit: Key
) -> None:
    page.grid.choose(visit)
    menu.open()
    assert menu.work.menu.isVisible()
    assert menu.words() == [
        "Åbn",
        "Fysisk besøg",
        "Telefonsamtale",
        "Videosamtale",
        "Walk-and-talk",
        "Skriv notat",
        "Afholdt",
        "Udeblevet …",
        "Omlæg …",
        "Flyt …",
        "Flyt til næste uge",
        "Kopiér",
        "Kopiér til næste uge",
        "Aflys …",
    ]
    menu.choose("Flyt …")
    assert menu.asked == [PanelAction.MOVE]


def test_shift_and_f10_open_the_menu_where_the_keyboard_has_no_menu_key(
    page: WeekPage, menu: Menu, visit: Key
) -> None:
    page.grid.choose(visit)
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert menu.work.menu.isVisible()
    assert menu.words()[0] == "Åbn"


def test_a_meeting_among_workers_has_no_note_to_write(
    page: WeekPage, menu: Menu, desk: Desk, worker_id: Key, at: At
) -> None:
    fields = ContactFields(
        at(2, "10.00", 60),
        ContactForm.PHYSICAL,
        "meeting",
        (worker_id,),
        (),
        variant=ContactVariant.SUPERVISION,
    )
    key = desk.do(contacts.create, fields)
    assert desk.undo_state().undo == "Nyt møde: supervision"
    page.grid.choose(key)
    menu.open()
    assert "Åbn" in menu.words()
    assert not {"Skriv notat", "Omlæg …"} & set(menu.words())


def test_another_form_is_one_choice_away_and_its_own_cannot_be_chosen(
    page: WeekPage, menu: Menu, desk: Desk, visit: Key
) -> None:
    page.grid.choose(visit)
    menu.open()
    own = [one for one in menu.work.menu.actions() if one.text().startswith("Fysisk")]
    assert not own[0].isEnabled()
    menu.choose("Telefonsamtale")
    assert desk.read(contacts.details, visit).fields.form is ContactForm.PHONE


def test_a_contact_goes_to_next_week_or_is_copied_there(
    page: WeekPage, menu: Menu, desk: Desk, visit: Key
) -> None:
    before = desk.read(contacts.details, visit).fields.span.day
    page.grid.choose(visit)
    menu.open()
    menu.choose("Flyt til næste uge")
    assert desk.read(contacts.details, visit).fields.span.day == before + timedelta(weeks=1)
    page.grid.choose(visit)
    menu.open()
    menu.choose("Kopiér til næste uge")
    assert [one.day for one in page.shown.contacts] == [before + timedelta(weeks=2)]
    assert desk.read(contacts.details, visit).fields.span.day == before + timedelta(weeks=1)


def test_once_a_copy_is_taken_back_its_original_is_chosen_again(
    page: WeekPage, menu: Menu, desk: Desk, visit: Key, at: At
) -> None:
    own = AppointmentFields(at(4, "9.00", 60), AppointmentKind.MEETING, "Teammøde")
    desk.do(appointments.create, page.planner, own)
    page.grid.choose(visit)
    menu.open()
    menu.choose("Kopiér")
    assert page.grid.chosen_key() != visit
    desk.undo()
    assert page.grid.chosen_key() == visit


def test_a_held_contact_is_not_moved_and_own_time_has_no_forms(
    page: WeekPage, menu: Menu, desk: Desk, visit: Key, worker_id: Key, at: At
) -> None:
    desk.do(contacts.cancel, visit, ContactStatus.CANCELLED_BY_CITIZEN, "syg")
    page.grid.choose(visit)
    menu.open()
    assert menu.words() == ["Åbn", "Sæt til planlagt", "Kopiér", "Kopiér til næste uge"]
    own = AppointmentFields(at(1, "9.00", 60), AppointmentKind.MEETING, "Teammøde")
    page.grid.choose(desk.do(appointments.create, worker_id, own))
    menu.open()
    assert menu.words() == ["Åbn", "Flyt …", "Flyt til næste uge", "Kopiér til næste uge", "Slet"]


def test_the_right_button_chooses_the_card_and_on_empty_time_offers_something_new(
    page: WeekPage, menu: Menu, visit: Key
) -> None:
    grid = page.grid
    card = grid.visualRect(grid.index_of(visit)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.RightButton, pos=card)
    menu.open(card)
    assert grid.chosen_key() == visit
    assert "Åbn" in menu.words()
    menu.work.menu.close()
    empty = card + QPoint(0, 2 * grid.visualRect(grid.index_of(visit)).height())
    asked: list[object] = []
    grid.create_asked.connect(lambda span, _letters: asked.append(span))
    page.blockSignals(True)  # noqa: FBT003 - Qt's signature; no form is opened
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.RightButton, pos=empty)
    menu.open(empty)
    assert menu.words() == ["Ny kontakt her …", "Ny egen tid …"]
    slot = grid.slot
    assert slot is not None
    menu.choose("Ny kontakt her …")
    assert asked == [slot.span()]
    menu.open(empty)
    menu.choose("Ny egen tid …")
    assert menu.own_time == 1


def test_no_note_is_offered_of_a_delivery_where_nobody_was_seen(
    page: WeekPage, desk: Desk, theme: Theme, visit: Key
) -> None:
    details = desk.read(contacts.details, visit)
    delivery = replace(details.fields, variant=ContactVariant.DELIVERY)
    desk.do(contacts.change, visit, details.version, delivery)
    desk.do(attendance.hold_delivery, visit, seen=False)
    menu = Menu(page, desk, theme)
    page.grid.choose(visit)
    menu.open()
    assert "Åbn" in menu.words()
    assert not {"Skriv notat", "Notat"} & set(menu.words())
    desk.undo()
    desk.do(attendance.hold_delivery, visit, seen=True)
    menu.open()
    assert "Notat" in menu.words()
