"""The first start: three questions, a passphrase, and nothing lost on the way."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bostoette.models.working_hours import WorkingHours
from bostoette.services.first_answers import FirstAnswers
from bostoette.ui.entry.first_start_page import FirstStartPage
from bostoette.ui.theme import Theme
from tests.begun import PASSPHRASE
from tests.ui.hands import focused, press, show_active, type_text


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> FirstStartPage:
    page = FirstStartPage(theme)
    qtbot.addWidget(page)
    page.resize(960, 720)
    show_active(page)
    return page


def type_passphrase(page: FirstStartPage, first: str, second: str) -> None:
    page.new_passphrase.first.edit.setText(first)
    page.new_passphrase.second.edit.setText(second)


def test_a_name_and_a_passphrase_are_enough_by_keyboard_alone(
    qtbot: QtBot, page: FirstStartPage
) -> None:
    type_text("Mona Jensen")
    press(Qt.Key.Key_Return)
    assert focused() is page.new_passphrase.first.edit
    type_text("gron cykel i regnen")
    press(Qt.Key.Key_Return)
    type_text("gron cykel i regnen")
    with qtbot.waitSignal(page.answered) as answered:
        press(Qt.Key.Key_Return)
    expected = FirstAnswers("Mona Jensen", "M.J.", WorkingHours.standard())
    assert answered.args == [expected, "gron cykel i regnen"]


def test_initials_follow_the_name_until_the_person_writes_her_own(page: FirstStartPage) -> None:
    type_text("Mona")
    assert page.initials.text() == "M."
    type_text(" Jensen")
    assert page.initials.text() == "M.J."
    press(Qt.Key.Key_Tab)
    page.initials.selectAll()
    type_text("MJE")
    page.name.setFocus()
    page.name.setCursorPosition(len(page.name.text()))
    type_text(" Holm")
    assert page.initials.text() == "MJE"


def test_what_is_missing_is_said_beside_the_field_and_nothing_is_lost(
    page: FirstStartPage,
) -> None:
    page.initials.setText("MJ")
    page.next_button.click()
    assert page.name.accessibleDescription().startswith("Skriv dit navn")
    assert page.name.hasFocus()
    assert page.initials.text() == "MJ"
    assert page.new_passphrase.isHidden()


def test_the_hours_are_37_until_they_are_changed(page: FirstStartPage) -> None:
    assert page.hours.summary.text() == ("man.–tor. 08.00–16.00, fre. 08.00–13.00 · 37 t om ugen")
    page.hours.change_button.click()
    friday, saturday = page.hours.rows[4], page.hours.rows[5]
    friday.worked.click()
    saturday.worked.click()
    saturday.start.setFocus()
    saturday.start.selectAll()
    type_text("915")
    saturday.end.setFocus()
    saturday.end.selectAll()
    type_text("14:30")
    press(Qt.Key.Key_Tab)
    assert saturday.start.text() == "09.15"
    assert page.hours.summary.text() == (
        "man.–tor. 08.00–16.00, lør. 09.15–14.30 · 37 t 15 om ugen"
    )
    assert page.hours.hours() == WorkingHours((*((480, 960),) * 4, None, (555, 870), None))


@pytest.mark.parametrize(("end", "said"), [("7", "slutte senere"), ("otte", "klokkeslæt")])
def test_a_wrong_time_is_said_at_its_day(page: FirstStartPage, end: str, said: str) -> None:
    page.name.setText("Mona")
    page.initials.setText("M.")
    tuesday = page.hours.rows[1]
    tuesday.end.setText(end)
    page.next_button.click()
    assert said in tuesday.fault.words
    assert tuesday.fault.isVisible()
    assert tuesday.end.hasFocus()
    assert page.new_passphrase.isHidden()


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("", "", "Vælg en adgangssætning"),
        ("1234567890", "1234567890", "let at gætte"),
        (PASSPHRASE, "", "en gang til"),
        (PASSPHRASE, PASSPHRASE + "n", "ikke ens"),
    ],
)
def test_a_passphrase_that_will_not_do_is_told_beside_its_field(
    qtbot: QtBot, page: FirstStartPage, first: str, second: str, said: str
) -> None:
    type_text("Mona Jensen")
    press(Qt.Key.Key_Return)
    type_passphrase(page, first, second)
    with qtbot.assertNotEmitted(page.answered):
        page.next_button.click()
    fields = (page.new_passphrase.first.edit, page.new_passphrase.second.edit)
    assert said in " ".join(field.accessibleDescription() for field in fields)
    assert (fields[0].text(), fields[1].text()) == (first, second)


def test_the_strength_is_said_in_words_while_typing(page: FirstStartPage) -> None:
    type_text("Mona Jensen")
    press(Qt.Key.Key_Return)
    type_text("abc")
    assert page.new_passphrase.strength.words == "Styrke: for svag"
    type_passphrase(page, "lilla hval ved kajen spiser is", "")
    assert page.new_passphrase.strength.words == "Styrke: stærk"


def test_going_back_keeps_every_answer(page: FirstStartPage) -> None:
    type_text("Mona Jensen")
    press(Qt.Key.Key_Return)
    type_passphrase(page, PASSPHRASE, PASSPHRASE)
    page.back_button.click()
    assert page.name.text() == "Mona Jensen"
    page.next_button.click()
    assert page.new_passphrase.text == PASSPHRASE


def test_escape_opens_the_example(qtbot: QtBot, page: FirstStartPage) -> None:
    with qtbot.waitSignal(page.demo_asked):
        press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.demo_asked):
        page.demo_button.click()
    page.show_working("Gør klar …")
    with qtbot.assertNotEmitted(page.demo_asked):
        press(Qt.Key.Key_Escape)
