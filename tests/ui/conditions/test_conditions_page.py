"""Rammer at the screen: cards, rules, a trial, a meeting, versions; read-only for a worker."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QSpinBox, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from bostoette.models.conditions import LineAbout
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.sheet_card import SheetCard
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import sheet_versions, team_sheet, workers
from bostoette.services.conditions import conditions_in_force, delivered_in_force
from bostoette.services.program_file import OpenFile
from bostoette.ui.conditions.card_dialog import CardDialog
from bostoette.ui.conditions.conditions_page import ConditionsPage, Part
from bostoette.ui.conditions.meeting_view import END
from bostoette.ui.conditions.rules_view import Shown
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Appearance, Theme

VIDEO, HOTLINE = ContactForm.VIDEO, ContactForm.HOTLINE
HOME_DAYS = NumberName("P37", "home_days")
WORRY = "Hurtigt at vende en bekymring"


@pytest.fixture
def leader(opened: OpenFile) -> Key:
    """Another one leads: the person who is in is a worker."""
    fields = WorkerFields("Lis Holm", "L.H.", role=WorkerRole.TEAM_LEADER)
    return opened.desk.do(workers.create, opened.desk.actor_id, fields)


def rule(page: ConditionsPage, rule_id: str) -> None:
    page.show_part(Part.RULES)
    page.rules.show_rule(rule_id)


def spin(page: ConditionsPage, name: str) -> QSpinBox:
    field = page.rules.card.numbers[name].field
    assert isinstance(field, QSpinBox)
    return field


def test_the_rail_leads_to_the_four_forms(page: ConditionsPage, window: MainWindow) -> None:
    assert window.rail.button("conditions").text() == "Rammer"
    assert page.state.text() == "Version 1 · leveret med programmet"
    card = page.forms.cards[VIDEO]
    assert "Vejledning og øvelser" in card.parts[LineAbout.GOOD_FOR].text()
    assert card.parts[LineAbout.TERMS].text()
    assert card.lengths.text() == "Normalt 25 minutter, højst 45"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("part", [Part.RULES, Part.TRIAL])
def test_what_the_lists_offer_is_read_whole_at_1280_pixels(
    page: ConditionsPage, window: MainWindow, theme: Theme, part: Part, percent: int
) -> None:
    window.resize(1280, 800)
    theme.use(Appearance.LIGHT, percent)
    page.show_part(part)
    QApplication.processEvents()
    for box in (page.rules.filter, page.trial.rule):
        if box.isVisible():
            option = QStyleOptionComboBox()
            box.initStyleOption(option)
            field = QStyle.SubControl.SC_ComboBoxEditField
            combo = QStyle.ComplexControl.CC_ComboBox
            room = box.style().subControlRect(combo, option, field, box).width()
            for place in range(box.count()):
                words = box.itemText(place)
                assert box.fontMetrics().horizontalAdvance(words) <= room, words
    theme.use(Appearance.LIGHT)


def test_a_number_is_stepped_by_keyboard_and_undone(
    page: ConditionsPage, window: MainWindow, opened: OpenFile, qtbot: QtBot
) -> None:
    rule(page, "P37")
    field = spin(page, "home_days")
    assert field.suffix() == " dage"
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.desk.read(conditions_in_force).rules.number(HOME_DAYS).value == 26
    row = page.rules.card.numbers["home_days"]
    assert row.mark.text() == "ændret fra 28 dage"
    assert "26 dage" in page.rules.card.text.text()
    assert "ændret" in page.rules.list.currentItem().text()
    window.undoing.undo()
    assert opened.desk.read(conditions_in_force) is delivered_in_force()
    assert page.rules.card.numbers["home_days"].mark.text() == "antaget"


def test_steps_that_follow_each_other_are_one_change(
    page: ConditionsPage, opened: OpenFile, qtbot: QtBot
) -> None:
    rule(page, "P37")
    for _step in range(3):
        spin(page, "home_days").stepDown()
    qtbot.waitUntil(
        lambda: opened.desk.read(conditions_in_force).rules.number(HOME_DAYS).value == 25
    )
    assert opened.desk.undo() == "P37: 25 dage"
    assert opened.desk.read(conditions_in_force) is delivered_in_force()


def test_a_changed_number_goes_back_to_what_is_delivered(
    page: ConditionsPage, opened: OpenFile
) -> None:
    opened.desk.do(team_sheet.change_number, opened.desk.actor_id, HOME_DAYS, 10)
    rule(page, "P37")
    back = page.rules.card.numbers["home_days"].back
    assert back.text() == "Tilbage til 28 dage"
    back.click()
    assert opened.desk.read(conditions_in_force) is delivered_in_force()
    assert page.rules.card.numbers["home_days"].back.isHidden()


def test_a_rule_is_switched_off_and_a_built_in_one_says_why_it_cannot_be(
    page: ConditionsPage, opened: OpenFile
) -> None:
    rule(page, "P11")
    page.rules.card.switch.click()
    assert not opened.desk.read(conditions_in_force).rules.rules["P11"].on
    assert "slået fra" in page.rules.list.currentItem().text()
    rule(page, "P54")
    assert not page.rules.card.switch.isEnabled()
    assert "bygget ind" in page.rules.card.switched.text()


def test_what_cannot_be_meant_is_refused_on_the_page_and_shown_as_it_was(
    page: ConditionsPage, qtbot: QtBot
) -> None:
    rule(page, "P84")
    field = spin(page, "day_ends")
    field.setValue(7)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "kan ikke være over" in page.notice.words
    assert spin(page, "day_ends").value() == 16


def test_rules_are_searched_and_filtered(page: ConditionsPage, opened: OpenFile) -> None:
    page.show_part(Part.RULES)
    assert len(page.rules.rules) == 94
    page.rules.search.setText("hjemmet set")
    assert "P37" in page.rules.rules
    assert len(page.rules.rules) < 20
    page.rules.search.setText("xyzzy")
    assert page.rules.rules == []
    assert not page.rules.none.isHidden()
    page.rules.search.clear()
    page.rules.filter.choose(Shown.CHANGED)
    assert page.rules.rules == []
    opened.desk.do(team_sheet.switch_rule, opened.desk.actor_id, "P16", on=False)
    assert page.rules.rules == ["P16"]
    page.rules.filter.choose(Shown.OFF)
    assert page.rules.rules == ["P16"]


def test_a_card_is_corrected_line_by_line(page: ConditionsPage, opened: OpenFile) -> None:
    page.forms.cards[VIDEO].action.click()
    dialog = page.findChild(CardDialog)
    assert isinstance(dialog, CardDialog)
    dialog.fields[LineAbout.GOOD_FOR].appendPlainText(f"\n{WORRY}\n")
    dialog.usual.setValue(60)
    dialog.accept()
    assert "over den længste" in dialog.notice.words
    dialog.usual.setValue(30)
    dialog.accept()
    assert f"• {WORRY} (teamets egen)" in page.forms.cards[VIDEO].parts[LineAbout.GOOD_FOR].text()
    assert "ændret fra 25 og højst 45" in page.forms.cards[VIDEO].lengths.text()
    assert opened.desk.read(conditions_in_force).conditions.good_for[VIDEO][0] == WORRY


def test_the_programs_own_lines_and_numbers_can_be_fetched_again(
    page: ConditionsPage, opened: OpenFile
) -> None:
    opened.desk.do(
        team_sheet.write_card,
        opened.desk.actor_id,
        VIDEO,
        SheetCard({LineAbout.GOOD_FOR: (WORRY,)}, 10, 20),
    )
    page.forms.cards[VIDEO].action.click()
    dialog = page.findChild(CardDialog)
    assert isinstance(dialog, CardDialog)
    dialog.back.click()
    dialog.accept()
    conditions = opened.desk.read(conditions_in_force).conditions
    delivered = delivered_in_force().conditions
    assert set(conditions.good_for[VIDEO]) == {*delivered.good_for[VIDEO], WORRY}
    assert conditions.lengths == delivered.lengths


def test_the_length_of_other_contacts_is_corrected_too(
    page: ConditionsPage, opened: OpenFile
) -> None:
    page.forms.buttons[HOTLINE].click()
    dialog = page.findChild(CardDialog)
    assert isinstance(dialog, CardDialog)
    dialog.cap.setValue(300)
    dialog.accept()
    assert opened.desk.read(conditions_in_force).conditions.lengths[HOTLINE].cap_minutes == 300


def test_a_worker_sees_everything_and_changes_nothing(page: ConditionsPage, leader: Key) -> None:
    assert leader
    assert "Kun en teamleder" in page.right.text()
    assert page.meet.isHidden()
    assert page.forms.cards[VIDEO].action.isHidden()
    rule(page, "P37")
    assert not page.rules.card.switch.isEnabled()
    assert not spin(page, "home_days").isEnabled()
    page.show_part(Part.TRIAL)
    assert page.trial.keep.isHidden()


def test_a_change_is_tried_before_it_is_saved(
    page: ConditionsPage, opened: OpenFile, qtbot: QtBot
) -> None:
    rule(page, "P11")
    page.rules.card.trial.click()
    assert page.inside.currentWidget() is page.trial
    page.trial.invented.met.setValue(0)
    frame = page.trial.answer.frames[VIDEO]
    qtbot.waitUntil(lambda: "(P11" in frame.before.text())
    assert "(P11" not in frame.after.text()
    assert "planlagte kontakter i uge 48" in page.trial.answer.week.text()
    assert opened.desk.read(conditions_in_force) is delivered_in_force()
    page.trial.keep.click()
    assert not opened.desk.read(conditions_in_force).rules.rules["P11"].on


def test_a_meeting_leads_through_the_sheet_and_saves_a_version(
    page: ConditionsPage, opened: OpenFile, colleague: Key, qtbot: QtBot
) -> None:
    page.meet.click()
    meeting = page.meeting
    assert meeting.step.key is ContactForm.PHYSICAL
    for _form in range(4):
        qtbot.keyClick(meeting.keep, Qt.Key.Key_Space)
    assert meeting.list.item(0).text().startswith("✓")
    assert meeting.rule.rule_id == "P01"
    row = meeting.rule.numbers["face_to_face_days"]
    assert isinstance(row.field, QSpinBox)
    row.field.setValue(21)
    meeting.keep.click()
    meeting.to_end.click()
    assert meeting.step == END
    assert "28 dage → 21 dage" in meeting.end.changed.text()
    meeting.end.people.tick(colleague)
    meeting.end.review.setText("rubbish")
    meeting.end.save.click()
    assert meeting.end.notice.words
    assert meeting.isVisible()
    meeting.end.review.show_day(date(2027, 6, 1))
    meeting.end.save.click()
    assert meeting.isHidden()
    assert page.state.text().startswith("Version 2 · man. 23. nov. 2026 · med ")
    assert page.state.text().endswith("ses efter igen tir. 1. jun. 2027")
    newest = opened.desk.read(sheet_versions.versions)[0]
    assert {one.id for one in newest.participants} == {opened.desk.actor_id, colleague}


def test_in_a_meeting_what_is_told_of_a_change_never_lies_over_the_way_on(
    page: ConditionsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.meet.click()
    window.message.say("Ret kortet om video", undoable=True)
    told = QRect(window.message.mapToGlobal(QPoint(0, 0)), window.message.size())
    for button in (page.meeting.keep, page.meeting.to_end, page.meeting.leave):
        assert not told.contains(button.mapToGlobal(button.rect().center()))


def test_two_versions_are_compared(page: ConditionsPage, opened: OpenFile) -> None:
    desk, me = opened.desk, opened.desk.actor_id
    desk.do(team_sheet.change_number, me, HOME_DAYS, 21)
    desk.do(sheet_versions.save_version, me, date(2026, 11, 23), (me,))
    desk.do(team_sheet.change_number, me, HOME_DAYS, 14)
    page.show_part(Part.VERSIONS)
    shown = page.versions
    assert [shown.list.item(row).text()[:9] for row in range(3)] == [
        "Som det g",
        "Version 2",
        "Version 1",
    ]
    assert "21 dage → 14 dage" in shown.changes.text()
    shown.other.setCurrentIndex(1)
    assert "28 dage → 14 dage" in shown.changes.text()
    shown.list.setCurrentRow(2)
    assert "28 dage → 14 dage" in shown.changes.text()
    shown.other.setCurrentIndex(1)
    assert "28 dage → 21 dage" in shown.changes.text()


def test_the_page_says_when_it_is_time_to_look_again(
    page: ConditionsPage, opened: OpenFile
) -> None:
    assert page.due.isHidden()
    me = opened.desk.actor_id
    opened.desk.do(sheet_versions.save_version, me, date(2026, 5, 20), (me,))
    assert "fre. 20. nov. 2026" in page.due.text()
    assert not page.due.isHidden()


def test_names_are_hidden_in_discretion(page: ConditionsPage, opened: OpenFile) -> None:
    me = opened.desk.actor_id
    opened.desk.do(sheet_versions.save_version, me, date(2026, 11, 23), (me,))
    name = page.shown.people[0].name
    assert name in page.state.text()
    page.set_naming(Naming(discreet=True))
    assert name not in page.state.text()


@pytest.mark.parametrize("look", [(Appearance.LIGHT, 200), (Appearance.DARK, 100)])
def test_nothing_is_cut_off_to_the_side(
    page: ConditionsPage, window: MainWindow, theme: Theme, look: tuple[Appearance, int]
) -> None:
    theme.use(*look)
    window.resize(1280, 800)
    for part in Part:
        page.show_part(part)
        QApplication.processEvents()
        for scrolled in (page.forms, page.rules.beside, page.trial.fields, page.trial.answers):
            inside = scrolled.widget()
            if inside is not None and inside.isVisible():
                assert inside.width() <= scrolled.viewport().width()
                assert inside.minimumSizeHint().width() <= scrolled.viewport().width()


def test_a_number_just_stepped_to_is_kept_when_another_rule_is_chosen(
    page: ConditionsPage, opened: OpenFile
) -> None:
    rule(page, "P37")
    spin(page, "home_days").setValue(20)
    row = page.rules.list.currentRow()
    page.rules.list.setCurrentRow(row + 1)
    assert opened.desk.read(conditions_in_force).rules.number(HOME_DAYS).value == 20
    assert page.rules.card.rule_id == "P38"
