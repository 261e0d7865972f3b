"""The citizens page through real widgets and a real encrypted file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import (
    AgreementFields,
    AgreementLineFields,
    CitizenFields,
    GrantFields,
)
from bostoette.models.citizen_kinds import AgreementRhythm, CitizenStatus
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.planning.citizen_filter import CitizenFilter
from bostoette.services import agreements, citizens, contacts, grants
from bostoette.services.desk import Desk
from bostoette.ui.background import under_way
from bostoette.ui.citizens.agreement_editor import AgreementEditor
from bostoette.ui.citizens.citizen_dialog import CitizenDialog
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.citizens.end_citizen_dialog import EndCitizenDialog
from bostoette.ui.citizens.grant_editor import GrantEditor
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.naming import Naming
from bostoette.ui.quiet_message import QuietMessage
from bostoette.ui.theme import Appearance, Theme
from tests.clock import MONDAY, At
from tests.ui.hands import CONTROL, focused, press, show_active, type_text

TODAY = MONDAY + timedelta(days=3)


@pytest.fixture
def empty_page(qtbot: QtBot, desk: Desk, theme: Theme) -> Iterator[CitizensPage]:
    page = CitizensPage(desk, theme, lambda: TODAY)
    desk.listen(page.on_changes)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    show_active(page)
    yield page
    for dialog in page.findChildren(QDialog):
        dialog.done(0)


@pytest.fixture
def page(empty_page: CitizensPage, citizen_id: Key, desk: Desk) -> CitizensPage:
    desk.do(citizens.create, CitizenFields("Søren Ærø", primary_worker_id=desk.actor_id))
    empty_page.choose(citizen_id)
    return empty_page


def _dialog(page: CitizensPage) -> QDialog:
    found = [one for one in page.findChildren(QDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def _texts(widget: QWidget) -> str:
    QApplication.processEvents()  # what was added to a layout is shown only then
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_without_citizens_the_page_says_what_belongs_here_and_how_to_begin(
    empty_page: CitizensPage,
) -> None:
    assert "Her kommer dine borgere til at stå" in _texts(empty_page)
    assert empty_page.empty.new.isVisible()
    assert empty_page.empty.take_in.isVisible()
    empty_page.setFocus()
    assert focused() is empty_page.empty.new


def test_a_citizen_is_taken_in_by_keyboard_alone(empty_page: CitizensPage, desk: Desk) -> None:
    empty_page.setFocus()
    press(Qt.Key.Key_Space)
    dialog = _dialog(empty_page)
    assert isinstance(dialog, CitizenDialog)
    QTest.keyClicks(dialog.name, "Anne Åberg")
    assert dialog.initials.text() == "A.Å."
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    (taken,) = desk.read(citizens.listed, TODAY)
    assert (taken.name, taken.code) == ("Anne Åberg", "AÅ")
    assert empty_page.current == taken.id
    assert "Anne Åberg" in _texts(empty_page.card)


def test_what_is_wrong_is_said_and_what_was_typed_stays(page: CitizensPage, desk: Desk) -> None:
    page.work.new_citizen()
    dialog = _dialog(page)
    assert isinstance(dialog, CitizenDialog)
    QTest.keyClicks(dialog.name, "Bo Krag")
    QTest.keyClicks(dialog.address, "Ågade 3 010180-1234")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "CPR-nummer" in dialog.trouble.text()
    assert dialog.trouble.isVisible()
    assert dialog.address.text() == "Ågade 3 010180-1234"
    assert len(desk.read(citizens.listed, TODAY)) == 2


def test_a_stale_form_stays_open_and_overwrites_nothing(
    page: CitizensPage, desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    page.work.change(citizen_id)
    dialog = _dialog(page)
    assert isinstance(dialog, CitizenDialog)
    found = desk.read(citizens.details, citizen_id)
    theirs = replace(found.fields, phone="20 12 34 56")
    colleagues_desk.do(citizens.change, citizen_id, found.version, theirs)
    QTest.keyClicks(dialog.town, "Ry")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "Intet er overskrevet" in dialog.trouble.text()
    assert desk.read(citizens.details, citizen_id).fields == theirs


def test_an_unchanged_form_closes_without_a_question(page: CitizensPage, citizen_id: Key) -> None:
    page.work.change(citizen_id)
    dialog = _dialog(page)
    assert isinstance(dialog, CitizenDialog)
    assert not dialog.changed()
    dialog.town.setText("Ry")
    assert dialog.changed()
    dialog.town.setText("")
    dialog.reject()
    assert not dialog.isVisible()


def _press_cancel(form: FormDialog) -> QMessageBox:
    QTest.mouseClick(form.cancel_button, Qt.MouseButton.LeftButton)
    (box,) = (one for one in form.findChildren(QMessageBox) if one.isVisible())
    return box


def _answer(box: QMessageBox, words: str) -> None:
    next(one for one in box.buttons() if one.text().replace("&", "") == words).click()


@pytest.mark.parametrize(
    ("words", "stays", "kept"),
    [("Bliv her", True, True), ("Husk til næste gang", False, True), ("Kassér", False, False)],
)
def test_annuller_asks_what_becomes_of_what_was_typed(
    page: CitizensPage, citizen_id: Key, *, words: str, stays: bool, kept: bool
) -> None:
    page.work.change(citizen_id)
    dialog = _dialog(page)
    assert isinstance(dialog, CitizenDialog)
    dialog.town.setText("Ry")
    page.keep_drafts()
    _answer(_press_cancel(dialog), words)
    assert dialog.isVisible() is stays
    dialog.hide()
    page.work.change(citizen_id)
    again = page.findChildren(CitizenDialog)[-1]
    assert again.town.text() == ("Ry" if kept else "")


def test_esc_keeps_what_was_typed_for_the_next_time_and_says_so(
    page: CitizensPage, citizen_id: Key
) -> None:
    message = QuietMessage(page)
    page.work.change(citizen_id)
    dialog = _dialog(page)
    assert isinstance(dialog, CitizenDialog)
    dialog.town.setText("Ry")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert message.accessibleName().startswith("Det, du skrev, er husket")
    page.work.change(citizen_id)
    again = page.findChildren(CitizenDialog)[-1]
    assert again.town.text() == "Ry"


def test_typing_narrows_the_list_and_arrow_down_goes_into_it(
    page: CitizensPage, citizen_id: Key, qtbot: QtBot
) -> None:
    page.choose(citizen_id)
    page.list.search.setFocus()
    type_text("soren")
    assert [one.name for one in page.list.model.citizens] == ["Søren Ærø"]
    assert page.current == citizen_id  # whom the buttons act on as long as she is shown
    assert "Asta Mortensen" in _texts(page.card)
    qtbot.waitUntil(lambda: "Søren Ærø" in _texts(page.card))
    assert page.current == page.list.current
    press(Qt.Key.Key_Down)
    assert focused() is page.list.view
    page.list.search.setFocus()
    press(Qt.Key.Key_Escape)
    assert len(page.list.model.citizens) == 2


def test_who_was_found_by_a_key_is_not_shown_after_the_next_key_found_another(
    page: CitizensPage, citizen_id: Key, qtbot: QtBot
) -> None:
    page.list.search.setFocus()
    type_text("soren")
    page._soon.fetch()  # the pause is over, she is being read
    page.list.search.selectAll()
    type_text("asta")
    qtbot.waitUntil(lambda: not under_way())
    assert "Søren Ærø" not in _texts(page.card)
    qtbot.waitUntil(lambda: page.current == citizen_id)
    assert "Asta Mortensen" in _texts(page.card)


def test_enter_while_the_citizen_found_is_on_her_way_changes_her_and_nobody_else(
    page: CitizensPage, citizen_id: Key
) -> None:
    page.choose(citizen_id)
    page.list.search.setFocus()
    type_text("soren")
    page.list.opened.emit()
    dialog = _dialog(page)
    assert isinstance(dialog, CitizenDialog)
    assert dialog.name.text() == "Søren Ærø"
    assert "Søren Ærø" in _texts(page.card)


def test_a_search_that_finds_nobody_says_so_and_shows_nobody(page: CitizensPage) -> None:
    page.list.search.setText("zzz")
    assert "Ingen borgere passer" in _texts(page.list)
    assert not page.card.isVisible()
    page.list.search.clear()
    assert page.card.isVisible()


def test_the_filter_shows_those_whose_support_has_ended(
    page: CitizensPage, citizen_id: Key, desk: Desk
) -> None:
    page.work.change_status(citizen_id)
    dialog = _dialog(page)
    assert isinstance(dialog, EndCitizenDialog)
    dialog.status.choose(CitizenStatus.ENDED)
    dialog.save_button.click()
    assert [one.name for one in page.list.model.citizens] == ["Søren Ærø"]
    page.list.filter.choose(CitizenFilter(status=CitizenStatus.ENDED))
    assert [one.name for one in page.list.model.citizens] == ["Asta Mortensen"]
    assert "Afsluttet fra 26. nov. 2026" in _texts(page.card)
    page.list.filter.choose(CitizenFilter(ended_too=True))
    assert len(page.list.model.citizens) == 2


def test_ending_shows_what_stops_before_anything_does(
    page: CitizensPage, citizen_id: Key, desk: Desk, worker_id: Key, at: At
) -> None:
    fields = ContactFields(
        at(3, "13.00", 60),
        ContactForm.PHYSICAL,
        "support_conversation",
        (worker_id,),
        (citizen_id,),
        agreed_with_citizen=True,
    )
    key = desk.do(contacts.create, fields)
    page.work.change_status(citizen_id)
    dialog = _dialog(page)
    assert isinstance(dialog, EndCitizenDialog)
    dialog.status.choose(CitizenStatus.MOVED_AWAY)
    assert dialog.listed.item(0).text() == "tor. 26. nov. 13.00 · fysisk besøg · aflyses"
    dialog.from_day.setText("27/11/2026")
    dialog.from_day.editingFinished.emit()
    assert dialog.listed.count() == 0
    assert "intet andet ændres" in dialog.said.text()
    dialog.reject()
    assert desk.read(citizens.details, citizen_id).status is CitizenStatus.ACTIVE
    assert desk.read(contacts.details, key).fields.agreed_with_citizen


def test_a_pause_may_leave_what_is_planned(page: CitizensPage, citizen_id: Key) -> None:
    page.work.change_status(citizen_id)
    dialog = _dialog(page)
    assert isinstance(dialog, EndCitizenDialog)
    dialog.status.choose(CitizenStatus.PAUSED)
    assert dialog.stop.isVisible()
    dialog.stop.setChecked(False)
    assert dialog.said.text() == "Det, der er planlagt, bliver stående."


def test_an_agreement_is_filled_in_line_by_line_and_read_on_the_card(
    page: CitizensPage, citizen_id: Key, desk: Desk
) -> None:
    page.card.side.agreement.action.click()
    dialog = _dialog(page)
    assert isinstance(dialog, AgreementEditor)
    dialog.more.click()
    second = dialog.lines[1]
    assert dialog.focusWidget() is second.number
    second.number.setValue(2)
    second.minutes.setValue(10)
    second.often.choose((AgreementRhythm.N_WEEKS, 3))
    second.forms[ContactForm.VIDEO].setChecked(True)
    dialog.valid_from.setText("1/12/26")
    dialog.save_button.click()
    (stored,) = desk.read(citizens.details, citizen_id).agreements
    assert stored.fields == AgreementFields(
        date(2026, 12, 1),
        (
            AgreementLineFields(1, 60),
            AgreementLineFields(
                2, 10, AgreementRhythm.N_WEEKS, 3, (ContactForm.PHONE, ContactForm.VIDEO)
            ),
        ),
    )
    assert (
        "Kommer: fra 1. dec. 2026 indtil videre\n1 × 60 min pr. uge fysisk besøg; "
        "2 × 10 min hver 3. uge fleksibel: telefon eller video"
    ) in _texts(page.card.side)


def test_an_agreement_line_can_be_removed_and_an_empty_one_is_refused(
    page: CitizensPage, citizen_id: Key, desk: Desk
) -> None:
    page.work.agree(citizen_id)
    dialog = _dialog(page)
    assert isinstance(dialog, AgreementEditor)
    dialog.lines[0].remove.click()
    dialog.save_button.click()
    assert "Aftalen er tom" in dialog.trouble.text()
    dialog.on_demand.setChecked(True)
    dialog.save_button.click()
    assert desk.read(citizens.details, citizen_id).agreements[0].fields.on_demand


def test_a_past_agreement_stays_on_the_card(
    page: CitizensPage, citizen_id: Key, desk: Desk
) -> None:
    line = AgreementLineFields(1, 60)
    desk.do(agreements.agree, citizen_id, AgreementFields(date(2026, 1, 1), (line,)))
    desk.do(agreements.agree, citizen_id, AgreementFields(MONDAY, (replace(line, minutes=30),)))
    shown = _texts(page.card.side)
    assert "Fysisk besøg\n1 × 30 min" in shown
    assert "Gælder: fra 23. nov. 2026 indtil videre\n1 × 30 min pr. uge fysisk besøg" in shown
    assert "Før: fra 1. jan. 2026 til 22. nov. 2026\n1 × 60 min pr. uge fysisk besøg" in shown


def test_a_grant_is_typed_as_people_write_time(
    page: CitizensPage, citizen_id: Key, desk: Desk
) -> None:
    key = desk.do(grants.add, citizen_id, GrantFields("85", date(2026, 1, 1), 60, 60))
    page.card.side.grant.button(key).click()
    dialog = _dialog(page)
    assert isinstance(dialog, GrantEditor)
    dialog.paragraph.offer([("85", "§85")])
    assert dialog.time.text() == "1 t"
    dialog.time.setText("2-3 timer")
    dialog.save_button.click()
    (stored,) = desk.read(citizens.details, citizen_id).grants
    assert (stored.fields.minutes_from, stored.fields.minutes_to) == (120, 180)
    assert "2 t–3 t pr. uge" in _texts(page.card.side)


def test_time_that_cannot_be_read_is_said_in_the_grants_form(
    page: CitizensPage, citizen_id: Key
) -> None:
    page.work.grant(citizen_id)
    dialog = _dialog(page)
    assert isinstance(dialog, GrantEditor)
    dialog.time.setText("en del")
    dialog.save_button.click()
    assert "Tiden kan ikke læses" in dialog.trouble.text()
    assert dialog.time.text() == "en del"


def test_others_changes_and_undo_are_seen_at_once(
    page: CitizensPage, citizen_id: Key, desk: Desk
) -> None:
    found = desk.read(citizens.details, citizen_id)
    changed = replace(found.fields, name="Asta Møller", initials="A.M.")
    desk.do(citizens.change, citizen_id, found.version, changed)
    assert "Asta Møller" in _texts(page.card)
    desk.undo()
    assert "Asta Mortensen" in _texts(page.card)
    assert page.current == citizen_id


def test_a_hidden_page_reads_anew_when_it_is_shown(page: CitizensPage, desk: Desk) -> None:
    page.hide()
    desk.do(citizens.create, CitizenFields("Bo Krag", primary_worker_id=desk.actor_id))
    assert len(page.list.model.citizens) == 2
    page.show()
    assert len(page.list.model.citizens) == 3


def test_discretion_shows_initials_only(page: CitizensPage) -> None:
    page.set_naming(Naming(discreet=True))
    assert "Asta" not in _texts(page)
    assert "Mona" not in _texts(page)
    rows = [page.list.model.index(row).data() for row in range(2)]
    assert rows == ["A.M.", "S.Æ."]
    page.set_naming(Naming())
    assert "Asta Mortensen" in _texts(page)


def test_a_list_row_is_heard_with_worker_and_next_contact(page: CitizensPage) -> None:
    row = page.list.model.index(0)
    assert (
        row.data(Qt.ItemDataRole.AccessibleTextRole)
        == "Asta Mortensen, Aktiv, ny borger, kontaktperson M.J., ingen planlagt kontakt"
    )


def _open_all(page: CitizensPage, key: Key) -> Iterator[QWidget]:
    yield page
    work = page.work
    for show in (work.change, work.agree, work.grant, work.lend, work.change_status):
        show(key)
        dialog = _dialog(page)
        yield dialog
        dialog.done(0)
    work.new_citizen()
    yield _dialog(page)


def test_every_control_has_a_name_for_who_hears_it(page: CitizensPage, citizen_id: Key) -> None:
    for window in _open_all(page, citizen_id):
        for kind in (QAbstractButton, QLineEdit, QComboBox, QSpinBox):
            for control in window.findChildren(kind):
                if control.isVisible() and control.objectName() != "qt_spinbox_lineedit":
                    heard = QAccessible.queryAccessibleInterface(control)
                    assert heard.text(QAccessible.Text.Name), control


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_out_of_reach_sideways_and_targets_are_large_enough(
    page: CitizensPage, citizen_id: Key, theme: Theme, percent: int
) -> None:
    theme.use(Appearance.LIGHT, percent)
    page.resize(1280 - theme.pixels(96), 740)
    for window in _open_all(page, citizen_id):
        for control in window.findChildren(QAbstractButton):
            if control.isVisible() and control.window() is window.window():
                assert control.height() >= 24, control
                right = control.mapTo(window, control.rect().topRight()).x()
                assert right < window.width(), control
    theme.use(Appearance.LIGHT)


def test_control_n_asks_for_a_new_citizen_wherever_the_focus_is(page: CitizensPage) -> None:
    page.list.search.setFocus()
    press(Qt.Key.Key_N, CONTROL)
    assert isinstance(_dialog(page), CitizenDialog)


def test_enter_presses_the_button_that_has_the_focus(empty_page: CitizensPage) -> None:
    empty_page.empty.new.setFocus()
    press(Qt.Key.Key_Return)
    assert isinstance(_dialog(empty_page), CitizenDialog)


def test_an_empty_search_field_leaves_control_z_to_the_plan(page: CitizensPage) -> None:
    asked: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Z"), page).activated.connect(lambda: asked.append(True))
    page.list.search.setFocus()
    press(Qt.Key.Key_Z, CONTROL)
    assert asked == [True]
    type_text("asta")
    press(Qt.Key.Key_Z, CONTROL)
    assert asked == [True]
    assert not page.list.search.text()


@pytest.mark.parametrize(("chosen", "kept"), [("B.Æ.", "Å.Ø."), ("X.Y.", "X.Y.")])
def test_initials_follow_a_corrected_name_unless_somebody_chose_them(
    page: CitizensPage, desk: Desk, chosen: str, kept: str
) -> None:
    page.choose(desk.do(citizens.create, CitizenFields("Bo Æbelø", initials=chosen)))
    page.card.head.change_asked.emit()
    dialog = _dialog(page)
    assert isinstance(dialog, CitizenDialog)
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "Åse Ødegård")
    assert (dialog.name.text(), dialog.initials.text()) == ("Åse Ødegård", kept)


def test_among_very_many_the_first_one_is_read_beside_the_window(
    qtbot: QtBot, desk: Desk, theme: Theme, citizen_id: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(citizens, "MANY", 1)
    page = CitizensPage(desk, theme, lambda: MONDAY)
    qtbot.addWidget(page)
    page.show()
    assert [one.id for one in page.list.model.citizens] == [citizen_id]
    assert page.current is None
    qtbot.waitUntil(lambda: page.current == citizen_id)
    assert "Asta Mortensen" in _texts(page.card)


def test_among_very_many_names_are_shown_at_once_and_their_contacts_follow(
    page: CitizensPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    known = page.list.model.citizens
    monkeypatch.setattr(citizens, "MANY", 2)
    page.list._everybody = ()
    page._reload()
    first = page.list.model.citizens
    assert [one.name for one in first] == [one.name for one in known]
    assert not any(one.looked_up for one in first)
    assert "intet planlagt" not in page.list.model.line(first[0])
    qtbot.waitUntil(lambda: page.list.model.citizens == known)
    page._reload()
    assert page.list.model.citizens == known  # what is known stays until it is read anew
