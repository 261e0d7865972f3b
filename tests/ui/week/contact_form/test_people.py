"""Whom a contact is with, found however a name is typed, and never left out unsaid."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.people_field import PeopleField
from tests.clock import At
from tests.ui.hands import focused, show_active, type_text

SIGNES = ((b"1", "Signe Østen"), (b"2", "Signe Krag"))


def _suggestions(people: PeopleField) -> QWidget:
    completer = people.findChildren(QComboBox)[0].completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    return popup


@pytest.mark.parametrize("typed", ["osten", "oesten", "ØSTEN", "Signe o"])
def test_a_name_is_found_however_it_is_typed_and_written_out(qtbot: QtBot, typed: str) -> None:
    people = PeopleField("Borger", SIGNES, created="borgeren")
    qtbot.addWidget(people)
    show_active(people)
    people.type_into_first("")
    type_text(typed)
    QTest.keyClick(_suggestions(people), Qt.Key.Key_Tab)
    assert people.keys() == (b"1",)
    assert people.findChildren(QComboBox)[0].currentText() == "Signe Østen"


def test_a_very_long_name_makes_no_form_wider(qtbot: QtBot) -> None:
    people = PeopleField("Borger", ((b"1", "Signe " + "Østen-" * 20),), created="borgeren")
    qtbot.addWidget(people)
    assert people.sizeHint().width() < 300


def test_a_name_that_fits_two_is_left_as_typed(qtbot: QtBot) -> None:
    people = PeopleField("Borger", SIGNES, created="borgeren")
    qtbot.addWidget(people)
    show_active(people)
    people.type_into_first("signe")
    QTest.keyClick(_suggestions(people), Qt.Key.Key_Tab)
    assert people.keys() == ()
    assert people.findChildren(QComboBox)[0].currentText() == "signe"


def test_what_is_typed_next_follows_the_letters_it_began_with(
    dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id, "a")
    show_active(dialog)
    type_text("st")
    assert dialog.citizens.findChildren(QComboBox)[0].currentText() == "ast"


def test_the_arrows_step_among_those_who_fit_and_never_to_somebody_else(qtbot: QtBot) -> None:
    people = ((b"a", "Asta Prøvesen"), (b"b", "Bo Prøve"), (b"c", "Carla Demosen"))
    field = PeopleField("Borger", people, created="borgeren")
    qtbot.addWidget(field)
    show_active(field)
    field.type_into_first("pr")
    box = field.findChildren(QComboBox)[0]
    popup = _suggestions(field)
    popup.hide()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert popup.isVisible()
    assert field.keys() == (b"a",)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    assert field.keys() == (b"b",)
    field.type_into_first("carla")
    popup.hide()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert field.keys() == (b"c",)


def test_a_name_that_fits_several_is_told_and_never_left_out(qtbot: QtBot) -> None:
    people = PeopleField("Borger", SIGNES, created="borgeren")
    qtbot.addWidget(people)
    people.type_into_first("signe")
    with pytest.raises(PlanError, match="passer på flere"):
        people.check()
    people.choose((b"2",))
    people.check()


def test_a_name_that_is_nobodys_is_told_and_never_left_out(
    dialog: ContactDialog, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id, citizen=citizen_id)
    show_active(dialog)
    box = dialog.citizens.findChildren(QComboBox)[0]
    box.setEditText("Karl Nygaard")
    dialog.agenda.setFocus()
    dialog.accept()
    assert dialog.isVisible()
    assert "opret først borgeren på siden Borgere" in dialog.trouble.text()
    assert "Karl" not in dialog.trouble.text()
    assert dialog.citizens.isAncestorOf(focused())


def test_without_a_citizen_it_stays_open_and_says_so(
    qtbot: QtBot, dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id)
    dialog.show()
    dialog.form_fields.plan_b.setText("Ring")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.citizens.isAncestorOf(dialog.focusWidget())
    assert dialog.trouble.text() == (
        "Vælg en borger. Intet er gemt endnu, og det skrevne står der stadig."
    )
    assert dialog.form_fields.plan_b.text() == "Ring"
