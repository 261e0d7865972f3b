"""The contact form through real widgets: values in, values out, nothing typed is lost."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields, ProfileFields
from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.services import citizens, contacts, drafts
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.services.lists import contact_choices
from bostoette.services.program_file import seed_lists
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.contact_advisor import ContactAdvisor
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.contact_draft import ContactDraft
from bostoette.ui.week.people_field import PeopleField
from bostoette.ui.week.proposed_link import ProposedLink
from tests.clock import MONDAY, At
from tests.ui.hands import CONTROL, focused, press, show_active, type_text

SIGNES = ((b"1", "Signe Østen"), (b"2", "Signe Krag"))


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, desk: Desk, citizen_id: Key) -> ContactDialog:
    desk.upkeep(seed_lists, "test")
    shown = ContactDialog(theme, desk.read(contact_choices), MONDAY, Naming())
    qtbot.addWidget(shown)
    return shown


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


def test_agenda_and_participants_show_three_lines_in_a_small_window_too(
    dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id)
    show_active(dialog)
    dialog.resize(dialog.width(), 420)
    QApplication.processEvents()
    for field in (dialog.agenda, dialog.participants):
        assert field.viewport().height() >= 3 * field.fontMetrics().lineSpacing()


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


def test_a_time_that_cannot_be_read_is_told_and_kept(
    dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id, "ast")
    dialog.when.start.setText("kvart over")
    dialog.accept()
    assert "14.30" in dialog.trouble.text()
    assert dialog.when.start.text() == "kvart over"


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


def test_tab_leaves_the_agenda_instead_of_writing_in_it(
    qtbot: QtBot, dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id)
    dialog.show()
    dialog.agenda.setFocus()
    qtbot.keyClick(dialog.agenda, Qt.Key.Key_Tab)
    assert dialog.agenda.toPlainText() == ""


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


def test_large_text_gets_a_larger_form_within_the_window_behind(
    qtbot: QtBot, theme: Theme, desk: Desk, citizen_id: Key, worker_id: Key, at: At
) -> None:
    theme.use(Appearance.LIGHT, 200)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    shown = ContactDialog(theme, desk.read(contact_choices), MONDAY, Naming(), window)
    shown.begin(at(0, "9.00", 60), worker_id)
    shown.show()
    assert 1000 < shown.width() <= 1280
    assert shown.height() <= 800


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


def test_the_wheel_scrolls_past_the_fields_of_a_form_and_changes_none(
    dialog: ContactDialog, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id, citizen=citizen_id)
    dialog.show()
    boxes, numbers = dialog.findChildren(QComboBox), dialog.findChildren(QSpinBox)
    before = [box.currentText() for box in boxes], [number.value() for number in numbers]
    for field in (*boxes, *numbers):
        _turn_wheel(field)
    after = [box.currentText() for box in boxes], [number.value() for number in numbers]
    assert len(boxes) > 4
    assert before == after


def _turn_wheel(field: QWidget) -> None:
    place = QPointF(field.rect().center())
    turned = QWheelEvent(
        place,
        field.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(field, turned)


def test_a_reason_that_is_missing_comes_into_sight_with_the_keyboard(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 20), worker_id, citizen=citizen_id)
    dialog.advise(ContactAdvisor(desk))
    phone = next(
        one
        for one in dialog.form.findChildren(QToolButton)
        if one.accessibleName() == ContactForm.PHONE.full_name
    )
    phone.click()
    show_active(dialog)
    dialog.resize(760, 420)
    dialog.accept()
    QTest.qWait(20)
    words = dialog.advice.reason.words
    assert dialog.isVisible()
    assert focused() is words
    assert words.visibleRegion().boundingRect().height() == words.height()


def test_the_advice_takes_the_height_its_words_have_and_the_form_keeps_its_width(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 20), worker_id, citizen=citizen_id)
    dialog.advise(ContactAdvisor(desk))
    dialog.show()
    view = dialog.advice.view
    around = view.parentWidget()
    assert around is not None
    for row in view.rows.values():
        row.head.setChecked(True)
        QTest.qWait(20)
        assert view.height() == view.heightForWidth(view.width())
        assert around.size() == view.size()
    area = dialog.findChild(FittingScroll)
    assert area is not None
    inside = area.widget()
    assert inside is not None
    assert inside.width() == area.viewport().width()


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
