"""The whole window by keyboard: Tab comes round soon, nothing is out of reach, all has a name."""

import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from bostoette.models.contact_form import ContactForm
from bostoette.ui.main_window import MainWindow
from bostoette.ui.palette.palette_work import PaletteWork
from bostoette.ui.week.week_page import WeekPage
from tests.ui.hands import CONTROL, SHIFT, focused, press

MOST_STOPS = 10
ENDS_THE_RUN = ("Lås", "Forlad eksemplet", "Åbn eksemplet", "Ud af eksemplet")


@pytest.fixture
def window(example_window: MainWindow) -> MainWindow:
    return example_window


@pytest.fixture
def week(window: MainWindow) -> WeekPage:
    page = window.page("week")
    assert isinstance(page, WeekPage)
    page.grid.setFocus()
    return page


def choose(week: WeekPage, form: ContactForm) -> None:
    """Choose the last contact of a form, and wait until the panel shows it."""
    week.grid.choose([one.id for one in week.shown.contacts if one.form is form][-1])
    QTest.qWait(50)


def go_round(held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> list[QWidget]:
    """Press Tab until it comes back to where it began."""
    begun, stops = focused(), [focused()]
    for _ in range(4 * MOST_STOPS):
        press(Qt.Key.Key_Tab, held)
        if focused() is begun:
            return stops
        stops.append(focused())
    pytest.fail(f"Tab does not come back: {[named(one) for one in stops]}")


def test_a_window_begins_within_a_small_screen(window: MainWindow) -> None:
    window.fit(QSize(1280, 720))
    assert window.height() <= 690  # the title takes the rest
    assert window.width() <= 1280


def test_arrows_go_from_the_talk_before_a_video_on_into_its_checklist(week: WeekPage) -> None:
    choose(week, ContactForm.VIDEO)
    agreed = next(one for one in week.right.findChildren(QCheckBox) if one.isVisible())
    agreed.setFocus()
    reached = []
    for _ in range(8):
        press(Qt.Key.Key_Down)
        reached.append(named(focused()))
    assert any(name.startswith("Tjekliste før samtalen") for name in reached)


@pytest.mark.parametrize("form", [ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO])
def test_tab_comes_round_the_week_in_ten_stops(week: WeekPage, form: ContactForm) -> None:
    choose(week, form)
    stops = go_round()
    assert len(stops) <= MOST_STOPS, [named(one) for one in stops]


def test_tab_comes_round_the_teams_week_in_ten_stops(week: WeekPage) -> None:
    choose(week, ContactForm.PHONE)
    week.whose.show_team()
    QTest.qWait(50)
    stops = go_round()
    assert len(stops) <= MOST_STOPS, [named(one) for one in stops]


def test_tab_reaches_every_part_of_the_window_from_left_to_right(
    window: MainWindow, week: WeekPage
) -> None:
    choose(week, ContactForm.PHYSICAL)
    window.rail.button("week").setFocus()
    parts = (window.rail, week.bar, week.strip, week.left, week.grid, week.right)
    order = [
        next(place for place, part in enumerate(parts) if part is stop or part.isAncestorOf(stop))
        for stop in go_round()
    ]
    assert order == sorted(order)
    assert set(order) == set(range(len(parts)))


def test_shift_tab_goes_the_same_way_back(week: WeekPage) -> None:
    choose(week, ContactForm.PHYSICAL)
    there = go_round()
    back = go_round(SHIFT)
    assert back[1:] == list(reversed(there[1:]))


def test_arrows_reach_every_button_above_the_week(week: WeekPage) -> None:
    week.bar.title.setFocus()
    for _ in range(20):
        press(Qt.Key.Key_Left)
    reached = [focused()]
    for _ in range(20):
        press(Qt.Key.Key_Right)
        if focused() is not reached[-1]:
            reached.append(focused())
    buttons = [
        one
        for kind in (QPushButton, QToolButton)
        for one in week.bar.findChildren(kind)
        if one.isVisible() and one.isEnabled()
    ]
    assert set(reached) == set(buttons)


def test_tab_comes_back_to_the_button_that_was_used(week: WeekPage) -> None:
    week.bar.title.setFocus()
    press(Qt.Key.Key_Right)
    used = focused()
    assert used is not week.bar.title
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab, SHIFT)
    assert focused() is used


def test_arrows_go_through_the_tray_and_the_list_keeps_its_own(week: WeekPage) -> None:
    tabs = week.left.findChild(QTabBar)
    assert isinstance(tabs, QTabBar)
    tabs.setFocus()
    press(Qt.Key.Key_Down)
    rows = focused()
    assert rows.accessibleName() == "Mangler en tid"
    press(Qt.Key.Key_Down)
    assert focused() is rows
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert focused() is tabs


def test_f6_comes_into_the_tray_at_what_lacks_a_time_and_enter_begins_to_place_it(
    week: WeekPage,
) -> None:
    week.grid.setFocus()
    press(Qt.Key.Key_F6, SHIFT)
    assert focused().accessibleName() == "Mangler en tid"
    press(Qt.Key.Key_Return)
    assert week.grid.guest is not None


def test_enter_presses_a_button_as_space_does(week: WeekPage) -> None:
    asked: list[bool] = []
    week.bar.month_asked.connect(lambda: asked.append(True))
    week.bar.title.setFocus()
    press(Qt.Key.Key_Return)
    assert asked


def test_a_key_for_a_contact_says_so_where_none_is_chosen(
    window: MainWindow, week: WeekPage
) -> None:
    week.grid.clearSelection()
    week.grid.setCurrentIndex(QModelIndex())
    press(Qt.Key.Key_H, CONTROL | SHIFT)
    assert window.message.isVisible()
    assert window.message.accessibleName().startswith("Vælg først en kontakt i ugen")


def named(widget: QWidget) -> str:
    """Return the name a screen reader says."""
    heard = QAccessible.queryAccessibleInterface(widget)
    name = heard.text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox) and not widget.accessibleName():
        return ""  # else its value would be taken for its name
    return name or widget.accessibleName()


def unnamed(top: QWidget) -> list[str]:
    """Return what can have the keyboard there and has no name."""
    inner = (QAbstractSpinBox, QComboBox, QAbstractScrollArea)
    found = []
    for widget in top.findChildren(QWidget):
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        part = widget.focusProxy() is not None or isinstance(widget.parentWidget(), inner)
        window = widget.window()
        there = window is top.window() and widget.isVisible()
        if there and takes_keys and not part and not named(widget):
            at = type(widget.parentWidget()).__name__
            found.append(f"{type(widget).__name__} in {at} of {type(top).__name__}")
    return found


def test_every_control_on_every_page_has_a_name(window: MainWindow, week: WeekPage) -> None:
    choose(week, ContactForm.VIDEO)
    window.make_pages()
    for key in ("week", "citizens", "notes", "conditions", "settings"):
        window.show_page(key)
        QTest.qWait(20)
        assert unnamed(window) == []


class Visitor:
    """Looks at every dialog that comes up, and closes it again."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.unnamed: list[str] = []
        self._clock = QTimer()
        self._clock.timeout.connect(self._look)
        self._clock.start(5)

    def stop(self) -> None:
        self._clock.stop()

    def _look(self) -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            menu.close()
            return
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        if not isinstance(dialog, QFileDialog):  # Qt's own
            self.seen.add(type(dialog).__name__)
            self.unnamed += unnamed(dialog)
        dialog.reject()


def test_every_control_in_every_dialog_has_a_name(window: MainWindow, week: WeekPage) -> None:
    work = window.findChild(PaletteWork)
    assert isinstance(work, PaletteWork)
    work.commands()
    window.make_pages()
    window.show_page("week")
    choose(week, ContactForm.PHYSICAL)
    visitor = Visitor()
    shown = [window, *(window.stack.widget(at) for at in range(window.stack.count()))]
    actions = [one for widget in filter(None, shown) for one in widget.actions()]
    for action in [*actions, *week.bar.more.actions()]:
        words = action.text().replace("&", "")
        if words and action.isEnabled() and not words.startswith(ENDS_THE_RUN):
            action.trigger()
            QTest.qWait(15)
    visitor.stop()
    assert visitor.unnamed == []
    assert len(visitor.seen) >= 8, visitor.seen
