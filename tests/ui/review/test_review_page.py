"""The team leader's Friday at the screen: who, what to look at, approve, return, ask."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.services import contacts, review
from bostoette.services.desk import Changes, Desk
from bostoette.services.review_rights import stand_ins
from bostoette.store.database import Database
from bostoette.ui.background import under_way
from bostoette.ui.naming import Naming
from bostoette.ui.review import review_page
from bostoette.ui.review.review_page import ReviewPage
from bostoette.ui.review.review_work import ReviewWork
from bostoette.ui.review.stand_in_dialog import StandInDialog
from bostoette.ui.theme import Theme
from tests.clock import MONDAY, At
from tests.leader import desk_of_leader
from tests.met_before import meet
from tests.ui.hands import ALT, press, show_active, type_text

WEEK = IsoWeek.of(MONDAY)
NOW = datetime(2026, 11, 20, 8, 0)
UTC_NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
Plan = Callable[[int, str, ContactForm], Key]


@pytest.fixture
def leaders_desk(database: Database, worker_id: Key, colleague_id: Key) -> Desk:
    return desk_of_leader(database)


@pytest.fixture
def plan(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Plan:
    def plan(weekday: int, start: str, form: ContactForm) -> Key:
        fields = ContactFields(
            at(weekday, start, 30), form, "short_follow_up", (worker_id,), (citizen_id,)
        )
        return desk.do(contacts.create, fields)

    return plan


@pytest.fixture
def said() -> list[str]:
    return []


def page_of(desk: Desk, theme: Theme, qtbot: QtBot, said: list[str]) -> ReviewPage:
    page = ReviewPage(desk, theme, lambda: NOW)
    qtbot.addWidget(page)
    ReviewWork(page, desk, theme, lambda: NOW, said.append)
    desk.listen(page.on_changes)
    page.resize(1180, 760)
    show_active(page)
    return page


@pytest.fixture
def page(leaders_desk: Desk, theme: Theme, qtbot: QtBot, plan: Plan, said: list[str]) -> ReviewPage:
    plan(1, "9.00", ContactForm.PHYSICAL)
    return page_of(leaders_desk, theme, qtbot, said)


@pytest.fixture
def sent(desk: Desk, page: ReviewPage, worker_id: Key) -> ReviewPage:
    """The page with M.J.'s week sent and chosen."""
    desk.do(review.send, worker_id, WEEK, UTC_NOW)
    page.show_week(WEEK)
    page.list.choose(worker_id)
    return page


def status_of(page: ReviewPage, worker: Key) -> WeekPlanStatus:
    return next(one.status for one in page.review.lines if one.worker_id == worker)


def test_on_a_friday_the_coming_week_is_reviewed(page: ReviewPage) -> None:
    assert page.week == WEEK
    assert page.bar.title.text() == "Gennemgang · uge 48"


def test_back_and_on_stay_beside_the_week_between_them(page: ReviewPage) -> None:
    bar = page.bar
    for width in range(420, 1100, 20):
        page.resize(width, 760)
        rows = [one.mapTo(bar, one.rect().center()).y() for one in (bar.back, bar.today, bar.on)]
        assert max(rows) - min(rows) < bar.today.height() // 2, width


def test_every_worker_has_a_line_that_is_read_aloud(
    page: ReviewPage, qtmodeltester: ModelTester
) -> None:
    heard = QAccessible.queryAccessibleInterface(page.list.view)
    names = [heard.child(row).text(QAccessible.Text.Name) for row in range(heard.childCount())]
    assert len(names) == 3
    mine = next(name for name in names if name.startswith("Mona Jensen"))
    assert "Kladde" in mine
    assert "besøg 1" in mine
    qtmodeltester.check(page.list.model, force_py=True)


def test_a_sent_week_is_approved_with_one_press(
    sent: ReviewPage, worker_id: Key, said: list[str]
) -> None:
    assert sent.panel.approve.isVisible()
    sent.panel.approve.click()
    assert status_of(sent, worker_id) is WeekPlanStatus.APPROVED
    assert said == ["M.J.s uge er godkendt. Ingen uger venter på dig"]
    assert sent.list.view.hasFocus()
    assert not sent.panel.approve.isVisible()
    assert sent.panel.withdraw.isVisible()


def test_an_approval_is_withdrawn_at_the_screen(sent: ReviewPage, worker_id: Key) -> None:
    sent.panel.approve.click()
    sent.panel.withdraw.click()
    assert status_of(sent, worker_id) is WeekPlanStatus.SENT


def test_a_week_is_returned_with_the_word_that_was_typed(sent: ReviewPage, worker_id: Key) -> None:
    sent.panel.words.setPlainText("Se på tirsdag")
    sent.panel.send_back.click()
    assert status_of(sent, worker_id) is WeekPlanStatus.RETURNED
    assert not sent.panel.words.toPlainText()


def test_what_was_typed_stays_when_a_decision_is_refused(sent: ReviewPage, worker_id: Key) -> None:
    sent.panel.words.setPlainText("Se 010180-1234")
    sent.panel.send_back.click()
    assert "CPR" in sent.panel.trouble.text()
    assert sent.panel.words.toPlainText() == "Se 010180-1234"
    assert status_of(sent, worker_id) is WeekPlanStatus.SENT


def test_a_week_sent_back_without_a_word_is_told_at_the_field_until_something_is_typed(
    sent: ReviewPage, worker_id: Key
) -> None:
    sent.panel.send_back.click()
    assert sent.panel.trouble.isVisible()
    assert "Skriv et ord" in sent.panel.trouble.text()
    assert sent.panel.words.hasFocus()
    type_text("Se på tirsdag")
    assert not sent.panel.trouble.isVisible()
    sent.panel.send_back.click()
    assert status_of(sent, worker_id) is WeekPlanStatus.RETURNED


def test_what_was_typed_to_one_worker_is_not_sent_to_another(
    sent: ReviewPage, colleague_id: Key, worker_id: Key
) -> None:
    sent.panel.words.setPlainText("Kun til M.J.")
    sent.list.choose(colleague_id)
    assert not sent.panel.words.toPlainText()


def test_a_plan_without_a_meeting_asks_for_a_reason_at_the_screen(
    desk: Desk,
    leaders_desk: Desk,
    theme: Theme,
    qtbot: QtBot,
    plan: Plan,
    said: list[str],
    worker_id: Key,
) -> None:
    plan(-40, "9.00", ContactForm.PHONE)
    plan(1, "9.00", ContactForm.PHONE)
    desk.do(review.send, worker_id, WEEK, UTC_NOW)
    page = page_of(leaders_desk, theme, qtbot, said)
    page.list.choose(worker_id)
    assert page.panel.reason.isVisible()
    page.panel.approve.click()
    assert page.panel.trouble.isVisible(), "a word is missing, and is told at its field"
    assert page.panel.reason.hasFocus()
    type_text("Hun er hos sin søster")
    assert not page.panel.trouble.isVisible()
    press(Qt.Key.Key_Return)
    assert status_of(page, worker_id) is WeekPlanStatus.APPROVED


def test_a_question_is_about_the_contact_of_the_matter_chosen(
    sent: ReviewPage, plan: Plan, worker_id: Key, desk: Desk
) -> None:
    call = plan(1, "9.00", ContactForm.PHONE)
    sent.show_week(WEEK)
    sent.list.choose(worker_id)
    about = [one for one in sent.panel.matters._matters if call in one.contacts]
    assert about
    plan(4, "21.00", ContactForm.PHONE)
    sent.show_week(WEEK)
    sent.list.choose(worker_id)
    late = next(
        row for row, one in enumerate(sent.panel.matters._matters) if len(one.contacts) == 1
    )
    sent.panel.matters.setCurrentRow(late)
    sent.panel.words.setPlainText("Kan det være tidligere?")
    sent.panel.ask.click()
    (asked,) = next(one.questions for one in sent.review.lines if one.worker_id == worker_id)
    assert asked.about.startswith("A.M. fre. 27. nov.")
    sent.panel.questions.buttons[asked.id].click()
    assert sent.list.line is not None
    assert sent.list.line.open_questions == 0


def test_a_double_click_and_a_key_held_down_approve_one_week_and_not_the_next(
    colleagues_desk: Desk, sent: ReviewPage, worker_id: Key, colleague_id: Key, qtbot: QtBot
) -> None:
    colleagues_desk.do(review.send, colleague_id, WEEK, UTC_NOW)
    sent.show_week(WEEK)
    sent.list.choose(worker_id)
    approve = sent.panel.approve
    qtbot.mouseClick(approve, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(approve, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(approve, Qt.MouseButton.LeftButton)
    assert status_of(sent, worker_id) is WeekPlanStatus.APPROVED
    assert status_of(sent, colleague_id) is WeekPlanStatus.SENT
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        "\r",
        autorep=True,
    )
    QApplication.sendEvent(approve, held)
    assert status_of(sent, colleague_id) is WeekPlanStatus.SENT
    assert not any(
        one.autoRepeat() for one in sent.actions() if one.text() == "Gennemgang: godkend ugen"
    )
    qtbot.mouseClick(approve, Qt.MouseButton.LeftButton)
    assert status_of(sent, colleague_id) is WeekPlanStatus.APPROVED


def test_weeks_without_remarks_are_approved_in_one_go(
    desk: Desk,
    colleagues_desk: Desk,
    sent: ReviewPage,
    citizen_id: Key,
    worker_id: Key,
    colleague_id: Key,
    said: list[str],
) -> None:
    meet(desk, citizen_id, worker_id)
    colleagues_desk.do(review.send, colleague_id, WEEK, UTC_NOW)
    sent.show_week(WEEK)
    assert sent.bar.approve_all.text() == "Godkend 2 uger uden bemærkninger"
    sent.bar.approve_all.click()
    assert said[-1] == "2 uger er godkendt. Ingen uger venter på dig"
    assert not sent.bar.approve_all.isVisible()


def test_a_worker_sees_the_list_but_decides_nothing(
    desk: Desk, theme: Theme, qtbot: QtBot, plan: Plan, leaders_desk: Desk, said: list[str]
) -> None:
    plan(1, "9.00", ContactForm.PHYSICAL)
    desk.do(review.send, desk.actor_id, WEEK, UTC_NOW)
    page = page_of(desk, theme, qtbot, said)
    page.list.choose(desk.actor_id)
    panel = page.panel
    for button in (panel.approve, panel.send_back, panel.ask, page.bar.more, page.bar.approve_all):
        assert not button.isVisible()


def test_alt_and_arrows_go_from_week_to_week(page: ReviewPage) -> None:
    page.list.view.setFocus()
    press(Qt.Key.Key_Right, ALT)
    assert page.week == WEEK.plus(1)
    press(Qt.Key.Key_Left, ALT)
    assert page.week == WEEK


def test_enter_opens_the_week_of_whoever_is_chosen(
    page: ReviewPage, worker_id: Key, qtbot: QtBot
) -> None:
    page.list.choose(worker_id)
    page.list.view.setFocus()
    with qtbot.waitSignal(page.week_asked) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [worker_id, WEEK]


def test_in_discretion_names_and_words_are_hidden(sent: ReviewPage, worker_id: Key) -> None:
    sent.panel.words.setPlainText("Tal med hendes mor")
    sent.panel.send_back.click()
    sent.set_naming(Naming(discreet=True))
    assert "Mona" not in sent.panel.title.text()
    assert "mor" not in sent.panel._status.text()


def test_a_stand_in_is_named_at_the_screen(
    sent: ReviewPage, leaders_desk: Desk, theme: Theme, qtbot: QtBot, colleague_id: Key
) -> None:
    dialog = StandInDialog(leaders_desk, theme, NOW.date(), sent)
    qtbot.addWidget(dialog)
    dialog.worker.choose(colleague_id)
    dialog.accept()
    (one,) = leaders_desk.read(stand_ins, NOW.date())
    assert one.initials == "K.L."
    again = StandInDialog(leaders_desk, theme, NOW.date(), sent)
    qtbot.addWidget(again)
    again.enders[0].click()
    assert leaders_desk.read(stand_ins, NOW.date()) == ()


def test_enter_on_a_matter_about_a_citizens_plan_opens_the_citizen(
    desk: Desk,
    leaders_desk: Desk,
    theme: Theme,
    qtbot: QtBot,
    plan: Plan,
    said: list[str],
    worker_id: Key,
    citizen_id: Key,
) -> None:
    plan(-40, "9.00", ContactForm.PHONE)
    plan(1, "9.00", ContactForm.PHONE)
    page = page_of(leaders_desk, theme, qtbot, said)
    page.list.choose(worker_id)
    page.panel.matters.setCurrentRow(0)
    page.panel.matters.setFocus()
    with qtbot.waitSignal(page.citizen_asked) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [citizen_id]


def test_after_all_without_remarks_the_next_week_that_waits_is_chosen(
    desk: Desk,
    colleagues_desk: Desk,
    sent: ReviewPage,
    citizen_id: Key,
    worker_id: Key,
    colleague_id: Key,
    plan: Plan,
) -> None:
    meet(desk, citizen_id, worker_id)
    plan(4, "21.00", ContactForm.PHONE)
    colleagues_desk.do(review.send, colleague_id, WEEK, UTC_NOW)
    sent.show_week(WEEK)
    sent.list.choose(colleague_id)
    sent.bar.approve_all.click()
    assert status_of(sent, colleague_id) is WeekPlanStatus.APPROVED
    assert sent.list.current == worker_id


def test_a_large_teams_review_is_read_beside_the_window_and_says_so_meanwhile(
    page: ReviewPage, worker_id: Key, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(review_page, "MANY", 1)
    page.step(1)
    assert page.bar.team.text() == "Læser …"
    assert page.bar.title.text() == "Gennemgang · uge 49"
    assert page.review.lines == ()
    page.step(-1)  # before the other week has come
    qtbot.waitUntil(lambda: len(page.review.lines) == 3)
    assert page.review.week == WEEK
    assert page.bar.team.text() == "3 medarbejdere · 1 borger"
    page.choose(worker_id)
    page.on_changes(Changes(frozenset({Contact})))
    assert page.list.current == worker_id  # what is known stays until it is read anew
    qtbot.waitUntil(lambda: not under_way())
    assert page.list.current == worker_id
    assert page.review.week == WEEK
