import pytest
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bostoette.ui.theme import Appearance, Theme


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("count", [2, 3, 8])
def test_the_list_of_a_box_with_the_focus_shows_every_choice_whole(
    qtbot: QtBot, theme: Theme, count: int, percent: int
) -> None:
    theme.use(Appearance.LIGHT, percent)
    form = QWidget()
    qtbot.addWidget(form)
    box = QComboBox(form)
    box.addItems([f"Svar {number}" for number in range(count)])
    QVBoxLayout(form).addWidget(box)
    form.show()
    form.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)

    box.showPopup()

    shown = box.view()
    qtbot.waitUntil(shown.isVisible)
    last = shown.visualRect(box.model().index(count - 1, 0))
    assert last.bottom() <= shown.viewport().rect().bottom()
    assert shown.verticalScrollBar().maximum() == 0
    box.hidePopup()
