"""The *Udvikling* tab and the follow-up through real widgets: curves with a table behind each."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.development import GoalCurve
from bostoette.models.goal_fields import GoalFields
from bostoette.models.goal_kinds import GoalStatus, Independence
from bostoette.models.key import Key, new_key
from bostoette.models.note_fields import NoteFields
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts, follow_ups, goals, notes
from bostoette.services.desk import Desk
from bostoette.ui.citizens.citizen_card import DEVELOPMENT
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.goals.development_words import goal_note
from bostoette.ui.goals.follow_up_editor import FollowUpEditor
from bostoette.ui.goals.ramp_up_dialog import RampUpDialog
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from tests.clock import MONDAY
from tests.ui.hands import press, show_active

TODAY = MONDAY + timedelta(days=1)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, theme: Theme, citizen_id: Key, worker_id: Key) -> CitizensPage:
    desk.do(_write, citizen_id, worker_id)
    made = CitizensPage(desk, theme, lambda: TODAY)
    desk.listen(made.on_changes)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    show_active(made)
    made.card.head.tabs.setCurrentIndex(DEVELOPMENT)
    return made


def _write(session: Session, citizen_id: Key, worker_id: Key) -> None:
    """Three contacts, the last of them 25 days ago: from help to alone, wellbeing from 4 to 2."""
    long_ago = TODAY - timedelta(weeks=20)
    wish = goals.write_wish(session, citizen_id, "Jeg vil have gæster", long_ago)
    aim = goals.add_aim(session, wish, "Holde hjemmet")
    goal = goals.add_goal(session, aim, GoalFields("Jeg vasker op"), long_ago, worker_id)
    for ago, score, how in zip((45, 35, 25), (4, 3, 2), Independence, strict=True):
        day = TODAY - timedelta(days=ago)
        fields = ContactFields(
            TimeSpan(day, 600, 60),
            ContactForm.PHYSICAL,
            "support_conversation",
            (worker_id,),
            (citizen_id,),
        )
        contact = contacts.create(session, fields)
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        note = NoteFields(text="Vi mødtes", wellbeing_score=score)
        key = notes.sign(session, contact, citizen_id, note, by=worker_id, at=at, today=day)
        goals.mark(session, key, goal, how)


def test_the_curve_says_in_words_and_in_a_table_what_it_draws(page: CitizensPage) -> None:
    card = page.card.development.cards[0]
    assert card.title.text() == "Jeg vasker op"
    assert "Fra med hjælp 10. okt. 2026 til alene 30. okt. 2026" in card.note.text()
    assert card.chart.accessibleDescription() in card.note.text()
    assert card.chart.isVisible()
    card.turn.click()
    assert not card.chart.isVisible()
    table = card.table
    cells = [table.item(row, 1) for row in range(table.rowCount())]
    assert [cell.text() for cell in cells if cell is not None] == [
        "Alene",
        "Med et lille puf",
        "Med hjælp",
    ]


def test_every_picture_is_told_in_words_and_its_table_is_walked_with_the_keys(
    page: CitizensPage,
) -> None:
    cards = [card for card in page.card.development.cards if card.chart.isVisible()]
    assert len(cards) >= 4
    for card in cards:
        heard = QAccessible.queryAccessibleInterface(card.chart)
        assert heard.text(QAccessible.Text.Name)
        assert any(sign.isdigit() for sign in heard.text(QAccessible.Text.Description))
        card.turn.setFocus()
        card.turn.click()
        press(Qt.Key.Key_Tab)
        assert card.table.hasFocus(), card.title.text()
        press(Qt.Key.Key_Right)
        found = card.table.currentItem()
        assert found is not None
        assert found.column() == 1
        press(Qt.Key.Key_Tab)
        assert not card.table.hasFocus()


def test_falling_wellbeing_and_a_break_are_told_with_what_to_do(
    page: CitizensPage, desk: Desk
) -> None:
    tab = page.card.development
    assert "faldet fra 4 til 2" in tab.cards[1].warning.text()
    assert tab.visit.isVisible()
    assert "(25 dage)" in tab.break_words.text()
    tab.ramp_up.click()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, RampUpDialog)
    assert len(shown.lines) == 3
    shown.accept()
    assert page.card.side.history.isVisible()
    assert desk.undo() == "Optrapning for A.M."


def test_discretion_names_a_goal_by_its_theme(page: CitizensPage) -> None:
    page.set_naming(Naming(discreet=True))
    card = page.card.development.cards[0]
    assert card.title.text() == "Praktiske opgaver"
    assert "vasker" not in card.note.text()


def test_a_follow_up_is_planned_with_a_report_from_what_is_known(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    page.card.side.follow_ups.action.click()
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, FollowUpEditor)
    editor.accept()
    assert editor.isVisible()
    assert "Opfølgning" in editor.trouble.text()
    editor.due.setText("4/12/2026")
    editor.report.setPlainText("Skrevet først.")
    editor.fetch.click()
    assert editor.report.toPlainText().startswith("Skrevet først.")
    editor.accept()
    (stored,) = desk.read(follow_ups.follow_ups_of, citizen_id)
    assert "»Jeg vasker op«" in stored.fields.report
    assert page.card.side.follow_ups.button(stored.id).text() == "Ret"


def test_a_paused_goal_is_said_to_be_so_without_its_theme_in_discretion() -> None:
    curve = GoalCurve(
        new_key(),
        words="Jeg vasker op",
        about="Praktiske opgaver",
        status=GoalStatus.PAUSED,
        marks=(),
        steps_down=False,
        lost=False,
    )
    assert goal_note(curve, discreet=True).startswith("(på pause)")
    assert goal_note(curve, discreet=False).startswith("Praktiske opgaver (på pause)")
