"""Every entry page: names for screen readers, the keyboard, large text, both schemes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bostoette.models.key_person import KeyPerson
from bostoette.models.recovery_key import RecoveryKey
from bostoette.store.file_lock import AlreadyOpen, Holder
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.first_start_page import FirstStartPage
from bostoette.ui.entry.forgotten_page import ForgottenPage
from bostoette.ui.entry.new_here_page import NewHerePage
from bostoette.ui.entry.own_passphrase_page import OwnPassphrasePage
from bostoette.ui.entry.recovery_key_page import RecoveryKeyPage
from bostoette.ui.entry.unlock_page import UnlockPage
from bostoette.ui.entry.waiting_page import WaitingPage
from bostoette.ui.theme import Appearance, Theme
from tests.clock import Clock
from tests.ui.hands import focused, press, show_active


def first_start(theme: Theme) -> EntryPage:
    return FirstStartPage(theme)


def first_start_with_faults(theme: Theme) -> EntryPage:
    page = FirstStartPage(theme)
    page.hours.change_button.setChecked(True)
    page.hours.rows[2].start.setText("otte")
    page.next_button.click()
    return page


def first_passphrase(theme: Theme) -> EntryPage:
    page = FirstStartPage(theme)
    page.name.setText("Mona")
    page.initials.setText("M.")
    page.next_button.click()
    page.next_button.click()
    return page


def unlock(theme: Theme) -> EntryPage:
    page = UnlockPage(theme)
    page.offer_to_remember(remembered=False)
    page.notice.say("Adgangssætningen passer ikke. Dine data er urørte. Prøv igen.", "detaljer")
    return page


def recovery_key(theme: Theme) -> EntryPage:
    page = RecoveryKeyPage(theme, RecoveryKey.new(), Clock())
    page.next_button.click()
    return page


def forgotten(theme: Theme) -> EntryPage:
    return ForgottenPage(theme)


def first_start_of_several(theme: Theme) -> EntryPage:
    page = FirstStartPage(theme, shared=True)
    page.together.together_button.setChecked(True)
    return page


def unlock_among_several(theme: Theme) -> EntryPage:
    people = (KeyPerson("0a", "K.L.", "Karl Lund"), KeyPerson("0b", "M.J.", "Mona Jensen"))
    return UnlockPage(theme, people, elsewhere="Åbn de fælles data")


def own_passphrase(theme: Theme) -> EntryPage:
    return OwnPassphrasePage(theme)


def new_here(theme: Theme) -> EntryPage:
    return NewHerePage(theme)


def waiting(theme: Theme) -> EntryPage:
    since = Clock()()
    return WaitingPage(theme, AlreadyOpen(Holder(7, "M.J.", since)), minutes=10)


PAGES = [
    first_start,
    first_start_with_faults,
    first_start_of_several,
    first_passphrase,
    unlock,
    unlock_among_several,
    own_passphrase,
    new_here,
    waiting,
    recovery_key,
    forgotten,
]


@pytest.fixture(params=PAGES, ids=lambda make: make.__name__)
def make(request: pytest.FixtureRequest) -> Callable[[Theme], EntryPage]:
    chosen: Callable[[Theme], EntryPage] = request.param
    return chosen


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, make: Callable[[Theme], EntryPage]) -> EntryPage:
    page = make(theme)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    show_active(page)
    return page


def controls(page: EntryPage) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    return [each for each in page.findChildren(QWidget) if isinstance(each, kinds)]


def settle() -> None:
    """Let layouts and what waits for them come to rest."""
    for _ in range(3):
        QApplication.processEvents()


def test_every_control_has_a_name(page: EntryPage) -> None:
    for control in controls(page):
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name).strip(), control


def test_every_control_is_reached_by_tab(page: EntryPage) -> None:
    wanted = {each for each in controls(page) if each.isVisible() and each.isEnabled()}
    wanted -= {  # the arrows reach them from the one that is chosen
        each for each in wanted if isinstance(each, QRadioButton) and not each.isChecked()
    }
    reached: set[QWidget] = set()
    for _ in range(3 * len(wanted)):
        reached.add(focused())
        press(Qt.Key.Key_Tab)
    assert wanted - reached == set()


def test_what_has_the_focus_is_in_view(page: EntryPage, theme: Theme) -> None:
    theme.use(Appearance.LIGHT, 200)
    for _ in range(30):
        press(Qt.Key.Key_Tab)
        settle()
        here = focused()
        top = here.mapTo(page, QPoint(0, 0)).y()
        assert top >= 0
        assert top + here.height() <= page.height()


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped(
    page: EntryPage, theme: Theme, appearance: Appearance, percent: int
) -> None:
    theme.use(appearance, percent)
    settle()
    for each in page.findChildren(QWidget):
        if not each.isVisible() or isinstance(each, QScrollBar):
            continue
        left = each.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0
        assert left + each.width() <= page.width()
        if isinstance(each, QLabel) and each.wordWrap():
            assert each.height() >= each.heightForWidth(each.width()), each.text()
        elif isinstance(each, QLabel | QAbstractButton):
            assert each.width() >= each.minimumSizeHint().width(), each
            assert each.height() >= each.minimumSizeHint().height(), each


def test_what_can_be_clicked_is_large_enough(page: EntryPage) -> None:
    for control in controls(page):
        if control.isVisible():
            assert min(control.width(), control.height()) >= 24, control
