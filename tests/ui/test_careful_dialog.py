"""A small dialog asks before it goes, where something typed in it would go with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from bostoette.models.material_fields import MaterialFields
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.settings.material_list import MaterialDialog
from bostoette.ui.settings.passphrase_dialogs import AskPassphrase
from bostoette.ui.theme import Theme
from bostoette.ui.week.cancel_dialog import CancelDialog
from tests.ui.hands import show_active


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    show_active(window)
    return window


@pytest.fixture
def calling_off(behind: QWidget) -> CancelDialog:
    dialog = CancelDialog("A.M.", behind)
    show_active(dialog)
    return dialog


@pytest.fixture
def material(behind: QWidget, theme: Theme) -> MaterialDialog:
    kept: list[MaterialFields] = []
    dialog = MaterialDialog(theme, MaterialFields("Video om tog"), kept.append, behind)
    dialog.show_fitting()
    return dialog


def esc(dialog: CarefulDialog) -> list[QMessageBox]:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    return [one for one in dialog.findChildren(QMessageBox) if one.isVisible()]


def answer(box: QMessageBox, words: str) -> None:
    next(one for one in box.buttons() if one.text().replace("&", "") == words).click()


def test_esc_keeps_why_a_contact_is_called_off_until_it_is_thrown_away(
    calling_off: CancelDialog,
) -> None:
    QTest.keyClicks(calling_off.why.words, "feber siden i går")
    (box,) = esc(calling_off)
    answer(box, "Bliv her")
    assert calling_off.isVisible()
    assert calling_off.reason == "syg: feber siden i går"
    (box,) = esc(calling_off)
    answer(box, "Kassér")
    assert not calling_off.isVisible()


def test_esc_leaves_a_contact_standing_at_once_where_only_a_reason_was_chosen(
    calling_off: CancelDialog,
) -> None:
    QTest.keyClick(calling_off, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert not esc(calling_off)
    assert not calling_off.isVisible()


@pytest.mark.parametrize("leave", ["Esc", "Annullér", "closing the window"])
def test_no_way_out_of_a_settings_dialog_loses_what_was_typed(
    material: MaterialDialog, leave: str
) -> None:
    QTest.keyClicks(material.link, "https://eksempel.dk")
    match leave:
        case "Esc":
            QTest.keyClick(material, Qt.Key.Key_Escape)
        case "Annullér":
            material.cancel_button.click()
        case _:
            material.close()
    assert material.isVisible()
    (box,) = material.findChildren(QMessageBox)
    assert box.text() == "Det, du har skrevet, er ikke gemt. Vil du kassere det?"
    answer(box, "Bliv her")
    assert material.link.text() == "https://eksempel.dk"


def test_a_tick_that_was_changed_in_the_settings_is_asked_about_too(
    material: MaterialDialog,
) -> None:
    material.for_staff.click()
    assert esc(material)


def test_a_settings_dialog_closes_at_once_where_what_was_typed_is_what_stood_there(
    material: MaterialDialog,
) -> None:
    QTest.keyClicks(material.title_field, "met")
    for _letter in "met":
        QTest.keyClick(material.title_field, Qt.Key.Key_Backspace)
    assert not esc(material)
    assert not material.isVisible()


def test_a_passphrase_is_not_asked_about_shown_or_hidden(behind: QWidget, theme: Theme) -> None:
    dialog = AskPassphrase(
        theme,
        behind,
        title="Vis",
        lead="",
        save_word="Vis",
        work=str,
        done=lambda _answer: None,
    )
    dialog.show_fitting()
    QTest.keyClicks(dialog.field.edit, "tre glade katte")
    dialog.field.show_button.click()
    assert not esc(dialog)
    assert not dialog.isVisible()
