"""The passphrase is forgotten: a forgiving field, and a choice of person where needed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bostoette.models.key_person import KeyPerson
from bostoette.models.recovery_key import RecoveryKey
from bostoette.services import recovery
from bostoette.ui.entry.forgotten_page import ForgottenPage
from bostoette.ui.theme import Theme
from tests.begun import ANOTHER, Begun
from tests.ui.hands import press, show_active, type_text


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ForgottenPage:
    page = ForgottenPage(theme)
    qtbot.addWidget(page)
    page.resize(960, 720)
    show_active(page)
    return page


def test_the_key_is_taken_as_a_person_types_it(qtbot: QtBot, page: ForgottenPage) -> None:
    typed = RecoveryKey.new().text.lower().replace("-", "  ").replace("0", "o")
    type_text(typed)
    with qtbot.waitSignal(page.key_typed) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [typed]


def test_a_mistyped_key_is_told_beside_the_field_before_it_is_tried(
    qtbot: QtBot, page: ForgottenPage
) -> None:
    type_text("abcd-1234")
    with qtbot.assertNotEmitted(page.key_typed):
        press(Qt.Key.Key_Return)
    assert "28 tegn, og her er 8" in page.key.accessibleDescription()
    assert page.key.text() == "abcd-1234"


def test_with_one_person_nobody_is_asked_who_it_is(
    qtbot: QtBot, page: ForgottenPage, begun: Begun
) -> None:
    recovered = recovery.recover(begun.places, begun.recovery_key.text)
    page.ask_for_passphrase(recovered)
    assert not page.owner.isVisible()
    assert page.new_passphrase.first.edit.hasFocus()
    page.new_passphrase.first.edit.setText(ANOTHER)
    page.new_passphrase.second.edit.setText(ANOTHER)
    with qtbot.waitSignal(page.passphrase_chosen) as chosen:
        page.next_button.click()
    assert chosen.args == [ANOTHER, recovered.owners[0].slot_id]


def test_several_persons_are_asked_which_of_them_it_is(
    qtbot: QtBot, page: ForgottenPage, begun: Begun
) -> None:
    found = recovery.recover(begun.places, begun.recovery_key.text)
    two = (
        recovery.Owner("a", KeyPerson("0a", "M.J.", "Mona Jensen")),
        recovery.Owner("b", KeyPerson("0b", "K.L.", "Karl Lund")),
    )
    page.ask_for_passphrase(recovery.Recovered(found.key_file, found.data_key, two))
    assert page.owner.isVisible()
    assert page.owner.placeholderText() == "Vælg dit navn"
    page.new_passphrase.first.edit.setText(ANOTHER)
    page.new_passphrase.second.edit.setText(ANOTHER)
    with qtbot.assertNotEmitted(page.passphrase_chosen):
        page.next_button.click()
    assert page.owner.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(page.passphrase_chosen) as chosen:
        page.next_button.click()
    assert chosen.args == [ANOTHER, "b"]


def test_escape_goes_back(qtbot: QtBot, page: ForgottenPage) -> None:
    with qtbot.waitSignal(page.left):
        press(Qt.Key.Key_Escape)
