"""A meeting among workers asks for nothing that belongs to a citizen."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.contact_variant import ContactVariant, MeetingFlag
from bostoette.models.key import Key
from bostoette.services.desk import Desk
from bostoette.services.lists import contact_choices
from bostoette.services.program_file import seed_lists
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_dialog import ContactDialog
from tests.clock import MONDAY, At

STAFF = (ContactVariant.TEAM_MEETING, ContactVariant.SUPERVISION)


@pytest.fixture
def dialog(
    qtbot: QtBot, theme: Theme, desk: Desk, citizen_id: Key, worker_id: Key, at: At
) -> ContactDialog:
    assert citizen_id
    desk.upkeep(seed_lists, "test")
    shown = ContactDialog(theme, desk.read(contact_choices), MONDAY, Naming())
    qtbot.addWidget(shown)
    shown.begin(at(0, "9.00", 60), worker_id)
    shown.show()
    return shown


def shown_of_a_citizen(dialog: ContactDialog) -> list[bool]:
    care = dialog.variant.flags[MeetingFlag.CARE_DUTIES]
    return [one.isVisible() for one in (dialog.purpose, dialog.agreed, care)]


@pytest.mark.parametrize("kind", STAFF)
def test_a_meeting_among_workers_is_at_the_centre_and_asks_nothing_of_a_citizen(
    dialog: ContactDialog, kind: ContactVariant
) -> None:
    dialog.agreed.setChecked(True)
    dialog.variant.flags[MeetingFlag.CARE_DUTIES].setChecked(True)
    dialog.variant.variant.choose(kind)
    assert shown_of_a_citizen(dialog) == [False, False, False]
    assert dialog.variant.flags[MeetingFlag.OPEN_DEBATE].isVisible()
    dialog.accept()
    given = dialog.fields()
    assert (given.form, given.place) == (ContactForm.PHYSICAL, ContactPlace.CENTRE)
    assert given.purpose_id == "meeting"
    assert not given.agreed_with_citizen
    assert given.meeting_flags == ()


def test_what_belongs_to_a_citizen_comes_back_with_her(
    dialog: ContactDialog, citizen_id: Key
) -> None:
    dialog.variant.variant.choose(ContactVariant.SUPERVISION)
    dialog.citizens.choose((citizen_id,))
    assert shown_of_a_citizen(dialog) == [True, True, True]
    assert dialog.form_fields.place.currentData() == ContactPlace.HOME
    dialog.citizens.choose(())
    dialog.variant.variant.choose(ContactVariant.STATUS_MEETING)
    assert shown_of_a_citizen(dialog) == [True, True, True]


def test_another_place_that_was_chosen_stands(dialog: ContactDialog) -> None:
    place = dialog.form_fields.place
    place.setCurrentIndex(place.findData(ContactPlace.OTHER))
    dialog.variant.variant.choose(ContactVariant.TEAM_MEETING)
    assert place.currentData() == ContactPlace.OTHER


def test_nobodys_time_is_asked_for_on_a_duty_on_the_hotline(dialog: ContactDialog) -> None:
    dialog.agreed.setChecked(True)
    rare = dialog.form.findChild(QComboBox)
    assert rare is not None
    rare.activated.emit(rare.findData(ContactForm.HOTLINE))
    assert not dialog.agreed.isVisible()
    dialog.accept()
    given = dialog.fields()
    assert (given.form, given.agreed_with_citizen) == (ContactForm.HOTLINE, False)
