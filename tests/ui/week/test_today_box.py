"""»I dag«: what comes next, when to leave, and what leaves the program only after being asked."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.plan_error import PlanError
from bostoette.planning.outside_address import Leaving, OutsideAddress, to_call
from bostoette.services import citizens, contacts
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.theme import Theme
from bostoette.ui.week.leaving_dialog import LeavingDialog, WayOut
from bostoette.ui.week.today_work import TodayWork
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY, At

THURSDAY = MONDAY + timedelta(days=3)


class Room:
    """A page with »I dag«, its clock, settings and what was said, reminded and opened."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        self.now = datetime(2026, 11, 26, 12, 25)
        self.settings = MachineSettings()
        self.said: list[str] = []
        self.reminded: list[str] = []
        self.opened: list[str] = []
        self.can_open = True
        self.page = WeekPage(desk, theme, lambda: self.now)
        self.way_out = WayOut(self._today, self._open)
        self.work = TodayWork(
            self.page,
            desk,
            theme,
            lambda: self.now,
            lambda: self.settings,
            self.said.append,
            self.reminded.append,
            self.way_out,
        )
        self.work.refresh()
        self.box = self.work.box

    def _today(self) -> date:
        return self.now.date()

    def _open(self, url: str) -> bool:
        self.opened.append(url)
        return self.can_open

    def at(self, hour: int, minute: int, day: int = 26) -> None:
        """Let the page's clock tell another time."""
        self.now = datetime(2026, 11, day, hour, minute)
        self.page.minute_passed.emit()


@pytest.fixture
def fields(desk: Desk, worker_id: Key, at: At) -> ContactFields:
    desk.upkeep(seed_lists, "test")
    citizen = desk.do(
        citizens.create,
        CitizenFields("Bodil Krogh", phone="12 34 56 78", address="Opdigtet Allé 4"),
    )
    return ContactFields(
        at(3, "13.00", 30), ContactForm.PHONE, "support_conversation", (worker_id,), (citizen,)
    )


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, theme: Theme, fields: ContactFields) -> Room:
    desk.do(contacts.create, fields)
    made = Room(desk, theme)
    qtbot.addWidget(made.page)
    made.page.resize(1280, 800)
    made.page.show()
    return made


def agree(*, not_again: bool = False, accept: bool = True) -> list[str]:
    """Answer the next question about leaving; return what it said."""
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LeavingDialog)
        said.append(dialog.said.text())
        dialog.not_again.setChecked(not_again)
        if accept:
            dialog.accept()
        else:
            dialog.reject()

    QTimer.singleShot(0, look)
    return said


def test_it_says_who_comes_next_and_when(room: Room) -> None:
    assert room.box.group.heading.accessibleName() == "I dag · 13.00–13.30"
    assert room.box.title.text() == "Bodil Krogh"
    assert room.box.told.text() == "12 34 56 78"
    assert room.box.go.accessibleName() == "Ring op"
    assert room.box.leaving.isHidden()


def test_a_visit_says_when_to_leave_and_then_that_it_is_late(
    room: Room, desk: Desk, fields: ContactFields, at: At
) -> None:
    visit = replace(fields, form=ContactForm.PHYSICAL, span=at(3, "12.45", 15))
    desk.do(contacts.create, visit)
    room.work.refresh()
    assert room.box.leaving.text() == "Kør senest 12.30, ca. 15 min"
    room.at(12, 31)
    assert room.box.leaving.text() == "Skulle være kørt 12.30, ca. 15 min"
    room.at(12, 46)
    assert room.box.leaving.isHidden()


def test_the_clock_goes_on_to_the_next_and_to_tomorrow(
    room: Room, desk: Desk, fields: ContactFields, at: At
) -> None:
    desk.do(contacts.create, replace(fields, span=at(4, "9.00", 30), form=ContactForm.VIDEO))
    room.work.refresh()
    room.at(13, 30)
    assert room.box.group.heading.accessibleName() == "I morgen · 09.00–09.30"
    room.at(7, 0, day=27)
    assert room.box.group.heading.accessibleName() == "I dag · 09.00–09.30"
    room.at(9, 30, day=27)
    assert room.box.nothing.isVisible()
    assert room.box.go.isHidden()


def test_a_number_leaves_only_after_it_was_said_and_agreed_to(room: Room) -> None:
    said = agree(accept=False)
    room.box.go.click()
    assert "12 34 56 78" in said[0]
    assert "forlader Bostøtte" in said[0]
    assert room.opened == []
    agree()
    room.box.go.click()
    assert room.opened == ["tel:12345678"]


def test_whoever_does_not_want_to_be_asked_again_is_asked_again_tomorrow(room: Room) -> None:
    agree(not_again=True)
    room.box.go.click()
    room.box.go.click()
    assert len(room.opened) == 2
    room.now += timedelta(days=1)
    said = agree(accept=False)
    room.way_out.let_out(to_call("112"), discreet=False, parent=room.page)
    assert said
    assert len(room.opened) == 2


def test_a_link_that_is_none_is_refused_with_a_sentence(
    qtbot: QtBot, room: Room, desk: Desk, fields: ContactFields, at: At
) -> None:
    video = replace(
        fields, form=ContactForm.VIDEO, video_link="file:///hemmelig", span=at(3, "12.30", 15)
    )
    desk.do(contacts.create, video)
    room.work.refresh()
    with qtbot.captureExceptions() as told:
        room.box.go.click()
    assert "Intet er sendt" in str(told[0][1])
    assert room.opened == []


def test_nothing_but_the_four_kinds_of_addresses_passes_the_last_gate(room: Room) -> None:
    sly = OutsideAddress(Leaving.LINK, "x", "file:///hemmelig")
    with pytest.raises(PlanError, match="Intet er sendt"):
        room.way_out.let_out(sly, discreet=False, parent=room.page)
    assert room.opened == []


def test_a_computer_without_a_telephone_program_is_told_with_a_way_out(
    qtbot: QtBot, room: Room
) -> None:
    room.can_open = False
    agree()
    with qtbot.captureExceptions() as told:
        room.box.go.click()
    assert "Kopiér" in str(told[0][1])


def test_copy_puts_the_number_on_the_clipboard_and_says_so(room: Room) -> None:
    room.box.copy.click()
    assert QGuiApplication.clipboard().text() == "12 34 56 78"
    assert room.said == ["Nummeret er kopieret"]


def test_discretion_hides_number_and_name_also_while_asking(room: Room) -> None:
    room.settings = replace(room.settings, discreet=True)
    room.page.minute_passed.emit()
    assert room.box.told.text().startswith("Skjult")
    assert room.box.title.text() == "B.K."
    said = agree(accept=False)
    room.box.go.click()
    assert "12 34" not in said[0]


def test_the_contact_is_shown_in_its_week_by_its_name(room: Room) -> None:
    room.page.show_week(IsoWeek.of(MONDAY + timedelta(weeks=3)))
    room.box.title.click()
    assert room.page.week == IsoWeek.of(THURSDAY)
    assert room.page.grid.chosen_key() is not None


def test_nobody_is_reminded_who_has_not_wished_it(room: Room) -> None:
    for minute in range(45, 60):
        room.at(12, minute)
    assert room.reminded == []


def test_a_reminder_comes_once_and_with_initials_only(room: Room) -> None:
    room.settings = replace(room.settings, reminder_minutes=10)
    for minute in range(45, 60):
        room.at(12, minute)
    assert room.reminded == ["Om 10 min: telefon med B.K. kl. 13.00"]


def test_a_reminder_in_discretion_says_form_and_time_alone(room: Room) -> None:
    room.settings = replace(room.settings, reminder_minutes=5, discreet=True)
    room.at(12, 56)
    assert room.reminded == ["Om 4 min: telefon kl. 13.00"]


def test_a_change_by_anybody_is_followed(
    qtbot: QtBot, room: Room, desk: Desk, fields: ContactFields, at: At
) -> None:
    desk.do(contacts.create, replace(fields, span=at(3, "12.30", 15)))
    room.page.show_week(room.page.week)
    qtbot.waitUntil(
        lambda: room.box.group.heading.accessibleName() == "I dag · 12.30–12.45", timeout=2000
    )
