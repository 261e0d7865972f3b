"""The main button of a form is seen as such, and pressed by Ctrl+Enter."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.theme import Theme
from tests.ui.hands import show_active


def test_it_is_drawn_in_the_colour_of_what_the_form_is_for(qtbot: QtBot, theme: Theme) -> None:
    dialog = FormDialog(theme, "Ny borger", (400, 300))
    qtbot.addWidget(dialog)
    show_active(dialog)
    wanted = QColor(theme.tokens.accent)
    for button, main in ((dialog.save_button, True), (dialog.cancel_button, False)):
        seen = button.grab().toImage().pixelColor(12, button.height() // 2)
        assert (seen.rgb() == wanted.rgb()) is main
