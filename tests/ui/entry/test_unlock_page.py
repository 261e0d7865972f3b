"""The unlock page: what it asks, says and offers."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bostoette.models.key_person import KeyPerson
from bostoette.models.plan_error import PlanError
from bostoette.ui.entry.unlock_page import UnlockPage
from bostoette.ui.theme import Theme
from tests.ui.hands import press, show_active, type_text


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> UnlockPage:
    page = UnlockPage(theme)
    qtbot.addWidget(page)
    page.resize(960, 720)
    show_active(page)
    return page


def test_typing_and_enter_unlock_without_the_mouse(qtbot: QtBot, page: UnlockPage) -> None:
    with qtbot.waitSignal(page.unlock_asked) as asked:
        type_text("gron cykel")
        press(Qt.Key.Key_Return)
    assert asked.args == ["gron cykel"]


def test_an_empty_passphrase_is_asked_for_beside_the_field(qtbot: QtBot, page: UnlockPage) -> None:
    with qtbot.assertNotEmitted(page.unlock_asked):
        page.unlock_button.click()
    assert page.passphrase.edit.accessibleDescription() == "Skriv din adgangssætning."
    type_text("g")
    assert page.passphrase.edit.accessibleDescription() == ""


def test_a_refusal_is_said_on_the_page_and_what_was_typed_stands(page: UnlockPage) -> None:
    type_text("forkert")
    page.show_working("Låser op …")
    page.say_refused(PlanError("Adgangssætningen passer ikke.", details="WrongPassphrase"))
    assert page.notice.isVisible()
    assert page.notice.words == "Adgangssætningen passer ikke."
    assert page.passphrase.edit.selectedText() == "forkert"
    assert page.passphrase.edit.hasFocus()
    assert page.unlock_button.isEnabled()


def test_while_it_works_it_says_so_and_takes_no_second_order(
    qtbot: QtBot, page: UnlockPage
) -> None:
    type_text("adgang")
    page.show_working("Låser op …")
    assert page.unlock_button.text() == "Låser op …"
    with qtbot.assertNotEmitted(page.unlock_asked):
        press(Qt.Key.Key_Return)


def test_the_passphrase_is_hidden_until_asked_for(page: UnlockPage) -> None:
    assert page.passphrase.edit.echoMode() is QLineEdit.EchoMode.Password
    page.passphrase.show_button.click()
    assert page.passphrase.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert page.passphrase.show_button.accessibleName() == "Skjul adgangssætningen"


def test_caps_lock_is_noticed_by_the_letters(page: UnlockPage) -> None:
    press_letter(page, "A", Qt.KeyboardModifier.ShiftModifier)
    assert page.passphrase.caps_lock.isHidden()
    press_letter(page, "b")
    assert page.passphrase.caps_lock.isHidden()
    press_letter(page, "C")
    assert page.passphrase.caps_lock.isVisible()
    press_letter(page, "d", Qt.KeyboardModifier.ShiftModifier)
    assert page.passphrase.caps_lock.isVisible()
    press_letter(page, "e")
    assert page.passphrase.caps_lock.isHidden()
    press_letter(page, "F")
    press(Qt.Key.Key_CapsLock)
    assert page.passphrase.caps_lock.isHidden()


def press_letter(
    page: UnlockPage, letter: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    key = Qt.Key(ord(letter.upper()))
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, letter)
    QCoreApplication.sendEvent(page.passphrase.edit, event)


def test_remembering_is_offered_only_where_it_can_be_done(page: UnlockPage) -> None:
    wishes = [page.remember_wish]
    assert page.remember_box.isHidden()
    page.offer_to_remember(remembered=False)
    wishes.append(page.remember_wish)
    page.remember_box.click()
    wishes.append(page.remember_wish)
    assert wishes == [None, False, True]


def test_the_quiet_ways_on_are_there(qtbot: QtBot, page: UnlockPage) -> None:
    with qtbot.waitSignal(page.forgotten):
        page.forgotten_button.click()
    page.demo_button.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(page.demo_asked):
            press(key)


def test_the_example_does_not_offer_itself(qtbot: QtBot, theme: Theme) -> None:
    page = UnlockPage(theme, example=False)
    qtbot.addWidget(page)
    assert page.demo_button.isHidden()


# --- several people ---

MONA = KeyPerson("0a", "M.J.", "Mona Jensen")
KARL = KeyPerson("0b", "K.L.", "Karl Lund")


def page_of_two(
    qtbot: QtBot, theme: Theme, last: str = "", *, discreet: bool = False
) -> UnlockPage:
    page = UnlockPage(theme, (KARL, MONA), last=last, discreet=discreet)
    qtbot.addWidget(page)
    page.resize(960, 720)
    show_active(page)
    return page


def test_where_one_person_is_alone_nobody_is_asked_who_she_is(page: UnlockPage) -> None:
    assert page.who is None
    assert page.person is None


def test_who_came_in_last_is_chosen_and_types_her_passphrase_at_once(
    qtbot: QtBot, theme: Theme
) -> None:
    page = page_of_two(qtbot, theme, last="0a")
    assert page.person == MONA
    assert page.passphrase.edit.hasFocus()


def test_where_nobody_came_in_before_the_name_is_asked_for_first(
    qtbot: QtBot, theme: Theme
) -> None:
    page = page_of_two(qtbot, theme)
    assert page.who is not None
    assert page.who.hasFocus()
    page.passphrase.edit.setText("gron cykel")
    with qtbot.assertNotEmitted(page.unlock_asked):
        page.unlock_button.click()
    assert page.who.hasFocus()
    press(Qt.Key.Key_Down)
    assert page.person == KARL


def test_another_name_lets_what_was_typed_go(qtbot: QtBot, theme: Theme) -> None:
    page = page_of_two(qtbot, theme, last="0a")
    type_text("gron cykel")
    assert page.who is not None
    page.who.setCurrentIndex(0)
    assert page.passphrase.text == ""


def test_in_discretion_only_initials_are_told(qtbot: QtBot, theme: Theme) -> None:
    page = page_of_two(qtbot, theme, discreet=True)
    assert page.who is not None
    assert [page.who.itemText(row) for row in range(2)] == ["K.L.", "M.J."]


def test_the_box_is_ticked_for_whom_the_machine_remembers_and_for_nobody_else(
    qtbot: QtBot, theme: Theme
) -> None:
    page = page_of_two(qtbot, theme, last="0a")
    page.offer_to_remember(remembered=True, whose="0a")
    assert page.remember_box.isChecked()
    assert page.who is not None
    page.who.setCurrentIndex(0)
    assert not page.remember_box.isChecked()
