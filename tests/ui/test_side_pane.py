"""Panes at a page's sides: they give way to what stands in the middle, and F6 goes between them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bostoette.ui.side_pane import PanesBeside, PaneWalk, SidePane
from bostoette.ui.theme import Theme


@pytest.fixture
def panes(qtbot: QtBot, theme: Theme) -> Iterator[tuple[SidePane, SidePane, PanesBeside]]:
    whole = QWidget()
    qtbot.addWidget(whole)
    left, right = SidePane(theme, "Venstre", 200, whole), SidePane(theme, "Højre", 280, whole)
    beside = PanesBeside(theme, left, QWidget(whole), right, whole)
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(beside)
    whole.resize(theme.pixels(1180), 600)
    whole.show()
    qtbot.waitExposed(whole)
    yield left, right, beside
    whole.close()


def show_at(beside: PanesBeside, width: int) -> None:
    beside.window().resize(width, 600)


Panes = tuple[SidePane, SidePane, PanesBeside]


def test_both_panes_stand_beside_a_wide_middle(panes: Panes) -> None:
    left, right, _beside = panes
    assert (left.isVisible(), right.isVisible()) == (True, True)


def test_panes_give_way_where_the_middle_would_be_too_narrow_and_come_back(
    panes: Panes, theme: Theme
) -> None:
    left, right, beside = panes
    show_at(beside, theme.pixels(700))
    assert (left.isVisible(), right.isVisible()) == (True, False)
    show_at(beside, theme.pixels(400))
    assert (left.isVisible(), right.isVisible()) == (False, False)
    show_at(beside, theme.pixels(1180))
    assert (left.isVisible(), right.isVisible()) == (True, True)


def test_a_window_need_not_be_wider_because_of_its_panes(panes: Panes) -> None:
    left, right, beside = panes
    assert (left.isVisible(), right.isVisible()) == (True, True)
    assert beside.minimumSizeHint().width() < left.minimumWidth()


def test_what_comes_first_into_a_pane_keeps_its_height_until_the_rest_is_there(
    qtbot: QtBot, panes: Panes
) -> None:
    _left, right, _beside = panes
    words = QLabel("I dag", right)
    right.hold(words, 0)
    words.show()
    qtbot.waitUntil(lambda: words.width() > words.sizeHint().width())
    assert words.height() == words.sizeHint().height()
    assert words.y() < words.height()


def test_the_pane_asked_for_takes_the_place_of_the_other(panes: Panes, theme: Theme) -> None:
    left, right, beside = panes
    show_at(beside, theme.pixels(700))
    beside.want(right, wanted=True)
    assert (left.isVisible(), right.isVisible()) == (False, True)


def test_a_pane_put_away_stays_away(panes: Panes, theme: Theme) -> None:
    left, _right, beside = panes
    beside.want(left, wanted=False)
    show_at(beside, theme.pixels(1300))
    assert not left.isVisible()


def test_f6_goes_round_and_comes_back_to_the_same_field(panes: Panes, qtbot: QtBot) -> None:
    left, right, beside = panes
    window = beside.window()
    fields = [QLineEdit(window) for _ in range(3)]
    left.hold(fields[0])
    left.hold(fields[1])
    right.hold(fields[2])
    for field in fields:
        field.show()
    walk = PaneWalk(window)
    fields[1].setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(fields[1].hasFocus)
    walk.step((left, right), window.focusWidget(), 1)
    assert fields[2].hasFocus()
    walk.step((left, right), window.focusWidget(), 1)
    assert fields[1].hasFocus()
    walk.step((left, right), window.focusWidget(), -1)
    assert fields[2].hasFocus()


def test_f6_passes_over_a_pane_that_is_put_away(panes: Panes, qtbot: QtBot) -> None:
    left, right, beside = panes
    fields = [QLineEdit(beside.window()), QLineEdit(beside.window())]
    left.hold(fields[0])
    right.hold(fields[1])
    for field in fields:
        field.show()
    beside.want(right, wanted=False)
    fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(fields[0].hasFocus)
    PaneWalk(beside.window()).step((left, right), fields[0], 1)
    assert fields[0].hasFocus()
