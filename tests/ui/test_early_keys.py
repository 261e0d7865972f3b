"""What is typed while a form is being made goes into the form, and acts on nothing behind it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from bostoette.ui.early_keys import hand_over
from tests.ui.hands import FREE, show_active


def _behind(qtbot: QtBot) -> tuple[QMainWindow, list[str]]:
    window, done = QMainWindow(), list[str]()
    qtbot.addWidget(window)
    action = QAction("Noget andet", window)
    action.setShortcut(QKeySequence("Ctrl+G"))
    action.triggered.connect(lambda: done.append("gik"))
    window.addAction(action)
    window.setCentralWidget(QLineEdit(window))
    show_active(window)
    return window, done


def test_letters_and_tab_go_where_they_were_meant(qtbot: QtBot) -> None:
    window, done = _behind(qtbot)
    form = QDialog(window)
    first, second = QLineEdit(form), QLineEdit(form)
    first.setFocus()
    entry = window.windowHandle()

    def typed_at_once() -> None:
        for key, text in ((Qt.Key.Key_A, "a"), (Qt.Key.Key_S, "s")):
            QTest.sendKeyEvent(QTest.KeyAction.Click, entry, key, text, FREE)
        QTest.keyClick(entry, Qt.Key.Key_Tab)
        QTest.sendKeyEvent(QTest.KeyAction.Click, entry, Qt.Key.Key_T, "t", FREE)
        QTest.keyClick(entry, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)

    QTimer.singleShot(0, typed_at_once)
    hand_over(form)
    form.open()
    qtbot.waitUntil(lambda: second.text() == "t")
    assert first.text() == "as"
    assert done == []
    assert isinstance(behind := window.centralWidget(), QLineEdit)
    assert behind.text() == ""


def test_the_window_behind_hears_its_keys_again_after_the_form(qtbot: QtBot) -> None:
    window, done = _behind(qtbot)
    form = QDialog(window)
    hand_over(form)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert done == ["gik"]
