"""Keys have one name everywhere: in menus, in the palette and in the guide."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from bostoette.ui.key_words import KeyWords
from bostoette.ui.palette.command import danish_keys


def test_menus_say_keys_as_the_palette_does(qtbot: QtBot) -> None:
    del qtbot
    app = QCoreApplication.instance()
    assert app is not None
    words = KeyWords(app)
    app.installTranslator(words)
    try:
        for keys in ("Ctrl+Shift+H", "Shift+F10"):
            sequence = QKeySequence(keys)
            native = sequence.toString(QKeySequence.SequenceFormat.NativeText)
            assert native == danish_keys(sequence)
        assert QKeySequence("Ctrl+Return") != QKeySequence("Ctrl+Enter")
    finally:
        app.removeTranslator(words)


def test_other_words_are_left_to_the_danish_of_the_toolkit() -> None:
    words = KeyWords()
    assert words.translate("QShortcut", "Shift") == "Shift"
    assert words.translate("QShortcut", "Left") is None
    assert words.translate("QDialog", "Shift") is None
