"""A line is ticked by a click on its box as well as on its words."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bostoette.ui.tick_list import TickList


def _click(ticks: TickList[int], line: int, x: int) -> None:
    box = ticks.visualItemRect(ticks.item(line))
    QTest.mouseClick(
        ticks.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(box.left() + x, box.center().y()),
    )


def test_words_and_box_both_tick_once(qtbot: QtBot) -> None:
    ticks: TickList[int] = TickList("Materiale")
    qtbot.addWidget(ticks)
    ticks.offer([(1, "Øvelser for hånden"), (2, "Øvelser for balance")], ())
    ticks.show()
    _click(ticks, 1, 80)
    assert ticks.ticked() == (2,)
    _click(ticks, 0, 10)
    assert ticks.ticked() == (1, 2)
    _click(ticks, 1, 80)
    assert ticks.ticked() == (1,)
    assert ticks.currentRow() == 1
    _click(ticks, 0, 10)
    assert ticks.currentRow() == 0, "the keyboard goes on from where the box was pressed"
