"""The list of things to look at: read, explained, gone to."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from bostoette.models.mend import Mend, MendKind
from bostoette.planning.week_sentence import WeekSentence
from bostoette.store.practice_rules_file import delivered_practice_rules
from bostoette.ui.theme import Theme
from bostoette.ui.week.look_list import LookList
from tests.clock import MONDAY
from tests.ui.hands import CONTROL, press, show_active

CLASH = WeekSentence("", (b"a",), MONDAY, "M.J. har to kontakter på samme tid.", "Flyt den ene.")
BESIDE_WORDS = 2 * (2 + 8 + 4)
"""An item's border and padding, and what Qt keeps free beside its words."""
AIR = WeekSentence("P80", (b"b",), MONDAY, "Der er kun 5 min luft efter A.M.")


@pytest.fixture
def look(theme: Theme, qtbot: QtBot) -> LookList:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(900, 600)
    shown = LookList(theme, (CLASH, AIR), delivered_practice_rules(), behind)
    qtbot.addWidget(shown)
    show_active(shown)
    return shown


def test_each_sentence_reads_with_its_day_and_what_would_help(look: LookList) -> None:
    assert look.list.item(0).text() == (
        "man. 23. nov.\nM.J. har to kontakter på samme tid.\n→ Flyt den ene."
    )
    assert look.list.item(1).text().startswith("man. 23. nov. · P80\n")


def test_the_arrows_show_each_contact_and_enter_goes_to_it(qtbot: QtBot, look: LookList) -> None:
    gone = list[WeekSentence]()
    look.shown.connect(gone.append)
    with qtbot.waitSignal(look.finished) as finished:
        QTest.keyClick(look.list, Qt.Key.Key_Down)
        QTest.keyClick(look.list, Qt.Key.Key_Return)
    assert gone == [AIR]
    assert finished.args == [QDialog.DialogCode.Accepted]


def test_escape_closes(qtbot: QtBot, look: LookList) -> None:
    with qtbot.waitSignal(look.finished):
        QTest.keyClick(look.list, Qt.Key.Key_Escape)


def test_the_rules_reason_lies_behind_a_fold_and_names_what_is_assumed(look: LookList) -> None:
    QTest.keyClick(look.list, Qt.Key.Key_Down)
    assert look.reason == ""
    look.why.click()
    assert "tæt" in look.reason
    assert "Randers" in look.reason
    assert "10 minutter" in look.reason


def test_plain_sense_has_no_rule_to_unfold(look: LookList) -> None:
    assert not look.why.isEnabled()


def test_a_mend_is_taken_back_with_ctrl_z_while_the_list_is_open(
    theme: Theme, qtbot: QtBot
) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    mend = Mend(MendKind.MOVE, "Flyt A.M. 5 min")
    rules = delivered_practice_rules()
    look = LookList(theme, (CLASH, AIR), rules, behind, lambda _sentence: mend)
    qtbot.addWidget(look)
    show_active(look)
    done = list[str]()
    look.mend_asked.connect(lambda _mend: done.append("mended"))
    look.undo_asked.connect(lambda: done.append("undone"))
    press(Qt.Key.Key_Z, CONTROL)
    QTest.mouseClick(look.mend, Qt.MouseButton.LeftButton)
    for _ in range(2):
        press(Qt.Key.Key_Z, CONTROL)
    assert done == ["mended", "undone"]


def test_the_list_is_read_aloud_whole(look: LookList) -> None:
    said = look.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "man. 23. nov. Der er kun 5 min luft efter A.M. Regel P80."
    assert look.list.accessibleName() == "2 ting at se på"


def test_no_line_of_a_sentence_is_cut_at_any_width(look: LookList) -> None:
    lift = "Aftal en kort samtale eller gåtur som bro, og hvornår I mødes fysisk igen."
    look.show_said((WeekSentence("P43", (b"a",), MONDAY, "D.F. er udeblevet.", lift),) * 12)
    for width in range(500, 541):
        look.resize(width, 600)
        QApplication.processEvents()
        item = look.list.item(0)
        place = look.list.visualItemRect(item)
        drawn = QRect(0, 0, place.width() - BESIDE_WORDS, 0)
        flags = Qt.TextFlag.TextWordWrap.value
        needed = look.list.fontMetrics().boundingRect(drawn, flags, item.text())
        assert place.height() >= needed.height(), width
