"""What the contact form says of clashes while it is filled in."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.services import citizens, contacts, lists
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.contact_foresight import ContactForesight
from bostoette.ui.week.tight_spots import ANYWAY, TightSpots
from tests.clock import MONDAY, At
from tests.ui.hands import focused, show_active, type_text

NOW = datetime(2026, 11, 22, 9, 0)


def now() -> datetime:
    return NOW


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot, desk: Desk, citizen_id: Key) -> ContactDialog:
    desk.upkeep(seed_lists, "test")
    shown = ContactDialog(theme, desk.read(lists.contact_choices), MONDAY, Naming())
    qtbot.addWidget(shown)
    return shown


def spots(dialog: ContactDialog) -> TightSpots:
    found = dialog.findChild(TightSpots)
    assert found is not None
    return found


def main_button(dialog: ContactDialog) -> str:
    return next(
        button.text() for button in dialog.findChildren(QPushButton) if button.property("main")
    )


def planned(desk: Desk, at: At, worker: Key, citizen: Key, start: str, minutes: int) -> Key:
    return desk.do(
        contacts.create,
        ContactFields(
            at(3, start, minutes), ContactForm.PHYSICAL, "short_follow_up", (worker,), (citizen,)
        ),
    )


def test_a_clash_is_said_while_typing_and_the_button_says_plan_anyway(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    planned(desk, at, worker_id, citizen_id, "9.00", 60)
    dialog.begin(at(3, "11.00", 60), worker_id, citizen=citizen_id)
    dialog.look_ahead(ContactForesight(desk, now))
    dialog.watch_typing()
    dialog.show()
    assert spots(dialog).text() == ""
    assert main_button(dialog) == "Gem"
    dialog.when.start.setText("9.30")
    spots(dialog).look_now()
    assert "M.J. har to kontakter på samme tid" in spots(dialog).text()
    assert spots(dialog).isVisibleTo(dialog)
    assert spots(dialog).accessibleName().startswith("Se på: ")
    assert main_button(dialog) == ANYWAY
    dialog.accept()
    assert dialog.fields().span == at(3, "9.30", 60)


def test_typing_alone_looks_ahead_after_a_pause(
    qtbot: QtBot, dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    planned(desk, at, worker_id, citizen_id, "9.00", 60)
    dialog.begin(at(3, "11.00", 60), worker_id, citizen=citizen_id)
    dialog.look_ahead(ContactForesight(desk, now))
    dialog.watch_typing()
    dialog.show()
    dialog.when.start.setText("9.30")
    qtbot.waitUntil(lambda: main_button(dialog) == ANYWAY, timeout=2000)


def test_a_group_that_grows_is_counted_with_everyone_who_was_added(
    theme: Theme, qtbot: QtBot, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    desk.upkeep(seed_lists, "test")
    desk.do(citizens.create, CitizenFields("Bent Krag"))
    dialog = ContactDialog(theme, desk.read(lists.contact_choices), MONDAY, Naming())
    qtbot.addWidget(dialog)
    dialog.begin(at(3, "11.00", 60), worker_id, citizen=citizen_id)
    dialog.form.show_form(ContactForm.GROUP_ONLINE)
    dialog.look_ahead(ContactForesight(desk, now))
    dialog.watch_typing()
    show_active(dialog)
    assert "Der er 1 med" in spots(dialog).text()
    more = dialog.citizens.findChildren(QPushButton)[0]
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Borger 2", timeout=2000)
    type_text("Bent Krag")
    qtbot.waitUntil(lambda: spots(dialog).text() == "", timeout=2000)


def test_a_contact_does_not_clash_with_itself(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    key = planned(desk, at, worker_id, citizen_id, "9.00", 60)
    details = desk.read(contacts.details, key)
    dialog.show_contact(details)
    dialog.look_ahead(ContactForesight(desk, now, details))
    assert spots(dialog).text() == ""


def test_a_late_change_of_what_is_agreed_is_said_with_its_rule(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    key = planned(desk, at, worker_id, citizen_id, "9.00", 60)
    details = desk.read(contacts.details, key)
    agreed = replace(details.fields, agreed_with_citizen=True)
    desk.do(contacts.change, key, details.version, agreed)
    details = desk.read(contacts.details, key)
    dialog.show_contact(details)
    dialog.look_ahead(ContactForesight(desk, lambda: datetime(2026, 11, 25, 12, 0), details))
    assert spots(dialog).text() == ""
    dialog.when.start.setText("13.00")
    spots(dialog).look_now()
    assert "(P49)" in spots(dialog).text()


def test_a_form_that_is_not_filled_in_says_nothing(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    planned(desk, at, worker_id, citizen_id, "9.00", 60)
    dialog.begin(at(3, "9.00", 60), worker_id)
    dialog.look_ahead(ContactForesight(desk, now))
    assert spots(dialog).text() == ""
    assert main_button(dialog) == "Gem"
