"""The panel beside the week, through the real page, desk and encrypted file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.services import appointments, citizens, contacts, form_choice, video_startup
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.cancel_dialog import CancelDialog
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.contact_panel_foot import PanelAction
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.week.contact_panel_work import ContactPanelWork
from bostoette.ui.week.convert_dialog import ConvertDialog
from bostoette.ui.week.status_wish import StatusWish
from bostoette.ui.week.time_dialog import TimeDialog
from bostoette.ui.week.week_actions import WeekActions
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_work import WeekWork
from tests.clock import MONDAY, At
from tests.met_before import meet
from tests.ui.hands import CONTROL, SHIFT, focused, press, show_active

NOW = datetime(2026, 11, 26, 8, 5)
Answer = Callable[[QDialog], None]


@pytest.fixture
def citizen(desk: Desk, worker_id: Key) -> Key:
    desk.upkeep(seed_lists, "test")
    fields = CitizenFields(
        "Bodil Krogh",
        phone="12 34 56 78",
        address="Opdigtet Allé 4",
        postal_code="8900",
        town="Randers C",
        primary_worker_id=worker_id,
    )
    return desk.do(citizens.create, fields)


@pytest.fixture
def fields(worker_id: Key, citizen: Key, at: At) -> ContactFields:
    return ContactFields(
        span=at(3, "13.00", 60),
        form=ContactForm.PHYSICAL,
        purpose_id="support_conversation",
        workers=(worker_id,),
        citizens=(citizen,),
        place_text="2. sal",
        agenda=("Ugens skema",),
    )


@pytest.fixture
def visit(desk: Desk, fields: ContactFields) -> Key:
    return desk.do(contacts.create, fields)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, desk: Desk, visit: Key) -> MainWindow:
    assert visit
    shown = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    page = WeekPage(desk, theme, lambda: NOW)
    WeekActions(page, desk)
    WeekWork(page, desk, theme, lambda: NOW, Naming)
    ContactPanelWork(
        page, desk, theme, lambda: NOW, lambda: Naming(shown.settings.discreet)
    ).refresh()
    shown.add_page("week", lambda: page)
    shown.show_page("week")
    shown.resize(1280, 800)
    qtbot.addWidget(shown)
    shown.show()
    page.show_week(IsoWeek.of(MONDAY))
    return shown


@pytest.fixture
def page(window: MainWindow) -> WeekPage:
    shown = window.page("week")
    assert isinstance(shown, WeekPage)
    return shown


@pytest.fixture
def panel(page: WeekPage) -> ContactPanel:
    found = page.right.findChild(ContactPanel)
    assert found is not None
    return found


@pytest.fixture
def chosen(page: WeekPage, panel: ContactPanel, visit: Key) -> ContactPanel:
    """The panel with the visit chosen."""
    choose(page, visit)
    return panel


def choose(page: WeekPage, key: Key | None) -> None:
    page.grid.choose(key)
    QApplication.processEvents()


def status(desk: Desk, key: Key) -> tuple[ContactStatus, str]:
    found = desk.read(contacts.details, key)
    return found.status, found.status_reason


def answer_next(answer: Answer) -> None:
    """Say how the next dialog is answered."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            dialog.activateWindow()
            assert QTest.qWaitForWindowActive(dialog, 2000)
            QApplication.processEvents()
            assert dialog.isActiveWindow()
            answer(dialog)
        except BaseException:
            dialog.reject()  # or the test would wait for ever
            raise

    QTimer.singleShot(0, look)


def test_with_nothing_chosen_it_says_what_to_do_next(page: WeekPage, panel: ContactPanel) -> None:
    choose(page, None)
    assert "Vælg en kontakt" in panel.hint.text()
    assert panel.foot.isHidden()
    assert panel.forms.isHidden()


def test_a_chosen_contact_is_told_with_whom_when_and_how(chosen: ContactPanel) -> None:
    assert chosen.head.name.text() == "Bodil Krogh"
    assert chosen.head.line.text() == "Torsdag 26. nov. · 13.00–14.00 · støttesamtale"
    assert "Opdigtet Allé 4, 8900 Randers C" in chosen.how.said
    assert "2. sal" in chosen.how.said
    assert chosen.since.isHidden()


def test_a_call_shows_the_citizens_number_and_never_her_address(
    chosen: ContactPanel, desk: Desk, visit: Key
) -> None:
    desk.do(contacts.change_form, visit, ContactForm.PHONE)
    QApplication.processEvents()
    assert "12 34 56 78 (borgerens)" in chosen.how.said
    for form in (ContactForm.PHONE, ContactForm.VIDEO):
        desk.do(contacts.change_form, visit, form)
        QApplication.processEvents()
        assert "Allé" not in every_word(chosen)
        assert "2. sal" not in every_word(chosen)
    assert "mangler et videolink" in chosen.how.said


def test_the_preparation_is_named_after_the_form(
    chosen: ContactPanel, desk: Desk, visit: Key
) -> None:
    named = []
    for form in (ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.WALK_TALK):
        desk.do(contacts.change_form, visit, form)
        QApplication.processEvents()
        named.append(chosen.before.accessibleName())
    assert named == ["Før besøget", "Før samtalen", "Før gåturen"]


def test_a_button_that_has_served_gives_focus_to_the_foots_first(chosen: ContactPanel) -> None:
    held = chosen.foot.buttons[StatusWish.HOLD]
    held.setFocus()
    chosen.foot.offer_contact(ContactStatus.HELD, ContactForm.PHYSICAL, due=True)
    assert held.isHidden()
    assert focused() is chosen.foot.buttons[PanelAction.NOTE]


def test_so_it_does_where_the_change_came_from_a_dialog_that_is_still_open(
    window: MainWindow, chosen: ContactPanel
) -> None:
    QPushButton("Nyt siden sidst", chosen).show()  # comes after the foot for Qt
    call_off = chosen.foot.buttons[StatusWish.CALL_OFF]
    call_off.setFocus()
    asking = QDialog(window)
    QPushButton("Aflys kontakten", asking).setFocus()
    show_active(asking)
    QApplication.processEvents()
    assert focused().window() is asking
    chosen.foot.offer_contact(ContactStatus.CANCELLED_BY_US, ContactForm.PHYSICAL, due=True)
    asking.close()
    show_active(window)
    QApplication.processEvents()
    assert call_off.isHidden()
    assert focused() is chosen.foot.buttons[PanelAction.OPEN]


def every_word(panel: QWidget) -> str:
    return "\n".join(
        f"{one.property('text') or ''} {one.accessibleName()}"
        for one in panel.findChildren(QWidget)
        if one.isVisibleTo(panel)
    )


def test_going_through_the_four_form_buttons_and_back_loses_nothing_typed(
    chosen: ContactPanel,
    desk: Desk,
    visit: Key,
    fields: ContactFields,
    worker_id: Key,
    citizen: Key,
) -> None:
    meet(desk, citizen, worker_id)
    for form in (*CORE_FORMS[1:], ContactForm.PHYSICAL):
        chosen.forms.buttons[form].click()
        QApplication.processEvents()
        assert desk.read(contacts.details, visit).fields.form is form
        assert chosen.forms.buttons[form].isChecked()
    assert desk.read(contacts.details, visit).fields == fields
    assert "2. sal" in chosen.how.said


def test_ticks_a_new_point_agreement_and_plan_b_are_stored_at_once(
    qtbot: QtBot, chosen: ContactPanel, desk: Desk, visit: Key
) -> None:
    desk.do(contacts.change_form, visit, ContactForm.PHONE)
    QApplication.processEvents()
    next(iter(chosen.before.points.values())).click()
    qtbot.keyClicks(chosen.before.new_point, "Læge")
    qtbot.keyClick(chosen.before.new_point, Qt.Key.Key_Return)
    chosen.before.agreed.click()
    qtbot.keyClicks(chosen.before.plan_b, "Besøg i morgen")
    qtbot.keyClick(chosen.before.plan_b, Qt.Key.Key_Return)
    found = desk.read(contacts.details, visit).fields
    assert found.agenda == ("Ugens skema", "Læge")
    assert found.agreed_with_citizen
    assert found.plan_b == "Besøg i morgen"
    assert [box.isChecked() for box in chosen.before.points.values()] == [True, False]


def test_what_is_half_typed_stays_when_somebody_else_changes_the_contact(
    qtbot: QtBot, chosen: ContactPanel, desk: Desk, visit: Key, at: At
) -> None:
    qtbot.keyClicks(chosen.before.new_point, "Læ")
    desk.do(contacts.move, visit, at(4, "9.00", 60))
    QApplication.processEvents()
    assert chosen.before.new_point.text() == "Læ"
    assert "Fredag 27. nov." in chosen.head.line.text()


def test_what_is_typed_for_one_contact_never_reaches_another(
    qtbot: QtBot, page: WeekPage, chosen: ContactPanel, desk: Desk, visit: Key, at: At
) -> None:
    other = desk.do(contacts.duplicate, visit)
    desk.do(contacts.change_form, other, ContactForm.VIDEO)
    choose(page, visit)
    qtbot.keyClicks(chosen.before.new_point, "Kun her")
    choose(page, other)
    assert not chosen.before.new_point.text()
    assert desk.read(contacts.details, other).fields.agenda == ("Ugens skema",)
    choose(page, visit)
    assert chosen.before.new_point.text() == "Kun her"


@pytest.mark.parametrize("next_form", [ContactForm.PHYSICAL, ContactForm.VIDEO])
def test_plan_b_half_typed_goes_to_the_contact_it_was_typed_for(
    qtbot: QtBot,
    page: WeekPage,
    chosen: ContactPanel,
    desk: Desk,
    visit: Key,
    next_form: ContactForm,
) -> None:
    other = desk.do(contacts.duplicate, visit)
    desk.do(contacts.change_form, other, next_form)
    desk.do(contacts.change_form, visit, ContactForm.PHONE)
    choose(page, visit)
    chosen.before.plan_b.setFocus()
    qtbot.keyClicks(chosen.before.plan_b, "Ring til vagten")
    choose(page, other)
    assert desk.read(contacts.details, visit).fields.plan_b == "Ring til vagten"
    assert desk.read(contacts.details, other).fields.plan_b == ""


def test_plan_b_half_typed_is_kept_when_another_week_is_shown(
    qtbot: QtBot, page: WeekPage, chosen: ContactPanel, desk: Desk, visit: Key
) -> None:
    desk.do(contacts.change_form, visit, ContactForm.PHONE)
    choose(page, visit)
    chosen.before.plan_b.setFocus()
    qtbot.keyClicks(chosen.before.plan_b, "Ring til vagten")
    page.step(1)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: chosen.contact is None)
    assert desk.read(contacts.details, visit).fields.plan_b == "Ring til vagten"


def test_in_discretion_neither_name_nor_address_is_shown(
    qtbot: QtBot, window: MainWindow, chosen: ContactPanel
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F8)
    QApplication.processEvents()
    assert chosen.head.name.text() == "B.K."
    assert "Bodil" not in every_word(chosen)
    assert "Allé" not in every_word(chosen)


def test_in_discretion_where_it_is_and_why_it_was_called_off_are_hidden(
    qtbot: QtBot,
    window: MainWindow,
    page: WeekPage,
    panel: ContactPanel,
    desk: Desk,
    fields: ContactFields,
) -> None:
    told = replace(
        fields,
        form=ContactForm.PHYSICAL,
        place=ContactPlace.OTHER,
        place_text="Hos Rie Holm",
    )
    key = desk.do(contacts.create, told)
    desk.do(contacts.cancel, key, ContactStatus.CANCELLED_BY_US, "Rie Holm ringede")
    choose(page, key)
    assert every_word(panel).count("Rie Holm")
    qtbot.keyClick(window, Qt.Key.Key_F8)
    QApplication.processEvents()
    assert "Rie Holm" not in every_word(panel)


def test_participants_and_colleagues_are_told(
    page: WeekPage, panel: ContactPanel, desk: Desk, fields: ContactFields, colleague_id: Key
) -> None:
    more = replace(
        fields,
        workers=(*fields.workers, colleague_id),
        participants=(Participant("Rie", "søster", 780, 800),),
    )
    choose(page, desk.do(contacts.create, more))
    assert "K.L." in panel.who.said
    assert "Rie (søster), 13.00–13.20" in panel.who.said


def test_own_time_has_its_own_short_panel(
    page: WeekPage, panel: ContactPanel, desk: Desk, worker_id: Key, at: At
) -> None:
    own = AppointmentFields(at(1, "8.00", 60), AppointmentKind.MEETING, "Teammøde")
    choose(page, desk.do(appointments.create, worker_id, own))
    assert panel.head.name.text() == "Teammøde"
    assert panel.head.line.text() == "Tirsdag 24. nov. · 08.00–09.00"
    assert panel.before.isHidden()
    assert panel.foot.buttons[PanelAction.DELETE].isVisible()
    panel.foot.buttons[PanelAction.DELETE].click()


def test_held_is_noted_and_its_time_corrected_in_a_small_form(
    chosen: ContactPanel, desk: Desk, visit: Key, at: At
) -> None:
    desk.do(contacts.move, visit, at(3, "7.00", 60))
    chosen.foot.buttons[StatusWish.HOLD].click()
    QApplication.processEvents()
    assert chosen.head.status.text() == "Afholdt"
    assert not chosen.forms.buttons[ContactForm.PHONE].isEnabled()

    def correct(dialog: QDialog) -> None:
        assert isinstance(dialog, TimeDialog)
        assert not dialog.when.day.isEnabled()
        dialog.when.start.setText("7.10")
        dialog.when.minutes.setValue(35)
        dialog.accept()

    answer_next(correct)
    chosen.foot.buttons[StatusWish.CORRECT_TIME].click()
    QApplication.processEvents()
    found = desk.read(contacts.details, visit)
    assert (found.actual_start, found.actual_minutes) == (430, 35)
    assert found.fields.span == at(3, "7.00", 60)
    assert chosen.head.status.text() == "Afholdt · 07.10–07.45 (35 min)"


def test_what_has_not_begun_is_not_marked_as_held(
    chosen: ContactPanel, desk: Desk, visit: Key, qtbot: QtBot
) -> None:
    with qtbot.captureExceptions() as told:
        chosen.foot.buttons[StatusWish.HOLD].click()
    ((_kind, error, _trace),) = told
    assert "begynder først kl. 13.00" in str(error)
    assert status(desk, visit) == (ContactStatus.PLANNED, "")


def test_moving_by_the_form_goes_to_the_day_and_time_typed(
    chosen: ContactPanel, desk: Desk, visit: Key, at: At
) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, TimeDialog)
        dialog.when.day.setText("fredag")
        dialog.when.start.setText("915")
        dialog.accept()

    answer_next(answer)
    chosen.foot.buttons[PanelAction.MOVE].click()
    assert desk.read(contacts.details, visit).fields.span == at(4, "9.15", 60)


def test_ctrl_shift_u_and_one_key_more_note_who_stayed_away_and_how(
    window: MainWindow, page: WeekPage, desk: Desk, visit: Key
) -> None:
    show_active(window)
    page.grid.setFocus()
    choose(page, visit)
    press(Qt.Key.Key_U, CONTROL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_S)
    assert status(desk, visit) == (ContactStatus.NO_SHOW, "svarede ikke")
    assert desk.undo() is not None
    assert status(desk, visit) == (ContactStatus.PLANNED, "")


def test_what_lies_ahead_cannot_have_been_missed(
    qtbot: QtBot, page: WeekPage, desk: Desk, visit: Key, at: At
) -> None:
    desk.do(contacts.move, visit, at(4, "9.00", 60))
    choose(page, visit)
    with qtbot.captureExceptions() as told:
        page.status_asked.emit(visit, StatusWish.MISSED)
    assert "senere dag" in str(told[0][1])
    assert QApplication.activePopupWidget() is None


def test_ctrl_shift_o_turns_the_visit_into_a_call_today_with_one_key_for_the_reason(
    window: MainWindow, page: WeekPage, desk: Desk, visit: Key, at: At
) -> None:
    show_active(window)
    page.grid.setFocus()
    choose(page, visit)

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ConvertDialog)
        assert dialog.form is ContactForm.PHONE
        assert "fre. 27. nov. 09.00" not in dialog.new_visit.text()
        QTest.keyClick(dialog, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    answer_next(answer)
    press(Qt.Key.Key_O, CONTROL | SHIFT)
    assert status(desk, visit) == (ContactStatus.CONVERTED, "svær dag")
    calls = [one for one in page.shown.contacts if one.form is ContactForm.PHONE]
    assert [one.span for one in calls] == [at(3, "8.15", 15)]
    assert page.grid.chosen_key() == calls[0].id
    desk.undo()
    assert status(desk, visit) == (ContactStatus.PLANNED, "")
    assert not [one for one in page.shown.contacts if one.form is ContactForm.PHONE]


def test_calling_off_keeps_who_and_why_by_one_key_each(
    chosen: ContactPanel, desk: Desk, visit: Key
) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, CancelDialog)
        QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(dialog, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    answer_next(answer)
    chosen.foot.buttons[StatusWish.CALL_OFF].click()
    assert status(desk, visit) == (ContactStatus.CANCELLED_BY_US, "transport")


def test_calling_off_a_visit_offers_a_call_instead_only_for_reasons_that_keep_the_contact(
    chosen: ContactPanel, desk: Desk, visit: Key
) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, CancelDialog)
        assert dialog.offer_frame.isVisible()
        call = dialog.calls[ContactForm.PHONE]
        assert dialog.new_visit.y() < call.y()  # it is the call's, and not the calling off's
        QTest.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
        assert not dialog.offer_frame.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
        dialog.calls[ContactForm.PHONE].click()

    answer_next(answer)
    chosen.foot.buttons[StatusWish.CALL_OFF].click()
    assert status(desk, visit) == (ContactStatus.CONVERTED, "intet overskud")


def test_each_group_is_one_tab_stop_with_arrows_inside(
    window: MainWindow, chosen: ContactPanel
) -> None:
    show_active(window)
    for group in (chosen.forms, chosen.before, chosen.foot):
        stops = [
            one
            for one in group.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
        ]
        assert len(stops) == 1
    chosen.foot.buttons[PanelAction.OPEN].setFocus()
    press(Qt.Key.Key_Down)
    assert focused() is chosen.foot.buttons[StatusWish.HOLD]
    press(Qt.Key.Key_Left)
    assert focused() is chosen.foot.buttons[PanelAction.OPEN]


def test_every_control_of_the_panel_has_a_name(chosen: ContactPanel) -> None:
    for kind in (QPushButton, QToolButton):
        for one in chosen.findChildren(kind):
            assert one.accessibleName()


def test_advice_and_note_take_no_room_until_something_is_there(
    page: WeekPage, chosen: ContactPanel, visit: Key
) -> None:
    assert chosen.advice_place.isHidden()
    chosen.advice_place.hold(QWidget())
    choose(page, None)
    assert chosen.advice_place.isHidden()
    choose(page, visit)
    assert chosen.advice_place.isVisible()


def test_at_twice_the_text_nothing_of_the_panel_is_cut_in_its_width(
    theme: Theme, window: MainWindow, page: WeekPage, chosen: ContactPanel
) -> None:
    theme.use(Appearance.LIGHT, 200)
    page.right.set_open(True)
    QApplication.processEvents()
    for button in chosen.foot.buttons.values():
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width()
            assert button.mapTo(page.right, button.rect().bottomRight()).x() < page.right.width()


def test_a_long_heading_is_broken_instead_of_widening_the_panel(qtbot: QtBot, theme: Theme) -> None:
    group = PanelGroup(theme, "Passer formen? · komme i gang med digital kontakt")
    qtbot.addWidget(group)
    assert group.minimumSizeHint().width() < group.fontMetrics().horizontalAdvance("Passer formen?")


def test_in_discretion_what_was_typed_for_the_talk_is_hidden_and_nothing_of_it_is_lost(
    window: MainWindow, page: WeekPage, panel: ContactPanel, desk: Desk, qtbot: QtBot, visit: Key
) -> None:
    desk.do(form_choice.change_form, visit, ContactForm.PHONE, "Vejen er spærret i dag", ())
    page.grid.choose(visit)
    qtbot.waitUntil(lambda: panel.contact is not None and panel.contact.form is ContactForm.PHONE)
    before = panel.before
    before.plan_b.setText("Ring til søster Grethe")
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.waitUntil(before.plan_b.isReadOnly)
    (point,) = before.points.values()
    assert point.accessibleName() == "Punkt 1 · skjult"
    assert "Grethe" not in before.plan_b.text()
    assert "Ugens skema" not in "".join(one.text() for one in panel.findChildren(QLabel))
    point.click()
    assert desk.read(contacts.details, visit).fields.plan_b == "Ring til søster Grethe"
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: before.plan_b.text() == "Ring til søster Grethe")
    (point,) = before.points.values()
    assert point.accessibleName() == "Ugens skema"
    assert point.isChecked()


def test_a_long_word_has_the_line_for_itself_and_a_link_is_shortened_not_cut(
    page: WeekPage, desk: Desk, panel: ContactPanel, citizen: Key, worker_id: Key, at: At
) -> None:
    link = "https://teams.eksempel.dk/l/meetup-join/19%3ameeting_NzQ4OTk5LWFiY2QtZWZnaC1pamtsLW1u"
    fields = ContactFields(
        at(3, "10.00", 30),
        ContactForm.VIDEO,
        "support_conversation",
        (worker_id,),
        (citizen,),
        video_link=link,
    )
    page.grid.choose(desk.do(contacts.create, fields))
    QApplication.processEvents()
    assert panel.head.chip.y() < panel.head.name.geometry().bottom()
    shown = next(one for one in panel.how.findChildren(QLabel) if one.toolTip() == link)
    assert shown.text() == "https://teams.eksempel.dk/l/meetup-join/19%3ameeting_NzQ4OTk5LW…"
    panel.head.name.setText("Christoffersen-Bartholomæussen")
    QApplication.processEvents()
    assert panel.head.chip.y() >= panel.head.name.geometry().bottom()


def test_a_point_put_on_the_agenda_from_the_citizens_page_stands_in_the_panel(
    qtbot: QtBot, chosen: ContactPanel, desk: Desk, visit: Key, citizen: Key
) -> None:
    desk.do(video_startup.take_along, citizen, visit, NOW.date())
    qtbot.waitUntil(lambda: len(chosen.before.points) > 1, timeout=2000)


def test_another_contact_is_shown_from_its_top(
    qtbot: QtBot, page: WeekPage, window: MainWindow, chosen: ContactPanel, desk: Desk, visit: Key
) -> None:
    other = desk.do(contacts.duplicate, visit)
    window.resize(1280, 560)
    scroll = chosen.findChild(FittingScroll)
    assert scroll is not None
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    choose(page, other)
    assert bar.value() == 0
