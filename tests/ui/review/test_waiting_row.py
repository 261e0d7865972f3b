"""What waits for the leader at the screen: each line opens where it is dealt with (P88)."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_life import OnDemandFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.review import AwayToday, Matter, MatterKind
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.worker_fields import AbsenceFields
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.services import contacts, on_demand, review, workers
from bostoette.services.desk import Desk
from bostoette.store.database import Database
from bostoette.ui.review.matter_list import MatterList, together
from bostoette.ui.review.matter_row import SAID, MatterSaid
from bostoette.ui.review.review_page import ReviewPage
from bostoette.ui.review.review_work import ReviewWork
from bostoette.ui.theme import Appearance, Theme
from tests.clock import MONDAY, At
from tests.leader import desk_of_leader
from tests.ui.hands import CONTROL, press, show_active

WEEK = IsoWeek.of(MONDAY)
NOW = datetime(2026, 11, 20, 8, 0)
TODAY = NOW.date()
UTC_NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)


@pytest.fixture
def leaders_desk(database: Database, worker_id: Key, colleague_id: Key) -> Desk:
    return desk_of_leader(database)


@pytest.fixture
def visit(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Key:
    fields = ContactFields(
        at(1, "9.00", 30), ContactForm.PHYSICAL, "short_follow_up", (worker_id,), (citizen_id,)
    )
    return desk.do(contacts.create, fields)


@pytest.fixture
def page(leaders_desk: Desk, theme: Theme, qtbot: QtBot, visit: Key) -> ReviewPage:
    page = ReviewPage(leaders_desk, theme, lambda: NOW)
    qtbot.addWidget(page)
    ReviewWork(page, leaders_desk, theme, lambda: NOW, lambda _said: None)
    leaders_desk.listen(page.on_changes)
    page.resize(1180, 760)
    show_active(page)
    return page


def _before(worker_id: Key, citizen_id: Key) -> ContactFields:
    span = TimeSpan(TODAY - timedelta(days=20), 600, 60)
    return ContactFields(span, ContactForm.PHYSICAL, "acute", (worker_id,), (citizen_id,))


def entries(button: QToolButton) -> list[QAction]:
    return button.menu().actions()


def test_who_has_not_sent_is_named_and_chosen_from_there(page: ReviewPage, worker_id: Key) -> None:
    assert page.waiting.said == (
        "Har ikke sendt: M.J. · Åbne spørgsmål: ingen · Ikke hørt fra: ingen · Væk i dag: ingen"
    )
    (entry,) = entries(page.waiting.not_sent)
    assert entry.text() == "Mona Jensen · 1 kontakt"
    entry.trigger()
    assert page.list.current == worker_id
    assert not page.waiting.asked.isEnabled()


def test_an_open_question_leads_to_its_week(
    page: ReviewPage, desk: Desk, leaders_desk: Desk, worker_id: Key
) -> None:
    leader = leaders_desk.actor_id
    leaders_desk.do(review.ask, leader, worker_id, WEEK, UTC_NOW, today=TODAY, text="Hvordan?")
    (entry,) = entries(page.waiting.asked)
    assert entry.text() == "Mona Jensen · 1 spørgsmål"
    entry.trigger()
    assert page.list.current == worker_id


def test_who_is_silent_leads_to_the_citizen(
    page: ReviewPage, desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    held = desk.upkeep(contacts.create, _before(worker_id, citizen_id))
    desk.do(contacts.hold, held)
    page.show_week(WEEK)
    (entry,) = entries(page.waiting.silent)
    assert entry.text() == "Asta Mortensen · 20 dage"
    wanted: list[Key] = []
    page.waiting.citizen_asked.connect(wanted.append)
    entry.trigger()
    assert wanted == [citizen_id]


def test_of_who_makes_contact_herself_the_list_says_so(
    page: ReviewPage, desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    held = desk.upkeep(contacts.create, _before(worker_id, citizen_id))
    desk.do(contacts.hold, held)
    since = OnDemandFields(TODAY - timedelta(days=19), "Ring", 1, 14)
    desk.do(on_demand.begin, citizen_id, since)
    page.show_week(WEEK)
    (entry,) = entries(page.waiting.silent)
    assert entry.text() == "Asta Mortensen · 20 dage · efter behov"


def test_who_is_away_today_is_told_whatever_week_is_shown_with_what_it_leaves(
    page: ReviewPage, desk: Desk, worker_id: Key
) -> None:
    ill = AbsenceFields(TODAY, TODAY + timedelta(days=7), AbsenceKind.ILLNESS)
    desk.do(workers.add_absence, worker_id, worker_id, ill)
    for week in (WEEK, WEEK.plus(5)):
        page.show_week(week)
        (entry,) = entries(page.waiting.away)
        assert entry.text() == "Mona Jensen er syg til og med fre. 27. nov. · 1 kontakt uden andre"
    wanted: list[AwayToday] = []
    page.waiting.away_asked.connect(wanted.append)
    entry.trigger()
    assert [(one.worker_id, one.absence) for one in wanted] == [(worker_id, ill)]


def test_a_decision_goes_on_to_the_next_week_that_waits(
    page: ReviewPage, desk: Desk, colleagues_desk: Desk, worker_id: Key, colleague_id: Key
) -> None:
    desk.do(review.send, worker_id, WEEK, UTC_NOW)
    colleagues_desk.do(review.send, colleague_id, WEEK, UTC_NOW)
    page.show_week(WEEK)
    page.choose(colleague_id)
    press(Qt.Key.Key_Return, CONTROL)
    assert page.list.current == worker_id
    assert [one.status for one in page.review.lines if one.worker_id == colleague_id] == [
        WeekPlanStatus.APPROVED
    ]
    assert page.list.view.hasFocus()


def test_ctrl_enter_approves_nothing_that_cannot_be(page: ReviewPage, worker_id: Key) -> None:
    page.choose(worker_id)
    press(Qt.Key.Key_Return, CONTROL)
    assert page.review.lines[-1].status is WeekPlanStatus.DRAFT


def test_the_row_fits_at_the_largest_text(page: ReviewPage, theme: Theme) -> None:
    theme.use(Appearance.LIGHT, 200)
    for button in (page.waiting.not_sent, page.waiting.away):
        assert button.geometry().right() <= page.waiting.width()
        assert button.height() >= 28


def test_what_one_rule_says_stands_together_and_its_advice_once(qtbot: QtBot, theme: Theme) -> None:
    shown = MatterList(theme)
    qtbot.addWidget(shown)
    home = [Matter(MatterKind.RULE, f"{who}: hjemmet …", "P37", "Besøg") for who in ("A", "B")]
    red = Matter(MatterKind.RED, "A er vurderet rød", "P42")
    shown._show(together((home[0], red, home[1])), 0)
    icon = "warning"
    assert [shown.item(row).data(SAID) for row in range(3)] == [
        MatterSaid(icon, "Rød borger · P42", "A er vurderet rød", ""),
        MatterSaid(icon, "Se på · P37", "A: hjemmet …", "→ Besøg"),
        MatterSaid(icon, "", "B: hjemmet …", ""),
    ]
    spoken = shown.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Se på · P37. B: hjemmet …. → Besøg"
