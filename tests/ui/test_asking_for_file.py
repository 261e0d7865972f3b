"""Asking for a file: in Danish, among the person's documents, with the ending it is to have."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bostoette.ui.asking_for_file import ask_where_to_save, ask_which_file

KINDS = "Kalenderfiler (*.ics)"
Answer = Callable[[QFileDialog], None]


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> QWidget:
    monkeypatch.setenv("HOME", str(tmp_path))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def _answer(how: Answer) -> None:
    def now() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            how(dialog)
        else:
            QTimer.singleShot(10, now)  # it is still being made

    QTimer.singleShot(0, now)


def test_a_name_without_an_ending_gets_the_one_it_is_to_have(
    window: QWidget, tmp_path: Path
) -> None:
    def name_it(dialog: QFileDialog) -> None:
        said = [label.text() for label in dialog.findChildren(QLabel)]
        assert {"Mappe:", "Filnavn:", "Filtype:"} <= set(said)
        buttons = {one.text().replace("&", "") for one in dialog.findChildren(QPushButton)}
        assert {"Gem", "Annullér"} <= buttons
        assert Path(dialog.directory().absolutePath()) == tmp_path
        (name,) = dialog.findChildren(QLineEdit, "fileNameEdit")
        name.setText("min uge")
        dialog.accept()

    _answer(name_it)
    found = ask_where_to_save(window, "Gem kalenderfil", "uge-49.ics", KINDS)
    assert found == tmp_path / "min uge.ics"


def test_giving_up_gives_nothing(window: QWidget) -> None:
    _answer(QFileDialog.reject)
    assert ask_which_file(window, "Vælg", "", KINDS) is None
