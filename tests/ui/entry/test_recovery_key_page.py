"""The recovery key: shown once, printed, copied with care, and proved by two groups."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter
from pytestqt.qtbot import QtBot

from bostoette.models.recovery_key import RecoveryKey
from bostoette.ui.entry.recovery_key_page import RecoveryKeyPage
from bostoette.ui.entry.recovery_sheet import draw_recovery_sheet
from bostoette.ui.theme import Theme
from tests.clock import MONDAY, Clock
from tests.ui.hands import press, show_active, type_text


@pytest.fixture
def key() -> RecoveryKey:
    return RecoveryKey.new()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, key: RecoveryKey) -> RecoveryKeyPage:
    page = RecoveryKeyPage(theme, key, Clock(), asked=(1, 5))
    qtbot.addWidget(page)
    page.resize(960, 720)
    show_active(page)
    return page


def test_two_groups_typed_back_lead_on(
    qtbot: QtBot, page: RecoveryKeyPage, key: RecoveryKey
) -> None:
    page.fields[0].setFocus()
    type_text(key.groups[1].lower())
    press(Qt.Key.Key_Return)
    type_text(f" {key.groups[5]} ")
    with qtbot.waitSignal(page.confirmed):
        press(Qt.Key.Key_Return)


def test_a_wrong_group_is_told_beside_its_field_and_holds_the_person_back(
    qtbot: QtBot, page: RecoveryKeyPage, key: RecoveryKey
) -> None:
    page.fields[0].setText(key.groups[1])
    page.fields[1].setText("!!!!")
    with qtbot.assertNotEmitted(page.confirmed):
        page.next_button.click()
    assert page.fields[0].accessibleDescription() == ""
    assert page.fields[1].accessibleDescription() == ("Det er ikke gruppe 6. Se efter på papiret.")
    assert page.fields[1].hasFocus()


def test_without_the_groups_nobody_goes_on(qtbot: QtBot, page: RecoveryKeyPage) -> None:
    with qtbot.assertNotEmitted(page.confirmed):
        page.next_button.click()
    assert page.fields[0].accessibleDescription() == "Skriv de 4 tegn i gruppe 2."


def test_which_groups_are_asked_for_changes(qtbot: QtBot, theme: Theme, key: RecoveryKey) -> None:
    asked = set()
    for _ in range(30):
        page = RecoveryKeyPage(theme, key, Clock())
        qtbot.addWidget(page)
        asked.add(page.asked)
    assert len(asked) > 3
    assert all(0 <= first < second <= 6 for first, second in asked)


def test_a_copy_leaves_the_clipboard_when_the_page_is_left(
    page: RecoveryKeyPage, key: RecoveryKey
) -> None:
    clipboard = QGuiApplication.clipboard()
    page.copy_button.click()
    assert clipboard.text() == key.text
    assert clipboard.mimeData().data("x-kde-passwordManagerHint").data() == b"secret"
    page.close()
    assert clipboard.text() == ""


def test_what_others_copied_since_is_left_alone(page: RecoveryKeyPage, key: RecoveryKey) -> None:
    page.copy_button.click()
    QGuiApplication.clipboard().setText("noget andet")
    page.forget_copy()
    assert QGuiApplication.clipboard().text() == "noget andet"


def test_the_sheet_can_be_printed(qapp: object, tmp_path: Path, key: RecoveryKey) -> None:
    path = tmp_path / "sheet.pdf"
    device = QPdfWriter(str(path))
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert draw_recovery_sheet(device, key, MONDAY)
    del device
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints")
def test_a_sheet_that_cannot_be_printed_is_said(page: RecoveryKeyPage, tmp_path: Path) -> None:
    page.print_on(QPdfWriter(str(tmp_path / "gone" / "sheet.pdf")), MONDAY)
    assert "blev ikke udskrevet" in page.notice.words


def test_the_key_is_larger_than_other_text(page: RecoveryKeyPage, theme: Theme) -> None:
    sign = page.signs[0]
    assert sign.sizeHint().height() > page.copy_button.fontMetrics().height()
    assert sign.sizeHint() != QSize(0, 0)
