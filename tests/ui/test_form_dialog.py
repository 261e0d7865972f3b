"""A form by keyboard: it begins in its first field, and its buttons come last."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.stopping import Stopping
from bostoette.ui.citizens.end_citizen_dialog import EndCitizenDialog
from bostoette.ui.theme import Theme
from tests.ui.hands import SHIFT, focused, press, show_active

TODAY = date(2026, 11, 23)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> EndCitizenDialog:
    made = EndCitizenDialog(
        theme,
        "Asta Mortensen",
        CitizenStatus.ACTIVE,
        TODAY,
        what_stops=lambda _day: Stopping(),
        save=lambda *_: None,
    )
    qtbot.addWidget(made)
    show_active(made)
    return made


def order_of(dialog: EndCitizenDialog) -> list[QWidget]:
    return [
        dialog.status.box,
        dialog.from_day,
        dialog.stop,
        dialog.save_button,
        dialog.cancel_button,
    ]


def test_a_form_begins_in_its_first_field_so_that_enter_does_nothing_unread(
    dialog: EndCitizenDialog,
) -> None:
    assert focused() is dialog.status.box


def test_tab_goes_through_a_form_and_comes_to_the_buttons_last(dialog: EndCitizenDialog) -> None:
    reached = []
    for _ in order_of(dialog):
        reached.append(focused())
        press(Qt.Key.Key_Tab)
    assert reached == order_of(dialog)
    assert focused() is dialog.status.box


def test_shift_tab_goes_back_from_the_first_field_to_the_last_button(
    dialog: EndCitizenDialog,
) -> None:
    press(Qt.Key.Key_Tab, SHIFT)
    assert focused() is dialog.cancel_button
