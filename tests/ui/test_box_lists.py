import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bostoette.ui.calm_box import CalmBox
from bostoette.ui.roomy_box import RoomyBox
from bostoette.ui.stylesheet import CONTROL_HEIGHT
from bostoette.ui.theme import Appearance, Theme


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("count", [2, 3, 8])
def test_the_list_of_a_box_with_the_focus_shows_every_choice_whole(
    qtbot: QtBot, theme: Theme, count: int, percent: int
) -> None:
    theme.use(Appearance.LIGHT, percent)
    form = QWidget()
    qtbot.addWidget(form)
    box = RoomyBox(form)
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


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", [RoomyBox, CalmBox])
def test_every_choice_in_the_list_of_a_box_is_as_high_as_what_else_is_clicked(
    qtbot: QtBot, theme: Theme, kind: type[RoomyBox], percent: int
) -> None:
    theme.use(Appearance.LIGHT, percent)
    form = QWidget()
    qtbot.addWidget(form)
    box = kind(form)
    box.addItems(["Besøg", "Telefon", "Gåtur"])
    form.show()

    box.showPopup()

    shown = box.view()
    qtbot.waitUntil(shown.isVisible)
    heights = {shown.visualRect(box.model().index(row, 0)).height() for row in range(3)}
    assert min(heights) >= CONTROL_HEIGHT * percent // 100
    box.hidePopup()


def test_a_choice_wider_than_its_box_is_read_whole_in_the_list(qtbot: QtBot, theme: Theme) -> None:
    theme.use(Appearance.LIGHT)
    form = QWidget()
    qtbot.addWidget(form)
    box = CalmBox(form)
    words = "Hjælp til kontakt med pårørende og venner, som bor langt væk"
    box.addItems([words, "Andet"])
    box.setFixedWidth(120)
    form.show()

    box.showPopup()

    shown = box.view()
    qtbot.waitUntil(shown.isVisible)
    assert shown.viewport().width() > shown.fontMetrics().horizontalAdvance(words)
    box.hidePopup()


def test_no_page_makes_a_box_with_the_low_rows_that_qt_gives_it() -> None:
    pages = Path(__file__).parents[2] / "bostoette" / "ui"
    plain = [
        page.name for page in pages.rglob("*.py") if re.search(r"= QComboBox\(", page.read_text())
    ]
    assert plain == []
