"""A number that a form has just put before a person is replaced by what she types."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bostoette.ui.number_field import NumberField
from tests.ui.hands import show_active


def test_typing_replaces_the_number_of_a_field_that_a_form_went_to(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    other, number = QLineEdit(form), NumberField(form)
    number.setValue(1)
    show_active(form)
    other.setFocus()
    number.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(number, "2")
    assert number.value() == 2
