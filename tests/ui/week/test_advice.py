"""The advice at the screen: in the panel, the form, at the grid's keys, in the list of things."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields, ProfileFields
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.services import citizens, contacts, form_choice
from bostoette.services.desk import Desk
from bostoette.services.lists import contact_choices
from bostoette.services.program_file import seed_lists
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.advice_view import AdviceView
from bostoette.ui.week.advice_work import AdviceWork
from bostoette.ui.week.contact_advisor import ContactAdvisor
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.contact_panel_work import ContactPanelWork
from bostoette.ui.week.look_list import LookList
from bostoette.ui.week.reason_dialog import ReasonDialog
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_work import WeekWork
from tests.clock import MONDAY, At
from tests.met_before import meet
from tests.ui.hands import ALT, press, show_active

PHYSICAL, PHONE, VIDEO, WALK = CORE_FORMS
NOW = datetime(2026, 11, 23, 7, 0)
WHY = "Borgeren bad selv om det"


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key, at: At) -> ContactFields:
    return ContactFields(
        at(3, "9.00", 30), PHYSICAL, "support_conversation", (worker_id,), (citizen_id,)
    )


@pytest.fixture
def visit(desk: Desk, fields: ContactFields) -> Key:
    desk.upkeep(seed_lists, "test")
    return desk.upkeep(contacts.create, fields)


def fill(desk: Desk, citizen: Key, **answers: Any) -> None:
    version = desk.read(citizens.details, citizen).profile_version
    known = replace(ProfileFields(filled_on=MONDAY), **answers)
    desk.do(citizens.change_profile, citizen, version, known)
    QApplication.processEvents()  # the panel reads when the choice has come to rest


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, visit: Key) -> WeekPage:
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    shown = WeekPage(desk, theme, lambda: NOW)
    window.add_page("week", lambda: shown)
    window.show_page("week")
    WeekWork(shown, desk, theme, lambda: NOW, Naming)
    qtbot.addWidget(window)
    window.resize(1400, 900)
    show_active(window)
    window.finish_start()
    shown.grid.choose(visit)
    shown.grid.setFocus()
    return shown


@pytest.fixture
def work(page: WeekPage, desk: Desk, theme: Theme) -> AdviceWork:
    contact = ContactPanelWork(page, desk, theme, lambda: NOW, Naming)
    work = AdviceWork(contact.panel, desk, theme)
    contact.refresh()
    return work


def answer(do: Callable[[QDialog], None]) -> None:
    """Answer the next dialog."""

    def now() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, QDialog)
        do(shown)

    QTimer.singleShot(0, now)


def stored(desk: Desk, key: Key) -> ContactFields:
    return desk.read(contacts.details, key).fields


def test_the_panel_says_how_each_form_fits_in_words(
    desk: Desk, work: AdviceWork, citizen_id: Key
) -> None:
    fill(desk, citizen_id, wish_video=FormWish.REFUSES)
    names = [row.head.accessibleName() for row in work.view.rows.values()]
    assert names == [
        "Besøg, anbefales",
        "Telefon, frarådes, 2 grunde",
        "Video, tilbydes ikke, 3 grunde",
        "Gåtur, mulig",
    ]
    assert work.view.heading.accessibleName() == "Passer formen? · Støttesamtale"


def test_a_group_is_told_how_its_form_fits_each_member(
    page: WeekPage, desk: Desk, work: AdviceWork, visit: Key, citizen_id: Key, worker_id: Key
) -> None:
    other = desk.do(citizens.create, CitizenFields("Bodil Krogh"))
    fill(desk, citizen_id, dislikes_own_face_on_screen=True)
    fill(desk, other, wish_video=FormWish.REFUSES)
    for one in (citizen_id, other):
        meet(desk, one, worker_id)
    group = replace(
        stored(desk, visit), form=ContactForm.GROUP_ONLINE, citizens=(citizen_id, other)
    )
    key = desk.do(contacts.create, replace(group, span=TimeSpan(MONDAY + timedelta(4), 600, 60)))
    page.grid.choose(key)
    QApplication.processEvents()

    assert [row.head.accessibleName() for row in work.view.members.rows] == [
        "A.M., frarådes, 1 grund",
        "B.K., tilbydes ikke, 1 grund",
    ]
    assert "Noget taler imod for A.M. og B.K." in work.view.members.said.text()
    assert work.view.heading.accessibleName() == "Passer gruppen? · Støttesamtale"
    assert all(row.isHidden() for row in work.view.rows.values())

    page.grid.choose(visit)
    QApplication.processEvents()
    assert work.view.members.isHidden()
    assert not work.view.rows[PHONE].isHidden()


def test_a_form_unfolds_its_reasons_what_would_lift_them_and_the_rules(
    work: AdviceWork, desk: Desk, citizen_id: Key
) -> None:
    fill(desk, citizen_id)
    row = work.view.rows[PHONE]
    row.head.click()
    assert all("Hvad skal der til:" in said for said in row.said)
    why = row.stops()[1]
    assert why.accessibleName().startswith("Hvorfor, kilde og hvad der er antaget: P11")
    assert isinstance(why, QPushButton)
    why.click()
    labels = row.findChildren(QLabel)
    words = "\n".join(one.text() for one in labels if one.isVisibleTo(row))
    assert "Erfaring fra" in words


def test_the_chosen_form_unfolds_why_when_something_begins_to_speak_against_it(
    work: AdviceWork, desk: Desk, citizen_id: Key
) -> None:
    fill(desk, citizen_id)
    chosen = work.view.rows[PHYSICAL].head
    assert not chosen.isChecked()
    fill(desk, citizen_id, wish_physical=FormWish.DISLIKES)
    assert chosen.isChecked()


def test_one_tab_stop_and_arrows_between_the_forms(
    work: AdviceWork, desk: Desk, citizen_id: Key
) -> None:
    fill(desk, citizen_id)
    heads = [row.head for row in work.view.rows.values()]
    tab = [one for one in heads if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(tab) == 1
    heads[0].setFocus()
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is heads[1]
    press(Qt.Key.Key_Space)
    assert heads[1].isChecked()


def test_where_nobody_has_asked_it_says_so_and_leads_to_the_profile(
    qtbot: QtBot, work: AdviceWork, citizen_id: Key
) -> None:
    assert work.view.note.text().startswith("Ved ikke nok endnu. Spørg om:\n•")
    with qtbot.waitSignal(work.profile_asked) as asked:
        work.view.profile.click()
    assert asked.args == [citizen_id]


def test_without_a_quiet_room_it_thinks_of_writing_instead(
    desk: Desk, work: AdviceWork, citizen_id: Key, worker_id: Key
) -> None:
    meet(desk, citizen_id, worker_id)
    fill(desk, citizen_id)
    assert work.view.note.text() == ""
    fill(desk, citizen_id, has_private_room=False)
    assert work.view.note.text() == "Overvej også: SMS eller chat."


def test_another_purpose_gives_another_advice_at_once(
    desk: Desk, work: AdviceWork, visit: Key, citizen_id: Key, worker_id: Key
) -> None:
    meet(desk, citizen_id, worker_id)
    fill(desk, citizen_id)
    version = desk.read(contacts.details, visit).version
    short = replace(stored(desk, visit), purpose_id="short_follow_up")
    desk.do(contacts.change, visit, version, short)
    QApplication.processEvents()
    assert work.view.rows[VIDEO].head.chip.text() == "Anbefales"


def test_the_grids_key_asks_why_and_keeps_the_answer(
    page: WeekPage, desk: Desk, visit: Key, work: AdviceWork
) -> None:
    def say(shown: QDialog) -> None:
        assert isinstance(shown, ReasonDialog)
        assert not shown.choose.isEnabled()
        shown.fields.words.setText(WHY)
        shown.choose.click()

    answer(say)
    press(Qt.Key.Key_2, ALT)
    assert (stored(desk, visit).form, stored(desk, visit).override_reason) == (PHONE, WHY)
    QApplication.processEvents()
    assert work.view.answered.text() == f"Valgt med begrundelse: {WHY}"
    desk.undo()
    assert (stored(desk, visit).form, stored(desk, visit).override_reason) == (PHYSICAL, "")


def test_leaving_the_question_changes_nothing(page: WeekPage, desk: Desk, visit: Key) -> None:
    answer(lambda shown: shown.reject())
    press(Qt.Key.Key_2, ALT)
    assert stored(desk, visit).form is PHYSICAL


def test_a_ticked_code_is_answer_enough(page: WeekPage, desk: Desk, visit: Key) -> None:
    def tick(shown: QDialog) -> None:
        assert isinstance(shown, ReasonDialog)
        shown.fields.codes_boxes["citizen_feels_safest_at_home"].click()
        assert shown.choose.isEnabled()
        shown.choose.click()

    answer(tick)
    press(Qt.Key.Key_2, ALT)
    assert stored(desk, visit).reason_codes == ("citizen_feels_safest_at_home",)


def test_the_grids_key_refuses_a_form_that_is_not_offered(
    qtbot: QtBot, page: WeekPage, desk: Desk, visit: Key, citizen_id: Key
) -> None:
    fill(desk, citizen_id, wish_video=FormWish.REFUSES)
    with qtbot.captureExceptions() as raised:
        press(Qt.Key.Key_3, ALT)
    assert isinstance(raised[0][1], PlanError)
    assert "Video kan ikke vælges" in raised[0][1].sentence
    assert stored(desk, visit).form is PHYSICAL


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, desk: Desk, visit: Key) -> ContactDialog:
    assert visit
    shown = ContactDialog(theme, desk.read(contact_choices), MONDAY, Naming())
    qtbot.addWidget(shown)
    return shown


def choose_purpose(dialog: ContactDialog, purpose: str) -> None:
    dialog.purpose.setCurrentIndex(dialog.purpose.findData(purpose))


def test_the_purpose_proposes_form_and_length_until_a_form_is_chosen(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    meet(desk, citizen_id, worker_id)
    fill(desk, citizen_id)
    dialog.begin(at(3, "13.00", 60), worker_id, citizen=citizen_id)
    dialog.advise(ContactAdvisor(desk))
    choose_purpose(dialog, "short_follow_up")
    assert (dialog.form.form, dialog.when.minutes.value()) == (VIDEO, 20)
    dialog.form._buttons[WALK].click()
    choose_purpose(dialog, "acute")
    assert dialog.form.form is WALK


def test_saving_asks_for_the_reason_and_keeps_what_was_typed(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "13.00", 60), worker_id, citizen=citizen_id)
    dialog.advise(ContactAdvisor(desk))
    dialog.form._buttons[PHONE].click()
    dialog.agenda.setPlainText("Indkøb")
    dialog.accept()
    assert "Telefon frarådes her" in dialog.trouble.text()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.agenda.toPlainText() == "Indkøb"
    dialog.advice.reason.ready[0].click()
    dialog.accept()
    assert dialog.fields().override_reason == "Borgeren ønsker det selv"


def test_a_group_asks_for_the_reason_in_the_form_where_a_member_said_no(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    fill(desk, citizen_id, wish_video=FormWish.REFUSES)
    dialog.begin(at(3, "13.00", 60), worker_id, citizen=citizen_id)
    dialog.advise(ContactAdvisor(desk))
    assert dialog.advice.reason.isHidden()
    dialog.form.choose(ContactForm.GROUP_ONLINE)
    dialog.accept()
    assert "Onlinegruppe frarådes her" in dialog.trouble.text()
    assert not dialog.advice.reason.isHidden()
    dialog.advice.reason.ready[0].click()
    dialog.accept()
    assert dialog.fields().override_reason == "Borgeren ønsker det selv"


def test_a_form_that_is_not_offered_cannot_be_chosen_in_the_form(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    fill(desk, citizen_id, wish_video=FormWish.REFUSES)
    dialog.begin(at(3, "13.00", 60), worker_id, citizen=citizen_id)
    dialog.advise(ContactAdvisor(desk))
    button = dialog.form._buttons[VIDEO]
    assert not button.isEnabled()
    assert "Tilbydes ikke" in button.accessibleDescription()
    dialog.form.show_form(VIDEO)
    dialog.accept()
    assert "Video kan ikke vælges" in dialog.trouble.text()


def test_the_key_of_a_form_that_is_not_offered_says_why(
    qtbot: QtBot,
    dialog: ContactDialog,
    desk: Desk,
    worker_id: Key,
    citizen_id: Key,
    *,
    at: At,
) -> None:
    fill(desk, citizen_id, wish_phone=FormWish.REFUSES)
    dialog.begin(at(3, "13.00", 60), worker_id, citizen=citizen_id)
    dialog.advise(ContactAdvisor(desk))
    show_active(dialog)
    dialog.agenda.setFocus()
    press(Qt.Key.Key_2, ALT)
    assert dialog.trouble.text().startswith(
        "Telefon kan ikke vælges her. Borgeren siger nej til telefon"
    )
    assert dialog.form.form is PHYSICAL
    with qtbot.waitSignal(dialog.form.chosen):
        press(Qt.Key.Key_4, ALT)
    assert dialog.form.form is WALK


def test_the_list_to_look_at_mends_with_one_click_and_goes_on(
    page: WeekPage, desk: Desk, fields: ContactFields, at: At
) -> None:
    desk.do(contacts.create, replace(fields, form=VIDEO, span=at(0, "9.00", 60)))
    assert any(one.rule == "P71" for one in page.said)

    def mend(shown: QDialog) -> None:
        assert isinstance(shown, LookList)
        place = next(place for place, one in enumerate(page.said) if one.rule == "P71")
        shown.list.setCurrentRow(place)
        assert shown.mend.text() == "Del A.M. i tre på 20 min: man, ons, fre"
        shown.mend.click()
        shown.reject()

    answer(mend)
    page.look_asked.emit(page.said)
    assert not any(one.rule == "P71" for one in page.said)
    assert desk.undo_state().undo == "Del A.M. i 3"


@pytest.mark.parametrize(
    ("appearance", "percent"),
    [(Appearance.LIGHT, 100), (Appearance.DARK, 100), (Appearance.LIGHT, 200)],
)
def test_no_word_of_the_advice_is_cut(
    qtbot: QtBot,
    theme: Theme,
    desk: Desk,
    visit: Key,
    citizen_id: Key,
    appearance: Appearance,
    percent: int,
) -> None:
    fill(desk, citizen_id, may_hide_being_unwell=True, wish_video=FormWish.REFUSES)
    theme.use(appearance, percent)
    view = AdviceView(theme)
    qtbot.addWidget(view)
    view.show_advice(desk.read(form_choice.advice_on_contact, visit), visit)
    view.resize(theme.pixels(230), theme.pixels(600))
    show_active(view)
    for row in view.rows.values():
        chip = row.head.chip
        assert chip.width() >= chip.sizeHint().width()
        assert chip.geometry().right() <= row.head.width()
