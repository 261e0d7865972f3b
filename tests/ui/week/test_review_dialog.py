"""A worker's own week on its way through review, from the week page."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.review import OwnReview
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.services import review
from bostoette.services.desk import Desk
from bostoette.services.week_review import own_review
from bostoette.store.database import Database
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.review_dialog import ReviewDialog
from bostoette.ui.week.review_work import ReviewWork
from bostoette.ui.week.strip_work import StripWork
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.words import Words
from tests.clock import MONDAY
from tests.leader import desk_of_leader
from tests.ui.hands import show_active

WEEK = IsoWeek.of(MONDAY)
NOW = datetime(2026, 11, 26, 12, 25)
UTC_NOW = datetime(2026, 11, 26, 11, 25, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def leaders_desk(database: Database, worker_id: Key) -> Desk:
    return desk_of_leader(database)


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def page(desk: Desk, theme: Theme, qtbot: QtBot, said: list[str]) -> WeekPage:
    page = WeekPage(desk, theme, lambda: NOW)
    qtbot.addWidget(page)
    StripWork(page, desk)
    ReviewWork(page, desk, theme, lambda: NOW, Naming, said.append)
    desk.listen(page.on_changes)
    page.resize(1180, 760)
    show_active(page)
    return page


def opened(page: WeekPage) -> ReviewDialog:
    page.strip.review_asked.emit()
    dialog = next(one for one in page.findChildren(ReviewDialog) if one.isVisible())
    assert isinstance(dialog, ReviewDialog)
    return dialog


def own(desk: Desk) -> OwnReview:
    return desk.read(own_review, desk.actor_id, WEEK, desk.actor_id)


def test_a_worker_sends_her_week_and_takes_it_back(
    page: WeekPage, desk: Desk, said: list[str]
) -> None:
    opened(page).save_button.click()
    assert own(desk).status is WeekPlanStatus.SENT
    assert page.strip.summary.endswith("Gennemgang: Sendt.")
    opened(page).save_button.click()
    assert own(desk).status is WeekPlanStatus.DRAFT
    assert said == ["Uge 48 er sendt til gennemgang", "Uge 48 er en kladde igen"]


def test_leaving_the_dialog_sends_nothing(page: WeekPage, desk: Desk) -> None:
    opened(page).cancel_button.click()
    assert own(desk).status is WeekPlanStatus.DRAFT


def test_a_question_is_seen_in_the_strip_and_answered_without_sending(
    page: WeekPage, desk: Desk, leaders_desk: Desk, worker_id: Key
) -> None:
    leaders_desk.do(
        review.ask,
        leaders_desk.actor_id,
        worker_id,
        WEEK,
        UTC_NOW,
        today=TODAY,
        text="Kan hun mødes først?",
    )
    page.show_week(WEEK)
    assert page.strip.summary.endswith("Gennemgang: Kladde · 1 spørgsmål.")
    dialog = opened(page)
    (field,) = dialog.answers.values()
    field.setText("Ja, mandag")
    dialog.answer_button.click()
    found = own(desk)
    assert found.questions[0].answer == "Ja, mandag"
    assert found.status is WeekPlanStatus.DRAFT
    assert page.strip.summary.endswith("Gennemgang: Kladde.")


def test_a_week_that_came_back_says_the_leaders_word_and_goes_again(
    page: WeekPage, desk: Desk, leaders_desk: Desk, worker_id: Key
) -> None:
    desk.do(review.send, worker_id, WEEK, UTC_NOW)
    leaders_desk.do(
        review.send_back,
        leaders_desk.actor_id,
        worker_id,
        WEEK,
        UTC_NOW,
        today=TODAY,
        words="Se på tirsdag",
    )
    dialog = opened(page)
    texts = [one.text() for one in dialog.findChildren(Words)]
    assert "T.L.: »Se på tirsdag«" in texts
    dialog.save_button.click()
    assert own(desk).status is WeekPlanStatus.SENT


def test_the_teams_week_has_no_review_of_its_own(
    page: WeekPage, leaders_desk: Desk, said: list[str]
) -> None:
    page.whose.show_team()
    page.strip.review_asked.emit()
    assert not [one for one in page.findChildren(ReviewDialog) if one.isVisible()]
    assert said[0].startswith("Vælg én medarbejders uge")
