"""The form decides which fields there are, and proposes a length until one is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields, ProfileFields
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.services import citizens
from bostoette.services.desk import Desk
from bostoette.services.lists import contact_choices
from bostoette.services.program_file import seed_lists
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_advisor import ContactAdvisor
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.proposed_link import ProposedLink
from tests.clock import MONDAY, At
from tests.ui.hands import press, show_active


def test_a_delivery_at_the_door_is_short_and_a_length_by_hand_stands(
    dialog: ContactDialog, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id, citizen=citizen_id)
    show_active(dialog)
    kinds = dialog.variant.variant
    kinds.setFocus()
    press(Qt.Key.Key_Down)
    assert dialog.variant.chosen is ContactVariant.DELIVERY
    assert dialog.when.minutes.value() == 10
    press(Qt.Key.Key_Up)
    assert dialog.when.minutes.value() == 60
    dialog.when.minutes.setFocus()
    dialog.when.minutes.setValue(25)
    kinds.setFocus()
    press(Qt.Key.Key_Down)
    assert dialog.when.minutes.value() == 25


def test_another_citizen_brings_her_own_number_and_what_was_typed_stays(
    qtbot: QtBot, theme: Theme, desk: Desk, worker_id: Key, at: At
) -> None:
    desk.upkeep(seed_lists, "test")
    asta, bo = (
        desk.do(citizens.create, CitizenFields(name, phone=phone, meeting_point=place))
        for name, phone, place in (("Aja Ø", "11223344", "Åen"), ("Bo Krag", "", "Porten"))
    )
    dialog = ContactDialog(theme, desk.read(contact_choices), MONDAY, Naming())
    qtbot.addWidget(dialog)
    dialog.begin(at(0, "9.00", 60), worker_id, citizen=asta)
    fields = dialog.form_fields
    assert (fields.phone.text(), fields.meeting_point.text()) == ("11223344", "Åen")
    fields.meeting_point.setText("Ved søen")
    dialog.citizens.choose((bo,))
    assert (fields.phone.text(), fields.meeting_point.text()) == ("", "Ved søen")


def test_a_video_is_proposed_on_the_platform_the_citizen_is_used_to(
    qtbot: QtBot, theme: Theme, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    desk.upkeep(seed_lists, "test")
    used_to = desk.read(contact_choices).platforms[-1].id
    profile = ProfileFields(platform_id=str(used_to))
    version = desk.read(citizens.details, citizen_id).profile_version
    desk.do(citizens.change_profile, citizen_id, version, profile, worker_id)
    dialog = ContactDialog(theme, desk.read(contact_choices), MONDAY, Naming())
    qtbot.addWidget(dialog)
    dialog.begin(at(0, "9.00", 60), worker_id, citizen=citizen_id)
    assert dialog.form_fields.platform.currentData() == used_to


@pytest.fixture
def by_link(dialog: ContactDialog, worker_id: Key, citizen_id: Key, at: At) -> ContactDialog:
    """A new contact with A.M., who was met by a link on each platform."""
    dialog.begin(at(0, "9.00", 60), worker_id)
    platforms = [dialog.form_fields.platform.itemData(place) for place in range(3)]
    links = {platform: f"https://eksempel.dk/{place}" for place, platform in enumerate(platforms)}
    known = {citizen_id: links}
    ProposedLink(dialog, lambda key: known.get(key, {}), at_once=True)
    return dialog


def test_a_video_is_proposed_by_the_link_used_before_on_the_same_platform(
    by_link: ContactDialog, citizen_id: Key
) -> None:
    fields = by_link.form_fields
    assert not fields.link.text()
    by_link.citizens.choose((citizen_id,))
    assert fields.link.text() == "https://eksempel.dk/0"
    fields.platform.setCurrentIndex(2)
    assert fields.link.text() == "https://eksempel.dk/2"
    by_link.citizens.choose(())
    assert not fields.link.text()


def test_a_link_that_was_typed_stands(by_link: ContactDialog, citizen_id: Key) -> None:
    by_link.form_fields.link.setText("https://eksempel.dk/egen")
    by_link.citizens.choose((citizen_id,))
    by_link.form_fields.platform.setCurrentIndex(1)
    assert by_link.form_fields.link.text() == "https://eksempel.dk/egen"


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (ContactForm.PHYSICAL, {"place", "place_text"}),
        (ContactForm.PHONE, {"phone", "plan_b"}),
        (ContactForm.VIDEO, {"platform", "link", "plan_b"}),
        (ContactForm.WALK_TALK, {"meeting_point", "bad_weather"}),
    ],
)
def test_the_form_decides_which_fields_there_are(
    dialog: ContactDialog, worker_id: Key, at: At, form: ContactForm, shown: set[str]
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id)
    dialog.show()
    button = next(
        one for one in dialog.findChildren(QToolButton) if one.accessibleName() == form.full_name
    )
    button.click()
    names = ("place", "place_text", "phone", "platform", "link", "meeting_point", "bad_weather")
    visible = {name for name in (*names, "plan_b") if getattr(dialog.form_fields, name).isVisible()}
    assert visible == shown


def test_the_rarer_forms_are_listed_with_capitals(dialog: ContactDialog) -> None:
    (rare,) = (one for one in dialog.findChildren(QComboBox) if one.itemText(0) == "Andet …")
    assert [rare.itemText(place) for place in range(1, rare.count())] == [
        "SMS eller chat",
        "Gruppe online",
        "Fast gåhold",
        "Hotline",
    ]


def test_choosing_a_form_proposes_its_length_until_one_is_typed(
    qtbot: QtBot, dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id)
    dialog.show()
    phone = next(one for one in dialog.findChildren(QToolButton) if one.text() == "Telefon")
    phone.click()
    assert dialog.when.minutes.value() == 15


def test_a_drawn_length_stands_whatever_form_and_purpose_propose(
    qtbot: QtBot, dialog: ContactDialog, worker_id: Key, citizen_id: Key, desk: Desk, at: At
) -> None:
    dialog.begin(at(0, "9.00", 45), worker_id)
    dialog.keep_to(at(0, "9.00", 45), "", b"", drawn=True)
    dialog.advise(ContactAdvisor(desk))
    dialog.show()
    dialog.citizens.choose((citizen_id,))
    phone = next(one for one in dialog.findChildren(QToolButton) if one.text() == "Telefon")
    phone.click()
    assert dialog.when.minutes.value() == 45


def test_alt_and_a_digit_choose_the_form_wherever_the_focus_is(
    qtbot: QtBot, dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id)
    show_active(dialog)
    dialog.agenda.setFocus()
    for key, form in zip(
        (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), CORE_FORMS, strict=True
    ):
        with qtbot.waitSignal(dialog.form.chosen):
            press(key, Qt.KeyboardModifier.AltModifier)
        assert dialog.form.form is form
    assert dialog.agenda.toPlainText() == ""


def test_going_through_all_forms_and_back_keeps_every_word_and_shows_no_place_for_a_call(
    dialog: ContactDialog, citizen_id: Key, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id, citizen=citizen_id)
    fields = dialog.form_fields
    fields.place_text.setText("2. sal")
    fields.phone.setText("12 34 56 78")
    fields.link.setText("https://video.invalid/rum")
    fields.meeting_point.setText("Ved porten")
    places = {ContactForm.PHYSICAL: fields.place_text, ContactForm.WALK_TALK: fields.meeting_point}
    for form in (*CORE_FORMS[1:], *reversed(CORE_FORMS)):
        dialog.form.show_form(form)
        dialog.form.chosen.emit(form)
        for where, line in places.items():
            assert line.isVisibleTo(dialog) is (where is form)
    kept = [fields.place_text, fields.phone, fields.link, fields.meeting_point]
    assert [line.text() for line in kept] == [
        "2. sal",
        "12 34 56 78",
        "https://video.invalid/rum",
        "Ved porten",
    ]
