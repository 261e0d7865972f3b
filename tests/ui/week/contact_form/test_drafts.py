"""What is typed in the form of a contact is kept, and goes only with a word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from bostoette.models.key import Key
from bostoette.services import contacts, drafts
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.services.lists import contact_choices
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.contact_draft import ContactDraft
from tests.clock import MONDAY, At


def test_half_typed_text_comes_back_in_the_same_form_and_says_so(
    qtbot: QtBot,
    theme: Theme,
    dialog: ContactDialog,
    desk: Desk,
    worker_id: Key,
    citizen_id: Key,
    at: At,
) -> None:
    of = DraftOf("new contact", worker_id, worker_id)
    dialog.begin(at(0, "9.00", 60), worker_id)
    ContactDraft(dialog, desk, of, lambda: None)
    dialog.citizens.choose((citizen_id,))
    dialog.agenda.setPlainText("Ugens skema\nIndkøb")
    dialog.form_fields.plan_b.setText("Ring i stedet")
    dialog.reject()

    again = ContactDialog(theme, desk.read(contact_choices), MONDAY, Naming())
    qtbot.addWidget(again)
    again.begin(at(2, "10.00", 30), worker_id)
    ContactDraft(again, desk, of, lambda: None)
    assert again.agenda.toPlainText() == "Ugens skema\nIndkøb"
    assert again.form_fields.plan_b.text() == "Ring i stedet"
    assert again.citizens.keys() == (citizen_id,)
    assert again.when.span() == at(0, "9.00", 60)


def test_what_is_typed_is_kept_without_closing_the_form(
    qtbot: QtBot, dialog: ContactDialog, desk: Desk, worker_id: Key, at: At
) -> None:
    of = DraftOf("new contact", worker_id, worker_id)
    dialog.begin(at(0, "9.00", 60), worker_id)
    ContactDraft(dialog, desk, of, lambda: None)
    dialog.agenda.setPlainText("Ugens skema")
    qtbot.waitUntil(lambda: desk.read(drafts.find, of) is not None, timeout=2000)


def test_a_form_that_was_only_looked_at_leaves_no_draft(
    dialog: ContactDialog, desk: Desk, worker_id: Key, at: At
) -> None:
    of = DraftOf("new contact", worker_id, worker_id)
    dialog.begin(at(0, "9.00", 60), worker_id)
    ContactDraft(dialog, desk, of, lambda: None)
    dialog.reject()
    assert desk.read(drafts.find, of) is None


def test_what_was_typed_and_taken_away_again_leaves_no_draft(
    dialog: ContactDialog, desk: Desk, worker_id: Key, at: At
) -> None:
    of = DraftOf("new contact", worker_id, worker_id)
    dialog.begin(at(0, "9.00", 60), worker_id)
    draft = ContactDraft(dialog, desk, of, lambda: None)
    dialog.agenda.setPlainText("Ugens skema")
    draft.keep()
    dialog.agenda.setPlainText("")
    dialog.reject()
    assert desk.read(drafts.find, of) is None


def _cancel(dialog: ContactDialog) -> QMessageBox | None:
    """Press Annullér; return the question it asks, if any."""
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Annullér")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return dialog.findChild(QMessageBox)


def _answer(question: QMessageBox | None, words: str) -> None:
    assert question is not None
    button = next(one for one in question.buttons() if one.text().replace("&", "") == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("words", "open_after", "kept"),
    [("Kassér", False, False), ("Husk til næste gang", False, True), ("Bliv her", True, True)],
)
def test_annuller_asks_what_becomes_of_what_was_typed(
    dialog: ContactDialog,
    desk: Desk,
    worker_id: Key,
    at: At,
    *,
    words: str,
    open_after: bool,
    kept: bool,
) -> None:
    of = DraftOf("new contact", worker_id, worker_id)
    dialog.begin(at(0, "9.00", 60), worker_id)
    draft = ContactDraft(dialog, desk, of, lambda: None)
    dialog.show()
    dialog.agenda.setPlainText("Ugens skema")
    draft.keep()
    _answer(_cancel(dialog), words)
    assert dialog.isVisible() is open_after
    assert (desk.read(drafts.find, of) is not None) is kept


def test_annuller_closes_at_once_where_nothing_was_typed(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    of = DraftOf("new contact", worker_id, worker_id)
    dialog.begin(at(0, "9.00", 60), worker_id)
    draft = ContactDraft(dialog, desk, of, lambda: None)
    dialog.citizens.choose((citizen_id,))
    draft.settle()  # the citizen was proposed
    dialog.show()
    assert _cancel(dialog) is None
    assert not dialog.isVisible()
    assert desk.read(drafts.find, of) is None


def test_saving_lets_the_draft_go_in_the_same_step(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    of = DraftOf("new contact", worker_id, worker_id)
    dialog.begin(at(0, "9.00", 60), worker_id)
    draft = ContactDraft(dialog, desk, of, lambda: None)
    dialog.citizens.choose((citizen_id,))
    draft.keep()
    dialog.accept()
    desk.do(contacts.create, dialog.fields(), of)
    assert desk.read(drafts.find, of) is None
