"""The *Delmål* tab through real widgets: wishes first, pausing in two taps, the fourth warns."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.goal_fields import GoalFields
from bostoette.models.goal_kinds import GoalStatus
from bostoette.models.key import Key
from bostoette.services import goals
from bostoette.services.desk import Desk
from bostoette.ui.citizens.citizen_card import GOALS
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.goals.goal_editor import GoalEditor
from bostoette.ui.goals.goals_tab import GoalsTab
from bostoette.ui.goals.words_editor import WordsEditor
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from tests.clock import MONDAY
from tests.ui.hands import focused, press, show_active

TODAY = MONDAY + timedelta(days=1)


@pytest.fixture
def aim_id(desk: Desk, citizen_id: Key) -> Key:
    wish = desk.do(goals.write_wish, citizen_id, "Jeg vil kunne have gæster", MONDAY)
    return desk.do(goals.add_aim, wish, "Holde hjemmet i orden")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, theme: Theme, citizen_id: Key) -> CitizensPage:
    made = CitizensPage(desk, theme, lambda: TODAY)
    desk.listen(made.on_changes)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    show_active(made)
    made.card.head.tabs.setCurrentIndex(GOALS)
    return made


@pytest.fixture
def tab(page: CitizensPage) -> GoalsTab:
    return page.card.goals


def dialog() -> WordsEditor | GoalEditor:
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, WordsEditor | GoalEditor)
    return shown


def save(words: str) -> None:
    """Type in the form that is open, and press Enter."""
    editor = dialog()
    QTest.keyClicks(editor.words, words)
    QTest.keyClick(editor.words, Qt.Key.Key_Return)
    assert not editor.isVisible()


def choose(tab: GoalsTab, words: str) -> None:
    """Choose in the first goal's menu."""
    menu = tab.rows[0].turn.menu()
    next(one for one in menu.actions() if one.text() == words).trigger()


def test_a_wish_an_aim_and_a_goal_are_written_by_keyboard_alone(
    page: CitizensPage, tab: GoalsTab
) -> None:
    assert tab.nothing.isVisible()
    for typed, below in (("Jeg vil have gæster", 0), ("Holde hjemmet i orden", 2)):
        tab.new.setFocus()
        for _ in range(below):
            press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        save(typed)
        show_active(page)
    assert not tab.nothing.isVisible()
    tab.new.setFocus()
    for _ in range(4):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    save("Jeg vasker op")
    assert [row.words.text() for row in tab.rows] == ["»Jeg vasker op«"]
    assert page.card.head.tabs.tabText(GOALS) == "Delmål 1"


def test_the_keyboard_stays_at_the_goals_when_a_form_there_is_saved(
    desk: Desk, page: CitizensPage, tab: GoalsTab, aim_id: Key, worker_id: Key
) -> None:
    desk.do(goals.add_goal, aim_id, GoalFields("Jeg vasker op"), MONDAY, worker_id)
    tab.new.setFocus()
    for _step in range(4):  # the wish's two buttons, then the aim's
        press(Qt.Key.Key_Down)
    stood = focused()
    press(Qt.Key.Key_Return)
    show_active(dialog())
    save("Jeg tørrer af")
    show_active(page)
    assert focused() is not stood
    assert focused().accessibleName() == stood.accessibleName()


def test_pausing_takes_a_reason_and_two_taps(
    desk: Desk, tab: GoalsTab, aim_id: Key, worker_id: Key, citizen_id: Key
) -> None:
    desk.do(goals.add_goal, aim_id, GoalFields("Jeg vasker op"), MONDAY, worker_id)
    choose(tab, "Sæt på pause: der er brug for ro")
    assert tab.rows[0].standing.text() == (
        "På pause siden 24. nov. 2026: Der er brug for ro (M.J.)"
    )
    assert not desk.read(goals.in_play, citizen_id)
    choose(tab, "Tag op igen")
    assert len(desk.read(goals.in_play, citizen_id)) == 1


def test_what_was_lost_since_a_break_takes_no_room_from_the_buttons(
    desk: Desk, tab: GoalsTab, aim_id: Key, worker_id: Key
) -> None:
    desk.do(goals.add_goal, aim_id, GoalFields("Jeg vasker op"), MONDAY, worker_id)
    before = tab.rows[0].minimumSizeHint().width()
    choose(tab, "Noget er tabt siden en pause")
    (row,) = tab.rows
    assert row.lost.isVisible()
    assert row.minimumSizeHint().width() <= before


def test_a_reason_of_ones_own_is_asked_for(
    desk: Desk, tab: GoalsTab, aim_id: Key, worker_id: Key
) -> None:
    desk.do(goals.add_goal, aim_id, GoalFields("Jeg vasker op"), MONDAY, worker_id)
    choose(tab, "Opgiv: andet …")
    asked = dialog()
    asked.accept()
    assert asked.isVisible()
    assert "grund" in asked.trouble.text()
    save("Hun flytter")
    assert tab.rows[0].goal.status is GoalStatus.DROPPED
    assert "Hun flytter" in tab.rows[0].standing.text()


def test_the_fourth_active_goal_warns_before_and_after(
    desk: Desk, tab: GoalsTab, aim_id: Key, worker_id: Key
) -> None:
    for number in range(3):
        desk.do(goals.add_goal, aim_id, GoalFields(f"Mål {number}"), MONDAY, worker_id)
    assert not tab.warning.isVisible()
    tab.cards[0].goal_asked.emit(tab.cards[0].wish.aims[0])
    editor = dialog()
    assert isinstance(editor, GoalEditor)
    assert "allerede 3 mål i gang" in editor.warning.text()
    save("Et mål til")
    assert tab.warning.isVisible()
    assert "4 mål i gang" in tab.warning.text()
    choose(tab, "Sæt på pause: vi venter på andre")
    assert not tab.warning.isVisible()


def test_discretion_hides_what_is_wished_for(
    desk: Desk, page: CitizensPage, tab: GoalsTab, aim_id: Key, worker_id: Key
) -> None:
    desk.do(goals.add_goal, aim_id, GoalFields("Besøge Lise"), MONDAY, worker_id)
    page.set_naming(Naming(discreet=True))
    assert "Lise" not in tab.rows[0].words.text()
    assert "Lise" not in tab.rows[0].change.accessibleName()


def test_a_goal_is_corrected_with_the_fields_words(
    desk: Desk, tab: GoalsTab, aim_id: Key, worker_id: Key
) -> None:
    desk.do(goals.add_goal, aim_id, GoalFields("Jeg vasker op"), MONDAY, worker_id)
    tab.rows[0].change.click()
    editor = dialog()
    assert isinstance(editor, GoalEditor)
    box = editor.goal_theme.box
    box.setCurrentIndex(box.findText("Egenomsorg"))
    parts = editor.sub_theme.box
    assert parts.findText("Gøre rent") < 0
    parts.setCurrentIndex(parts.findText("Spise"))
    editor.accept()
    assert tab.rows[0].about.text() == "Egenomsorg › Spise · Udvikle funktionsevne"
