"""A group's members in the panel, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bostoette.models.attendance import Attendance
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.services import attendance, contacts
from bostoette.services.desk import Desk
from bostoette.ui.main_window import MainWindow
from bostoette.ui.notes.note_work import NoteWork
from bostoette.ui.together.delivery_row import DeliveryRow
from bostoette.ui.together.group_view import GroupView
from bostoette.ui.week.contact_panel_foot import PanelAction, PanelFoot
from bostoette.ui.week.contact_panel_work import ContactPanelWork
from bostoette.ui.week.note_in_week import NoteInWeek
from bostoette.ui.week.status_wish import StatusWish
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY
from tests.services.remote_hands import plan
from tests.ui.together.conftest import NOW, THURSDAY

CAME, AWAY = Attendance.CAME, Attendance.DID_NOT_COME


def _shown(page: WeekPage, key: Key) -> GroupView:
    page.grid.choose(key)
    QApplication.processEvents()
    view = page.right.findChild(GroupView)
    assert view is not None
    return view


def _group(desk: Desk, form: ContactForm, members: tuple[Key, ...]) -> Key:
    fields = ContactFields(
        TimeSpan(THURSDAY, 600, 45), form, "social_need", (desk.actor_id,), members
    )
    return desk.do(contacts.create, fields)


def test_attendance_is_noted_by_a_press_and_taken_back_by_another(
    desk: Desk, page: WeekPage, members: tuple[Key, ...]
) -> None:
    walk = _group(desk, ContactForm.GROUP_WALK, members)
    view = _shown(page, walk)
    assert view.isVisible()
    view.answers[members[0], AWAY].click()
    group = desk.read(attendance.group_of, walk)
    assert group is not None
    assert group.members[0].attendance is AWAY
    assert view.answers[members[0], AWAY].isChecked()
    view.answers[members[0], AWAY].click()
    group = desk.read(attendance.group_of, walk)
    assert group is not None
    assert group.members[0].attendance is Attendance.NOT_NOTED


def test_arrows_go_from_member_to_member_and_space_notes(
    desk: Desk, page: WeekPage, members: tuple[Key, ...]
) -> None:
    walk = _group(desk, ContactForm.GROUP_WALK, members)
    view = _shown(page, walk)
    view.answers[members[0], CAME].setFocus()
    QTest.keyClick(view.answers[members[0], CAME], Qt.Key.Key_Down)
    QTest.keyClick(view.answers[members[0], AWAY], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is view.answers[members[1], CAME]
    QTest.keyClick(view.answers[members[1], CAME], Qt.Key.Key_Space)
    assert QApplication.focusWidget() is view.answers[members[1], CAME]
    assert view.answers[members[1], CAME].isChecked()
    assert "1 kom" in view.count.text()


def test_a_group_online_asks_each_for_a_yes_and_warns_at_the_fourth(
    desk: Desk, page: WeekPage, members: tuple[Key, ...]
) -> None:
    online = _group(desk, ContactForm.GROUP_ONLINE, members)
    view = _shown(page, online)
    assert "højst 3" in view.warning.text()
    assert "4 mangler at sige ja" in view.warning.text()
    view.consents[members[2]].click()
    assert "3 mangler at sige ja" in view.warning.text()


def test_an_ordinary_contact_has_no_members_to_show(
    desk: Desk, page: WeekPage, citizen_id: Key
) -> None:
    view = _shown(page, plan(desk, citizen_id, ContactForm.PHYSICAL, THURSDAY))
    assert not view.isVisible()


def test_a_delivery_is_noted_as_seen_or_not_in_one_press(
    desk: Desk, page: WeekPage, citizen_id: Key
) -> None:
    door = plan(desk, citizen_id, ContactForm.PHYSICAL, THURSDAY, variant=ContactVariant.DELIVERY)
    page.grid.choose(door)
    QApplication.processEvents()
    row = page.right.findChild(DeliveryRow)
    assert row is not None
    row.unseen.click()
    assert desk.read(contacts.details, door).status is ContactStatus.HELD
    assert row.said.text().startswith("Ikke set")
    assert not row.unseen.isVisible()


def test_whoever_was_not_seen_at_the_door_has_no_note_to_see_and_none_to_write(
    desk: Desk, page: WeekPage, citizen_id: Key
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    notes = NoteWork(window)
    said: list[str] = []
    panel = page.findChild(ContactPanelWork)
    assert panel is not None
    NoteInWeek(page, panel, desk, lambda: notes, say=said.append, now=lambda: NOW)
    door = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY, variant=ContactVariant.DELIVERY)
    page.grid.choose(door)
    QApplication.processEvents()
    foot = panel.panel.foot
    assert foot.buttons[PanelAction.NOTE].isVisible()
    desk.do(attendance.hold_delivery, door, seen=False)
    panel.refresh()
    assert not foot.buttons[PanelAction.NOTE].isVisible()
    assert foot.buttons[StatusWish.PLAN_AGAIN].isVisible()
    with pytest.raises(PlanError, match="Ingen kom eller blev set"):
        notes.of_contact(door)


def test_a_meeting_among_workers_offers_no_note_and_no_other_form(
    desk: Desk, page: WeekPage
) -> None:
    span = TimeSpan(THURSDAY, 480, 5)
    fields = ContactFields(
        span,
        ContactForm.PHYSICAL,
        "meeting",
        (desk.actor_id,),
        (),
        variant=ContactVariant.TEAM_MEETING,
    )
    page.grid.choose(desk.do(contacts.create, fields))
    QApplication.processEvents()
    foot = page.right.findChild(PanelFoot)
    assert foot is not None
    shown = {wish for wish, button in foot.buttons.items() if button.isVisible()}
    assert PanelAction.OPEN in shown
    assert not shown & {PanelAction.NOTE, StatusWish.CONVERT}


def test_a_new_contact_is_undone_while_the_panel_shows_it(
    desk: Desk, page: WeekPage, members: tuple[Key, ...]
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    panel = page.findChild(ContactPanelWork)
    assert panel is not None
    notes = NoteWork(window)
    NoteInWeek(page, panel, desk, lambda: notes, say=print, now=lambda: NOW)
    _shown(page, _group(desk, ContactForm.GROUP_WALK, members))
    desk.undo()
    QApplication.processEvents()
    assert panel.panel.contact is None
