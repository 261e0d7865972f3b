"""Enter in a dialog presses the button that has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bostoette.ui.enter_presses import EnterPresses
from tests.ui.hands import press, show_active


def test_enter_presses_the_focused_button_and_in_a_field_the_main_one(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    EnterPresses(window)
    dialog = QDialog(window)
    pressed: list[str] = []
    column = QVBoxLayout(dialog)
    field = QLineEdit(dialog)
    column.addWidget(field)
    buttons = {}
    for words in ("Gendan", "Behold det, der er"):
        button = QPushButton(words, dialog)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False, words=words: pressed.append(words))
        column.addWidget(button)
        buttons[words] = button
    buttons["Gendan"].setDefault(True)
    show_active(dialog)
    field.setFocus()
    press(Qt.Key.Key_Return)
    buttons["Behold det, der er"].setFocus()
    press(Qt.Key.Key_Return)
    field.setFocus()
    press(Qt.Key.Key_Return)
    assert pressed == ["Gendan", "Behold det, der er", "Gendan"]
    assert not buttons["Behold det, der er"].autoDefault()
