"""The timeline of a citizen's contacts: its order, its filter, and what a line says."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bostoette.models.attendance import Attendance
from bostoette.models.citizen_fields import (
    CitizenFields,
)
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.ffb import Theme as GoalTheme
from bostoette.models.goal_fields import GoalFields
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.models.timespan import TimeSpan
from bostoette.services import (
    attendance,
    citizens,
    contact_panel,
    contacts,
    goals,
)
from bostoette.services.desk import Desk
from bostoette.services.timeline_facts import timeline_facts
from bostoette.ui.citizens.citizen_card import NOTES
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.citizens.timeline_filter import TimelineFilter
from bostoette.ui.citizens.timeline_model import FEW, PAGE, TimelineRole
from bostoette.ui.naming import Naming
from tests.clock import MONDAY
from tests.services.notes.writing import sign
from tests.ui.citizens.view_hands import TODAY, Plan, texts
from tests.ui.hands import press

_SAID = (TimelineRole.THIRD, Qt.ItemDataRole.AccessibleTextRole)


def _days(page: CitizensPage) -> list[int]:
    return [(one.day - MONDAY).days for one in page.card.timeline.model.contacts]


def test_those_to_come_stand_first_and_the_past_newest_first(
    page: CitizensPage, plan: Plan
) -> None:
    for days in (-7, 1, 4, 8):
        plan(days, held=days < 3)
    assert _days(page) == [4, 8, 1, -7]
    model = page.card.timeline.model
    heard = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Fysisk besøg, fredag 27. november 2026 klokken 09.00, planlagt")


def test_a_long_series_to_come_does_not_hide_the_past(page: CitizensPage, plan: Plan) -> None:
    for week in range(FEW + 3):
        plan(4 + 7 * week)
    plan(-3, held=True)
    timeline = page.card.timeline
    assert len(_days(page)) == FEW + 1
    assert timeline.more.isVisible()
    timeline.more.click()
    assert len(_days(page)) == FEW + 4


def test_a_contact_called_off_says_why_and_one_exchanged_says_with_what(
    page: CitizensPage, desk: Desk, plan: Plan
) -> None:
    key = plan(0)
    desk.do(contacts.cancel, key, ContactStatus.CANCELLED_BY_CITIZEN, "Ville hellere vente")
    index = page.card.timeline.model.index(0)
    heard = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "aflyst af borger" in heard
    assert "Ville hellere vente" in heard


def test_the_timeline_keeps_qts_rules_and_comes_a_page_at_a_time(
    page: CitizensPage, plan: Plan, qtmodeltester: ModelTester
) -> None:
    for days in range(PAGE + 5):
        plan(-1 - days, held=True)
    model = page.card.timeline.model
    model.replace(model.contacts[::-1], TODAY)
    qtmodeltester.check(model)
    assert len(model.contacts) == PAGE + 5


def test_the_timeline_is_filtered_by_form_and_status(page: CitizensPage, plan: Plan) -> None:
    plan(-1, held=True)
    plan(-2, ContactForm.PHONE, 15, held=True)
    plan(-3, ContactForm.PHONE, 15)
    timeline = page.card.timeline
    timeline.show_only([ContactForm.PHONE])
    assert _days(page) == [-2, -3]
    timeline.show_only([ContactForm.PHONE], [ContactStatus.HELD])
    assert _days(page) == [-2]
    assert timeline.count.text() == "1 af 3 kontakter"
    timeline.show_only([ContactForm.VIDEO])
    assert "Ingen af kontakterne passer" in texts(timeline)
    timeline.plan.click()
    assert len(_days(page)) == 3


def test_enter_opens_a_contact_and_the_buttons_ask_for_a_new_one(
    page: CitizensPage, plan: Plan, citizen_id: Key
) -> None:
    opened: list[Key] = []
    asked: list[Key] = []
    page.contact_opened.connect(opened.append)
    page.plan_asked.connect(asked.append)
    assert "Her kommer borgerens kontakter til at stå" in texts(page.card.timeline)
    page.card.timeline.plan.click()
    key = plan(4)
    page.card.timeline.view.setFocus()
    press(Qt.Key.Key_Return)
    page.card.head.plan.click()
    assert (opened, asked) == ([key], [citizen_id, citizen_id])


def test_the_contacts_are_list_items_to_a_screen_reader(page: CitizensPage, plan: Plan) -> None:
    plan(4)
    heard = QAccessible.queryAccessibleInterface(page.card.timeline.view)
    assert heard.childCount() == 1
    assert "fredag 27. november" in heard.child(0).text(QAccessible.Text.Name)


def test_discretion_hides_why_a_contact_was_called_off_and_its_agenda(
    page: CitizensPage, plan: Plan, desk: Desk
) -> None:
    key = plan(4)
    desk.do(contact_panel.add_agenda, key, "Brev fra Grethe")
    desk.do(contacts.cancel, key, ContactStatus.CANCELLED_BY_CITIZEN, "Grethe er syg")
    told = [page.card.timeline.model.index(0).data(role) for role in _SAID]
    assert "Grethe er syg" in " ".join(map(str, told))
    page.set_naming(Naming(discreet=True))
    told = [page.card.timeline.model.index(0).data(role) for role in _SAID]
    assert "Grethe" not in " ".join(map(str, told))
    assert "Skjult" in str(told[0])


def test_the_timeline_is_filtered_by_who_held_a_contact_and_by_its_goal(
    page: CitizensPage, plan: Plan, desk: Desk
) -> None:
    citizen = page.current
    assert citizen is not None
    plan(-1, held=True)
    served = plan(-2, held=True)
    wish = desk.do(goals.write_wish, citizen, "Gæster", TODAY)
    aim = desk.do(goals.add_aim, wish, "Hjem")
    goal = desk.do(
        goals.add_goal,
        aim,
        GoalFields("Jeg vasker op", theme=GoalTheme.PRACTICAL),
        TODAY,
        desk.actor_id,
    )
    desk.do(goals.serve, served, {goal})
    timeline = page.card.timeline
    _choose(timeline.filter, "Jeg vasker op")
    assert _days(page) == [-2]
    assert timeline.filter.text() == "1 delmål"
    _choose(timeline.filter, "Vis alle")
    assert _days(page) == [-1, -2]
    who = desk.look(timeline_facts, citizen).workers[0].words
    _choose(timeline.filter, who)
    assert _days(page) == [-1, -2]
    assert timeline.filter.text() == who
    page.set_naming(Naming(discreet=True))
    words = _choose(timeline.filter, "Vis alle")
    assert "Jeg vasker op" not in words
    assert GoalTheme.PRACTICAL.danish in words


def _choose(filtered: TimelineFilter, words: str) -> list[str]:
    menu = filtered.menu()
    menu.aboutToShow.emit()
    offered = {one.text(): one for one in menu.actions() if not one.isSeparator()}
    said = list(offered)
    offered[words].trigger()
    return said


def test_a_note_about_a_group_that_she_stayed_away_from_stands_among_her_notes(
    qtbot: QtBot, page: CitizensPage, desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    other = desk.do(citizens.create, CitizenFields("Bo Krag", primary_worker_id=worker_id))
    both = (citizen_id, other)
    span = TimeSpan(MONDAY, 540, 45)
    fields = ContactFields(span, ContactForm.GROUP_WALK, "social_need", (worker_id,), both)
    walk = desk.do(contacts.create, fields)
    sign(desk, walk, citizen_id, NoteFields("Ringede afbud"))
    desk.do(attendance.note, walk, citizen_id, Attendance.DID_NOT_COME)
    page.choose(citizen_id)
    tabs = page.card.head.tabs
    qtbot.waitUntil(lambda: tabs.tabText(NOTES) == "Notater 1", timeout=2000)
    tabs.setCurrentIndex(NOTES)
    model = page.card.notes.model

    def spoken() -> str:
        rows = range(model.rowCount())
        return " ".join(
            str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows
        )

    qtbot.waitUntil(lambda: "kom ikke" in spoken(), timeout=2000)
    assert "Ringede afbud" in spoken()
    tabs.setCurrentIndex(0)
    assert page.card.timeline.model.rowCount() == 0
