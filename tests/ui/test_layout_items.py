"""Python holds no item of a layout that Qt may free unseen.

What is made later at such an item's address is taken for it and freed twice, and the program is
gone. PySide holds the items of a layout that is filled before it is laid into another one, and
every item that was asked for.
"""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from bostoette.ui.citizens.citizen_head import CitizenHead
from bostoette.ui.one_stop import OneStop
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel import ContactPanel


def held() -> list[QWidgetItem]:
    return [one for one in Shiboken.getAllValidWrappers() if isinstance(one, QWidgetItem)]


def held_since(before: list[QWidgetItem]) -> list[QWidget | None]:
    known = {id(one) for one in before}
    return [one.widget() for one in held() if id(one) not in known]


def test_the_buttons_of_a_citizens_head_may_move(qtbot: QtBot, theme: Theme) -> None:
    before = held()
    head = CitizenHead(theme)
    qtbot.addWidget(head)
    since = held_since(before)
    assert head.name in since, "what never moves may be held"
    moved = (head.plan, head.papers, head.change, head.end, head.fell)
    assert [one.text() for one in moved if one in since] == []


def test_the_actions_below_a_contact_may_move(qtbot: QtBot, theme: Theme) -> None:
    before = held()
    panel = ContactPanel(theme, b"me")
    qtbot.addWidget(panel)
    assert panel.foot not in held_since(before)


def test_looking_where_the_arrows_go_holds_nothing(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    first, second, third = (QPushButton(words, pane) for words in ("a", "b", "c"))
    column, row = QVBoxLayout(pane), QHBoxLayout()
    column.addWidget(third)
    column.insertLayout(0, row)
    row.addWidget(second)
    row.insertWidget(0, first)
    pane.show()
    before = held()
    assert OneStop(pane).reached is first
    assert held_since(before) == []
