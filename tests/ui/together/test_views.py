"""Meetings, help on the way and the board at the real window."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bostoette.models.attendance import MeetingDuty
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.day_kind import DayKind
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import contact_panel, contacts, guided_steps, meetings
from bostoette.services.day_types import set_day_kind
from bostoette.services.desk import Desk
from bostoette.ui.settings.worker_dialogs import AbsenceDialog
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.together.board_dialog import BoardDialog
from bostoette.ui.together.meeting_view import MeetingView
from bostoette.ui.together.steps_view import StepsView
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.week_page import WeekPage
from tests.services.remote_hands import plan
from tests.ui.settings.dialogs import open_dialog
from tests.ui.together.conftest import THURSDAY


def _choose(page: WeekPage, key: Key) -> None:
    page.grid.choose(key)
    QApplication.processEvents()


def _steps(page: WeekPage) -> StepsView:
    found = page.right.findChild(StepsView)
    assert found is not None
    return found


def test_a_team_meeting_is_led_from_the_panel(
    desk: Desk, page: WeekPage, colleague_id: Key
) -> None:
    fields = ContactFields(
        TimeSpan(THURSDAY, 600, 30),
        ContactForm.VIDEO,
        "meeting",
        (desk.actor_id, colleague_id),
        (),
        variant=ContactVariant.TEAM_MEETING,
        meeting_aim="Ferieplan",
    )
    key = desk.do(contacts.create, fields)
    _choose(page, key)
    view = page.right.findChild(MeetingView)
    assert view is not None
    assert "Ferieplan" in view.aim.text()
    view.present[1].box.click()
    view.duties[1].choose(MeetingDuty.CHAIR)
    view.duties[1].activated.emit(1)
    view.earlier[1].click()
    view.fold.setChecked(True)
    view.points["mute"].box.click()
    meeting = desk.read(meetings.meeting_of, key)
    assert meeting is not None
    assert meeting.seats[0].key == colleague_id
    assert meeting.seats[0].duty is MeetingDuty.CHAIR
    assert view.fold.text() == "Tjekliste til mødet: 1 af 16"


def test_shopping_online_asks_for_the_trip_and_warns_where_it_is_worth_something(
    desk: Desk, page: WeekPage, citizen_id: Key
) -> None:
    video = plan(desk, citizen_id, ContactForm.VIDEO, THURSDAY, purpose_id="guided_support")
    _choose(page, video)
    view = _steps(page)
    view.lists["shopping"].click()
    assert "noget værd" in view.warning.text()
    view.yes.click()
    assert "Gå hellere turen sammen" in view.warning.text()
    assert desk.read(guided_steps.values_trip, video)
    view.no.click()
    shown = desk.read(contact_panel.panel_of, video)
    assert shown is not None
    assert len(shown.agenda) == 7


def test_one_press_on_a_rainy_day_holds_the_walk_otherwise(
    desk: Desk, page: WeekPage, citizen_id: Key
) -> None:
    walk = plan(desk, citizen_id, ContactForm.WALK_TALK, THURSDAY, bad_weather_plan="Besøg hjemme")
    _choose(page, walk)
    view = _steps(page)
    assert view.rain.isVisible()
    view.rain.click()
    assert desk.read(contacts.details, walk).fields.form is ContactForm.PHYSICAL
    QApplication.processEvents()
    assert not view.isVisible()


def test_the_board_opens_from_the_menu_and_goes_from_day_to_day(desk: Desk, page: WeekPage) -> None:
    desk.do(set_day_kind, desk.actor_id, THURSDAY, DayKind.HOME)
    action = next(one for one in page.findChildren(QAction) if one.text().startswith("Tavlen"))
    action.trigger()
    board = page.window().findChild(BoardDialog)
    assert board is not None
    assert "1 hjemme" in board.balance.text()
    assert "Mona Jensen" in board.said
    board.after.click()
    assert board.day == THURSDAY + timedelta(days=1)
    assert "0 hjemme" in board.balance.text()


def test_a_deleted_contact_is_asked_about_by_no_part_of_the_panel(
    desk: Desk, page: WeekPage, citizen_id: Key
) -> None:
    key = plan(desk, citizen_id, ContactForm.PHONE, THURSDAY)
    _choose(page, key)
    panel = page.right.findChild(ContactPanel)
    assert panel is not None
    told: list[object] = []
    panel.shown_changed.connect(told.append)
    desk.do(contacts.delete, key)
    QApplication.processEvents()
    assert told
    assert set(told) == {None}
    assert panel.contact is None


def _board(page: WeekPage) -> BoardDialog:
    action = next(one for one in page.findChildren(QAction) if one.text().startswith("Tavlen"))
    action.trigger()
    board = page.window().findChild(BoardDialog)
    assert board is not None
    return board


def _offered(board: BoardDialog, words: str) -> QAction:
    return next(one for one in board.menu.actions() if one.text().replace("&", "") == words)


def test_the_board_stays_within_the_window_at_the_largest_text(
    page: WeekPage, theme: Theme
) -> None:
    theme.use(Appearance.LIGHT, 200)
    page.window().resize(1280, 800)
    board = _board(page)
    assert board.width() <= 1280
    assert board.height() <= 800
    for button in (board.before, board.after, board.change, board.close_button):
        assert not button.visibleRegion().isEmpty()
    board.close()


def test_a_day_is_changed_on_the_board_by_keyboard(desk: Desk, page: WeekPage) -> None:
    board = _board(page)
    assert "IKKE VALGT · 1" in board.said
    QTest.keyClick(board.list, Qt.Key.Key_Return)
    assert board.menu.isVisible()
    _offered(board, "Hjemme").trigger()
    assert "HJEMME · 1" in board.said
    assert desk.undo() == "Hjemmearbejdsdag tor. 26. nov."
    board.close()


def test_half_the_team_is_sent_home_in_one_step(
    desk: Desk, page: WeekPage, colleague_id: Key
) -> None:
    board = _board(page)
    board.list.selectAll()
    board.ask()
    assert [one.text() for one in board.menu.actions()][-1] == "&Ikke valgt"
    _offered(board, "Hjemme").trigger()
    assert "HJEMME · 2" in board.said
    assert "100 %" in board.balance.text()
    assert desk.undo() == "Hjemmearbejdsdag tor. 26. nov. for 2"
    board.show_day(board.day)
    assert "IKKE VALGT · 2" in board.said
    board.close()


def test_whom_a_home_day_should_not_have_opens_her_contact(
    desk: Desk, page: WeekPage, citizen_id: Key
) -> None:
    visit = plan(desk, citizen_id, ContactForm.PHYSICAL, THURSDAY)
    desk.do(set_day_kind, desk.actor_id, THURSDAY, DayKind.HOME)
    board = _board(page)
    assert "Se på: Asta Mortensen, ikke vurderet endnu" in board.said
    row = next(at for at in range(board.list.count()) if "Se på" in board.list.item(at).text())
    board.list.setCurrentRow(row)
    board.ask()
    opened: list[Key] = []
    board.contact_asked.connect(opened.append)
    _offered(board, "Åbn kontakten").trigger()
    assert opened == [visit]


def test_an_absence_is_entered_on_the_board_and_shows_there(desk: Desk, page: WeekPage) -> None:
    board = _board(page)
    board.ask()
    _offered(board, "Nyt fravær …").trigger()
    entered = open_dialog(AbsenceDialog)
    entered.last_day.setText("27/11")
    entered.accept()
    assert "FRAVÆR · 1" in board.said
    assert "Mona Jensen har ferie til og med fre. 27. nov." in board.said
    assert "1 væk" in board.balance.text()
    board.ask()
    words = [one.text().replace("&", "") for one in board.menu.actions()]
    assert "Kontakter i fraværet …" in words
    board.close()
