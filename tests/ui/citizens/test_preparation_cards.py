"""The start-up package and the wishes on the citizen's page, through real widgets."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.remote_kinds import TechOutcome
from bostoette.models.timespan import TimeSpan
from bostoette.services import (
    contact_panel,
    contacts,
    form_wishes,
    remote_contact,
    video_startup,
)
from bostoette.services.desk import Desk
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.citizens.video_startup_card import VideoStartupCard
from bostoette.ui.citizens.wishes_card import WishesCard
from bostoette.ui.theme import Theme
from tests.clock import MONDAY
from tests.services.remote_hands import answer, plan, ready
from tests.ui.hands import show_active

TODAY = MONDAY + timedelta(days=1)
VIDEO = ContactForm.VIDEO


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, theme: Theme, citizen_id: Key) -> CitizensPage:
    made = CitizensPage(desk, theme, lambda: TODAY)
    desk.listen(made.on_changes)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    show_active(made)
    return made


@pytest.fixture
def card(page: CitizensPage) -> VideoStartupCard:
    return page.card.side.package


@pytest.fixture
def wishes(page: CitizensPage) -> WishesCard:
    return page.card.side.wishes


def test_nothing_is_claimed_of_video_that_nobody_has_asked_about(card: VideoStartupCard) -> None:
    assert card.state.text() == "Ikke spurgt endnu"
    assert not any(line.isVisible() for line in card.lines)
    card.steps.click()
    assert all(line.isVisible() for line in card.lines)


def test_ticking_every_step_makes_the_citizen_ready_for_video(
    desk: Desk, card: VideoStartupCard, citizen_id: Key
) -> None:
    answer(desk, citizen_id, video_startup_done=False, needs_teaching_for_video=True)
    assert card.state.text() == "7 trin mangler."
    assert "Prøveopkald 3 af 3" in [line.words.text() for line in card.lines]
    for line in card.lines:
        line.box.setFocus()
        QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert ready(desk, citizen_id)
    assert card.state.text() == "Klar til video."
    desk.undo()
    assert card.state.text() == "Ét trin mangler."


def test_the_last_step_filled_from_the_profile_leaves_one_button(
    desk: Desk, card: VideoStartupCard, citizen_id: Key
) -> None:
    answer(desk, citizen_id, video_startup_done=False)
    for place, line in enumerate(card.lines):
        if place != 1:
            line.box.click()
    assert card.state.text() == "Ét trin mangler."
    assert card.ready.isHidden()
    answer(desk, citizen_id, equipment_checked_on=MONDAY)
    card.ready.click()
    assert ready(desk, citizen_id)


def test_open_steps_are_taken_along_to_the_next_visit(
    desk: Desk, card: VideoStartupCard, citizen_id: Key
) -> None:
    answer(desk, citizen_id, video_startup_done=False)
    assert card.visit.isHidden()
    visit = plan(desk, citizen_id, ContactForm.PHYSICAL, TODAY)
    assert card.visit.text() == "Tag med tir. 24. nov. 09.00–09.45"
    card.visit.click()
    agenda = desk.read(contacts.details, visit).fields.agenda
    assert agenda[2] == "Video: Prøveopkald"


def test_after_the_press_it_says_which_visit_and_can_be_taken_off_again(
    desk: Desk, card: VideoStartupCard, citizen_id: Key
) -> None:
    answer(desk, citizen_id, video_startup_done=False)
    visit = plan(desk, citizen_id, ContactForm.PHYSICAL, TODAY, agenda=("Ugens post",))
    card.visit.setFocus()
    QTest.keyClick(card.visit, Qt.Key.Key_Space)
    said = "Trinene står på dagsordenen for besøget tir. 24. nov. 09.00–09.45."
    assert card.taken.text() == said
    assert card.visit.isHidden()
    assert card.off.hasFocus()
    QTest.keyClick(card.off, Qt.Key.Key_Space)
    assert desk.read(contacts.details, visit).fields.agenda == ("Ugens post",)
    assert card.taken.isHidden()
    assert card.off.isHidden()
    assert card.visit.hasFocus()
    desk.undo()
    assert card.taken.text() == said


def test_a_step_that_came_later_can_be_taken_along_too(
    desk: Desk, card: VideoStartupCard, citizen_id: Key
) -> None:
    answer(desk, citizen_id, video_startup_done=False)
    plan(desk, citizen_id, ContactForm.PHYSICAL, TODAY)
    card.visit.click()
    answer(desk, citizen_id, video_startup_done=False, needs_teaching_for_video=True)
    assert "trin står på dagsordenen" in card.taken.text()
    assert card.visit.isVisible()
    card.visit.click()
    assert card.taken.text().startswith("Trinene står på dagsordenen")
    assert card.visit.isHidden()


def test_only_a_visit_that_is_long_enough_takes_the_steps_along(
    desk: Desk, card: VideoStartupCard, citizen_id: Key
) -> None:
    answer(desk, citizen_id, video_startup_done=False)
    for day, minutes, variant in (
        (1, 10, ContactVariant.DELIVERY),
        (2, 60, ContactVariant.DELIVERY),
        (3, 25, ContactVariant.ORDINARY),
    ):
        short = plan(
            desk, citizen_id, ContactForm.PHYSICAL, TODAY + timedelta(days=day), variant=variant
        )
        desk.do(contacts.move, short, TimeSpan(TODAY + timedelta(days=day), 540, minutes))
    assert card.visit.isHidden()
    plan(desk, citizen_id, ContactForm.PHYSICAL, TODAY + timedelta(days=6))
    assert card.visit.text() == "Tag med man. 30. nov. 09.00–09.45"


def test_of_a_new_citizen_the_steps_go_along_to_the_first_visit_before_anybody_has_asked(
    desk: Desk, card: VideoStartupCard, citizen_id: Key
) -> None:
    """The package is attached to the first meeting, and ticked there."""
    visit = plan(desk, citizen_id, ContactForm.PHYSICAL, TODAY, purpose_id="first_meeting")
    assert card.state.text() == "Ikke spurgt endnu"
    card.visit.click()
    panel = desk.read(contact_panel.panel_of, visit)
    assert panel is not None
    for point in panel.agenda:
        by = desk.actor_id
        desk.do(video_startup.tick_point, point.id, done=True, by=by, today=TODAY)
    answer(desk, citizen_id, equipment_checked_on=TODAY)
    assert card.state.text() in {"Klar til video.", "Alle trin er gjort."}
    assert card.visit.isHidden()


def test_a_pause_is_told_and_ended_with_a_button(
    desk: Desk, card: VideoStartupCard, citizen_id: Key
) -> None:
    assert card.resume.isHidden()
    for day in range(2):
        video = plan(desk, citizen_id, VIDEO, MONDAY + timedelta(days=day))
        desk.do(remote_contact.note_tech, video, TechOutcome.FAILED, by=desk.actor_id, today=TODAY)
    assert card.paused.text().startswith("Video holder pause siden 24. nov. 2026")
    card.resume.click()
    assert card.paused.isHidden()


def test_a_wish_is_asked_and_says_when_by_whom_and_when_to_ask_again(
    desk: Desk, page: CitizensPage, wishes: WishesCard, citizen_id: Key
) -> None:
    row = wishes.rows[VIDEO]
    assert (row.when.text(), row.ask.accessibleName()) == (
        "Ikke spurgt endnu",
        "Spørg om videosamtale",
    )
    row.answers[FormWish.PREFERS].trigger()
    assert row.wish.text() == "Video: vil helst"
    assert row.when.text() == "Spurgt 24. nov. 2026 af M.J."
    long_ago = TODAY - timedelta(days=200)
    desk.do(
        form_wishes.ask,
        citizen_id,
        ContactForm.PHONE,
        FormWish.REFUSES,
        by=desk.actor_id,
        today=long_ago,
    )
    phone = wishes.rows[ContactForm.PHONE]
    assert phone.when.text().endswith("tid til at spørge igen")
    phone.answers[FormWish.NEUTRAL].trigger()
    assert "siger nej" in phone.when.toolTip()
    assert phone.before.isVisible()
    assert phone.before.text().endswith(": siger nej (M.J.)")
    assert phone.ask.accessibleDescription() == phone.before.text()
    assert not row.before.isVisible()
