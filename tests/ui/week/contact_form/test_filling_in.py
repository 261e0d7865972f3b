"""A contact is filled in, checked and given back as values, by keyboard alone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.key import Key
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.ui.week.contact_dialog import ContactDialog
from tests.clock import At
from tests.ui.hands import CONTROL, focused, press, show_active, type_text


def test_a_new_contact_gives_what_was_chosen_and_typed(
    qtbot: QtBot, dialog: ContactDialog, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id, "ast")
    dialog.show()
    dialog.when.day.setText("torsdag")
    dialog.when.start.setText("1315")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    given = dialog.fields()
    assert given.citizens == (citizen_id,)
    assert given.workers == (worker_id,)
    assert given.span == at(3, "13.15", 60)
    assert given.purpose_id == "support_conversation"


@pytest.mark.parametrize(("day", "start"), [("31/2", "9.00"), ("torsdag", "25.70"), ("x", "y")])
def test_a_day_or_time_that_cannot_be_read_gets_the_keyboard(
    dialog: ContactDialog, worker_id: Key, citizen_id: Key, at: At, day: str, start: str
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id, citizen=citizen_id)
    show_active(dialog)
    dialog.when.day.setText(day)
    dialog.when.start.setText(start)
    dialog.agenda.setFocus()
    dialog.accept()
    assert focused() is (dialog.when.start if day == "torsdag" else dialog.when.day)
    type_text("9")
    assert "9" in (dialog.when.day.text(), dialog.when.start.text())


def test_ctrl_enter_saves_from_a_text_of_several_lines_and_from_another_button(
    dialog: ContactDialog, worker_id: Key, citizen_id: Key, at: At
) -> None:
    one_more = next(
        one for one in dialog.findChildren(QPushButton) if one.text() == "+ Endnu en borger"
    )
    for place in (dialog.agenda, one_more):
        dialog.begin(at(0, "9.00", 60), worker_id, citizen=citizen_id)
        show_active(dialog)
        place.setFocus()
        press(Qt.Key.Key_Return, CONTROL)
        assert not dialog.isVisible()
        assert dialog.fields().citizens == (citizen_id,)


def test_tab_goes_down_the_page(
    qtbot: QtBot, dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id)
    show_active(dialog)
    seen = []
    for _stop in range(12):
        seen.append(focused().mapTo(dialog, QPoint(0, 0)).y() // 12)
        press(Qt.Key.Key_Tab)
    assert seen == sorted(seen)


def test_a_time_that_cannot_be_read_is_told_and_kept(
    dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id, "ast")
    dialog.when.start.setText("kvart over")
    dialog.accept()
    assert "14.30" in dialog.trouble.text()
    assert dialog.when.start.text() == "kvart over"


def test_what_was_said_to_be_missing_goes_when_something_is_chosen(
    qtbot: QtBot, dialog: ContactDialog, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id)
    dialog.watch_typing()
    dialog.show()
    dialog.accept()
    assert _said(dialog).isVisible()
    dialog.citizens.choose((citizen_id,))
    assert not _said(dialog).isVisible()


def _said(dialog: ContactDialog) -> QLabel:
    return next(one for one in dialog.findChildren(QLabel) if one.objectName() == "trouble")


def test_an_existing_contact_comes_out_as_it_went_in(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    full = ContactFields(
        span=at(1, "10.00", 30),
        form=ContactForm.VIDEO,
        purpose_id="guided_support",
        workers=(worker_id,),
        citizens=(citizen_id,),
        place=ContactPlace.CENTRE,
        place_text="Lokale 2",
        phone_number="12 34 56 78",
        video_platform_id="teams",
        video_link="https://video.invalid/rum",
        meeting_point="Ved åen",
        bad_weather_plan="Biblioteket",
        plan_b="Ring",
        agreed_with_citizen=True,
        participants=(Participant("Søster", "pårørende", 600, 620),),
        agenda=("Ugens skema", "Indkøb"),
    )
    key = desk.do(contacts.create, full)
    dialog.show_contact(desk.read(contacts.details, key))
    dialog.accept()
    assert dialog.fields() == full


def test_tab_leaves_the_agenda_instead_of_writing_in_it(
    qtbot: QtBot, dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id)
    dialog.show()
    dialog.agenda.setFocus()
    qtbot.keyClick(dialog.agenda, Qt.Key.Key_Tab)
    assert dialog.agenda.toPlainText() == ""


def test_what_looks_like_a_cpr_number_is_told_in_the_form_and_kept(
    dialog: ContactDialog, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 20), worker_id, citizen=citizen_id)
    dialog.show()
    dialog.agenda.setPlainText("ring om 010180-1234")
    dialog.accept()
    assert dialog.isVisible()
    assert "CPR-nummer" in _said(dialog).text()
    assert dialog.agenda.toPlainText() == "ring om 010180-1234"
