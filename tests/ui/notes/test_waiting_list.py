"""What waits of notes is a list, or one sentence; before it is read, neither."""

from datetime import date

from pytestqt.qtbot import QtBot

from bostoette.ui.naming import Naming
from bostoette.ui.notes.waiting_list import WaitingList
from bostoette.ui.theme import Theme


def test_before_it_is_read_what_waits_nothing_is_said_of_it(qtbot: QtBot, theme: Theme) -> None:
    waiting = WaitingList(theme)
    qtbot.addWidget(waiting)
    waiting.show()
    assert not waiting.nothing.isVisible()
    waiting.show_waiting((), Naming(), date(2026, 12, 1))
    assert waiting.nothing.isVisible()
