import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bostoette.ui.rail import Rail, RailPage
from bostoette.ui.theme import Appearance, Theme
from tests.ui.hands import focused, press, show_active

PAGES = (
    RailPage("week", "Uge", "calendar", "Ctrl+1"),
    RailPage("citizens", "Borgere", "people", "Ctrl+2"),
    RailPage("settings", "Indstillinger", "settings", at_foot=True),
)


@pytest.fixture
def rail(theme: Theme, qtbot: QtBot) -> Rail:
    rail = Rail(theme, PAGES)
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 700)
    rail.show()
    rail.show_current("week")
    return rail


def words(rail: Rail) -> list[str]:
    buttons = rail.findChildren(QToolButton)
    return [button.text() for button in sorted(buttons, key=lambda button: button.y())]


def test_it_shows_the_pages_that_exist_and_lock_at_the_foot(rail: Rail) -> None:
    assert words(rail) == ["Uge", "Borgere", "Lås", "Indstillinger"]


def test_a_click_chooses_a_page_and_marks_it(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.page_chosen) as chosen:
        rail.button("citizens").click()
    assert chosen.args == ["citizens"]
    assert rail.button("citizens").isChecked()
    assert not rail.button("week").isChecked()


def test_lock_is_no_page(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.page_chosen), qtbot.waitSignal(rail.lock_asked):
        rail.button("lock").click()
    assert rail.button("week").isChecked()


def test_it_is_one_tab_stop_with_arrows_inside(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    rail, field = Rail(theme, PAGES, page), QLineEdit(page)
    column.addWidget(rail)
    column.addWidget(field)
    rail.show_current("week")
    show_active(page)
    rail.button("week").setFocus()
    press(Qt.Key.Key_Down)
    assert focused() is rail.button("citizens")
    press(Qt.Key.Key_End)
    assert focused() is rail.button("settings")
    press(Qt.Key.Key_Tab)
    assert focused() is field
    press(Qt.Key.Key_Backtab)
    assert focused() is rail.button("settings")
    with qtbot.waitSignal(rail.page_chosen) as chosen:
        press(Qt.Key.Key_Space)
    assert chosen.args == ["settings"]


def test_every_button_has_a_name(rail: Rail) -> None:
    for button in rail.findChildren(QToolButton):
        heard = QAccessible.queryAccessibleInterface(button)
        assert heard.text(QAccessible.Text.Name) == button.text()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_is_cut_and_every_target_is_large_enough(
    theme: Theme, rail: Rail, percent: int
) -> None:
    theme.use(Appearance.LIGHT, percent)
    for button in rail.findChildren(QToolButton):
        needed = button.fontMetrics().horizontalAdvance(button.text())
        assert needed <= button.width() - 8
        assert min(button.width(), button.sizeHint().height()) >= 24
    assert rail.sizeHint().height() < 760


def test_the_example_is_marked_and_its_mark_offers_the_way_out(theme: Theme, qtbot: QtBot) -> None:
    rail = Rail(theme, PAGES, example=True)
    qtbot.addWidget(rail)
    rail.show()
    rail.show_current("week")
    mark = rail.button("example")
    assert mark.text() == "Eksempel"
    assert "opdigtede" in mark.accessibleDescription()
    with qtbot.waitSignal(rail.leave_example_asked):
        mark.menu().actions()[0].trigger()
    assert mark.menu().actions()[0].text() == "Forlad eksemplet"
    assert rail.button("week").isChecked()


def test_the_mark_of_the_example_is_reached_by_arrows_and_opens_by_key(
    theme: Theme, qtbot: QtBot
) -> None:
    rail = Rail(theme, PAGES, example=True)
    qtbot.addWidget(rail)
    rail.show_current("week")
    show_active(rail)
    rail.button("week").setFocus()
    for _ in range(2):
        press(Qt.Key.Key_Down)
    mark = rail.button("example")
    assert focused() is mark
    menu = mark.menu()
    seen: list[bool] = []

    def close() -> None:
        seen.append(menu.isVisible())
        menu.close()

    QTimer.singleShot(0, close)
    press(Qt.Key.Key_Space)
    assert seen == [True]


def test_ones_own_data_has_no_such_mark(rail: Rail) -> None:
    assert "Eksempel" not in words(rail)
