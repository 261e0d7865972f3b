"""What is to be looked at in a worker's week, as it is read: what weighs most first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bostoette.models.key import Key, new_key
from bostoette.models.review import Matter, MatterKind, Minutes, ReviewLine
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.ui.naming import Naming
from bostoette.ui.review.matter_list import together
from bostoette.ui.review.matter_row import SAID
from bostoette.ui.review.review_panel import ReviewPanel
from bostoette.ui.theme import Theme
from tests.ui.hands import press, show_active

HOME = "Til en hjemmearbejdsdag hører de borgere, der kan klare sig på telefon."
MET = Matter(MatterKind.RULE, "C.P.: der er for længe mellem møder", "P01", citizen=b"c")
MOVED = Matter(MatterKind.CHANGED, "Flyt A.T. til torsdag")
RED = Matter(MatterKind.RED, "A.T. er vurderet rød", "P42", citizen=b"a")
NOTE = Matter(MatterKind.NOTE, "1 kontakt mangler notat", "P90", contacts=(b"1",))
CALL = Matter(MatterKind.RULE, f"{HOME} G.T. skal have besøg.", "P82", contacts=(b"2",))
OTHER_CALL = Matter(MatterKind.RULE, f"{HOME} L.P. skal have besøg.", "P82", contacts=(b"3",))


def line(matters: tuple[Matter, ...], worker: Key) -> ReviewLine:
    none = Minutes(0)
    status = WeekPlanStatus.SENT
    return ReviewLine(worker, "A.K.", "Asta K.", {}, 0, None, none, none, matters, status)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> ReviewPanel:
    made = ReviewPanel(theme)
    qtbot.addWidget(made)
    may = True
    made.let_decide(may, "")
    made.resize(372, 520)
    show_active(made)
    return made


def test_what_is_new_is_read_first_then_what_needs_a_reason_and_papers_last() -> None:
    assert together((NOTE, CALL, RED, MET, MOVED)) == (MOVED, MET, RED, CALL, NOTE)


def test_who_approves_again_finds_the_reason_that_was_given(panel: ReviewPanel) -> None:
    approved = replace(
        line((MOVED, MET), new_key()), status=WeekPlanStatus.APPROVED, reason="Hos sin søster"
    )
    panel.show_line(approved, Naming())
    assert panel.approve.text() == "Godkend igen"
    assert panel.reason.text() == "Hos sin søster"
    panel.show_line(replace(approved, worker_id=new_key()), Naming(discreet=True))
    assert not panel.reason.text()


def test_a_rule_that_two_matters_share_is_said_once_and_read_aloud_in_both(
    panel: ReviewPanel,
) -> None:
    panel.show_line(line((CALL, OTHER_CALL), new_key()), Naming())
    first, second = (panel.matters.item(row) for row in (0, 1))
    assert first.data(SAID).text.startswith(HOME)
    assert second.data(SAID).text == "L.P. skal have besøg."
    assert HOME in second.data(Qt.ItemDataRole.AccessibleTextRole)


def test_however_much_is_to_be_looked_at_the_answers_stay_in_sight(panel: ReviewPanel) -> None:
    many = tuple(Matter(MatterKind.RULE, HOME, f"P{number}") for number in range(10, 30))
    panel.show_line(line((MET, *many), new_key()), Naming())
    QApplication.processEvents()
    for answer in (panel.reason, panel.words, panel.approve, panel.send_back, panel.ask):
        assert not answer.visibleRegion().isEmpty()
    assert panel.height() == 520


def test_the_matter_that_the_arrows_reach_comes_into_sight(panel: ReviewPanel) -> None:
    many = tuple(Matter(MatterKind.RULE, HOME, f"P{number}") for number in range(10, 30))
    panel.show_line(line(many, new_key()), Naming())
    QApplication.processEvents()
    panel.matters.setFocus()
    for _press in range(len(many) - 1):
        press(Qt.Key.Key_Down)
    last = panel.matters.visualItemRect(panel.matters.item(len(many) - 1))
    assert panel.matters.visibleRegion().contains(last.center())


def test_another_workers_week_is_read_from_its_beginning(panel: ReviewPanel) -> None:
    panel.show_line(line((MET, RED, NOTE), new_key()), Naming())
    panel.matters.setCurrentRow(2)
    panel.show_line(line((CALL, NOTE), new_key()), Naming())
    assert panel.matters.currentRow() == 0


def test_the_button_says_what_a_question_would_be_about(panel: ReviewPanel) -> None:
    panel.show_line(line((MET, CALL), new_key()), Naming())
    assert panel.ask.text() == "Spørg om ugen"
    panel.matters.setCurrentRow(1)
    assert panel.ask.text() == "Spørg om kontakten"


def test_a_week_with_nothing_to_look_at_has_its_answers_at_the_top(panel: ReviewPanel) -> None:
    panel.show_line(line((), new_key()), Naming())
    QApplication.processEvents()
    titles = [one for one in panel.findChildren(QLabel) if one.isVisible()]
    assert panel.words.y() < 3 * max(one.height() for one in titles) + panel.open.height()
