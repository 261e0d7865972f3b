"""The summary leaves in the citizen's own way, and the program says how far it has come (P70)."""

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from bostoette.ui.notes.summary_dialog import SummaryDialog
from bostoette.ui.theme import Theme
from tests.ui.hands import show_active


@pytest.mark.parametrize("there", [True, False])
def test_it_says_whether_the_mail_program_took_it(
    theme: Theme, qtbot: QtBot, *, there: bool
) -> None:
    handed: list[QUrl] = []

    def open_mail(url: QUrl) -> bool:
        handed.append(url)
        return there

    dialog = SummaryDialog(
        theme, "A.M.", "Du ringer til lægen.", 100, lambda _text, _how: None, open_mail=open_mail
    )
    qtbot.addWidget(dialog)
    show_active(dialog)
    dialog.mail.click()
    (url,) = handed
    assert url.scheme() == "mailto"
    assert dialog.isVisible(), "whether it was sent is for the person to say"
    assert dialog.trouble.isVisible() is not there
    said = dialog.count if there else dialog.trouble
    assert ("lagt over i mailprogrammet" if there else "intet mailprogram") in said.text()
